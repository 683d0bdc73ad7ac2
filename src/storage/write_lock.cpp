#include "storage/write_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "storage/held_files.h"

namespace homeward::storage {
namespace {

constexpr std::chrono::milliseconds kPatience{5000};
constexpr std::chrono::milliseconds kLongestPause{20};
constexpr std::size_t kLongestNote = 200;

bool tryLock(int handle)
{
    int result = 0;
    do
        result = ::flock(handle, LOCK_EX | LOCK_NB);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

}  // namespace

Waiting patientWaiting()
{
    return [](std::chrono::milliseconds waited) { return waited < kPatience; };
}

int LockFile::open()
{
    struct stat held = {};
    const bool isOpen = m_handle && m_handle->isOpen() && ::fstat(m_handle->get(), &held) == 0;
    const std::optional<FileIdentity> there = identityOf(m_file);
    if (isOpen && there && *there == FileIdentity{held.st_dev, held.st_ino})
        return 0;
    m_handle.emplace(
        ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    return m_handle->isOpen() ? 0 : errno;
}

Result<Done> LockFile::lock(const Waiting& waiting)
{
    const auto start = std::chrono::steady_clock::now();
    for (std::chrono::milliseconds pause{1};; pause = std::min(pause * 2, kLongestPause)) {
        if (const int problem = open())
            return fileError(problem, "open write lock");
        // Locked and still the file in the folder: otherwise two programs would each hold their
        // own.
        if (tryLock(m_handle->get()) && open() == 0 && tryLock(m_handle->get()))
            return Done{};
        if (errno != EWOULDBLOCK && errno != 0)
            return fileError(errno, "write lock");
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
        if (!waiting(waited))
            return Error{ErrorCode::StoreLocked, "write lock: held by another program", {}};
        std::this_thread::sleep_for(pause);
    }
}

void LockFile::unlock()
{
    if (m_handle)
        (void)::flock(m_handle->get(), LOCK_UN);
}

std::string LockFile::note() const
{
    char text[kLongestNote];
    const ssize_t got = ::pread(m_handle->get(), text, sizeof text, 0);
    return got > 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();
}

void LockFile::setNote(const std::string& note)
{
    // Where it cannot be kept, the next holder finds an old note and is told of a change that was
    // none: too careful, never too trusting.
    if (::ftruncate(m_handle->get(), 0) == 0)
        (void)!::pwrite(m_handle->get(), note.data(), std::min(note.size(), kLongestNote), 0);
}

}  // namespace homeward::storage
