#include "support/files/output_stream.h"

#include <cerrno>
#include <charconv>
#include <optional>
#include <string>

#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 8;

std::optional<int> numberOf(const std::string& name)
{
    int number = -1;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (failure != std::errc() || end != name.data() + name.size() || number < 0)
        return std::nullopt;
    return number;
}

/// The folder, links followed; empty: there is none.
fs::path realFolderOf(const fs::path& file)
{
    std::error_code failure;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    return fs::canonical(folder, failure);
}

/// The descriptor of this process that /dev/stdout, /dev/fd/3 or /proc/self/fd/3 stands for.
std::optional<int> descriptorOf(fs::path file)
{
    const fs::path own = realFolderOf("/proc/self/fd/0");
    for (int links = 0; links < kMostLinks; ++links) {
        const fs::path folder = realFolderOf(file);
        if (!own.empty() && folder == own)
            return numberOf(pathText(file.filename()));
        if (folder != "/dev")
            return std::nullopt;
        std::error_code failure;
        const fs::path next = fs::read_symlink(file, failure);
        if (failure)
            return std::nullopt;
        file = next.is_absolute() ? next : folder / next;
    }
    return std::nullopt;
}

bool isStream(fs::file_type type)
{
    return type == fs::file_type::fifo || type == fs::file_type::character;
}

}  // namespace

OutputKind outputKind(const fs::path& file)
{
    if (descriptorOf(file))
        return OutputKind::Stream;
    std::error_code failure;
    const fs::file_type type = fs::symlink_status(file, failure).type();
    switch (type) {
        case fs::file_type::not_found:
            return OutputKind::Nothing;
        case fs::file_type::regular:
            return OutputKind::File;
        case fs::file_type::symlink:
            return OutputKind::Link;
        case fs::file_type::directory:
            return OutputKind::Folder;
        default:
            return isStream(type) ? OutputKind::Stream : OutputKind::Other;
    }
}

Result<Done> writeStream(const fs::path& file, std::string_view text)
{
    const auto descriptor = descriptorOf(file);
    os::File stream =
        descriptor ? os::File::ofDescriptor(*descriptor) : os::File(file, os::Opening::WriteStream);
    if (!stream.isOpen())
        return fileError(errno, "open stream");
    const auto state = stream.state();
    if (!descriptor && !(state && isStream(state->type)))
        return Error{ErrorCode::StorageFailed, "not a stream any more", {}};
    if (!stream.write(text))
        return fileError(errno, "write stream");
    return Done{};
}

}  // namespace homeward
