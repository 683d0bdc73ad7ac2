#include "support/durable_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

namespace homeward {
namespace {

constexpr std::size_t kLongestStem = 200;  ///< bytes; with the ending still below the 255 of a name
constexpr int kMostNames = 16;
constexpr std::chrono::milliseconds kLockPatience{5000};

std::filesystem::path folderOf(const std::filesystem::path& file)
{
    return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
}

/// Where it fails the renaming stands all the same, only a power cut might undo it.
void flushFolderOf(const std::filesystem::path& file)
{
    const OwnedHandle folder(::open(folderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        (void)::fsync(folder.get());
}

/// A name beside `file` that nobody can foresee, so that nobody can have put a link there.
std::filesystem::path nameBeside(const std::filesystem::path& file)
{
    std::array<unsigned char, 8> random{};
    ::randombytes_buf(random.data(), random.size());
    std::string name = file.filename().string();
    std::size_t kept = std::min(name.size(), kLongestStem);
    while (kept > 0 && kept < name.size() && (name[kept] & 0xc0) == 0x80)
        --kept;  // not within a letter: some file systems want UTF-8
    name = name.substr(0, kept) + ".";
    constexpr const char* kDigits = "0123456789abcdef";
    for (const unsigned char byte : random)
        name += {kDigits[byte >> 4], kDigits[byte & 15]};
    return folderOf(file) / (name + ".new");
}

/// A flushed file beside `file`, made anew, with `text`.
Result<std::filesystem::path> writeBeside(const std::filesystem::path& file, std::string_view text)
{
    for (int names = 0; names < kMostNames; ++names) {
        const std::filesystem::path temporary = nameBeside(file);
        const OwnedHandle handle(::open(temporary.c_str(),
                                        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                        S_IRUSR | S_IWUSR));
        if (!handle.isOpen() && errno == EEXIST)
            continue;
        if (!handle.isOpen())
            return fileError(errno, "make file");
        if (writeAll(handle.get(), text) && ::fsync(handle.get()) == 0)
            return temporary;
        const int problem = errno;
        ::unlink(temporary.c_str());
        return fileError(problem, "write file");
    }
    return fileError(EEXIST, "make file");
}

/// Gives `from` the name `to` where nothing has it yet; 0, or errno.
int takeFreeName(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno == EEXIST)
        return EEXIST;
    // Not every file system can do that, nor links.
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str()) == 0 ? 0 : errno;
    if (errno == EEXIST)
        return EEXIST;
    const OwnedHandle taken(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                   S_IRUSR | S_IWUSR));
    if (!taken.isOpen())
        return errno;
    if (::rename(from.c_str(), to.c_str()) == 0)
        return 0;
    const int problem = errno;
    ::unlink(to.c_str());
    return problem;
}

}  // namespace

bool writeAll(int handle, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(handle, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

const char* fileCause(int errorNumber)
{
    switch (errorNumber) {
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
        case ESTALE:
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
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
    ErrorCode code = full ? ErrorCode::StorageFull : ErrorCode::StorageFailed;
    if (errorNumber == EWOULDBLOCK)
        code = ErrorCode::StoreLocked;
    Error error{code, label + ": errno " + std::to_string(errorNumber), {}};
    if (const std::string cause = fileCause(errorNumber); !cause.empty())
        error.facts["cause"] = cause;
    return error;
}

OwnedHandle::~OwnedHandle()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    int result = m_folder.isOpen() ? 0 : -1;
    if (result == 0) {
        // Held for the time of one small file; a program that keeps it longer is stuck, and must
        // not make this one stuck as well.
        const auto until = std::chrono::steady_clock::now() + kLockPatience;
        while ((result = ::flock(m_folder.get(), LOCK_EX | LOCK_NB)) != 0 &&
               (errno == EWOULDBLOCK || errno == EINTR) && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    m_problem = result == 0 ? 0 : errno;
}

bool isRegularFile(const OwnedHandle& handle)
{
    struct stat status {};
    return ::fstat(handle.get(), &status) == 0 && S_ISREG(status.st_mode);
}

Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& file,
                                                 std::size_t most)
{
    // Without O_NONBLOCK a pipe put in the file's place would hold the program until somebody
    // writes.
    const OwnedHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!handle.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<std::string>();
        return fileError(errno, "read small file");
    }
    if (!isRegularFile(handle))
        return fileError(EINVAL, "read small file");
    std::string text;
    char part[4096];
    while (true) {
        const ssize_t got = ::read(handle.get(), part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileError(errno, "read small file");
        if (got == 0)
            return std::optional(std::move(text));
        text.append(part, static_cast<std::size_t>(got));
        if (text.size() > most)
            return invalidInput("file", "too-large");
    }
}

Result<Done> replaceDurably(const std::filesystem::path& file, std::string_view text)
{
    const auto temporary = writeBeside(file, text);
    if (!temporary)
        return temporary.error();
    if (::rename(temporary->c_str(), file.c_str()) != 0) {
        const int problem = errno;
        ::unlink(temporary->c_str());
        return fileError(problem, "replace file");
    }
    flushFolderOf(file);
    return Done{};
}

Result<Done> appendPrivately(const std::filesystem::path& file, std::string_view text)
{
    const OwnedHandle handle(::open(
        file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!handle.isOpen() || !writeAll(handle.get(), text))
        return fileError(errno, "append to file");
    return Done{};
}

Result<Done> createDurably(const std::filesystem::path& file, std::string_view text)
{
    const auto temporary = writeBeside(file, text);
    if (!temporary)
        return temporary.error();
    if (const int problem = takeFreeName(*temporary, file); problem != 0) {
        ::unlink(temporary->c_str());
        if (problem == EEXIST)
            return Error{ErrorCode::FileExists, "create file", {{"file", file.string()}}};
        return fileError(problem, "create file");
    }
    flushFolderOf(file);
    return Done{};
}

Result<Done> moveDurably(const std::filesystem::path& from, const std::filesystem::path& to)
{
    {
        const OwnedHandle handle(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
        if (!handle.isOpen() || ::fsync(handle.get()) != 0)
            return fileError(errno, "move file");
    }
    // link() refuses an existing target, rename() would replace it.
    if (::link(from.c_str(), to.c_str()) != 0) {
        if (errno == EEXIST)
            return invalidInput("file", "already-exists");
        return fileError(errno, "move file");
    }
    if (::unlink(from.c_str()) != 0)
        return fileError(errno, "move file");
    flushFolderOf(to);
    return Done{};
}

}  // namespace homeward
