#include "storage/backups/backup.h"

#include <map>

#include "storage/engine/connection.h"
#include "storage/engine/error_mapping.h"
#include "storage/engine/migrator.h"
#include "storage/engine/query.h"
#include "support/files/durable_file.h"

namespace homeward::storage {
namespace {

using Counts = std::map<std::string, long long>;

Counts rowCounts(soci::session& sql)
{
    Counts counts;
    std::string table;
    Query(sql, "select name from sqlite_master where type = 'table'").into(table).forEach([&] {
        counts[table] = 0;
    });
    for (auto& [name, count] : counts)
        Query(sql, "select count(*) from \"" + name + "\"").into(count).first();
    return counts;
}

/// Ends statements of a connection early once somebody asked to stop; they throw then.
class Interruptible {
public:
    Interruptible(soci::session& sql, const RunControl& control)
        : m_handle(handleOf(sql)), m_control(control)
    {
        constexpr int kInstructionsBetweenLooks = 20'000;
        if (control.stop)
            sqlite_api::sqlite3_progress_handler(
                m_handle, kInstructionsBetweenLooks,
                [](void* self) {
                    return static_cast<Interruptible*>(self)->m_control.stopRequested() ? 1 : 0;
                },
                this);
    }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;
    ~Interruptible() { sqlite_api::sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

private:
    sqlite_api::sqlite3* m_handle;
    const RunControl& m_control;
};

/// False: stopped.
bool copyPages(soci::session& from, soci::session& to, const RunControl& control)
{
    constexpr int kPagesAStep = 256;
    sqlite_api::sqlite3_backup* backup =
        sqlite_api::sqlite3_backup_init(handleOf(to), "main", handleOf(from), "main");
    if (!backup)
        throw soci::sqlite3_soci_error("backup", sqlite_api::sqlite3_errcode(handleOf(to)));
    int stepped = SQLITE_OK;
    while (stepped == SQLITE_OK && !control.stopRequested()) {
        stepped = sqlite_api::sqlite3_backup_step(backup, kPagesAStep);
        const int total = sqlite_api::sqlite3_backup_pagecount(backup);
        const int left = sqlite_api::sqlite3_backup_remaining(backup);
        if (total > 0)
            control.progress(static_cast<int>(900LL * (total - left) / total), 1000);
    }
    const int finished = sqlite_api::sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE && stepped != SQLITE_OK)
        throw soci::sqlite3_soci_error("backup", stepped);
    if (finished != SQLITE_OK)
        throw soci::sqlite3_soci_error("backup", finished);
    return stepped == SQLITE_DONE;
}

Error differs()
{
    return {ErrorCode::StoreDamaged, "back up: the copy differs", {}};
}

/// Copies and compares inside one read transaction, so that both see the same moment.
Result<Done> copyAndCompare(soci::session& sql, const Secret& key,
                            const std::filesystem::path& target)
{
    try {
        sql << "begin";
        (void)rowCounts(sql);  // only a first read fixes the moment
        copyPages(sql, *openConnection(target, key, OpenMode::Create), {});
        const bool faithful = isFaithfulCopy(sql, key, target);
        sql << "commit";
        if (!faithful)
            return differs();
        return Done{};
    } catch (const std::exception& thrown) {
        rollBackQuietly(sql);
        return toError(thrown, "back up");
    }
}

}  // namespace

bool isFaithfulCopy(soci::session& sql, const Secret& key, const std::filesystem::path& copy,
                    const RunControl& control)
{
    const std::unique_ptr<soci::session> opened = openConnection(copy, key, OpenMode::Look);
    const Interruptible copyStops(*opened, control);
    const Interruptible storeStops(sql, control);
    return !integrityProblem(*opened, true) && rowCounts(*opened) == rowCounts(sql);
}

Result<Done> copyStore(soci::session& sql, const Secret& key, const std::filesystem::path& target,
                       const RunControl& control)
{
    const Error cancelled{ErrorCode::Cancelled, "back up", {}};
    try {
        if (!copyPages(sql, *openConnection(target, key, OpenMode::Create), control))
            return cancelled;
        const bool faithful = isFaithfulCopy(sql, key, target, control);
        control.progress(1000, 1000);
        if (!faithful)
            return differs();
        return Done{};
    } catch (const std::exception& thrown) {
        return control.stopRequested() ? cancelled : toError(thrown, "back up");
    }
}

void removeStoreFiles(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::path part = file;
        part += suffix;
        std::filesystem::remove(part, ignored);
    }
}

Result<Done> backUp(soci::session& sql, const Secret& key, const std::filesystem::path& target)
{
    std::error_code failed;
    std::filesystem::create_directories(target.parent_path(), failed);
    if (failed)
        return fileError(failed, "make backup folder");
    std::filesystem::path unfinished = target;
    unfinished += ".unfinished";
    removeStoreFiles(unfinished);
    Result<Done> copied = copyAndCompare(sql, key, unfinished);
    if (copied)
        copied = moveDurably(unfinished, target);
    if (!copied)
        removeStoreFiles(unfinished);
    return copied;
}

}  // namespace homeward::storage
