#include "support/os/disk.h"

#include <array>

#include "support/os/windows_calls.h"

namespace homeward::os {
namespace {

/// Asks for it and leaves it: the system weighs rights, attributes and the disk together.
bool mayOpen(const std::filesystem::path& path, DWORD access)
{
    const HANDLE handle =
        ::CreateFileW(path.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    ::CloseHandle(handle);
    return true;
}

}  // namespace

std::string mountTable()
{
    return {};
}

std::string_view networkFileSystem(const std::filesystem::path& folder)
{
    std::array<wchar_t, MAX_PATH + 1> volume{};
    if (!::GetVolumePathNameW(folder.c_str(), volume.data(), MAX_PATH))
        return {};
    // Whatever serves it, people call it a Windows share.
    return ::GetDriveTypeW(volume.data()) == DRIVE_REMOTE ? "SMB" : std::string_view();
}

bool isFolderWritable(const std::filesystem::path& folder)
{
    return mayOpen(folder.empty() ? std::filesystem::path(L".") : folder, FILE_ADD_FILE);
}

bool isFileWritable(const std::filesystem::path& file)
{
    return mayOpen(file, GENERIC_WRITE);
}

}  // namespace homeward::os
