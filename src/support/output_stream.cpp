#include "support/output_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <optional>
#include <string>

#include "support/durable_file.h"

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
    const fs::path own = "/proc/" + std::to_string(::getpid()) + "/fd";
    for (int links = 0; links < kMostLinks; ++links) {
        const fs::path folder = realFolderOf(file);
        if (folder == own)
            return numberOf(file.filename().string());
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

bool isStream(const struct stat& status)
{
    return S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode);
}

}  // namespace

OutputKind outputKind(const fs::path& file)
{
    if (descriptorOf(file))
        return OutputKind::Stream;
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0)
        return errno == ENOENT || errno == ENOTDIR ? OutputKind::Nothing : OutputKind::Other;
    if (S_ISREG(status.st_mode))
        return OutputKind::File;
    if (S_ISLNK(status.st_mode))
        return OutputKind::Link;
    if (S_ISDIR(status.st_mode))
        return OutputKind::Folder;
    return isStream(status) ? OutputKind::Stream : OutputKind::Other;
}

Result<Done> writeStream(const fs::path& file, std::string_view text)
{
    const auto descriptor = descriptorOf(file);
    const OwnedHandle handle(
        descriptor ? ::fcntl(*descriptor, F_DUPFD_CLOEXEC, 0)
                   : ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC));
    if (!handle.isOpen())
        return fileError(errno, "open stream");
    struct stat status {};
    if (!descriptor && (::fstat(handle.get(), &status) != 0 || !isStream(status)))
        return Error{ErrorCode::StorageFailed, "not a stream any more", {}};
    if (!writeAll(handle.get(), text))
        return fileError(errno, "write stream");
    return Done{};
}

void holdStandardDescriptors()
{
    int descriptor = -1;
    do
        // For reading only: an answer printed there fails, and that is told.
        descriptor = ::open("/dev/null", O_RDONLY);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        ::close(descriptor);
}

}  // namespace homeward
