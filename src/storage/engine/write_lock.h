#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "support/os/file.h"
#include "support/result.h"

namespace homeward::storage {

/// Asked about every 20 ms while another program or thread keeps a store; false: stop waiting.
using Waiting = std::function<bool(std::chrono::milliseconds waited)>;

/// Waits 5 s, then gives up: for whoever shows nobody that it waits.
Waiting patientWaiting();

/// One writer of a store at a time, across threads and programs: held while a transaction writes
/// and while the write-ahead log is brought into the file, so that the two never meet (ADR 0001). A
/// file of its own beside the store, locked for as long as a WriteLock lives; one per connection.
class LockFile {
public:
    explicit LockFile(std::filesystem::path file) : m_file(std::move(file)) {}

    /// Fails with: StoreLocked (`waiting` said stop), StorageFailed (the folder cannot be written).
    Result<Done> lock(const Waiting& waiting);
    void unlock();

    /// What the latest holder left for the next one; only while locked. At most 200 characters.
    std::string note() const;
    void setNote(const std::string& note);

private:
    std::filesystem::path m_file;
    os::File m_lock;
};

/// Unlocks at the end of a scope.
class WriteLock {
public:
    explicit WriteLock(LockFile& file) : m_file(file) {}
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock() { m_file.unlock(); }

private:
    LockFile& m_file;
};

}  // namespace homeward::storage
