#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "support/os/file.h"

namespace homeward::os {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr std::chrono::milliseconds kLockPatience{5000};
constexpr std::chrono::milliseconds kLockPause{5};

int flagsOf(Opening how)
{
    switch (how) {
        case Opening::Read:
            return O_RDONLY | O_NONBLOCK;
        case Opening::ReadOwn:
            return O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
        case Opening::ReadStream:
            return O_RDONLY | O_NOCTTY;
        case Opening::WriteStream:
            return O_WRONLY | O_NOCTTY | O_NOFOLLOW;
        case Opening::Change:
            return O_RDWR | O_NONBLOCK;
        case Opening::ChangeOwn:
            return O_RDWR | O_NONBLOCK | O_NOFOLLOW;
        case Opening::Keep:
            return O_RDWR | O_CREAT | O_NOFOLLOW;
        case Opening::Make:
            return O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW;
        case Opening::Append:
            return O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOFOLLOW;
    }
    return O_RDONLY;
}

/// Calls it again where a signal came in between.
template <typename Call>
auto uninterrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

std::optional<std::size_t> bytesOr(ssize_t result)
{
    return result < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(result));
}

fs::file_type typeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return fs::file_type::regular;
    if (S_ISDIR(mode))
        return fs::file_type::directory;
    if (S_ISFIFO(mode))
        return fs::file_type::fifo;
    if (S_ISCHR(mode))
        return fs::file_type::character;
    return fs::file_type::unknown;
}

FileState toState(const struct stat& found)
{
    constexpr std::int64_t kNanos = 1'000'000'000;
    return {typeOf(found.st_mode),
            {found.st_dev, found.st_ino},
            static_cast<std::uint64_t>(found.st_size),
            found.st_nlink,
            found.st_mtim.tv_sec * kNanos + found.st_mtim.tv_nsec};
}

int openFolder(const fs::path& folder)
{
    return ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

}  // namespace

std::optional<FileState> stateOf(const fs::path& file)
{
    struct stat found = {};
    return ::stat(file.c_str(), &found) == 0 ? std::optional(toState(found)) : std::nullopt;
}

File::File(const fs::path& file, Opening how)
    : m_handle(::open(file.c_str(), flagsOf(how) | O_CLOEXEC, kOwnerOnly))
{
}

File File::ofDescriptor(int descriptor)
{
    return File(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
}

File::~File()
{
    if (isOpen())
        ::close(m_handle);
}

std::optional<FileState> File::state() const
{
    struct stat found = {};
    return ::fstat(m_handle, &found) == 0 ? std::optional(toState(found)) : std::nullopt;
}

std::optional<std::size_t> File::read(void* into, std::size_t most) const
{
    return bytesOr(uninterrupted([&] { return ::read(m_handle, into, most); }));
}

std::optional<std::size_t> File::readAt(std::uint64_t offset, void* into, std::size_t most) const
{
    return bytesOr(
        uninterrupted([&] { return ::pread(m_handle, into, most, static_cast<off_t>(offset)); }));
}

std::optional<std::size_t> File::writeSome(std::string_view bytes)
{
    const auto written =
        bytesOr(uninterrupted([&] { return ::write(m_handle, bytes.data(), bytes.size()); }));
    if (written != 0)
        return written;
    errno = ENOSPC;
    return std::nullopt;
}

bool File::writeAt(std::uint64_t offset, std::string_view bytes)
{
    const ssize_t written = uninterrupted(
        [&] { return ::pwrite(m_handle, bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
    if (written == static_cast<ssize_t>(bytes.size()))
        return true;
    if (written >= 0)
        errno = ENOSPC;
    return false;
}

bool File::rewind()
{
    return ::lseek(m_handle, 0, SEEK_SET) == 0;
}

bool File::makeEmpty()
{
    return ::ftruncate(m_handle, 0) == 0;
}

bool File::flush()
{
    return ::fsync(m_handle) == 0;
}

void File::forgetCached()
{
    (void)::posix_fadvise(m_handle, 0, 0, POSIX_FADV_DONTNEED);
}

bool File::tryLock(LockKind kind)
{
    const int operation = (kind == LockKind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    m_locked = uninterrupted([&] { return ::flock(m_handle, operation); }) == 0;
    return m_locked;
}

void File::unlock()
{
    (void)::flock(m_handle, LOCK_UN);
    m_locked = false;
}

bool File::isRangeLocked(std::uint64_t offset, std::uint64_t bytes) const
{
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(offset);
    lock.l_len = static_cast<off_t>(bytes);
    return ::fcntl(m_handle, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

FolderLock::FolderLock(const fs::path& folder) : m_lock(openFolder(folder))
{
    if (m_lock < 0) {
        m_problem = errno;
        return;
    }
    // Held for the time of one small file; a program that keeps it longer is stuck, and must not
    // make this one stuck as well.
    File lock = File::ofDescriptor(static_cast<int>(m_lock));
    if (!lock.lockWithin(kLockPatience, LockKind::Exclusive, kLockPause))
        m_problem = errno;
}

FolderLock::~FolderLock()
{
    if (m_lock >= 0)
        ::close(static_cast<int>(m_lock));
}

bool rename(const fs::path& from, const fs::path& to)
{
    return ::rename(from.c_str(), to.c_str()) == 0;
}

bool renameOnly(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EEXIST)
        return false;
    // Not every file system can do that, nor links.
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str()) == 0;
    if (errno == EEXIST)
        return false;
    {
        const File taken(to, Opening::Make);
        if (!taken.isOpen())
            return false;
    }
    if (::rename(from.c_str(), to.c_str()) == 0)
        return true;
    const int problem = errno;
    ::unlink(to.c_str());
    errno = problem;
    return false;
}

void flushFolder(const fs::path& folder)
{
    const int handle = openFolder(folder);
    if (handle < 0)
        return;
    (void)::fsync(handle);
    ::close(handle);
}

std::optional<fs::path> makePrivateFolder(const fs::path& parent)
{
    std::string name = (parent / "homeward-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        return std::nullopt;
    return fs::path(name);
}

int commonError(int errorNumber)
{
    switch (errorNumber) {
        case EDQUOT:
            return ENOSPC;
        case ESTALE:
            return ENOENT;
        default:
            return errorNumber;
    }
}

}  // namespace homeward::os
