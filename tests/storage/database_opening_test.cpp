#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>
#include <iterator>
#include <set>

#include "storage/engine/connection.h"
#include "storage/records/child_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

namespace {

void writeBytes(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

class StoreFile {
public:
    StoreFile() : file(folder.path() / "authority.db")
    {
        auto made = Database::create(file, fixedKey());
        REQUIRE(made.ok());
        const Result<Done> written =
            (*made)->write<Done>("fill", [](Transaction& t) -> Result<Done> {
                std::vector<Child> children;
                for (int i = 0; i < 500; ++i)
                    children.push_back(fullChild("child " + std::to_string(i)));
                ChildRepository(t).insertMany(children, stamp());
                return Done{};
            });
        REQUIRE(written.ok());
    }
    Result<std::unique_ptr<Database>> open(const Secret& key = fixedKey()) const
    {
        return Database::open(file, key, folder.path() / "backups");
    }

    TemporaryFolder folder;
    fs::path file;
};

/// Opens, and checks that this is refused with `code` and leaves every byte and name as it was.
void checkRefusedUntouched(const StoreFile& store, const Secret& key, ErrorCode code)
{
    const std::string before = bytesOf(store.file);
    const std::set<std::string> names = namesIn(store.folder.path());
    const auto opened = store.open(key);
    REQUIRE_FALSE(opened.ok());
    CHECK(std::string(toKey(opened.error().code)) == toKey(code));
    CHECK(bytesOf(store.file) == before);
    CHECK(namesIn(store.folder.path()) == names);
}

}  // namespace

TEST_CASE("what was committed is there after closing and opening", "[storage]")
{
    const StoreFile store;
    const auto opened = store.open();
    REQUIRE(opened.ok());
    const auto children = (*opened)->read<std::vector<Child>>(
        "all",
        [](Transaction& t) -> Result<std::vector<Child>> { return ChildRepository(t).all(); });
    REQUIRE(children.ok());
    CHECK(children->size() == 500);
    CHECK((*opened)->checkIntegrity().ok());
}

TEST_CASE("the file holds nothing readable", "[storage][privacy]")
{
    const StoreFile store;
    const std::string bytes = bytesOf(store.file);
    REQUIRE(bytes.size() > 100'000);
    CHECK(bytes.find("SQLite format") == std::string::npos);
    CHECK(bytes.find("create table") == std::string::npos);
    CHECK(bytes.find("Polish") == std::string::npos);
}

TEST_CASE("creating over an existing file is refused and leaves it alone", "[storage]")
{
    const StoreFile store;
    const std::string before = bytesOf(store.file);
    const auto made = Database::create(store.file, fixedKey());
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::InvalidInput);
    CHECK(made.error().facts.at("rule") == "already-exists");
    CHECK(bytesOf(store.file) == before);
}

TEST_CASE("creating where there is no folder fails and leaves nothing", "[storage]")
{
    const TemporaryFolder folder;
    const auto made = Database::create(folder.path() / "none" / "authority.db", fixedKey());
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::StorageFailed);
    CHECK(namesIn(folder.path()).empty());
}

TEST_CASE("a missing file is StoreMissing and is not made", "[storage][errors]")
{
    const TemporaryFolder folder;
    const auto opened = Database::open(folder.path() / "authority.db", fixedKey(), folder.path());
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::StoreMissing);
    CHECK(namesIn(folder.path()).empty());
}

TEST_CASE("a store of another key is StoreForeign and stays untouched", "[storage][errors]")
{
    const StoreFile store;
    checkRefusedUntouched(store, fixedKey(99), ErrorCode::StoreForeign);
    CHECK(store.open().ok());
}

TEST_CASE("a file that is no case store is StoreForeign and stays untouched", "[storage][errors]")
{
    const StoreFile store;
    const std::string content =
        GENERATE(std::string("a letter"), std::string(20'000, 'x'),
                 std::string("SQLite format 3\0", 16) + std::string(8'176, '\0'));
    writeBytes(store.file, content);
    checkRefusedUntouched(store, fixedKey(), ErrorCode::StoreForeign);
}

TEST_CASE("an encrypted database without our schema is StoreForeign and stays untouched",
          "[storage][errors]")
{
    const StoreFile store;
    fs::remove(store.file);
    *openConnection(store.file, fixedKey(), OpenMode::Create) << "create table note (text text)";
    checkRefusedUntouched(store, fixedKey(), ErrorCode::StoreForeign);
}

TEST_CASE("a truncated store is StoreDamaged and stays untouched", "[storage][errors]")
{
    const StoreFile store;
    const std::string whole = bytesOf(store.file);
    const std::size_t kept = GENERATE(std::size_t{0}, std::size_t{8'192}, std::size_t{50'001});
    writeBytes(store.file, whole.substr(0, kept));
    INFO(kept);
    checkRefusedUntouched(store, fixedKey(), ErrorCode::StoreDamaged);
}

TEST_CASE("a changed byte is found by the integrity check", "[storage][errors]")
{
    const StoreFile store;
    const std::string whole = bytesOf(store.file);
    for (const int share : {3, 5, 7, 9}) {
        std::string bytes = whole;
        const std::size_t at = bytes.size() / 10 * static_cast<std::size_t>(share);
        bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
        writeBytes(store.file, bytes);
        const auto opened = store.open();
        if (!opened) {  // the page is one that opening reads
            CHECK(opened.error().code == ErrorCode::StoreDamaged);
            continue;
        }
        const Result<Done> checked = (*opened)->checkIntegrity();
        REQUIRE_FALSE(checked.ok());
        CHECK(std::string(toKey(checked.error().code)) == "StoreDamaged");
        CHECK(checked.error().facts.contains("problem"));
    }
}

TEST_CASE("reading a damaged page is StoreDamaged, never a wrong answer", "[storage][errors]")
{
    const StoreFile store;
    std::string bytes = bytesOf(store.file);
    for (std::size_t at = bytes.size() / 2; at < bytes.size(); at += 4096)
        bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
    writeBytes(store.file, bytes);
    const auto opened = store.open();
    if (!opened) {
        CHECK(std::string(toKey(opened.error().code)) == "StoreDamaged");
        return;
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto children = (*opened)->read<std::vector<Child>>(
            "all",
            [](Transaction& t) -> Result<std::vector<Child>> { return ChildRepository(t).all(); });
        REQUIRE_FALSE(children.ok());
        INFO(children.error().detail);
        CHECK(std::string(toKey(children.error().code)) == "StoreDamaged");
    }
}

TEST_CASE("a store that another connection holds is opened and read", "[storage]")
{
    const StoreFile store;
    const auto first = store.open();
    REQUIRE(first.ok());
    const auto second = store.open();
    REQUIRE(second.ok());
    const std::int64_t before = (*first)->outsideChanges();
    CHECK((*first)->outsideChanges() == before);
    const Result<Done> written = (*second)->write<Done>("add", [](Transaction& t) -> Result<Done> {
        ChildRepository(t).insert(plainChild("another"), stamp());
        return Done{};
    });
    REQUIRE(written.ok());
    CHECK((*first)->outsideChanges() != before);
}

TEST_CASE("an own change is no outside change", "[storage]")
{
    const StoreFile store;
    const auto opened = store.open();
    REQUIRE(opened.ok());
    const std::int64_t before = (*opened)->outsideChanges();
    const Result<Done> written = (*opened)->write<Done>("add", [](Transaction& t) -> Result<Done> {
        ChildRepository(t).insert(plainChild("another"), stamp());
        return Done{};
    });
    REQUIRE(written.ok());
    CHECK((*opened)->outsideChanges() == before);
}

TEST_CASE("foreign keys, full flushes and the write-ahead log are on", "[storage]")
{
    const StoreFile store;
    const auto sql = openConnection(store.file, fixedKey(), OpenMode::ReadWrite);
    const auto pragma = [&](const std::string& name) {
        std::string value;
        *sql << "pragma " + name, soci::into(value);
        return value;
    };
    CHECK(pragma("foreign_keys") == "1");
    CHECK(pragma("synchronous") == "2");
    CHECK(pragma("journal_mode") == "wal");
    CHECK(pragma("cipher_version").starts_with("3.4"));
}
