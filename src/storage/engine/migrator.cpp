#include "storage/engine/migrator.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "storage/engine/connection.h"
#include "storage/engine/query.h"
#include "storage/engine/sql_script.h"
#include "support/files/resource.h"

namespace homeward::storage {
namespace {

constexpr std::string_view kFolder = "schemas/migrations/";
constexpr std::string_view kHeader = "-- min_reader: ";

std::optional<int> leadingNumber(std::string_view text)
{
    int number = 0;
    const std::from_chars_result read =
        std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || number < 1)
        return std::nullopt;
    return number;
}

std::vector<Migration> readBuiltIn()
{
    std::vector<Migration> steps;
    for (const std::string_view path : resourcesUnder(kFolder)) {
        const std::optional<Migration> step =
            parseMigration(path.substr(kFolder.size()), resource(path).value_or(""));
        assert(step && step->version == static_cast<int>(steps.size()) + 1);
        if (step)
            steps.push_back(*step);
    }
    return steps;
}

int storedVersion(soci::session& sql)
{
    int version = 0;
    Query(sql, "select coalesce(max(version), 0) from schema_version").into(version).first();
    return version;
}

void applyStep(soci::session& sql, const Migration& step, Timestamp at)
{
    // Of a script SOCI runs only the first statement on SQLite, and says nothing.
    for (const std::string& statement : splitStatements(step.script))
        sql << statement;
    Query(sql, "insert into schema_version (version, min_reader, applied_at) values (:v, :m, :a)")
        .with(step.version)
        .with(step.minReader)
        .with(at)
        .run();
}

}  // namespace

std::optional<Migration> parseMigration(std::string_view fileName, std::string_view script)
{
    const std::optional<int> version = leadingNumber(fileName);
    if (!version || !script.starts_with(kHeader))
        return std::nullopt;
    const std::optional<int> minReader = leadingNumber(script.substr(kHeader.size()));
    if (!minReader || *minReader > *version)
        return std::nullopt;
    return Migration{*version, *minReader, script};
}

const std::vector<Migration>& builtInMigrations()
{
    static const std::vector<Migration> steps = readBuiltIn();
    return steps;
}

std::optional<SchemaState> schemaState(soci::session& sql)
{
    int tables = 0;
    Query(sql,
          "select count(*) from sqlite_master where type = 'table' and name = 'schema_version'")
        .into(tables)
        .first();
    if (tables == 0)
        return std::nullopt;
    SchemaState state;
    Query(sql, "select coalesce(max(version), 0), coalesce(max(min_reader), 0) from schema_version")
        .into(state.version)
        .into(state.minReader)
        .first();
    return state.version > 0 ? std::optional(state) : std::nullopt;
}

void makeVersionTable(soci::session& sql)
{
    sql << "create table schema_version (version integer primary key, min_reader integer not null,"
           " applied_at text not null)";
}

void migrate(soci::session& sql, std::span<const Migration> steps, Timestamp at)
{
    for (const Migration& step : steps) {
        sql << "begin immediate";
        try {
            // Asked within the transaction: another program may have done the step while we waited.
            if (step.version > storedVersion(sql))
                applyStep(sql, step, at);
            sql << "commit";
        } catch (...) {
            rollBackQuietly(sql);
            throw;
        }
    }
}

std::optional<std::string> integrityProblem(soci::session& sql, bool thorough)
{
    std::string answer;
    Query(sql, thorough ? "pragma integrity_check(1)" : "pragma quick_check(1)")
        .into(answer)
        .first();
    if (answer != "ok")
        return "integrity";
    std::string table;
    // The engine checks references as they are written; a file changed from outside was not written
    // so.
    if (Query(sql, "pragma foreign_key_check").into(table).first())
        return "references of " + table;
    return std::nullopt;
}

}  // namespace homeward::storage
