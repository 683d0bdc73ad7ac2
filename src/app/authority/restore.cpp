#include "app/authority/restore.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>

#include "app/authority/authority.h"
#include "app/session/use_case.h"
#include "storage/backups/backup_file.h"
#include "storage/engine/held_files.h"
#include "storage/keys/key_file.h"
#include "storage/trail/trail_since.h"
#include "support/files/durable_file.h"
#include "support/os/file.h"
#include "support/text/path_text.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

bool isFree(const fs::path& folder)
{
    std::error_code failed;
    const fs::file_status status = fs::symlink_status(folder, failed);
    if (!fs::exists(status))
        return true;
    return fs::is_directory(status) && fs::is_empty(folder, failed) && !failed;
}

fs::path withoutSlash(const fs::path& folder)
{
    std::error_code failed;
    fs::path plain = fs::absolute(folder, failed).lexically_normal();
    return plain.has_filename() ? plain : plain.parent_path();
}

/// What the folder is called until everything in it is right.
Result<fs::path> stagingFolder(const fs::path& newFolder)
{
    std::error_code failed;
    fs::create_directories(newFolder.parent_path(), failed);
    for (int number = 1; number <= 100; ++number) {
        fs::path staging = newFolder;
        staging += ".unfinished-" + std::to_string(number);
        if (fs::create_directory(staging, failed)) {
            fs::permissions(staging, fs::perms::owner_all, failed);
            return staging;
        }
        if (failed)
            return fileError(failed, "make folder");
    }
    return Error{ErrorCode::StorageFailed, "make folder", {}};
}

BackupInfo infoOfHeader(const fs::path& file, const storage::BackupHeader& header)
{
    std::error_code ignored;
    return {
        file,          header.authorityName, header.demonstration, {},
        header.madeAt, header.head.sequence, header.head.hash,     fs::file_size(file, ignored)};
}

/// Keys and head of the same moment as the database.
Result<Done> writeBeside(const fs::path& folder, const storage::UnpackedBackup& unpacked)
{
    if (auto written = replaceDurably(keyFile(folder), unpacked.header.keysText); !written)
        return written;
    const Keys keys(unpacked.databaseKey.clone());
    storage::ChainHead head = unpacked.header.head;
    head.store = storage::identityText(databaseFile(folder));
    return storage::HeadFile::replace(headFile(folder), head, keys.chain);
}

/// Proves that it opens, and says in the trail where it comes from.
Result<Done> signInAndNote(const fs::path& folder, const std::string& account,
                           const Secret& passphrase, const Environment& environment,
                           const BackupInfo& backup)
{
    auto session = signIn(folder, account, passphrase, environment);
    if (!session)
        return session.error();
    return commit<Done>(**session, "restore-backup", Right::ReadRecords,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            unit.audit("backup", "restored", {}, {},
                                       {{"file", pathText(backup.file.filename())},
                                        {"madeAt", backup.madeAt.toIso()},
                                        {"sequence", std::to_string(backup.sequence)}});
                            return Done{};
                        });
}

/// Whether another program has the file open as a database: SQLite holds a lock on these bytes for
/// as long as a connection lives. Locks of this program are not seen.
bool isOpenElsewhere(const fs::path& database)
{
    constexpr std::uint64_t kPendingByte = 0x40000000;
    constexpr std::uint64_t kLockBytes = 512;
    const os::File file(database, os::Opening::Read);
    return file.isOpen() && file.isRangeLocked(kPendingByte, kLockBytes);
}

fs::path replacedName(const fs::path& present, Timestamp now)
{
    std::string moment = now.toIso().substr(0, 19);
    std::erase(moment, ':');
    const std::string base = pathText(present) + "-replaced-" + moment + "Z";
    fs::path name = pathFrom(base);
    std::error_code failed;
    for (int number = 2; fs::exists(fs::symlink_status(name, failed)); ++number)
        name = pathFrom(base + "-" + std::to_string(number));
    return name;
}

struct Side {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    std::map<AccountId, std::string> people;
};

Side sideOf(Records& records)
{
    Side side{storage::recordCounts(records.transaction), {}};
    for (const Account& account : records.accounts.all())
        side.people[account.id] = account.personName;
    return side;
}

constexpr std::size_t kHexDigits = 64;

bool isHex(std::string_view text)
{
    return text.size() == kHexDigits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<TrailEnd> trailEndOfWord(std::string_view word)
{
    const std::vector<std::string_view> parts = split(word, ':');
    if (parts.size() < 2 || parts.size() > 3 || !isHex(parts[1]))
        return std::nullopt;
    TrailEnd end;
    const char* const last = parts[0].data() + parts[0].size();
    const auto [stopped, failure] = std::from_chars(parts[0].data(), last, end.sequence);
    if (failure != std::errc{} || stopped != last || end.sequence < 1)
        return std::nullopt;
    end.hash = parts[1];
    if (parts.size() == 3) {
        if (!isHex(parts[2]))
            return std::nullopt;
        end.check = parts[2];
    }
    return end;
}

}  // namespace

Result<RestoredBackup> restoreBackup(const fs::path& file, const std::string& account,
                                     const Secret& passphrase, const fs::path& newFolder,
                                     const Environment& environment, const RunControl& control)
{
    const fs::path target = withoutSlash(newFolder);
    if (!isFree(target))
        return invalidInput("folder", "not-empty");
    const auto staging = stagingFolder(target);
    if (!staging)
        return staging.error();
    struct Removal {
        fs::path folder;
        ~Removal()
        {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
        }
    } const removal{*staging};
    const auto unpacked =
        storage::unpackBackup(file, account, passphrase, databaseFile(*staging), control);
    if (!unpacked)
        return unpacked.error();
    if (auto written = writeBeside(*staging, *unpacked); !written)
        return written.error();
    const BackupInfo backup = infoOfHeader(file, unpacked->header);
    if (auto noted = signInAndNote(*staging, account, passphrase, environment, backup); !noted)
        return noted.error();
    // Takes the place of an empty folder, never of one that holds something.
    if (!os::rename(*staging, target))
        return errno == ENOTEMPTY || errno == EEXIST ? invalidInput("folder", "not-empty")
                                                     : fileError(errno, "name restored folder");
    auto authority = inspectAuthority(target);
    if (!authority)
        return authority.error();
    return RestoredBackup{std::move(*authority), backup};
}

Result<BackupComparison> compareWithPresent(Session& present, Session& restored,
                                            const BackupInfo& backup)
{
    if (present.impl().keys->database.text() != restored.impl().keys->database.text())
        return invalidInput("folder", "other-authority");
    const auto old = query<Side>(restored, "compare restored",
                                 [](Records& records) -> Result<Side> { return sideOf(records); });
    if (!old)
        return old.error();
    return query<BackupComparison>(
        present, "compare present", [&](Records& records) -> Result<BackupComparison> {
            const Side now = sideOf(records);
            BackupComparison comparison;
            comparison.madeAt = backup.madeAt;
            for (std::size_t i = 0; i < now.counts.size(); ++i)
                comparison.counts.push_back(
                    {now.counts[i].first, now.counts[i].second, old->counts[i].second});
            comparison.presentContinues =
                backup.sequence == 0 ||
                storage::trailHash(records.transaction, backup.sequence) == backup.hash;
            if (!comparison.presentContinues)
                return comparison;
            const storage::TrailSince since =
                storage::trailSince(records.transaction, backup.sequence, storage::TrailRows::Work);
            comparison.rowsSince = since.rows;
            comparison.firstSince = since.first;
            comparison.lastSince = since.last;
            for (const auto& [id, rows] : since.byAccount) {
                const auto person = now.people.find(id);
                comparison.rowsByPerson.emplace_back(
                    person == now.people.end() ? std::string() : person->second, rows);
            }
            if (since.last && *since.last > backup.madeAt)
                comparison.lost = std::chrono::ceil<std::chrono::minutes>(std::chrono::milliseconds(
                    since.last->msSinceEpoch - backup.madeAt.msSinceEpoch));
            return comparison;
        });
}

Result<BackupComparison> compareFolders(const fs::path& present, const std::string& account,
                                        const Secret& passphrase, const RestoredBackup& restored,
                                        const Environment& environment)
{
    auto now = signIn(present, account, passphrase, environment);
    if (!now)
        return now.error();
    auto old = signIn(restored.authority.folder, account, passphrase, environment);
    if (!old)
        return old.error();
    return compareWithPresent(**now, **old, restored.backup);
}

Result<fs::path> replacePresent(const fs::path& present, const fs::path& restored, Timestamp now)
{
    const fs::path place = withoutSlash(present);
    const fs::path from = withoutSlash(restored);
    for (const fs::path& folder : {place, from}) {
        if (const auto authority = inspectAuthority(folder);
            !authority && authority.error().code == ErrorCode::AuthorityMissing)
            return authority.error();
        if (isOpenElsewhere(databaseFile(folder)))
            return Error{ErrorCode::StoreLocked, "replace present", {}};
    }
    const fs::path kept = replacedName(place, now);
    if (!os::rename(place, kept))
        return fileError(errno, "keep present");
    if (os::rename(from, place))
        return kept;
    const int problem = errno;
    os::rename(kept, place);
    return problem == EXDEV ? invalidInput("folder", "other-disk")
                            : fileError(problem, "put restored in place");
}

Result<TrailEnd> trailEnd(Session& session)
{
    return query<TrailEnd>(
        session, "trail end",
        [&](Records& records) -> Result<TrailEnd> {
            const Secret& key = session.impl().keys->chain;
            const storage::ChainHead head = storage::AuditChain(records.transaction, key).head();
            return TrailEnd{head.sequence, head.hash,
                            storage::keptRowCheck(head.sequence, head.hash, key)};
        },
        Right::VerifyAudit);
}

std::string toText(const TrailEnd& end)
{
    return std::to_string(end.sequence) + ":" + end.hash +
           (end.check.empty() ? "" : ":" + end.check);
}

std::optional<TrailEnd> trailEndFrom(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        if (auto found = trailEndOfWord(text.substr(at, end - at)))
            return found;
        at = end + 1;
    }
    return std::nullopt;
}

Result<TrailEndAnswer> compareTrailEnd(Session& session, const TrailEnd& kept)
{
    return query<TrailEndAnswer>(
        session, "compare trail end",
        [&](Records& records) -> Result<TrailEndAnswer> {
            TrailEndAnswer answer{TrailEndVerdict::Contained, kept.sequence, 0};
            const Secret& key = session.impl().keys->chain;
            const bool forged = !kept.check.empty() &&
                                kept.check != storage::keptRowCheck(kept.sequence, kept.hash, key);
            const auto hash = storage::trailHash(records.transaction, kept.sequence);
            if (forged)
                answer.verdict = TrailEndVerdict::Forged;
            else if (!hash)
                answer.verdict = TrailEndVerdict::Missing;
            else if (*hash != kept.hash)
                answer.verdict = TrailEndVerdict::Different;
            else
                answer.rowsSince =
                    storage::trailSince(records.transaction, kept.sequence, storage::TrailRows::All)
                        .rows;
            return answer;
        },
        Right::VerifyAudit);
}

}  // namespace homeward::app
