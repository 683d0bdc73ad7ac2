#include "storage/engine/migrator.h"

#include <soci/soci.h>

#include <fstream>
#include <iterator>

#include "storage/backups/backup.h"
#include "storage/engine/connection.h"
#include "storage/engine/query.h"
#include "storage/engine/store_opening.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

namespace {

const Migration kFirst{
    1, 1,
    "-- min_reader: 1\ncreate table letter (id integer primary key, words text not null);\n"
    "insert into letter values (1, 'one; still one'); insert into letter values (2, 'two');"};
const Migration kSecond{2, 1,
                        "-- min_reader: 1\nalter table letter add column seen integer;\n"
                        "update letter set seen = 1;"};
const Migration kThird{3, 3, "-- min_reader: 3\ncreate table stamp (id integer primary key);"};
const Migration kBroken{2, 1,
                        "-- min_reader: 1\ninsert into letter values (3, 'three');\n"
                        "insert into no_such_table values (1);"};

using Steps = std::vector<Migration>;

struct OldStore {
    explicit OldStore(const Steps& steps = {kFirst}) : file(folder.path() / "authority.db")
    {
        REQUIRE(createStore(file, fixedKey(), steps).ok());
    }
    Result<std::unique_ptr<Database>> open(const Steps& steps) const
    {
        return openStore(file, fixedKey(), backups(), steps);
    }
    int number(const std::string& query) const
    {
        const auto sql = openConnection(file, fixedKey(), OpenMode::Look);
        int value = -1;
        *sql << query, soci::into(value);
        return value;
    }
    fs::path backups() const { return folder.path() / "backups"; }
    std::vector<fs::path> backupFiles() const
    {
        std::vector<fs::path> files;
        if (fs::exists(backups()))
            for (const fs::directory_entry& entry : fs::directory_iterator(backups()))
                files.push_back(entry.path());
        return files;
    }

    TemporaryFolder folder;
    fs::path file;
};

}  // namespace

TEST_CASE("an older store is brought up to date step by step and keeps its rows",
          "[storage][migration]")
{
    const OldStore store;
    {
        const auto opened = store.open({kFirst, kSecond, kThird});
        REQUIRE(opened.ok());
    }
    CHECK(store.number("select count(*) from letter where seen = 1") == 2);
    CHECK(store.number("select count(*) from letter where words = 'one; still one'") == 1);
    CHECK(store.number("select count(*) from stamp") == 0);
    CHECK(store.number("select max(version) from schema_version") == 3);
    CHECK(store.number("select max(min_reader) from schema_version") == 3);
}

TEST_CASE("before the first step a backup of the same key is made and verified",
          "[storage][migration]")
{
    const OldStore store;
    REQUIRE(store.open({kFirst, kSecond}).ok());
    const std::vector<fs::path> files = store.backupFiles();
    REQUIRE(files.size() == 1);
    CHECK(files[0].filename().string().starts_with("authority-version-1-"));
    const auto backup = openConnection(files[0], fixedKey(), OpenMode::Look);
    int rows = 0;
    *backup << "select count(*) from letter", soci::into(rows);
    CHECK(rows == 2);
    CHECK(schemaState(*backup)->version == 1);
    CHECK(bytesOf(files[0]).find("SQLite format") == std::string::npos);
}

TEST_CASE("a backup that lacks a row or is damaged is no faithful copy", "[storage][migration]")
{
    const OldStore store;
    const auto sql = openConnection(store.file, fixedKey(), OpenMode::ReadWrite);
    const fs::path copy = store.backups() / "copy.db";
    REQUIRE(backUp(*sql, fixedKey(), copy).ok());
    CHECK(isFaithfulCopy(*sql, fixedKey(), copy));
    SECTION("a row less")
    {
        *openConnection(copy, fixedKey(), OpenMode::ReadWrite) << "delete from letter where id = 2";
    }
    SECTION("a damaged page")
    {
        std::string bytes = bytesOf(copy);
        bytes[2 * 4096 + 100] = static_cast<char>(bytes[2 * 4096 + 100] ^ 1);
        std::ofstream(copy, std::ios::binary) << bytes;
    }
    CHECK_FALSE(isFaithfulCopy(*sql, fixedKey(), copy));
}

TEST_CASE("a backup never replaces an older one", "[storage][migration]")
{
    const OldStore store;
    const auto sql = openConnection(store.file, fixedKey(), OpenMode::ReadWrite);
    const fs::path target = store.folder.path() / "kept.db";
    std::ofstream(target) << "kept";
    CHECK_FALSE(backUp(*sql, fixedKey(), target).ok());
    CHECK(bytesOf(target) == "kept");
    CHECK_FALSE(fs::exists(store.folder.path() / "kept.db.unfinished"));
}

TEST_CASE("a store that is up to date is opened without a backup", "[storage][migration]")
{
    const OldStore store;
    REQUIRE(store.open({kFirst}).ok());
    CHECK(store.backupFiles().empty());
}

TEST_CASE("a failing step leaves the store at the version before it", "[storage][migration]")
{
    const OldStore store;
    CHECK_FALSE(store.open({kFirst, kBroken}).ok());
    CHECK(store.number("select max(version) from schema_version") == 1);
    CHECK(store.number("select count(*) from letter") == 2);
    CHECK(store.open({kFirst}).ok());
}

TEST_CASE("a failing backup stops the migration", "[storage][migration]")
{
    const OldStore store;
    std::ofstream(store.backups()) << "a file where the folder should be";
    CHECK_FALSE(store.open({kFirst, kSecond}).ok());
    CHECK(store.number("select max(version) from schema_version") == 1);
}

TEST_CASE("a damaged store is not migrated", "[storage][migration]")
{
    const OldStore store;
    std::string bytes = bytesOf(store.file);
    REQUIRE(bytes.size() == 4 * 4096);
    bytes[2 * 4096 + 100] = static_cast<char>(bytes[2 * 4096 + 100] ^ 1);
    std::ofstream(store.file, std::ios::binary) << bytes;
    const auto opened = store.open({kFirst, kSecond});
    REQUIRE_FALSE(opened.ok());
    CHECK(std::string(toKey(opened.error().code)) == "StoreDamaged");
    CHECK(store.backupFiles().empty());
}

TEST_CASE("a store from a newer program is refused and left byte for byte unchanged",
          "[storage][migration]")
{
    const OldStore store({kFirst, kSecond, kThird});
    const std::string before = bytesOf(store.file);
    const auto opened = store.open({kFirst, kSecond});
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::StoreTooNew);
    CHECK(bytesOf(store.file) == before);
    // The store, and the file its writers lock.
    CHECK(std::distance(fs::directory_iterator(store.folder.path()), fs::directory_iterator()) ==
          2);
}

TEST_CASE("a newer store with an unfinished log is refused and both files stay as they are",
          "[storage][migration]")
{
    const OldStore store;
    const TemporaryFolder crashed;
    const fs::path copy = crashed.path() / "authority.db";
    const fs::path log = crashed.path() / "authority.db-wal";
    {
        const auto sql = openConnection(store.file, fixedKey(), OpenMode::ReadWrite);
        const Steps steps{kFirst, kSecond, kThird};
        migrate(*sql, steps, Timestamp{});
        fs::copy_file(store.file, copy);
        fs::copy_file(store.folder.path() / "authority.db-wal", log);
    }
    const std::string before = bytesOf(copy);
    const std::string logBefore = bytesOf(log);
    const Steps ours{kFirst, kSecond};
    const auto opened = openStore(copy, fixedKey(), store.backups(), ours);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::StoreTooNew);
    CHECK(bytesOf(copy) == before);
    CHECK(bytesOf(log) == logBefore);
    CHECK(store.backupFiles().empty());
}

TEST_CASE("a newer store that still admits this program is opened and not changed",
          "[storage][migration]")
{
    const OldStore store({kFirst, kSecond});
    CHECK(store.open({kFirst}).ok());
    CHECK(store.number("select max(version) from schema_version") == 2);
    CHECK(store.backupFiles().empty());
}

TEST_CASE("a step that another program has taken meanwhile is skipped", "[storage][migration]")
{
    const OldStore store;
    const auto sql = openConnection(store.file, fixedKey(), OpenMode::ReadWrite);
    const Steps steps{kFirst, kSecond};
    migrate(*sql, steps, Timestamp{});
    migrate(*sql, steps, Timestamp{});
    CHECK(store.number("select count(*) from schema_version") == 2);
}

TEST_CASE("a migration file has a number in its name and a min_reader in its first line",
          "[storage][migration]")
{
    const auto step = parseMigration("0007_exemption.sql", "-- min_reader: 6\ncreate table x (y);");
    REQUIRE(step);
    CHECK(step->version == 7);
    CHECK(step->minReader == 6);
    CHECK_FALSE(parseMigration("exemption.sql", "-- min_reader: 6\n"));
    CHECK_FALSE(parseMigration("0007_exemption.sql", "create table x (y);"));
    CHECK_FALSE(parseMigration("0007_exemption.sql", "-- min_reader: 8\n"));
    CHECK_FALSE(parseMigration("0007_exemption.sql", "-- min_reader: none\n"));
}

TEST_CASE("the built-in migrations are numbered from 1 without gaps", "[storage][migration]")
{
    const std::vector<Migration>& steps = builtInMigrations();
    REQUIRE_FALSE(steps.empty());
    for (std::size_t i = 0; i < steps.size(); ++i)
        CHECK(steps[i].version == static_cast<int>(i) + 1);
    CHECK(currentSchemaVersion() == steps.back().version);
}

TEST_CASE("every released schema opens in this program", "[storage][migration]")
{
    const std::vector<Migration>& all = builtInMigrations();
    for (std::size_t released = 1; released <= all.size(); ++released) {
        const OldStore store(
            Steps(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(released)));
        const auto opened = Database::open(store.file, fixedKey(), store.backups());
        INFO("version " << released);
        REQUIRE(opened.ok());
        CHECK((*opened)->checkIntegrity().ok());
        CHECK(store.number("select max(version) from schema_version") == currentSchemaVersion());
    }
}
