#pragma once

#include "storage/engine/held_files.h"
#include "storage/engine/write_lock.h"

namespace soci {
class session;
}

namespace homeward::storage {

/// The write-ahead log is brought into the store by one owner at a time: whoever holds the write
/// lock, between transactions. SQLite's own automatic checkpoints are off. So no connection ever
/// writes while another checkpoints, which SQLite before 3.51.3 needs for its one known way to
/// damage a store (docs/adr/0001). It also tells an owner's change of the file from anybody else's.
class Checkpoints {
public:
    explicit Checkpoints(const HeldFiles& files) : m_files(files) {}

    /// After opening: the store as it stands is the one known.
    void remember() { m_known = stampOf(m_files.store()); }
    /// Whether the store changed only by checkpoints of programs that held the lock. False: it was
    /// written over in place. Needs the lock.
    bool onlyOwnersWrote(const LockFile& lock);
    /// Brings the log into the store once it is longer than 4 MiB. Needs the lock; a failure leaves
    /// the log longer and nothing lost.
    void runIfLong(soci::session& sql, LockFile& lock);

private:
    const HeldFiles& m_files;
    std::string m_known;
};

}  // namespace homeward::storage
