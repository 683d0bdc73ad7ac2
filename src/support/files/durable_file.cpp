#include "support/files/durable_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "support/os/file.h"
#include "support/text/path_text.h"

namespace homeward {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestStem = 200;  ///< bytes; with the ending still below the 255 of a name
constexpr int kMostNames = 16;

fs::path folderOf(const fs::path& file)
{
    return file.parent_path().empty() ? fs::path(".") : file.parent_path();
}

void forget(const fs::path& file)
{
    std::error_code ignored;
    fs::remove(file, ignored);
}

/// A name beside `file` that nobody can foresee, so that nobody can have put a link there.
fs::path nameBeside(const fs::path& file)
{
    std::array<unsigned char, 8> random{};
    ::randombytes_buf(random.data(), random.size());
    std::string name = pathText(file.filename());
    std::size_t kept = std::min(name.size(), kLongestStem);
    while (kept > 0 && kept < name.size() && (name[kept] & 0xc0) == 0x80)
        --kept;  // not within a letter: some file systems want UTF-8
    name = name.substr(0, kept) + ".";
    constexpr const char* kDigits = "0123456789abcdef";
    for (const unsigned char byte : random)
        name += {kDigits[byte >> 4], kDigits[byte & 15]};
    return folderOf(file) / pathFrom(name + ".new");
}

/// A flushed file beside `file`, made anew, with `text`.
Result<fs::path> writeBeside(const fs::path& file, std::string_view text)
{
    for (int names = 0; names < kMostNames; ++names) {
        const fs::path temporary = nameBeside(file);
        os::File made(temporary, os::Opening::Make);
        if (!made.isOpen() && errno == EEXIST)
            continue;
        if (!made.isOpen())
            return fileError(errno, "make file");
        if (made.write(text) && made.flush())
            return temporary;
        const int problem = errno;
        forget(temporary);
        return fileError(problem, "write file");
    }
    return fileError(EEXIST, "make file");
}

}  // namespace

const char* fileCause(int errorNumber)
{
    switch (os::commonError(errorNumber)) {
        case EACCES:
        case EPERM:
            return "no-permission";
        case EROFS:
            return "read-only-disk";
        case ENAMETOOLONG:
            return "name-too-long";
        case ENOENT:
        case ENODEV:
        case ENXIO:
            return "gone";
        case ENOTDIR:
            return "not-a-folder";
        case EISDIR:
            return "is-a-folder";
        case ELOOP:
            return "link-loop";
        case EIO:
            return "disk-fault";
        case EMFILE:
        case ENFILE:
            return "too-many-files";
        case EBUSY:
        case ETXTBSY:
            return "in-use";
        default:
            return "";
    }
}

Error fileError(int errorNumber, const std::string& label)
{
    const bool full = os::commonError(errorNumber) == ENOSPC || errorNumber == EFBIG;
    ErrorCode code = full ? ErrorCode::StorageFull : ErrorCode::StorageFailed;
    if (errorNumber == EWOULDBLOCK)
        code = ErrorCode::StoreLocked;
    Error error{code, label + ": errno " + std::to_string(errorNumber), {}};
    if (const std::string cause = fileCause(errorNumber); !cause.empty())
        error.facts["cause"] = cause;
    return error;
}

Error fileError(const std::error_code& failure, const std::string& label)
{
    // The system's own numbers are not errno everywhere.
    return fileError(failure.default_error_condition().value(), label);
}

Result<std::optional<std::string>> readSmallFile(const fs::path& file, std::size_t most)
{
    const os::File opened(file, os::Opening::Read);
    if (!opened.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<std::string>();
        return fileError(errno, "read small file");
    }
    if (!opened.isRegular())
        return fileError(EINVAL, "read small file");
    std::string text;
    char part[4096];
    while (true) {
        const auto got = opened.read(part, sizeof part);
        if (!got)
            return fileError(errno, "read small file");
        if (*got == 0)
            return std::optional(std::move(text));
        text.append(part, *got);
        if (text.size() > most)
            return invalidInput("file", "too-large");
    }
}

Result<Done> replaceDurably(const fs::path& file, std::string_view text)
{
    const auto temporary = writeBeside(file, text);
    if (!temporary)
        return temporary.error();
    if (!os::rename(*temporary, file)) {
        const int problem = errno;
        forget(*temporary);
        return fileError(problem, "replace file");
    }
    os::flushFolder(folderOf(file));
    return Done{};
}

Result<Done> appendPrivately(const fs::path& file, std::string_view text)
{
    os::File opened(file, os::Opening::Append);
    if (!opened.isOpen() || !opened.write(text))
        return fileError(errno, "append to file");
    return Done{};
}

Result<Done> createDurably(const fs::path& file, std::string_view text)
{
    const auto temporary = writeBeside(file, text);
    if (!temporary)
        return temporary.error();
    if (!os::renameOnly(*temporary, file)) {
        const int problem = errno;
        forget(*temporary);
        if (problem == EEXIST)
            return Error{ErrorCode::FileExists, "create file", {{"file", pathText(file)}}};
        return fileError(problem, "create file");
    }
    os::flushFolder(folderOf(file));
    return Done{};
}

Result<Done> moveDurably(const fs::path& from, const fs::path& to)
{
    {
        os::File moved(from, os::Opening::Read);
        if (!moved.isOpen() || !moved.flush())
            return fileError(errno, "move file");
    }
    if (!os::renameOnly(from, to))
        return errno == EEXIST ? invalidInput("file", "already-exists")
                               : fileError(errno, "move file");
    os::flushFolder(folderOf(to));
    return Done{};
}

}  // namespace homeward
