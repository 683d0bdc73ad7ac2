#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace homeward::os {

/// How a file is opened. What is made is readable by its owner only. Only the two streams may keep
/// the program waiting; a pipe in the place of anything else does not.
enum class Opening {
    Read,         ///< There already.
    ReadOwn,      ///< The same, never through a link.
    ReadStream,   ///< The same as Read, or a pipe: waits for whoever writes to it.
    WriteStream,  ///< A pipe, a terminal: waits for whoever reads; never through a link.
    Change,       ///< There already, for reading and writing.
    ChangeOwn,    ///< The same, never through a link.
    Keep,         ///< For reading and writing, made where it is missing; never through a link.
    Make,         ///< The same where nothing has the name, not even a link.
    Append        ///< Writes at the end, made where it is missing; never through a link.
};

/// Which file it is, whatever its name.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t number = 0;
    bool operator==(const FileIdentity&) const = default;
};

struct FileState {
    std::filesystem::file_type type = std::filesystem::file_type::none;
    FileIdentity identity;
    std::uint64_t bytes = 0;
    std::uint64_t names = 0;        ///< 0: removed, though somebody has it open
    std::int64_t changedNanos = 0;  ///< of its content, since 1970
};

/// Of what the path leads to. Empty: nothing is there, or it cannot be reached.
std::optional<FileState> stateOf(const std::filesystem::path& file);

enum class LockKind { Shared, Exclusive };

/// An open file, closed at the end. What fails says so by its answer, and leaves the reason in
/// errno.
class File {
public:
    File() = default;
    File(const std::filesystem::path& file, Opening how);
    /// What this process has open under a number, once more.
    static File ofDescriptor(int descriptor);
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;
    ~File();

    bool isOpen() const { return m_handle >= 0; }
    std::optional<FileState> state() const;
    /// A plain file: not a folder, a device or a pipe, which could go on for ever.
    bool isRegular() const;
    /// The name leads to this very file, and not through a link.
    bool isAt(const std::filesystem::path& file) const;

    /// Bytes read, 0: the end; empty: failed.
    std::optional<std::size_t> read(void* into, std::size_t most) const;
    /// Fewer bytes than `most` at the end only.
    std::optional<std::size_t> readFully(void* into, std::size_t most) const;
    std::optional<std::size_t> readAt(std::uint64_t offset, void* into, std::size_t most) const;
    bool write(std::string_view bytes);
    bool writeAt(std::uint64_t offset, std::string_view bytes);
    bool rewind();
    bool makeEmpty();
    /// Onto the disk.
    bool flush();
    /// So that the next read comes from the disk, where the system lets us.
    void forgetCached();

    /// Among programs and among File objects; one that holds it already may ask again.
    /// False with EWOULDBLOCK: somebody else holds it.
    bool tryLock(LockKind kind);
    /// Asks again, every `pause`, until `patience` is over.
    bool lockWithin(std::chrono::milliseconds patience, LockKind kind,
                    std::chrono::milliseconds pause = std::chrono::milliseconds(1));
    void unlock();
    /// Whether another program holds a lock on these bytes, of the kind databases use.
    bool isRangeLocked(std::uint64_t offset, std::uint64_t bytes) const;

private:
    explicit File(int handle) : m_handle(handle) {}
    std::optional<std::size_t> writeSome(std::string_view bytes);

    int m_handle = -1;
    bool m_locked = false;
};

/// Keeps other processes and threads that ask for the same lock out while it lives.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();
    /// False: the folder could not be locked within 5 s; `problem` is errno.
    bool isHeld() const { return m_problem == 0; }
    int problem() const { return m_problem; }

private:
    std::intptr_t m_lock = -1;  ///< what the system calls it by
    int m_problem = 0;
};

/// Renames within one disk; `to` is replaced where it is a file or an empty folder. False: errno.
bool rename(const std::filesystem::path& from, const std::filesystem::path& to);
/// Renames where nothing has the name `to`. False: errno, EEXIST where something has.
bool renameOnly(const std::filesystem::path& from, const std::filesystem::path& to);
/// So that a power cut does not undo what was made or renamed in it. Where it fails, only that
/// might happen.
void flushFolder(const std::filesystem::path& folder);
/// A folder for its owner only, of a name nobody can foresee. Empty: errno.
std::optional<std::filesystem::path> makePrivateFolder(const std::filesystem::path& parent);

/// An error of this system by a number that every system knows: what is over a quota is a full
/// disk, a stale handle is gone.
int commonError(int errorNumber);

}  // namespace homeward::os
