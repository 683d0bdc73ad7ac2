#include "storage/backup_file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <thread>

#include "storage/backup.h"
#include "storage/child_repository.h"
#include "storage/key_file.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

namespace {

constexpr const char* kAccount = "admin";
constexpr const char* kPassphrase = "correct horse battery";
const Timestamp kMoment{1'774'967'527'000};

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// A store with keys and a trail of `rows` rows, and a folder for backups.
class BackedUp {
public:
    explicit BackedUp(int rows = 20)
    {
        fs::create_directories(folder / "authority");
        fs::create_directories(place);
        REQUIRE(KeyFile::create(keys, "Testshire", true).ok());
        REQUIRE(
            KeyFile::putSlot(keys, kAccount, Secret(kPassphrase), key, KdfLimits::least()).ok());
        auto made = Database::create(databaseFile, key);
        REQUIRE(made.ok());
        database = std::move(*made);
        REQUIRE(append(*database, rows));
    }

    /// One child and one row each, in transactions of their own. False: one failed. Asserts
    /// nothing, so that any thread may call it.
    bool append(Database& into, int rows)
    {
        for (int i = 0; i < rows; ++i) {
            const auto written = into.write<Done>("append", [&](Transaction& t) -> Result<Done> {
                AuditChain chain(t, chainKey);
                const std::string id = std::to_string(chain.head().sequence + 1);
                const Stamp stamp{kMoment, AccountId{"account"}};
                Child child;
                child.id = ChildId{id};
                child.caseNumber = id;
                child.aboutMe.whatMattersToMe = std::string(1'000, 'x');
                ChildRepository(t).insertMany({child}, stamp);
                chain.append({"add-child", "child", id, child.id, {}, {{"name", id}}}, stamp);
                return Done{};
            });
            if (!written)
                return false;
        }
        return true;
    }

    Result<BackupHeader> backUp(const fs::path& target, const RunControl& control = {})
    {
        return backUp(*database, target, control);
    }
    Result<BackupHeader> backUp(Database& from, const fs::path& target, const RunControl& control)
    {
        const BackupPlan plan{keys, folder / "work", key, kMoment};
        return from.read<BackupHeader>(
            "back up", [&](Transaction& t) { return writeBackup(t, plan, target, control); });
    }
    fs::path made(const char* name = "a.homeward-backup")
    {
        const fs::path file = place / name;
        const auto header = backUp(file);
        if (!header)
            FAIL(header.error().detail);
        return file;
    }
    Result<UnpackedBackup> unpack(const fs::path& file, const char* passphrase = kPassphrase)
    {
        return unpackBackup(file, kAccount, Secret(std::string_view(passphrase)),
                            folder / "unpacked.homeward");
    }
    /// Everything in a folder, files that begin with a dot too.
    static std::size_t filesIn(const fs::path& where)
    {
        if (!fs::exists(where))
            return 0;
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(where), fs::directory_iterator()));
    }

    TemporaryFolder temporary;
    fs::path folder = temporary.path();
    fs::path keys = folder / "authority" / "keys.json";
    fs::path databaseFile = folder / "authority" / "authority.homeward";
    fs::path place = folder / "second place";
    Secret key = fixedKey();
    Secret chainKey = derivedKey(key, "auditlog");
    std::unique_ptr<Database> database;
};

/// The chain of an unpacked store, recomputed against the head of the backup.
ChainReport verifiedChain(const BackedUp& store, const fs::path& file, const ChainHead& head)
{
    auto opened = Database::open(file, store.key, store.folder);
    REQUIRE(opened.ok());
    auto report = (*opened)->read<ChainReport>(
        "verify", [&](Transaction& t) { return verifyChain(t, store.chainKey, head, {}); });
    REQUIRE(report.ok());
    return *report;
}

std::string ruleOf(const Error& error)
{
    const auto rule = error.facts.find("rule");
    return rule == error.facts.end() ? std::string() : rule->second;
}

/// Fewer bytes than any backup needs may be written to one file while this lives.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        m_ignored = ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_ignored);
    }

private:
    rlimit m_before{};
    sighandler_t m_ignored = nullptr;
};

}  // namespace

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

TEST_CASE("a backup never goes over a file, a link or another backup", "[storage][backup][errors]")
{
    BackedUp store(1);
    const fs::path file = store.made();
    const std::string before = read(file);
    CHECK(store.backUp(file).error().code == ErrorCode::FileExists);
    CHECK(read(file) == before);
    fs::create_symlink(store.folder / "elsewhere", store.place / "link");
    CHECK(store.backUp(store.place / "link").error().code == ErrorCode::FileExists);
    CHECK_FALSE(fs::exists(store.folder / "elsewhere"));
}

TEST_CASE("a backup made while somebody writes is of one moment", "[storage][backup]")
{
    BackedUp store(200);
    std::atomic<bool> stop = false;
    std::atomic<bool> writerEnded = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        auto own = Database::open(store.databaseFile, store.key, store.folder);
        while (own.ok() && !stop && store.append(**own, 1))
            ++written;
        writerEnded = true;
    });
    std::vector<BackupHeader> headers;
    for (int i = 0; i < 10; ++i) {
        const int before = written;
        const fs::path file = store.place / (std::to_string(i) + ".homeward-backup");
        // Somebody commits between two steps of the copy, each time.
        RunControl control;
        bool waited = false;
        control.report = [&](int done, int) {
            if (waited || done == 0)
                return;
            waited = true;
            const int seen = written;
            while (written == seen && !writerEnded)
                std::this_thread::yield();
        };
        const auto header = store.backUp(*store.database, file, control);
        REQUIRE(header.ok());
        CHECK(written > before);
        headers.push_back(*header);
    }
    CHECK_FALSE(writerEnded);
    stop = true;
    writer.join();
    for (int i = 0; i < 10; ++i) {
        const fs::path file = store.place / (std::to_string(i) + ".homeward-backup");
        const auto unpacked = store.unpack(file);
        REQUIRE(unpacked.ok());
        const ChainHead& head = headers[static_cast<std::size_t>(i)].head;
        const auto report = verifiedChain(store, store.folder / "unpacked.homeward", head);
        CHECK_FALSE(report.problem);
        CHECK(report.rows == head.sequence);
        removeStoreFiles(store.folder / "unpacked.homeward");
    }
    CHECK(headers.back().head.sequence > headers.front().head.sequence);
}

TEST_CASE("a stopped backup leaves nothing, at whatever point", "[storage][backup][cancel]")
{
    BackedUp store(200);
    const int stopAfter = GENERATE(1, 300, 460, 600, 800, 990);
    int reached = 0;
    const RunControl control{[&] { return reached >= stopAfter; },
                             [&](int done, int) { reached = std::max(reached, done); }};
    const auto header = store.backUp(store.place / "a.homeward-backup", control);
    REQUIRE_FALSE(header.ok());
    CHECK(header.error().code == ErrorCode::Cancelled);
    CHECK(BackedUp::filesIn(store.place) == 0);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
}

TEST_CASE(
    "a program killed while it backs up leaves no file of a backup's name, and the next one "
    "tidies up",
    "[storage][backup][crash]")
{
    BackedUp store(100);
    store.database.reset();  // nothing is shared with the children
    int kills = 0;
    for (const int killAt : {1, 200, 449, 500, 600, 700, 750, 751, 900, 999}) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto own = Database::open(store.databaseFile, store.key, store.folder);
            if (!own.ok())
                ::_exit(1);
            RunControl control;
            control.report = [&](int done, int) {
                if (done >= killAt)
                    ::kill(::getpid(), SIGKILL);
            };
            (void)store.backUp(**own, store.place / "a.homeward-backup", control);
            ::_exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        kills += WIFSIGNALED(status) ? 1 : 0;
        CHECK_FALSE(fs::exists(store.place / "a.homeward-backup"));
    }
    CHECK(kills == 10);
    auto own = Database::open(store.databaseFile, store.key, store.folder);
    REQUIRE(own.ok());
    REQUIRE(store.backUp(**own, store.place / "a.homeward-backup", {}).ok());
    CHECK(verifyBackup(store.place / "a.homeward-backup", store.key).ok());
    CHECK(BackedUp::filesIn(store.place) == 1);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
}

TEST_CASE("a full disk stops a backup and leaves nothing", "[storage][backup][errors]")
{
    BackedUp store(200);
    REQUIRE(fs::file_size(store.databaseFile) > 200'000);
    Result<BackupHeader> header = Error{};
    {
        const SmallFiles full(GENERATE(rlim_t{100'000}, rlim_t{4'096}));
        header = store.backUp(store.place / "a.homeward-backup");
    }
    REQUIRE_FALSE(header.ok());
    CHECK((header.error().code == ErrorCode::StorageFull ||
           header.error().code == ErrorCode::StorageFailed));
    CHECK(BackedUp::filesIn(store.place) == 0);
    CHECK(BackedUp::filesIn(store.folder / "work") == 0);
    CHECK(store.backUp(store.place / "a.homeward-backup").ok());
}

TEST_CASE("a full disk stops unpacking and leaves nothing", "[storage][backup][errors]")
{
    BackedUp store(200);
    const fs::path file = store.made();
    Result<UnpackedBackup> unpacked = Error{};
    {
        const SmallFiles full(100'000);
        unpacked = store.unpack(file);
    }
    REQUIRE_FALSE(unpacked.ok());
    CHECK(unpacked.error().code == ErrorCode::StorageFull);
    CHECK(BackedUp::filesIn(store.folder) == 3);
    CHECK(store.unpack(file).ok());
}

TEST_CASE("a place that is not there or cannot be written to is told and nothing is made",
          "[storage][backup][errors]")
{
    BackedUp store(1);
    CHECK(store.backUp(store.folder / "gone" / "a.homeward-backup").error().code ==
          ErrorCode::StorageFailed);
    CHECK_FALSE(fs::exists(store.folder / "gone"));
    if (::geteuid() == 0)
        return;  // may write anywhere
    fs::permissions(store.place, fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(store.backUp(store.place / "a.homeward-backup").error().code == ErrorCode::StorageFailed);
    fs::permissions(store.place, fs::perms::owner_all);
    CHECK(BackedUp::filesIn(store.place) == 0);
}
