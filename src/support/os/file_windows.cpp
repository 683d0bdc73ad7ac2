#include "support/os/file.h"

#include <fcntl.h>
#include <io.h>

#include <cerrno>

#include "support/os/windows_calls.h"

namespace homeward::os {
namespace {

namespace fs = std::filesystem;

/// Locks keep everybody from the bytes they are on, so they are on a byte that no file has.
constexpr std::uint64_t kLockedByte = std::uint64_t{1} << 62;

struct Request {
    DWORD access = GENERIC_READ;
    DWORD disposition = OPEN_EXISTING;
    bool own = false;
};

Request requestOf(Opening how)
{
    constexpr DWORD kBoth = GENERIC_READ | GENERIC_WRITE;
    switch (how) {
        case Opening::Read:
        case Opening::ReadStream:
            return {};
        case Opening::ReadOwn:
            return {GENERIC_READ, OPEN_EXISTING, true};
        case Opening::WriteStream:
            return {GENERIC_WRITE, OPEN_EXISTING, true};
        case Opening::Change:
            return {kBoth, OPEN_EXISTING, false};
        case Opening::ChangeOwn:
            return {kBoth, OPEN_EXISTING, true};
        case Opening::Keep:
            return {kBoth, OPEN_ALWAYS, true};
        case Opening::Make:
            return {kBoth, CREATE_NEW, true};
        case Opening::Append:
            return {FILE_APPEND_DATA | SYNCHRONIZE, OPEN_ALWAYS, true};
    }
    return {};
}

HANDLE systemHandle(int handle)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(handle));
}

/// Others may open, rename and remove it meanwhile, as they may elsewhere.
HANDLE openShared(const fs::path& file, DWORD access, DWORD disposition, DWORD flags)
{
    Rights owner(kOwnerOnly);
    return ::CreateFileW(file.c_str(), access,
                         FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, owner.attributes(),
                         disposition, flags, nullptr);
}

bool isLink(HANDLE handle)
{
    FILE_ATTRIBUTE_TAG_INFO info{};
    return ::GetFileInformationByHandleEx(handle, FileAttributeTagInfo, &info, sizeof info) &&
           (info.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
           (info.ReparseTag == IO_REPARSE_TAG_SYMLINK ||
            info.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
}

int descriptorFor(HANDLE handle, int flags)
{
    const int descriptor = ::_open_osfhandle(reinterpret_cast<std::intptr_t>(handle),
                                             _O_BINARY | _O_NOINHERIT | flags);
    if (descriptor < 0)
        ::CloseHandle(handle);
    return descriptor;
}

int openDescriptor(const fs::path& file, Opening how)
{
    const Request request = requestOf(how);
    const HANDLE handle =
        openShared(file, request.access, request.disposition,
                   FILE_ATTRIBUTE_NORMAL | (request.own ? FILE_FLAG_OPEN_REPARSE_POINT : 0));
    if (handle == INVALID_HANDLE_VALUE) {
        leaveError();
        return -1;
    }
    if (request.own && isLink(handle)) {
        ::CloseHandle(handle);
        errno = ELOOP;
        return -1;
    }
    return descriptorFor(handle, how == Opening::Append ? _O_APPEND : 0);
}

std::uint64_t whole(DWORD high, DWORD low)
{
    return std::uint64_t{high} << 32 | low;
}

fs::file_type typeOf(HANDLE handle, DWORD attributes)
{
    switch (::GetFileType(handle)) {
        case FILE_TYPE_CHAR:
            return fs::file_type::character;
        case FILE_TYPE_PIPE:
            return fs::file_type::fifo;
        case FILE_TYPE_DISK:
            return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? fs::file_type::directory
                                                                : fs::file_type::regular;
        default:
            return fs::file_type::unknown;
    }
}

std::optional<FileState> stateOfHandle(HANDLE handle)
{
    BY_HANDLE_FILE_INFORMATION info{};
    if (!::GetFileInformationByHandle(handle, &info)) {
        const fs::file_type type = typeOf(handle, 0);
        if (type == fs::file_type::character || type == fs::file_type::fifo)
            return FileState{type, {}, 0, 1, 0};
        leaveError();
        return std::nullopt;
    }
    constexpr std::int64_t kNanosPerTick = 100;
    constexpr std::int64_t kTicksTo1970 = 116'444'736'000'000'000;
    const auto ticks = static_cast<std::int64_t>(
        whole(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime));
    FILE_STANDARD_INFO standard{};
    const bool removed =
        ::GetFileInformationByHandleEx(handle, FileStandardInfo, &standard, sizeof standard) &&
        standard.DeletePending;
    return FileState{typeOf(handle, info.dwFileAttributes),
                     {info.dwVolumeSerialNumber, whole(info.nFileIndexHigh, info.nFileIndexLow)},
                     whole(info.nFileSizeHigh, info.nFileSizeLow),
                     removed ? 0 : info.nNumberOfLinks,
                     (ticks - kTicksTo1970) * kNanosPerTick};
}

OVERLAPPED at(std::uint64_t offset)
{
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32);
    return place;
}

DWORD limited(std::size_t bytes)
{
    constexpr std::size_t kMost = std::size_t{1} << 30;
    return static_cast<DWORD>(bytes < kMost ? bytes : kMost);
}

std::optional<std::size_t> readFrom(HANDLE handle, OVERLAPPED* place, void* into, std::size_t most)
{
    DWORD got = 0;
    if (::ReadFile(handle, into, limited(most), &got, place))
        return got;
    const DWORD problem = ::GetLastError();
    if (problem == ERROR_HANDLE_EOF || problem == ERROR_BROKEN_PIPE)
        return 0;
    leaveError();
    return std::nullopt;
}

bool lockByte(HANDLE handle, LockKind kind, std::uint64_t offset, std::uint64_t bytes)
{
    OVERLAPPED place = at(offset);
    const DWORD flags = LOCKFILE_FAIL_IMMEDIATELY |
                        (kind == LockKind::Exclusive ? DWORD{LOCKFILE_EXCLUSIVE_LOCK} : DWORD{0});
    return ::LockFileEx(handle, flags, 0, static_cast<DWORD>(bytes),
                        static_cast<DWORD>(bytes >> 32), &place) ||
           leaveError();
}

void unlockByte(HANDLE handle, std::uint64_t offset, std::uint64_t bytes)
{
    OVERLAPPED place = at(offset);
    (void)::UnlockFileEx(handle, 0, static_cast<DWORD>(bytes), static_cast<DWORD>(bytes >> 32),
                         &place);
}

}  // namespace

std::optional<FileState> stateOf(const fs::path& file)
{
    const HANDLE handle =
        openShared(file, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (handle == INVALID_HANDLE_VALUE) {
        leaveError();
        return std::nullopt;
    }
    const auto state = stateOfHandle(handle);
    ::CloseHandle(handle);
    return state;
}

File::File(const fs::path& file, Opening how) : m_handle(openDescriptor(file, how)) {}

File File::ofDescriptor(int descriptor)
{
    return File(::_dup(descriptor));
}

File::~File()
{
    if (isOpen())
        ::_close(m_handle);
}

std::optional<FileState> File::state() const
{
    return stateOfHandle(systemHandle(m_handle));
}

std::optional<std::size_t> File::read(void* into, std::size_t most) const
{
    return readFrom(systemHandle(m_handle), nullptr, into, most);
}

std::optional<std::size_t> File::readAt(std::uint64_t offset, void* into, std::size_t most) const
{
    OVERLAPPED place = at(offset);
    return readFrom(systemHandle(m_handle), &place, into, most);
}

std::optional<std::size_t> File::writeSome(std::string_view bytes)
{
    DWORD written = 0;
    if (!::WriteFile(systemHandle(m_handle), bytes.data(), limited(bytes.size()), &written,
                     nullptr)) {
        leaveError();
        return std::nullopt;
    }
    if (written > 0)
        return written;
    errno = ENOSPC;
    return std::nullopt;
}

bool File::writeAt(std::uint64_t offset, std::string_view bytes)
{
    OVERLAPPED place = at(offset);
    DWORD written = 0;
    if (!::WriteFile(systemHandle(m_handle), bytes.data(), limited(bytes.size()), &written, &place))
        return leaveError();
    errno = ENOSPC;
    return written == bytes.size();
}

bool File::rewind()
{
    return ::SetFilePointerEx(systemHandle(m_handle), {}, nullptr, FILE_BEGIN) || leaveError();
}

bool File::makeEmpty()
{
    return rewind() && (::SetEndOfFile(systemHandle(m_handle)) || leaveError());
}

bool File::flush()
{
    if (::FlushFileBuffers(systemHandle(m_handle)))
        return true;
    // One opened for reading only may still hold what somebody else wrote.
    const HANDLE writing = ::ReOpenFile(systemHandle(m_handle), GENERIC_WRITE,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, 0);
    if (writing == INVALID_HANDLE_VALUE)
        return leaveError();
    const bool flushed = ::FlushFileBuffers(writing) || leaveError();
    ::CloseHandle(writing);
    return flushed;
}

void File::forgetCached() {}

bool File::tryLock(LockKind kind)
{
    // The system would refuse a second lock even to whoever holds the first.
    if (!m_locked)
        m_locked = lockByte(systemHandle(m_handle), kind, kLockedByte, 1);
    return m_locked;
}

void File::unlock()
{
    if (m_locked)
        unlockByte(systemHandle(m_handle), kLockedByte, 1);
    m_locked = false;
}

bool File::isRangeLocked(std::uint64_t offset, std::uint64_t bytes) const
{
    const HANDLE handle = systemHandle(m_handle);
    if (!lockByte(handle, LockKind::Exclusive, offset, bytes))
        return errno == EWOULDBLOCK;
    unlockByte(handle, offset, bytes);
    return false;
}

int commonError(int errorNumber)
{
    return errorNumber;
}

}  // namespace homeward::os
