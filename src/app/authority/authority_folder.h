#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "support/os/file.h"
#include "support/result.h"

namespace homeward::app {

/// What a folder is to an authority.
enum class FolderState {
    Missing,  ///< There is no such folder.
    Empty,
    Unfinished,  ///< The making of an authority was interrupted; it holds no records, or those of a
                 ///< demonstration that nobody has opened yet.
    BeingMade,   ///< Another program makes an authority in it at this moment.
    Authority,   ///< Keys or records are in it.
    Other,       ///< Something else is in it.
};

/// Fails with: StorageFailed (fact "cause": the folder cannot be looked at).
Result<FolderState> folderState(const std::filesystem::path& folder);

/// Why no authority may be made in `folder`: ReadOnly (facts "why", "where", "creating"),
/// InvalidInput (folder: not-empty, being-made, or a cause). Empty: it may. Touches nothing.
std::optional<Error> checkNewFolder(const std::filesystem::path& folder);

/// The sole right to make an authority in a folder, while this lives. A program that is killed
/// leaves a file, but not the right.
class Making {
public:
    /// Makes the folder, and clears away what an interrupted making left in it. A key file with
    /// slots is set aside under another name: it might open records that are kept elsewhere.
    /// Fails with: InvalidInput (folder: not-empty, being-made), StorageFull, StorageFailed.
    static Result<std::unique_ptr<Making>> begin(const std::filesystem::path& folder);
    ~Making();
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

private:
    Making(std::filesystem::path file, os::File lock)
        : m_file(std::move(file)), m_lock(std::move(lock))
    {
    }
    std::filesystem::path m_file;
    os::File m_lock;
    bool m_held = false;
};

/// A folder in which an authority is being made by this program alone. Unless keep() is said, what
/// was made goes again with this; the folder itself only where it was not there before.
class MadeFolder {
public:
    /// Fails with: those of Making::begin.
    static Result<std::unique_ptr<MadeFolder>> begin(const std::filesystem::path& folder);
    ~MadeFolder();
    MadeFolder(const MadeFolder&) = delete;
    MadeFolder& operator=(const MadeFolder&) = delete;
    void keep() { m_kept = true; }

private:
    MadeFolder(std::filesystem::path folder, bool existed)
        : m_folder(std::move(folder)), m_existed(existed)
    {
    }
    std::filesystem::path m_folder;
    bool m_existed;
    bool m_kept = false;
    std::unique_ptr<Making> m_making;
};

/// Whether an entry of this name belongs to an authority or to its making, and goes with it.
bool isOfAuthority(const std::string& entryName);

/// Why `folder` cannot be opened as an authority: AuthorityMissing with the facts "folder" and,
/// where it is known, "why" ("gone", "unfinished", "being-made") or "cause".
Error notAnAuthority(const std::filesystem::path& folder);
/// The same for a folder whose making was interrupted.
Error unfinishedAuthority(const std::filesystem::path& folder);

}  // namespace homeward::app
