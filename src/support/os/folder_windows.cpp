#include <sodium.h>

#include <array>
#include <cerrno>
#include <string>

#include "support/os/file.h"
#include "support/os/windows_calls.h"

namespace homeward::os {
namespace {

namespace fs = std::filesystem;

constexpr DWORD kLockPatienceMs = 5000;

}  // namespace

FolderLock::FolderLock(const fs::path& folder)
{
    // Folders cannot be locked here: a mutex named for this one stands for it.
    const auto found = stateOf(folder.empty() ? fs::path(L".") : folder);
    if (!found) {
        m_problem = errno;
        return;
    }
    const std::wstring name = L"Global\\homeward-folder-" +
                              std::to_wstring(found->identity.device) + L'-' +
                              std::to_wstring(found->identity.number);
    const HANDLE mutex = ::CreateMutexW(nullptr, FALSE, name.c_str());
    if (!mutex) {
        leaveError();
        m_problem = errno;
        return;
    }
    m_lock = reinterpret_cast<std::intptr_t>(mutex);
    // Abandoned: a program that ended in between. What it wrote is whole, old or new.
    const DWORD answer = ::WaitForSingleObject(mutex, kLockPatienceMs);
    if (answer != WAIT_OBJECT_0 && answer != WAIT_ABANDONED)
        m_problem = EWOULDBLOCK;
}

FolderLock::~FolderLock()
{
    if (m_lock == -1)
        return;
    const HANDLE mutex = reinterpret_cast<HANDLE>(m_lock);
    if (isHeld())
        ::ReleaseMutex(mutex);
    ::CloseHandle(mutex);
}

bool rename(const fs::path& from, const fs::path& to)
{
    // Only an empty one goes, and only a folder.
    (void)::RemoveDirectoryW(to.c_str());
    return ::MoveFileExW(from.c_str(), to.c_str(),
                         MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ||
           leaveError();
}

bool renameOnly(const fs::path& from, const fs::path& to)
{
    return ::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_WRITE_THROUGH) || leaveError();
}

void flushFolder(const fs::path&)
{
    // The file system keeps a journal of names, and renaming above waits for it.
}

std::optional<fs::path> makePrivateFolder(const fs::path& parent)
{
    std::array<std::uint32_t, 4> random{};
    ::randombytes_buf(random.data(), sizeof random);
    std::wstring name = L"homeward-";
    for (const std::uint32_t part : random)
        name += std::to_wstring(part);
    fs::path folder = parent / name;
    Rights owner(kOwnerOnly);
    if (::CreateDirectoryW(folder.c_str(), owner.attributes()))
        return folder;
    leaveError();
    return std::nullopt;
}

}  // namespace homeward::os
