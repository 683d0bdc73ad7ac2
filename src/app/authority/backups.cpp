#include "app/authority/backups.h"

#include <algorithm>
#include <tuple>

#include "app/session/use_case.h"
#include "domain/backup_retention.h"
#include "storage/backups/backup_file.h"
#include "storage/keys/key_file.h"
#include "support/os/disk.h"
#include "support/os/file.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEntity = "backup";
constexpr const char* kDaily = "daily";  ///< id of the entity: backups into the second place
constexpr const char* kByHand = "by-hand";
constexpr const char* kFolderKey = "backup-folder";
constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::size_t kMostListed = 10'000;

BackupInfo infoOf(const fs::path& file, const storage::BackupHeader& header)
{
    std::error_code ignored;
    BackupInfo info{
        file,          header.authorityName, header.demonstration, {},
        header.madeAt, header.head.sequence, header.head.hash,     fs::file_size(file, ignored)};
    if (const auto keys = storage::KeyFile::describeText(header.keysText))
        info.accountNames = keys->accountNames;
    return info;
}

/// "northshire-council-2026-03-31T143207Z": sorts by time, safe on every file system.
std::string backupName(const std::string& authority, Timestamp at)
{
    std::string name;
    for (const char c : foldedForSearch(authority)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    constexpr std::size_t kMost = 60;
    name.resize(std::min(name.size(), kMost));
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    std::string moment = at.toIso().substr(0, 19);
    std::erase(moment, ':');
    return (name.empty() ? "authority" : name) + "-" + moment + "Z";
}

/// A file that is not there yet.
Result<fs::path> fileFor(const fs::path& target, const std::string& authority, Timestamp at)
{
    std::error_code failed;
    if (!fs::is_directory(target, failed)) {
        // Without the ending it is a folder that is gone: never a file in the place of a disk.
        const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
        if (target.extension() != kBackupExtension || !fs::is_directory(folder, failed))
            return invalidInput("folder", "folder-missing");
        return target;
    }
    const std::string name = backupName(authority, at);
    fs::path file = target / (name + kBackupExtension);
    for (int number = 2; fs::exists(fs::symlink_status(file, failed)); ++number)
        file = target / (name + "-" + std::to_string(number) + kBackupExtension);
    return file;
}

Result<BackupInfo> write(Session& session, const fs::path& target, const char* kind, Right right,
                         const RunControl& control)
{
    if (const auto permitted = requireRight(session, right); !permitted)
        return permitted.error();
    const SharedState& shared = *session.impl().shared;
    const fs::path& folder = shared.authority.folder;
    const Timestamp now = shared.environment.clock->now();
    auto file = fileFor(target, shared.authority.name, now);
    if (!file)
        return file.error();
    // An authority that can only be read is copied beside its backup.
    const bool writable = os::isFolderWritable(folder);
    const fs::path beside = file->has_parent_path() ? file->parent_path() : fs::path(".");
    const storage::BackupPlan plan{keyFile(folder), writable ? backupFolder(folder) : beside,
                                   session.impl().keys->database, now};
    const auto writeIt = [&] {
        return session.impl().database->read<storage::BackupHeader>(
            "back up", [&](storage::Transaction& transaction) {
                return storage::writeBackup(transaction, plan, *file, control);
            });
    };
    auto header = writeIt();
    if (!header && header.error().code == ErrorCode::FileExists && *file != target) {
        // A colleague's of the same second; the next free name is ours.
        file = fileFor(target, shared.authority.name, now);
        if (!file)
            return file.error();
        header = writeIt();
    }
    if (!header)
        return header.error();
    BackupInfo info = infoOf(*file, *header);
    (void)commit<Done>(session, "back-up", right, [&](UnitOfWork& unit) -> Result<Done> {
        unit.audit(kEntity, kind, {}, {},
                   {{"file", pathText(file->filename())},
                    {"madeAt", now.toIso()},
                    {"sequence", std::to_string(info.sequence)},
                    {"bytes", std::to_string(info.bytes)}});
        return Done{};
    });
    return info;
}

Result<fs::path> chosenFolder(Session& session)
{
    return query<fs::path>(session, "backup folder", [](Records& records) -> Result<fs::path> {
        return pathFrom(records.info.value(kFolderKey).value_or(std::string()));
    });
}

/// A whole one, made by whoever holds our key within a day of now, on either side: where the clock
/// was put back, one of "tomorrow" is as good.
Result<bool> hasFreshBackup(Session& session, const fs::path& folder, const RunControl& control)
{
    const auto listed = listBackups(folder);
    if (!listed)
        return listed.error();
    const std::int64_t now = session.impl().shared->environment.clock->now().msSinceEpoch;
    for (const ListedBackup& backup : *listed) {
        const std::int64_t age = now - backup.info.madeAt.msSinceEpoch;
        if (backup.problem || age >= kDayMs || age <= -kDayMs)
            continue;
        const auto whole = checkBackup(session, backup.info.file, control);
        if (whole)
            return true;
        if (whole.error().code == ErrorCode::Cancelled)
            return whole.error();
    }
    return false;
}

/// The newest rows about backups, newest first.
std::vector<storage::StoredAuditEntry> rowsAbout(Records& records, Session& session,
                                                 const char* kind)
{
    constexpr int kEnough = 20;
    storage::AuditChain chain(records.transaction, session.impl().keys->chain);
    return chain.ofEntity(kEntity, kind, kEnough);
}

std::optional<Timestamp> newestOf(const std::vector<storage::StoredAuditEntry>& rows,
                                  std::string_view useCase)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.entry.useCase == useCase; });
    return found == rows.end() ? std::nullopt : std::optional(found->at);
}

/// Once a day for one reason: every sign-in of every colleague meets the same missing disk.
void noteFailure(Session& session, const Error& error)
{
    const auto state = backupState(session);
    const Timestamp now = session.impl().shared->environment.clock->now();
    const bool known = state && state->lastFailed && state->failure == toKey(error.code) &&
                       state->lastFailed->utcDate() == now.utcDate();
    if (known)
        return;
    (void)commit<Done>(
        session, "back-up-failed", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
            unit.audit(kEntity, kDaily, {}, {}, {{"reason", std::string(toKey(error.code))}});
            return Done{};
        });
}

}  // namespace

Result<BackupInfo> backUpNow(Session& session, const fs::path& target, const RunControl& control)
{
    return write(session, target, kByHand, Right::ManageAccounts, control);
}

Result<BackupInfo> inspectBackup(const fs::path& file)
{
    const auto header = storage::readBackupHeader(file);
    if (!header)
        return header.error();
    return infoOf(file, *header);
}

Result<BackupInfo> checkBackup(Session& session, const fs::path& file, const RunControl& control)
{
    const auto header = storage::verifyBackup(file, session.impl().keys->database, control);
    if (!header)
        return header.error();
    return infoOf(file, *header);
}

Result<std::vector<ListedBackup>> listBackups(const fs::path& folder)
{
    std::error_code failed;
    std::vector<ListedBackup> listed;
    fs::directory_iterator entry(folder, failed);
    if (failed)
        return invalidInput("folder", "folder-missing");
    for (; entry != fs::directory_iterator() && listed.size() < kMostListed;
         entry.increment(failed)) {
        if (entry->path().extension() != kBackupExtension)
            continue;
        auto info = inspectBackup(entry->path());
        if (info) {
            listed.push_back({std::move(*info), std::nullopt});
            continue;
        }
        BackupInfo unknown;
        unknown.file = entry->path();
        std::error_code ignored;
        unknown.bytes = fs::file_size(unknown.file, ignored);
        if (ignored)
            unknown.bytes = 0;
        listed.push_back({std::move(unknown), info.error()});
    }
    std::sort(listed.begin(), listed.end(), [](const ListedBackup& a, const ListedBackup& b) {
        if (a.problem.has_value() != b.problem.has_value())
            return !a.problem.has_value();
        return std::tie(b.info.madeAt, a.info.file) < std::tie(a.info.madeAt, b.info.file);
    });
    return listed;
}

PlaceWarning placeWarning(const fs::path& authority, const fs::path& place)
{
    std::error_code failed;
    const fs::path inside = fs::weakly_canonical(place, failed);
    const fs::path outside = fs::weakly_canonical(authority, failed);
    const auto [end, ignored] =
        std::mismatch(outside.begin(), outside.end(), inside.begin(), inside.end());
    if (end == outside.end())
        return PlaceWarning::InsideAuthority;
    const auto here = os::stateOf(authority);
    const auto there = os::stateOf(place);
    const bool same = here && there && here->identity.device == there->identity.device;
    return same ? PlaceWarning::SameDisk : PlaceWarning::None;
}

Result<BackupState> backupState(Session& session)
{
    auto state =
        query<BackupState>(session, "backup state", [&](Records& records) -> Result<BackupState> {
            BackupState found;
            found.folder = pathFrom(records.info.value(kFolderKey).value_or(std::string()));
            const auto daily = rowsAbout(records, session, kDaily);
            const auto dailyMade = newestOf(daily, "back-up");
            found.lastMade =
                std::max(dailyMade, newestOf(rowsAbout(records, session, kByHand), "back-up"));
            // The order of the trail counts, not the clock.
            if (!daily.empty() && daily.front().entry.useCase == "back-up-failed") {
                found.lastFailed = daily.front().at;
                if (const auto reason = daily.front().entry.after.find("reason");
                    reason != daily.front().entry.after.end())
                    found.failure = reason->second;
            }
            return found;
        });
    if (state && !state->folder.empty())
        state->warning = placeWarning(session.authority().folder, state->folder);
    return state;
}

Result<Done> setBackupFolder(Session& session, const fs::path& folder)
{
    std::error_code failed;
    const fs::path place = folder.empty() ? folder : fs::absolute(folder, failed);
    if (!place.empty() && !fs::is_directory(place, failed))
        return invalidInput("folder", "folder-missing");
    if (!place.empty() && !os::isFolderWritable(place))
        return invalidInput("folder", "not-writable");
    return commit<Done>(
        session, "set-backup-folder", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<Done> {
            const std::string before = unit.info.value(kFolderKey).value_or(std::string());
            unit.info.set(kFolderKey, pathText(place));
            unit.audit(kEntity, kDaily, {}, {{"folder", before}}, {{"folder", pathText(place)}});
            return Done{};
        });
}

Result<std::optional<BackupInfo>> runDueBackup(Session& session, const RunControl& control)
{
    const auto folder = chosenFolder(session);
    if (!folder)
        return folder.error();
    if (folder->empty())
        return std::optional<BackupInfo>();
    auto made = [&]() -> Result<std::optional<BackupInfo>> {
        const auto fresh = hasFreshBackup(session, *folder, control);
        if (!fresh)
            return fresh.error();
        if (*fresh)
            return std::optional<BackupInfo>();
        auto written = write(session, *folder, kDaily, Right::ReadRecords, control);
        if (!written)
            return written.error();
        return std::optional(std::move(*written));
    }();
    if (!made && made.error().code != ErrorCode::Cancelled)
        noteFailure(session, made.error());
    // Old ones that stay too long harm nobody.
    if (made && *made)
        (void)thinOutBackups(session, *folder, control);
    return made;
}

Result<int> thinOutBackups(Session& session, const fs::path& folder, const RunControl& control)
{
    const auto listed = listBackups(folder);
    if (!listed)
        return listed.error();
    std::vector<fs::path> files;
    std::vector<Timestamp> moments;
    for (const ListedBackup& backup : *listed) {
        if (backup.problem || backup.info.authorityName != session.authority().name)
            continue;
        files.push_back(backup.info.file);
        moments.push_back(backup.info.madeAt);
    }
    const auto allKept = [](const std::vector<bool>& keep) {
        return std::all_of(keep.begin(), keep.end(), [](bool kept) { return kept; });
    };
    // Reading all of them is only worth it where one may go.
    if (allKept(backupsToKeep(moments)))
        return 0;
    std::vector<fs::path> whole;
    moments.clear();
    for (const fs::path& file : files) {
        const auto checked = checkBackup(session, file, control);
        if (!checked && checked.error().code == ErrorCode::Cancelled)
            return checked.error();
        if (!checked)
            continue;
        whole.push_back(file);
        moments.push_back(checked->madeAt);
    }
    const std::vector<bool> keep = backupsToKeep(moments);
    int removed = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::error_code failed;
        if (!keep[i] && fs::remove(whole[i], failed))
            ++removed;
    }
    return removed;
}

}  // namespace homeward::app
