#include "storage/backup.h"

#include <map>

#include "storage/connection.h"
#include "storage/error_mapping.h"
#include "storage/migrator.h"
#include "storage/query.h"
#include "support/durable_file.h"

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

void copyPages(soci::session& from, soci::session& to)
{
    sqlite_api::sqlite3_backup* backup =
        sqlite_api::sqlite3_backup_init(handleOf(to), "main", handleOf(from), "main");
    if (!backup)
        throw soci::sqlite3_soci_error("backup", sqlite_api::sqlite3_errcode(handleOf(to)));
    const int stepped = sqlite_api::sqlite3_backup_step(backup, -1);
    const int finished = sqlite_api::sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        throw soci::sqlite3_soci_error("backup", stepped);
    if (finished != SQLITE_OK)
        throw soci::sqlite3_soci_error("backup", finished);
}

/// Copies and compares inside one read transaction, so that both see the same moment.
Result<Done> copyAndCompare(soci::session& sql, const Secret& key,
                            const std::filesystem::path& target)
{
    try {
        sql << "begin";
        (void)rowCounts(sql);  // only a first read fixes the moment
        copyPages(sql, *openConnection(target, key, OpenMode::Create));
        const bool faithful = isFaithfulCopy(sql, key, target);
        sql << "commit";
        if (!faithful)
            return Error{ErrorCode::StoreDamaged, "back up: the copy differs", {}};
        return Done{};
    } catch (const std::exception& thrown) {
        rollBackQuietly(sql);
        return toError(thrown, "back up");
    }
}

}  // namespace

bool isFaithfulCopy(soci::session& sql, const Secret& key, const std::filesystem::path& copy)
{
    const std::unique_ptr<soci::session> opened = openConnection(copy, key, OpenMode::Look);
    return !integrityProblem(*opened, true) && rowCounts(*opened) == rowCounts(sql);
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
        return fileError(failed.value(), "make backup folder");
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
