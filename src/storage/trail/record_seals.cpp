#include "storage/trail/record_seals.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "storage/engine/connection.h"
#include "storage/engine/query.h"
#include "storage/trail/record_digest.h"

namespace homeward::storage {
namespace {

constexpr const char* kRemoved = "-";
constexpr std::size_t kRecordsBetweenStopChecks = 256;

bool isThere(soci::session& sql, std::string_view table)
{
    int tables = 0;
    Query(sql, "select count(*) from sqlite_master where type = 'table' and name = :name")
        .into(tables)
        .with(std::string(table))
        .first();
    return tables > 0;
}

/// A table whose rows belong to a record of `kind`, named by `column`.
struct WatchedTable {
    std::string_view table;
    std::string_view kind;
    std::string_view column;
};

const std::vector<WatchedTable>& watchedTables()
{
    static const std::vector<WatchedTable> tables = [] {
        std::vector<WatchedTable> all;
        for (const RecordKind& kind : kRecordKinds) {
            all.push_back({kind.table, kind.table, kind.key});
            if (!kind.details.table.empty())
                all.push_back({kind.details.table, kind.table, kind.details.owner});
        }
        return all;
    }();
    return tables;
}

using RecordName = std::pair<std::string, std::string>;  ///< kind, key

/// The records that the changed rows belong to.
std::set<RecordName> recordsOf(Transaction& transaction)
{
    std::set<RecordName> records;
    soci::session& sql = transaction.session();
    RecordName removed;
    Query(sql, "select kind, record from temp.touched")
        .into(removed.first)
        .into(removed.second)
        .forEach([&] { records.insert(removed); });
    if (!transaction.touched())
        return records;
    std::optional<Query> query;
    std::size_t table = watchedTables().size();
    std::int64_t row = 0;
    std::string key;
    for (const auto& [touchedTable, touchedRow] : transaction.touched()->rows()) {
        const WatchedTable& watched = watchedTables()[touchedTable];
        if (touchedTable != table) {
            table = touchedTable;
            query.emplace(sql, "select " + std::string(watched.column) + " from " +
                                   std::string(watched.table) + " where rowid = :row");
            query->into(key).with(row);
        }
        row = touchedRow;
        if (query->first())
            records.emplace(watched.kind, key);
    }
    return records;
}

void onUpdate(void* touched, int operation, const char* database, const char* table,
              sqlite_api::sqlite3_int64 row)
{
    if (operation != SQLITE_DELETE && std::string_view(database) == "main")
        static_cast<TouchedRows*>(touched)->note(table, row);
}

/// "kind digest key"; the key last and in one line, whatever is in it.
std::string sealLine(const std::string& kind, const std::string& record, const std::string& digest)
{
    std::string line = kind + ' ' + (digest.empty() ? kRemoved : digest) + ' ';
    for (const char c : record) {
        if (c == '\\' || c == '\n')
            line += '\\';
        line += c == '\n' ? 'n' : c;
    }
    return line;
}

std::string keyOf(std::string_view escaped)
{
    std::string key;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] == '\\' && i + 1 < escaped.size()) {
            ++i;
            key += escaped[i] == 'n' ? '\n' : escaped[i];
        } else {
            key += escaped[i];
        }
    }
    return key;
}

const RecordKind& kindNamed(std::string_view name)
{
    return *std::find_if(kRecordKinds.begin(), kRecordKinds.end(),
                         [&](const RecordKind& kind) { return kind.table == name; });
}

std::vector<std::string> keysOf(soci::session& sql, const RecordKind& kind)
{
    std::vector<std::string> keys;
    std::string key;
    Query(sql, "select " + std::string(kind.key) + " from " + std::string(kind.table))
        .into(key)
        .forEach([&] { keys.push_back(key); });
    return keys;
}

}  // namespace

void TouchedRows::watch(soci::session& sql)
{
    sql << "create temp table if not exists touched (kind text not null, record text not null,"
           " primary key (kind, record)) without rowid";
    for (const WatchedTable& watched : watchedTables()) {
        // Not all are there yet while a test brings migrations of its own.
        if (!isThere(sql, watched.table))
            continue;
        const std::string table(watched.table);
        sql << "create temp trigger touch_delete_" + table + " after delete on main." + table +
                   " begin insert or ignore into touched values ('" + std::string(watched.kind) +
                   "', old." + std::string(watched.column) + "); end";
    }
    sqlite_api::sqlite3_update_hook(handleOf(sql), &onUpdate, this);
}

void TouchedRows::forget(soci::session& sql)
{
    m_rows.clear();
    sql << "delete from temp.touched";
}

void TouchedRows::note(const char* table, std::int64_t row)
{
    const std::string_view name(table);
    const auto& tables = watchedTables();
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const WatchedTable& watched) {
        return watched.table == name;
    });
    if (found != tables.end())
        m_rows.emplace(static_cast<std::size_t>(found - tables.begin()), row);
}

Touched sealTouched(Transaction& transaction, const Secret& chainKey)
{
    soci::session& sql = transaction.session();
    const std::set<RecordName> records = recordsOf(transaction);
    Touched touched;
    touched.seals.reserve(records.size());
    std::optional<RecordDigest> digest;
    std::string digestKind;
    for (const auto& [of, key] : records) {
        if (of != digestKind) {
            digest.emplace(sql, kindNamed(of), chainKey);
            digestKind = of;
        }
        touched.seals.push_back(sealLine(of, key, digest->of(key)));
        touched.accounts = touched.accounts || of == "account";
    }
    return touched;
}

std::string rightsDigest(Transaction& transaction, const Secret& chainKey)
{
    return RecordDigest(transaction.session(), kindNamed("account"), chainKey).ofAll();
}

void RecordSeals::take(std::int64_t sequence, const std::string& seals)
{
    std::istringstream lines(seals);
    std::string line;
    while (std::getline(lines, line)) {
        const std::size_t first = line.find(' ');
        const std::size_t second = line.find(' ', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        m_latest[line.substr(0, first)][keyOf(std::string_view(line).substr(second + 1))] = {
            sequence, line.substr(first + 1, second - first - 1)};
    }
}

std::size_t RecordSeals::records() const
{
    std::size_t count = 0;
    for (const auto& [kind, records] : m_latest)
        count += records.size();
    return count;
}

Result<std::vector<RecordSeals::Finding>> RecordSeals::compare(Transaction& transaction,
                                                               const Secret& chainKey,
                                                               std::size_t most,
                                                               const RunControl& control) const
{
    std::vector<Finding> findings;
    const auto found = [&](RecordProblem problem, std::string_view kind, const std::string& record,
                           std::int64_t sequence) {
        if (findings.size() < most)
            findings.push_back({problem, std::string(kind), record, sequence});
    };
    soci::session& sql = transaction.session();
    std::size_t looked = 0;
    for (const RecordKind& kind : kRecordKinds) {
        const auto sealed = m_latest.find(std::string(kind.table));
        auto expected = sealed == m_latest.end() ? std::map<std::string, Seal>() : sealed->second;
        RecordDigest digest(sql, kind, chainKey);
        for (const std::string& key : keysOf(sql, kind)) {
            if (looked++ % kRecordsBetweenStopChecks == 0 && control.stopRequested())
                return Error{ErrorCode::Cancelled, "compare records", {}};
            const auto seal = expected.find(key);
            if (seal == expected.end()) {
                found(RecordProblem::Unsealed, kind.table, key, 0);
                continue;
            }
            if (seal->second.digest == kRemoved)
                found(RecordProblem::Revived, kind.table, key, seal->second.sequence);
            else if (seal->second.digest != digest.of(key))
                found(RecordProblem::Altered, kind.table, key, seal->second.sequence);
            expected.erase(seal);
        }
        for (const auto& [key, seal] : expected)
            if (seal.digest != kRemoved)
                found(RecordProblem::Missing, kind.table, key, seal.sequence);
    }
    return findings;
}

}  // namespace homeward::storage
