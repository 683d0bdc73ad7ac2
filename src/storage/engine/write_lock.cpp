#include "storage/engine/write_lock.h"

#include <cerrno>
#include <thread>

#include "support/files/durable_file.h"

namespace homeward::storage {
namespace {

constexpr std::chrono::milliseconds kPatience{5000};
constexpr std::chrono::milliseconds kLongestPause{20};
constexpr std::size_t kLongestNote = 200;

}  // namespace

Waiting patientWaiting()
{
    return [](std::chrono::milliseconds waited) { return waited < kPatience; };
}

Result<Done> LockFile::lock(const Waiting& waiting)
{
    const auto start = std::chrono::steady_clock::now();
    for (std::chrono::milliseconds pause{1};; pause = std::min(pause * 2, kLongestPause)) {
        // It may have been deleted or replaced since.
        if (!m_lock.isAt(m_file))
            m_lock = os::File(m_file, os::Opening::Keep);
        if (!m_lock.isOpen())
            return fileError(errno, "open write lock");
        const bool locked = m_lock.tryLock(os::LockKind::Exclusive);
        if (!locked && errno != EWOULDBLOCK)
            return fileError(errno, "write lock");
        // Locked and still the file in the folder: otherwise two programs would each hold their
        // own.
        if (locked && m_lock.isAt(m_file))
            return Done{};
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
        if (!waiting(waited))
            return Error{ErrorCode::StoreLocked, "write lock: held by another program", {}};
        std::this_thread::sleep_for(pause);
    }
}

void LockFile::unlock()
{
    m_lock.unlock();
}

std::string LockFile::note() const
{
    char text[kLongestNote];
    return std::string(text, m_lock.readAt(0, text, sizeof text).value_or(0));
}

void LockFile::setNote(const std::string& note)
{
    // Where it cannot be kept, the next holder finds an old note and is told of a change that was
    // none: too careful, never too trusting.
    if (m_lock.makeEmpty())
        (void)m_lock.writeAt(0, std::string_view(note).substr(0, kLongestNote));
}

}  // namespace homeward::storage
