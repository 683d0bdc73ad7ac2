#include "storage/keys/key_file.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "storage/engine/database.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const Secret kPassphrase("three calm otters");
const Secret kOther("seven tall poplars");

struct Keys {
    Keys() : file(folder.path() / "keys.json"), databaseKey(KeyFile::newDatabaseKey())
    {
        REQUIRE(KeyFile::create(file, "Elmshire \xe2\x80\x93 children", true).ok());
    }
    void put(const std::string& account, const Secret& passphrase) const
    {
        REQUIRE(KeyFile::putSlot(file, account, passphrase, databaseKey, KdfLimits::least()).ok());
    }
    /// The code of unlocking; empty: it gave the database key.
    std::string unlock(const std::string& account, const Secret& passphrase) const
    {
        const Result<Secret> key = KeyFile::unlock(file, account, passphrase);
        if (!key.ok())
            return toKey(key.error().code);
        return key->text() == databaseKey.text() ? "" : "another key";
    }
    void edit(const std::function<void(Json&)>& change) const
    {
        Json json = Json::parse(bytesOf(file));
        change(json);
        std::ofstream(file) << json.dump();
    }

    TemporaryFolder folder;
    fs::path file;
    Secret databaseKey;
};

}  // namespace

TEST_CASE("every account opens the same database key with its own passphrase", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    keys.put("b.lane", kOther);
    CHECK(keys.unlock("o.grey", kPassphrase) == "");
    CHECK(keys.unlock("b.lane", kOther) == "");
    CHECK(keys.unlock("o.grey", kOther) == "WrongPassphrase");
    CHECK(keys.unlock("nobody", kPassphrase) == "WrongPassphrase");
    CHECK(keys.unlock("o.grey", Secret()) == "WrongPassphrase");
}

TEST_CASE("a key file tells its authority and accounts without a passphrase", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    keys.put("b.lane", kOther);
    const auto described = KeyFile::describe(keys.file);
    REQUIRE(described.ok());
    CHECK(described->authorityName == "Elmshire \xe2\x80\x93 children");
    CHECK(described->demonstration);
    CHECK(described->accountNames == std::vector<std::string>{"b.lane", "o.grey"});
}

TEST_CASE("a key file shows neither the key nor a passphrase and is its owner's alone",
          "[storage][keys][privacy]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const std::string text = bytesOf(keys.file);
    CHECK(text.find(kPassphrase.text()) == std::string::npos);
    CHECK(text.find(keys.databaseKey.text()) == std::string::npos);
    CHECK((fs::status(keys.file).permissions() & fs::perms(077)) == fs::perms::none);
}

TEST_CASE("changing a passphrase touches no database and only its own slot", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    keys.put("b.lane", kOther);
    const fs::path store = keys.folder.path() / "authority.db";
    REQUIRE(Database::create(store, keys.databaseKey).ok());
    const std::string before = bytesOf(store);
    const auto changedAt = fs::last_write_time(store);

    const Secret chosen("nine quiet lighthouses");
    keys.put("o.grey", chosen);
    CHECK(keys.unlock("o.grey", kPassphrase) == "WrongPassphrase");
    CHECK(keys.unlock("o.grey", chosen) == "");
    CHECK(keys.unlock("b.lane", kOther) == "");
    CHECK(bytesOf(store) == before);
    CHECK(fs::last_write_time(store) == changedAt);
    const Result<Secret> key = KeyFile::unlock(keys.file, "o.grey", chosen);
    REQUIRE(key.ok());
    CHECK(Database::open(store, *key, keys.folder.path()).ok());
}

TEST_CASE("a removed slot no longer opens and the others do", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    keys.put("b.lane", kOther);
    REQUIRE(KeyFile::removeSlot(keys.file, "o.grey", keys.databaseKey).ok());
    CHECK(keys.unlock("o.grey", kPassphrase) == "WrongPassphrase");
    CHECK(keys.unlock("b.lane", kOther) == "");
    const auto again = KeyFile::removeSlot(keys.file, "o.grey", keys.databaseKey);
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().code == ErrorCode::NotFound);
}

TEST_CASE("a slot is removed only with the key of its authority", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const auto removed = KeyFile::removeSlot(keys.file, "o.grey", fixedKey());
    REQUIRE_FALSE(removed.ok());
    CHECK(removed.error().code == ErrorCode::KeyFileDamaged);
    CHECK(keys.unlock("o.grey", kPassphrase) == "");
}

TEST_CASE("a missing key file says so and none is made", "[storage][keys][errors]")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "keys.json";
    CHECK(KeyFile::describe(file).error().code == ErrorCode::KeyFileMissing);
    CHECK(KeyFile::unlock(file, "o.grey", kPassphrase).error().code == ErrorCode::KeyFileMissing);
    CHECK(KeyFile::removeSlot(file, "o.grey", fixedKey()).error().code ==
          ErrorCode::KeyFileMissing);
    CHECK(KeyFile::putSlot(file, "o.grey", kPassphrase, fixedKey(), KdfLimits::least())
              .error()
              .code == ErrorCode::KeyFileMissing);
    CHECK_FALSE(fs::exists(file));
}

TEST_CASE("creating over an existing key file is refused and leaves it alone", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const auto made = KeyFile::create(keys.file, "Another", false);
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::InvalidInput);
    CHECK(keys.unlock("o.grey", kPassphrase) == "");
}

TEST_CASE("a key file that cannot be read is KeyFileDamaged and stays as it is",
          "[storage][keys][errors]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const std::string whole = bytesOf(keys.file);
    const std::string content =
        GENERATE_COPY(std::string(), std::string("{}"), whole.substr(0, whole.size() / 2),
                      std::string("[1, 2]"), std::string(2 << 20, ' '), std::string("\xff\xfe"));
    std::ofstream(keys.file, std::ios::binary) << content;
    CHECK(keys.unlock("o.grey", kPassphrase) == "KeyFileDamaged");
    CHECK(KeyFile::describe(keys.file).error().code == ErrorCode::KeyFileDamaged);
    CHECK(KeyFile::putSlot(keys.file, "x", kOther, keys.databaseKey, KdfLimits::least())
              .error()
              .code == ErrorCode::KeyFileDamaged);
    CHECK(bytesOf(keys.file) == content);
}

TEST_CASE("a key file of a newer form is StoreTooNew", "[storage][keys][errors]")
{
    const Keys keys;
    keys.edit([](Json& json) { json["min_reader"] = 2; });
    CHECK(KeyFile::describe(keys.file).error().code == ErrorCode::StoreTooNew);
}

TEST_CASE("a slot given another account's name by hand is noticed", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    keys.put("admin", kOther);
    keys.edit([](Json& json) {
        json["slots"][0]["account"] = "admin";
        json["slots"][1]["account"] = "o.grey";
    });
    CHECK(keys.unlock("admin", kPassphrase) == "KeyFileDamaged");
    CHECK(keys.unlock("o.grey", kOther) == "KeyFileDamaged");
}

TEST_CASE("a demonstration flag or name changed by hand is noticed", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const std::string field = GENERATE("demonstration", "authority");
    keys.edit([&](Json& json) {
        if (field == "demonstration")
            json[field] = false;
        else
            json[field] = "Another";
    });
    CHECK(keys.unlock("o.grey", kPassphrase) == "KeyFileDamaged");
}

TEST_CASE("a slot whose parts were changed does not open", "[storage][keys]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const std::string field = GENERATE("salt", "nonce", "box", "check");
    keys.edit([&](Json& json) {
        std::string text = json["slots"][0][field];
        text[2] = text[2] == 'a' ? 'b' : 'a';
        json["slots"][0][field] = text;
    });
    const std::string code = keys.unlock("o.grey", kPassphrase);
    CHECK((code == "WrongPassphrase" || code == "KeyFileDamaged"));
}

TEST_CASE("a slot that asks for an absurd cost is refused at once", "[storage][keys][errors]")
{
    const Keys keys;
    keys.put("o.grey", kPassphrase);
    const auto [field, value] =
        GENERATE(table<const char*, unsigned long long>({{"operations", 1'000'000ULL},
                                                         {"operations", 0ULL},
                                                         {"memory_bytes", 1ULL << 50},
                                                         {"memory_bytes", 1ULL}}));
    keys.edit([field = field, value = value](Json& json) { json["slots"][0][field] = value; });
    CHECK(keys.unlock("o.grey", kPassphrase) == "KeyFileDamaged");
}

TEST_CASE("slots put at the same time are all kept", "[storage][keys]")
{
    const Keys keys;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&keys, i] {
            (void)KeyFile::putSlot(keys.file, "account" + std::to_string(i), kPassphrase,
                                   keys.databaseKey, KdfLimits::least());
        });
    for (std::thread& thread : threads)
        thread.join();
    for (int i = 0; i < 8; ++i)
        CHECK(keys.unlock("account" + std::to_string(i), kPassphrase) == "");
}

TEST_CASE("a derived key depends on its purpose and hides the database key", "[storage][keys]")
{
    const Secret key = fixedKey();
    const Secret chain = derivedKey(key, "auditlog");
    CHECK(chain.size() == 32);
    CHECK(chain.text() == derivedKey(key, "auditlog").text());
    CHECK(chain.text() != derivedKey(key, "keyslots").text());
    CHECK(chain.text() != key.text());
    CHECK(KeyFile::newDatabaseKey().text() != KeyFile::newDatabaseKey().text());
}

TEST_CASE("another authority's key file in the folder is never given the key of this one",
          "[storage][keys]")
{
    Keys keys;
    keys.put("o.grey", kPassphrase);
    // A stranger's file, with the victim's account name and a passphrase the stranger knows.
    fs::remove(keys.file);
    const Secret strangersKey = KeyFile::newDatabaseKey();
    REQUIRE(KeyFile::create(keys.file, "Elmshire", false).ok());
    REQUIRE(KeyFile::putSlot(keys.file, "o.grey", kOther, strangersKey, KdfLimits::least()).ok());
    const auto changed =
        KeyFile::putSlot(keys.file, "o.grey", kPassphrase, keys.databaseKey, KdfLimits::least());
    REQUIRE_FALSE(changed.ok());
    CHECK(changed.error().code == ErrorCode::KeyFileDamaged);
    CHECK_FALSE(KeyFile::unlock(keys.file, "o.grey", kPassphrase).ok());
}

TEST_CASE("a sealed slot opens once it is applied, and applying again changes nothing",
          "[storage][keys]")
{
    Keys keys;
    keys.put("o.grey", kPassphrase);
    const auto slot =
        KeyFile::sealSlot(keys.file, "o.grey", kOther, keys.databaseKey, KdfLimits::least());
    REQUIRE(slot.ok());
    CHECK(KeyFile::unlock(keys.file, "o.grey", kPassphrase).ok());
    for (int again = 0; again < 2; ++again) {
        REQUIRE(KeyFile::apply(keys.file, {{"o.grey", slot->text}}, keys.databaseKey).ok());
        const auto opened = KeyFile::open(keys.file, "o.grey", kOther);
        REQUIRE(opened.ok());
        CHECK(opened->check == slot->check);
    }
    CHECK_FALSE(KeyFile::apply(keys.file, {{"b.lane", slot->text}}, keys.databaseKey).ok());
}
