#include "tests/storage/backed_up.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

TEST_CASE("a backup is unpacked to the same records, keys and head", "[storage][backup]")
{
    BackedUp store;
    const fs::path file = store.made();
    const auto header = readBackupHeader(file);
    REQUIRE(header.ok());
    CHECK(header->authorityName == "Testshire");
    CHECK(header->demonstration);
    CHECK(header->madeAt == kMoment);
    CHECK(header->head.sequence == 20);
    CHECK(header->schemaVersion == currentSchemaVersion());
    CHECK(header->keysText == read(store.keys));
    const auto unpacked = store.unpack(file);
    REQUIRE(unpacked.ok());
    CHECK(unpacked->databaseKey.text() == store.key.text());
    CHECK(verifiedChain(store, store.folder / "unpacked.homeward", header->head).rows == 20);
}

TEST_CASE("a backup and its copy can be read by their owner only", "[storage][backup][privacy]")
{
    BackedUp store;
    const fs::path file = store.made();
    struct stat state {};
    REQUIRE(::stat(file.c_str(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
    REQUIRE(store.unpack(file).ok());
    REQUIRE(::stat((store.folder / "unpacked.homeward").c_str(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
    CHECK(BackedUp::filesIn(store.place) == 1);
}

TEST_CASE("nothing of a record can be read in a backup", "[storage][backup][privacy]")
{
    BackedUp store;
    CHECK(read(store.made()).find("xxxxxxxx") == std::string::npos);
}

TEST_CASE("each changed byte of a backup is found", "[storage][backup][damage]")
{
    BackedUp store(5);
    const fs::path file = store.made();
    std::string bytes = read(file);
    const auto parsed = parseBackupHeader(bytes);
    REQUIRE(parsed.ok());
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < parsed->bytes; ++i)
        places.push_back(i);
    for (std::size_t i = 0; i < 64; ++i) {
        places.push_back(parsed->bytes + i);
        places.push_back(bytes.size() - kBackupCheckBytes - 1 - i);
    }
    for (std::size_t i = 0; i < kBackupCheckBytes; ++i)
        places.push_back(bytes.size() - 1 - i);
    std::mt19937 random(20'260'331);
    for (int i = 0; i < 400; ++i)
        places.push_back(random() % bytes.size());
    std::fstream changed(file, std::ios::binary | std::ios::in | std::ios::out);
    std::size_t missed = 0;
    for (const std::size_t place : places) {
        const char was = bytes[place];
        const auto put = [&](char byte) {
            changed.seekp(static_cast<std::streamoff>(place));
            changed.put(byte);
            changed.flush();
        };
        put(static_cast<char>(was ^ (1 << (random() % 8))));
        missed += verifyBackup(file, store.key).ok() ? 1 : 0;
        put(was);
    }
    CHECK(missed == 0);
    CHECK(verifyBackup(file, store.key).ok());
}

TEST_CASE("a byte changed in a backup is found before anything is restored",
          "[storage][backup][damage]")
{
    BackedUp store(5);
    const fs::path file = store.made();
    const std::string whole = read(file);
    const auto parsed = parseBackupHeader(whole);
    REQUIRE(parsed.ok());
    for (const std::size_t place : {parsed->bytes, parsed->bytes + 9'000, whole.size() - 33,
                                    whole.size() - 32, whole.size() - 1}) {
        std::string bytes = whole;
        bytes.at(place) = static_cast<char>(bytes.at(place) ^ 1);
        write(file, bytes);
        const auto unpacked = store.unpack(file);
        REQUIRE_FALSE(unpacked.ok());
        CHECK(ruleOf(unpacked.error()) == "damaged-backup");
        CHECK(unpacked.error().facts.at("file") == file.string());
        CHECK_FALSE(fs::exists(store.folder / "unpacked.homeward"));
    }
}

TEST_CASE("a backup that was cut off or added to is found", "[storage][backup][damage]")
{
    BackedUp store(5);
    const fs::path file = store.made();
    const std::string whole = read(file);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{17}, std::size_t{18},
                                   std::size_t{26}, std::size_t{27}, std::size_t{100},
                                   whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        write(file, whole.substr(0, size));
        CHECK_FALSE(readBackupHeader(file).ok());
        CHECK_FALSE(verifyBackup(file, store.key).ok());
    }
    write(file, whole + '\0');
    CHECK(ruleOf(verifyBackup(file, store.key).error()) == "damaged-backup");
    write(file, whole + whole);
    CHECK_FALSE(verifyBackup(file, store.key).ok());
}

TEST_CASE("what is no backup is told apart from a damaged and from a newer one",
          "[storage][backup][errors]")
{
    BackedUp store(1);
    const fs::path file = store.place / "x.homeward-backup";
    write(file, "a letter");
    CHECK(ruleOf(readBackupHeader(file).error()) == "not-a-backup");
    write(file, "homeward-backup 2\nwhatever");
    CHECK(readBackupHeader(file).error().code == ErrorCode::StoreTooNew);
    write(file, "homeward-backup 1\n0000zz00\n");
    CHECK(ruleOf(readBackupHeader(file).error()) == "damaged-backup");
    const auto made = read(store.made("b.homeward-backup"));
    std::string newer = made;
    newer.replace(newer.find("\"min_reader\":1"), 14, "\"min_reader\":2");
    write(file, newer);
    CHECK(readBackupHeader(file).error().code == ErrorCode::StoreTooNew);
    CHECK(readBackupHeader(store.place / "not there").error().code == ErrorCode::FileUnreadable);
    CHECK(ruleOf(readBackupHeader(store.place).error()) == "not-a-backup");
}

TEST_CASE("a hostile header is refused at once and with little memory",
          "[storage][backup][hostile]")
{
    const auto withHeader = [](const std::string& json) {
        char length[10];
        std::snprintf(length, sizeof length, "%08zx\n", json.size());
        return "homeward-backup 1\n" + std::string(length) + json;
    };
    const std::string json = GENERATE(
        std::string("{}"), std::string("[]"), std::string("null"), std::string("[1e999]"),
        std::string("{\"min_reader\":1e999}"), std::string("{\"min_reader\":-1}"),
        std::string("{\"min_reader\":1,\"authority\":7}"), std::string(4'000'000, '['),
        [] {
            std::string many = "{";
            for (int i = 0; i < 300'000; ++i)
                many += "\"" + std::to_string(i) + "\":1,";
            return many + "\"x\":1}";
        }(),
        std::string("\xff\xfe"), std::string());
    const auto begun = std::chrono::steady_clock::now();
    CHECK_FALSE(parseBackupHeader(withHeader(json)).ok());
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
    CHECK_FALSE(parseBackupHeader("homeward-backup 1\nffffffff\n{}").ok());
    CHECK_FALSE(parseBackupHeader("homeward-backup 1\n00000002\n{").ok());
}

TEST_CASE("numbers in a header are held against the file", "[storage][backup][hostile]")
{
    BackedUp store(1);
    const fs::path file = store.made();
    const std::string whole = read(file);
    const auto header = readBackupHeader(file);
    REQUIRE(header.ok());
    const std::string was = "\"database_bytes\":" + std::to_string(header->databaseBytes);
    std::string number =
        GENERATE(std::string("0"), std::string("1"), std::string("18446744073709551615"),
                 std::string("281474976710656"), std::string("-5"), std::string("1.5"));
    std::string changed = whole;
    changed.replace(changed.find(was), was.size(), "\"database_bytes\":" + number);
    char length[9];
    std::snprintf(length, sizeof length, "%08zx",
                  std::stoul(whole.substr(18, 8), nullptr, 16) + number.size() + 17 - was.size());
    changed.replace(18, 8, length);
    write(file, changed);
    CHECK(ruleOf(readBackupHeader(file).error()) == "damaged-backup");
}

TEST_CASE("a wrong passphrase and an unknown account open no backup", "[storage][backup][errors]")
{
    BackedUp store(1);
    const fs::path file = store.made();
    CHECK(store.unpack(file, "another passphrase").error().code == ErrorCode::WrongPassphrase);
    CHECK(unpackBackup(file, "nobody", Secret(kPassphrase), store.folder / "u").error().code ==
          ErrorCode::WrongPassphrase);
    CHECK(BackedUp::filesIn(store.folder) == 3);  // authority, second place, work
}

TEST_CASE("a backup of another authority does not pass for one of this", "[storage][backup]")
{
    BackedUp store(1);
    CHECK(ruleOf(verifyBackup(store.made(), fixedKey(1)).error()) == "damaged-backup");
}

TEST_CASE("keys that are not of this database are put into no backup", "[storage][backup][errors]")
{
    BackedUp store(1);
    const std::string own = read(store.keys);
    fs::remove(store.keys);
    const fs::path file = store.place / "a.homeward-backup";
    CHECK(store.backUp(file).error().code == ErrorCode::KeyFileMissing);
    REQUIRE(KeyFile::create(store.keys, "Testshire", true).ok());
    REQUIRE(
        KeyFile::putSlot(store.keys, kAccount, Secret(kPassphrase), fixedKey(1), KdfLimits::least())
            .ok());
    CHECK(store.backUp(file).error().code == ErrorCode::KeyFileDamaged);
    CHECK(BackedUp::filesIn(store.place) == 0);
    write(store.keys, own);
    CHECK(store.backUp(file).ok());
}
