#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "app/authority/authority_folder.h"
#include "app/authority/demonstration.h"
#include "storage/engine/database.h"
#include "storage/keys/key_file.h"
#include "support/os/disk.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kDatabase = "authority.homeward";

app::Environment environment()
{
    return {std::make_shared<FixedClock>(day("2026-03-01")), seededIds(1, 0), app::KdfCost::Test};
}

app::NewAuthority planFor(const fs::path& folder)
{
    app::NewAuthority plan;
    plan.folder = folder;
    plan.name = "Testshire";
    plan.accountName = "admin";
    plan.personName = "A. Okafor";
    plan.passphrase = Secret(kPassphrase);
    return plan;
}

Result<app::AuthorityInfo> create(const fs::path& folder)
{
    return app::createAuthority(planFor(folder), environment());
}

void put(const fs::path& file, const std::string& text = "left over")
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string factOf(const Error& error, const std::string& name)
{
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? std::string() : found->second;
}

std::string whyNotOpened(const fs::path& folder)
{
    const auto opened = app::inspectAuthority(folder);
    if (opened)
        return "opened";
    CHECK(opened.error().code == ErrorCode::AuthorityMissing);
    CHECK(factOf(opened.error(), "folder") == folder.string());
    return factOf(opened.error(), "why") + factOf(opened.error(), "cause");
}

bool opens(const fs::path& folder)
{
    return static_cast<bool>(app::signIn(folder, "admin", Secret(kPassphrase), environment()));
}

}  // namespace

TEST_CASE("no authority is made where it cannot be safe, and nothing is touched there",
          "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path target = temporary.path() / "OneDrive - Testshire" / "x";
    const auto refused = create(target);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ReadOnly);
    CHECK(factOf(refused.error(), "why") == "synchronised");
    CHECK(factOf(refused.error(), "where") == "OneDrive");
    CHECK(factOf(refused.error(), "creating") == "yes");

    app::DemonstrationPlan demonstration;
    demonstration.folder = target;
    demonstration.today = day("2026-03-01");
    const auto alsoRefused = app::createDemonstration(demonstration, environment());
    REQUIRE_FALSE(alsoRefused);
    CHECK(alsoRefused.error().code == ErrorCode::ReadOnly);
    CHECK(fs::is_empty(temporary.path()));
}

TEST_CASE("an authority that was put into a synchronised folder says where it lies",
          "[authority][place]")
{
    AuthorityFixture fixture;
    CHECK(require(app::inspectAuthority(fixture.folder)).place.isLocal());
    fixture.session.reset();
    const fs::path moved = fixture.temporary.path() / "Dropbox" / "authority";
    fs::create_directories(moved.parent_path());
    fs::rename(fixture.folder, moved);
    const FolderPlace place = require(app::inspectAuthority(moved)).place;
    CHECK(place.kind == FolderPlace::Kind::Synchronised);
    CHECK(place.where == "Dropbox");
}

TEST_CASE("a making that was killed is told as such wherever it was cut off, and made again",
          "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "half made";
    fs::create_directories(folder);
    const fs::path keys = folder / "keys.json";
    bool keysKept = false;
    SECTION("before the keys")
    {
        put(folder / "authority.homeward.making", "");
    }
    SECTION("while the keys were written")
    {
        put(folder / "keys.json.new");
    }
    SECTION("before the first slot")
    {
        require(storage::KeyFile::create(keys, "Testshire", false));
    }
    SECTION("with a slot, before the store")
    {
        require(storage::KeyFile::create(keys, "Testshire", false));
        require(storage::KeyFile::putSlot(keys, "admin", Secret("another passphrase"),
                                          storage::KeyFile::newDatabaseKey(),
                                          storage::KdfLimits::least()));
        keysKept = true;
    }
    SECTION("while the store was written")
    {
        require(storage::KeyFile::create(keys, "Testshire", false));
        put(folder / "keys.json.new");
        for (const char* name : {".making", ".unfinished", ".unfinished-journal", ".unfinished-wal",
                                 ".unfinished-shm"})
            put(folder / (std::string(kDatabase) + name));
    }
    SECTION("with keys that were not written to the end")
    {
        put(keys, "{ \"slots\": [");
        keysKept = true;
    }
    const std::string before = fs::exists(keys) ? bytesOf(keys) : std::string();
    CHECK(whyNotOpened(folder) == "unfinished");
    require(create(folder));
    CHECK(opens(folder));
    CHECK_FALSE(fs::exists(folder / "authority.homeward.making"));
    CHECK_FALSE(fs::exists(folder / "keys.json.new"));
    // A slot might open records that are kept elsewhere.
    const fs::path aside = folder / "keys.json.interrupted";
    REQUIRE(fs::exists(aside) == keysKept);
    if (keysKept)
        CHECK(bytesOf(aside) == before);
}

TEST_CASE("making an authority clears away nothing that might be records or somebody else's",
          "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "not ours";
    put(folder / "keys.json");
    SECTION("records")
    {
        put(folder / kDatabase);
    }
    SECTION("a write-ahead log")
    {
        put(folder / (std::string(kDatabase) + "-wal"));
    }
    SECTION("the head of a trail")
    {
        put(folder / "audit.head");
    }
    SECTION("backups")
    {
        put(folder / "backups" / "authority-version-1.homeward");
    }
    SECTION("a letter")
    {
        put(folder / "letter.txt");
    }
    SECTION("a folder with the name of a temporary file")
    {
        put(folder / "authority.homeward.unfinished" / "letter.txt");
    }
    SECTION("a link")
    {
        put(temporary.path() / "elsewhere");
        fs::create_symlink(temporary.path() / "elsewhere", folder / "keys.json.new");
    }
    std::map<std::string, std::string> before;
    for (const auto& entry : fs::recursive_directory_iterator(temporary.path()))
        before[entry.path()] = entry.is_regular_file() ? bytesOf(entry.path()) : std::string();
    const auto refused = create(folder);
    REQUIRE_FALSE(refused);
    CHECK(factOf(refused.error(), "rule") == "not-empty");
    std::map<std::string, std::string> after;
    for (const auto& entry : fs::recursive_directory_iterator(temporary.path()))
        after[entry.path()] = entry.is_regular_file() ? bytesOf(entry.path()) : std::string();
    CHECK(after == before);
}

TEST_CASE("records that were lost are not taken for a making that was interrupted",
          "[authority][place]")
{
    AuthorityFixture fixture;
    fixture.session.reset();
    fs::remove(fixture.folder / kDatabase);
    const auto opened =
        app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::StoreMissing);
}

TEST_CASE("a folder in which another program makes an authority is left to it",
          "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "in the making";
    const fs::path lock = folder / "authority.homeward.making";
    put(lock, "");
    put(folder / "keys.json", "{}");
    const int other = ::open(lock.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
    CHECK(whyNotOpened(folder) == "being-made");
    const auto refused = create(folder);
    REQUIRE_FALSE(refused);
    CHECK(factOf(refused.error(), "rule") == "being-made");
    CHECK(bytesOf(folder / "keys.json") == "{}");
    CHECK(fs::exists(lock));
    ::close(other);
    CHECK(whyNotOpened(folder) == "unfinished");
    require(create(folder));
    CHECK(opens(folder));
}

TEST_CASE("an authority that was made to its end opens although its making was killed just then",
          "[authority][place]")
{
    AuthorityFixture fixture;
    fixture.session.reset();
    put(fixture.folder / "authority.homeward.making", "");
    CHECK(opens(fixture.folder));
    const auto again = create(fixture.folder);
    REQUIRE_FALSE(again);
    CHECK(factOf(again.error(), "rule") == "not-empty");
    CHECK(opens(fixture.folder));
}

TEST_CASE("a store without an account is told as a making that was interrupted",
          "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "no account";
    fs::create_directories(folder);
    const Secret key = storage::KeyFile::newDatabaseKey();
    require(storage::KeyFile::create(folder / "keys.json", "Testshire", false));
    require(storage::KeyFile::putSlot(folder / "keys.json", "admin", Secret(kPassphrase), key,
                                      storage::KdfLimits::least()));
    require(storage::Database::create(folder / kDatabase, key));
    const auto opened = app::signIn(folder, "admin", Secret(kPassphrase), environment());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::AuthorityMissing);
    CHECK(factOf(opened.error(), "why") == "no-account");
}

TEST_CASE("a demonstration that was not filled to its end is made again", "[authority][place]")
{
    const TemporaryFolder temporary;
    app::DemonstrationPlan plan;
    plan.folder = temporary.path() / "demonstration";
    plan.children = 5;
    plan.households = 3;
    plan.years = 1;
    plan.today = day("2026-03-01");
    require(app::createDemonstration(plan, environment()));
    CHECK(require(app::inspectAuthority(plan.folder)).demonstration);
    CHECK_FALSE(app::createDemonstration(plan, environment()));
    put(plan.folder / "authority.homeward.making", "");  // as if it had been killed
    CHECK(whyNotOpened(plan.folder) == "unfinished");
    require(app::createDemonstration(plan, environment()));
    CHECK(require(app::inspectAuthority(plan.folder)).demonstration);
}

TEST_CASE("a folder that cannot be reached says why", "[authority][place]")
{
    const TemporaryFolder temporary;
    CHECK(whyNotOpened(temporary.path() / "unmounted") == "gone");
    CHECK(whyNotOpened(temporary.path()) == "");
    const fs::path longName = temporary.path() / std::string(300, 'x');
    CHECK(whyNotOpened(longName) == "name-too-long");
    fs::path deep = temporary.path();
    for (int i = 0; i < 3000; ++i)
        deep /= "deep";
    CHECK(whyNotOpened(deep) == "name-too-long");
    fs::create_symlink("circle", temporary.path() / "circle");
    CHECK(whyNotOpened(temporary.path() / "circle") == "link-loop");
    put(temporary.path() / "file");
    CHECK(whyNotOpened(temporary.path() / "file" / "x") == "not-a-folder");
    CHECK(whyNotOpened(temporary.path() / "file") == "not-a-folder");

    CHECK(factOf(create(longName).error(), "rule") == "name-too-long");
    CHECK(factOf(create(longName).error(), "field") == "folder");
    CHECK(factOf(create(temporary.path() / "file" / "x").error(), "rule") == "not-a-folder");
    if (::geteuid() != 0) {
        fs::create_directories(temporary.path() / "closed" / "inside");
        fs::permissions(temporary.path() / "closed", fs::perms::none);
        CHECK(whyNotOpened(temporary.path() / "closed" / "inside") == "no-permission");
        CHECK(factOf(create(temporary.path() / "closed" / "x").error(), "rule") == "no-permission");
        fs::permissions(temporary.path() / "closed", fs::perms::owner_read | fs::perms::owner_exec);
        CHECK(factOf(create(temporary.path() / "closed" / "x").error(), "cause") ==
              "no-permission");
        CHECK_FALSE(os::isFolderWritable(temporary.path() / "closed"));
        fs::permissions(temporary.path() / "closed", fs::perms::owner_all);
        CHECK(os::isFolderWritable(temporary.path() / "closed"));
    }
}

TEST_CASE("a making that fails takes away what it made and nothing else", "[authority][place]")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "x";
    fs::create_directories(folder);
    {
        const auto made = require(app::MadeFolder::begin(folder));
        put(folder / "keys.json");
        put(folder / kDatabase);
        put(folder / "letter.txt");
    }
    CHECK(fs::exists(folder / "letter.txt"));
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
    const fs::path fresh = temporary.path() / "fresh";
    {
        const auto made = require(app::MadeFolder::begin(fresh));
        put(fresh / "keys.json");
    }
    CHECK_FALSE(fs::exists(fresh));
}

TEST_CASE("what a killed program left beside the store does not keep it from opening",
          "[authority][place]")
{
    AuthorityFixture fixture;
    fixture.addChild("SOMECASE");
    fixture.session.reset();
    const fs::path log = fixture.folder / (std::string(kDatabase) + "-wal");
    const fs::path index = fixture.folder / (std::string(kDatabase) + "-shm");
    SECTION("an empty log")
    {
        put(log, "");
    }
    SECTION("a log of noise")
    {
        put(log, std::string(32 + 24 + 4096, 'x'));
    }
    SECTION("the beginning of a log")
    {
        put(log, std::string("\x37\x7f\x06\x82", 4));
    }
    SECTION("an index of noise")
    {
        put(index, std::string(32768, 'x'));
    }
    SECTION("both")
    {
        put(log, std::string(1000, 'x'));
        put(index, std::string(1000, 'x'));
    }
    const auto session = fixture.signIn("admin");
    CHECK(require(test::allChildren(*session)).size() == 1);
}

TEST_CASE("a program that keeps the folder locked makes nobody wait for ever", "[authority][place]")
{
    AuthorityFixture fixture;
    const int other = ::open(fixture.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
    const auto changed = app::changePassphrase(*fixture.session, Secret(kPassphrase),
                                               Secret("otter lantern gravel"));
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == ErrorCode::KeyChangePending);  // decided; the file follows
    ::close(other);
    require(app::changePassphrase(*fixture.session, Secret(kPassphrase),
                                  Secret("otter lantern gravel")));
}
