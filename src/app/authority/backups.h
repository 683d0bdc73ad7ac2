#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/session.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/text/keyed_enum.h"

namespace homeward::app {

inline constexpr const char* kBackupExtension = ".homeward-backup";

/// What a backup says of itself.
struct BackupInfo {
    std::filesystem::path file;
    std::string authorityName;
    bool demonstration = false;
    std::vector<std::string> accountNames;  ///< whose passphrase opens it
    Timestamp madeAt;
    std::int64_t sequence = 0;  ///< last row of the audit trail in it
    std::string hash;           ///< of that row
    std::uintmax_t bytes = 0;
};

/// Writes a backup while people work and reads it back. `target`: a folder, which gives it a name
/// of authority and moment, or a file that is not there yet and ends in kBackupExtension. Needs
/// Right::ManageAccounts. The audit row is written after it, and where it cannot be (an authority
/// that is only read), the backup stands all the same. Fails with: InvalidInput (folder:
/// folder-missing), FileExists, KeyFileMissing, KeyFileDamaged, StorageFull, StorageFailed,
/// StoreDamaged, Cancelled, NotPermitted.
Result<BackupInfo> backUpNow(Session& session, const std::filesystem::path& target,
                             const RunControl& control = {});

/// A file of a folder that has a backup's name.
struct ListedBackup {
    BackupInfo info;  ///< only file and bytes where there is a problem
    std::optional<Error> problem;
};
/// Backups in a folder by their headers, newest first; damaged ones last. Their contents are not
/// checked. Fails with: InvalidInput (folder: folder-missing).
Result<std::vector<ListedBackup>> listBackups(const std::filesystem::path& folder);

/// What can be read of a backup without a passphrase. Fails with: FileUnreadable (fact rule:
/// not-a-backup, damaged-backup), StoreTooNew.
Result<BackupInfo> inspectBackup(const std::filesystem::path& file);

/// Whether every byte of the file is as this authority wrote it. Fails with: those of
/// inspectBackup, Cancelled.
Result<BackupInfo> checkBackup(Session& session, const std::filesystem::path& file,
                               const RunControl& control = {});

enum class PlaceWarning { None, InsideAuthority, SameDisk };
/// Whether what happens to the authority's folder is likely to happen to `place` too.
PlaceWarning placeWarning(const std::filesystem::path& authority,
                          const std::filesystem::path& place);

/// What is known of the daily backups.
struct BackupState {
    std::filesystem::path folder;  ///< the second place; empty: none was chosen
    PlaceWarning warning = PlaceWarning::None;
    std::optional<Timestamp> lastMade;    ///< anywhere, as the audit trail says
    std::optional<Timestamp> lastFailed;  ///< of the daily ones, where none was made since
    std::string failure;                  ///< key of its ErrorCode
};
Result<BackupState> backupState(Session& session);

/// Chooses the second place; an empty path: none any more. Needs Right::ManageAccounts. Fails with:
/// InvalidInput (folder: folder-missing, not-writable), NotPermitted, and those of writing.
Result<Done> setBackupFolder(Session& session, const std::filesystem::path& folder);

/// Makes the backup of the day, if a place was chosen and no whole backup of this authority in it
/// is younger than a day; then lets go of those that backupsToKeep does not name. Anybody's sign-in
/// may do it. A failure is written into the trail, once a day. Empty: nothing was due. Fails with:
/// those of backUpNow.
Result<std::optional<BackupInfo>> runDueBackup(Session& session, const RunControl& control = {});

/// Removes whole backups of this authority from `folder` that backupsToKeep does not name; nothing
/// else, and nothing that cannot be checked. Gives how many. Fails with: Cancelled, and those of
/// listBackups.
Result<int> thinOutBackups(Session& session, const std::filesystem::path& folder,
                           const RunControl& control = {});

}  // namespace homeward::app

template <>
struct homeward::EnumKeys<homeward::app::PlaceWarning> {
    using W = homeward::app::PlaceWarning;
    static constexpr std::pair<W, std::string_view> table[] = {
        {W::None, "none"}, {W::InsideAuthority, "inside-authority"}, {W::SameDisk, "same-disk"}};
};
