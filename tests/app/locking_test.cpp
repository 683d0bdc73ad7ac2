#include <fstream>

#include "app/session/drafts.h"
#include "app/trust/audit_trail.h"
#include "app/trust/trust.h"
#include "app/trust/verify.h"
#include "storage/keys/key_file.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNewPassphrase = "lantern otter gravel";

/// keys.json of a stranger with the victim's account name and a passphrase the stranger knows.
void plantStrangersKeys(const AuthorityFixture& fixture)
{
    fs::remove(fixture.folder / "keys.json");
    const Secret key = storage::KeyFile::newDatabaseKey();
    const auto file = fixture.folder / "keys.json";
    REQUIRE(storage::KeyFile::create(file, "Testshire", false).ok());
    REQUIRE(storage::KeyFile::putSlot(file, "admin", Secret("strangers passphrase"), key,
                                      storage::KdfLimits::least())
                .ok());
}

std::vector<std::string> useCasesOf(app::Session& session)
{
    std::vector<std::string> cases;
    for (const auto& row : require(app::recentChanges(session)))
        cases.push_back(row.useCase);
    return cases;
}

int countOf(const std::vector<std::string>& cases, const char* useCase)
{
    return static_cast<int>(std::count(cases.begin(), cases.end(), useCase));
}

}  // namespace

TEST_CASE("a stranger's key file unlocks nothing and is never given the key", "[lock]")
{
    AuthorityFixture fixture;
    const std::string genuine = [&] {
        std::ifstream in(fixture.folder / "keys.json");
        return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    plantStrangersKeys(fixture);
    CHECK(app::confirmPassphrase(*fixture.session, Secret("strangers passphrase")).error().code ==
          ErrorCode::KeyFileDamaged);
    CHECK_FALSE(app::changePassphrase(*fixture.session, Secret("strangers passphrase"),
                                      Secret(kNewPassphrase))
                    .ok());
    app::lockSession(*fixture.session);
    CHECK(app::unlockSession(*fixture.session, Secret("strangers passphrase")).error().code ==
          ErrorCode::KeyFileDamaged);
    CHECK(app::unlockSession(*fixture.session, Secret(kPassphrase)).error().code ==
          ErrorCode::WrongPassphrase);
    CHECK(fixture.session->isLocked());
    std::ofstream(fixture.folder / "keys.json") << genuine;
    CHECK(app::unlockSession(*fixture.session, Secret(kPassphrase)).ok());
}

TEST_CASE("a locked session gives and takes nothing until it is unlocked", "[lock]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("D1");
    app::lockSession(*fixture.session);
    CHECK(test::allChildren(*fixture.session).error().code == ErrorCode::Locked);
    CHECK(app::openChild(*fixture.session, child).error().code == ErrorCode::Locked);
    CHECK(app::keepDraft(*fixture.session, "about-me", child.value, "x").error().code ==
          ErrorCode::Locked);
    CHECK(fixture.session->forWorker().error().code == ErrorCode::Locked);
    CHECK(app::unlockSession(*fixture.session, Secret("not the passphrase")).error().code ==
          ErrorCode::WrongPassphrase);
    CHECK(test::allChildren(*fixture.session).error().code == ErrorCode::Locked);
    REQUIRE(app::unlockSession(*fixture.session, Secret(kPassphrase)).ok());
    CHECK(require(test::allChildren(*fixture.session)).size() == 1);
}

TEST_CASE("an account removed meanwhile does not unlock", "[lock][accounts]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    app::lockSession(*worker);
    REQUIRE(app::removeAccount(*fixture.session, worker->account().id).ok());
    CHECK(app::unlockSession(*worker, Secret(kPassphrase)).error().code ==
          ErrorCode::WrongPassphrase);
    CHECK(worker->isLocked());
}

TEST_CASE("an older key file put back opens nothing with a passphrase that was changed",
          "[lock][accounts]")
{
    AuthorityFixture fixture;
    fs::copy_file(fixture.folder / "keys.json", fixture.temporary.path() / "old keys");
    REQUIRE(
        app::changePassphrase(*fixture.session, Secret(kPassphrase), Secret(kNewPassphrase)).ok());
    fs::copy_file(fixture.temporary.path() / "old keys", fixture.folder / "keys.json",
                  fs::copy_options::overwrite_existing);
    CHECK(app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment)
              .error()
              .code == ErrorCode::KeyFileDamaged);
    CHECK(app::confirmPassphrase(*fixture.session, Secret(kPassphrase)).error().code ==
          ErrorCode::KeyFileDamaged);
    const auto report = require(app::verifyAuthority(*fixture.session));
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].what == "keys.old-slot");
    CHECK(report.findings[0].facts.at("account") == "admin");
}

TEST_CASE("a change of a passphrase broken off before the key file is finished at the next sign-in",
          "[accounts][kill]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    const fs::path keys = fixture.folder / "keys.json";
    const fs::path aside = fixture.temporary.path() / "keys aside";
    // What a kill between commit and key file leaves: the trail has the change, the file is as it
    // was.
    auto breaker = worker->changes().subscribe([&](const app::ChangeSet& changes) {
        if (!changes.touches(app::Aggregate::Account))
            return;
        fs::rename(keys, aside);
        fs::create_directory(keys);
    });
    auto adminBreaker = fixture.session->changes().subscribe([&](const app::ChangeSet& changes) {
        if (!changes.touches(app::Aggregate::Account))
            return;
        fs::rename(keys, aside);
        fs::create_directory(keys);
    });
    const auto opens = [&](const char* passphrase) {
        return app::signIn(fixture.folder, "worker", Secret(passphrase), fixture.environment).ok();
    };
    const bool byAnother = GENERATE(false, true);
    const auto changed =
        byAnother
            ? app::resetPassphrase(*fixture.session, worker->account().id, Secret(kNewPassphrase))
            : app::changePassphrase(*worker, Secret(kPassphrase), Secret(kNewPassphrase));
    REQUIRE_FALSE(changed.ok());
    CHECK(changed.error().code == ErrorCode::KeyChangePending);
    fs::remove(keys);
    fs::rename(aside, keys);
    breaker.reset();
    adminBreaker.reset();
    CHECK_FALSE(opens(kNewPassphrase));
    // One's own old passphrase was right until this moment; one that somebody else took away is
    // not.
    CHECK(opens(kPassphrase) == !byAnother);
    CHECK(opens(kNewPassphrase));
    CHECK_FALSE(opens(kPassphrase));
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE("sign-ins and failed ones are on record, and no mistyped name is", "[accounts][audit]")
{
    AuthorityFixture fixture;
    const auto failed = [&](const char* account) {
        CHECK_FALSE(
            app::signIn(fixture.folder, account, Secret("wrong words here"), fixture.environment)
                .ok());
    };
    failed("admin");
    failed("admin");
    failed("my secret passphrase");
    fixture.session = fixture.signIn("admin");
    const auto changes = require(app::recentChanges(*fixture.session));
    std::map<std::string, std::string> times;
    for (const auto& row : changes)
        if (row.useCase == "sign-in-failed")
            times[row.after.contains("account") ? row.after.at("account") : ""] =
                row.after.at("times");
    CHECK(times == std::map<std::string, std::string>{{"admin", "2"}, {"", "1"}});
    CHECK(countOf(useCasesOf(*fixture.session), "sign-in") == 2);
    for (const auto& entry : fs::directory_iterator(fixture.folder))
        CHECK(entry.path().filename().string().find("failures") == std::string::npos);
}

TEST_CASE("a clock that was put back is a finding and hides no view", "[audit]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("D1");
    app::recordView(*fixture.session, child);
    fixture.clock->set(Timestamp{fixture.clock->now().msSinceEpoch - 3'600'000});
    app::recordView(*fixture.session, child);
    fixture.addChild("D2");
    int views = 0;
    for (const auto& row : require(app::historyOf(*fixture.session, child)))
        views += row.useCase == "view-child" ? 1 : 0;
    CHECK(views == 2);
    const auto report = require(app::verifyAuthority(*fixture.session));
    CHECK(report.isWhole());
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].what == "trail.clock");
}
