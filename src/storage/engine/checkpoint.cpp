#include "storage/engine/checkpoint.h"

#include "storage/engine/connection.h"

namespace homeward::storage {
namespace {

constexpr std::uintmax_t kLongLog = 4u << 20;
/// A reader that stays long keeps the log from starting anew; above this length it is cut as soon
/// as nobody reads.
constexpr std::uintmax_t kOverlongLog = 64u << 20;
constexpr const char* kRunning = "checkpoint";

}  // namespace

bool Checkpoints::onlyOwnersWrote(const LockFile& lock)
{
    std::string now = stampOf(m_files.store());
    if (now == m_known)
        return true;
    const std::string note = lock.note();
    // An owner that was killed half way leaves its first note.
    if (note != now && note != kRunning)
        return false;
    m_known = std::move(now);
    return true;
}

void Checkpoints::runIfLong(soci::session& sql, LockFile& lock)
{
    std::error_code missing;
    const std::uintmax_t length = std::filesystem::file_size(m_files.log(), missing);
    if (missing || length < kLongLog)
        return;
    lock.setNote(kRunning);
    const int mode = length < kOverlongLog ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
    (void)sqlite_api::sqlite3_wal_checkpoint_v2(handleOf(sql), "main", mode, nullptr, nullptr);
    remember();
    lock.setNote(m_known);
}

}  // namespace homeward::storage
