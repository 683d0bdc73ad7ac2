#include <fstream>

#include "app/session/drafts.h"
#include "app/trust/audit_trail.h"
#include "app/trust/trust.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

/// The files of an authority that nobody has open, kept aside.
class Kept {
public:
    explicit Kept(const AuthorityFixture& fixture) : m_folder(fixture.folder)
    {
        fs::copy(m_folder, m_aside.path() / "kept", fs::copy_options::recursive);
    }
    /// Puts one file back as a new file, as a copy or a sync client would.
    void putBack(const char* name) const
    {
        fs::remove(m_folder / name);
        fs::copy_file(m_aside.path() / "kept" / name, m_folder / name);
    }

private:
    fs::path m_folder;
    TemporaryFolder m_aside;
};

/// Closes the fixture's session, so that everything is in the one file.
void close(AuthorityFixture& fixture)
{
    fixture.session.reset();
}

std::vector<std::string> findingsOf(app::Session& session)
{
    std::vector<std::string> whats;
    for (const auto& finding : require(app::verifyAuthority(session)).findings)
        whats.push_back(finding.what);
    return whats;
}

Role roleOf(app::Session& session, const std::string& name)
{
    for (const Account& account : require(app::listAccounts(session)))
        if (account.name == name)
            return account.role;
    return Role::Administrator;
}

}  // namespace

TEST_CASE("an older database beside a newer head is told at sign-in and takes no change", "[trust]")
{
    AuthorityFixture fixture;
    fixture.addChild("D1");
    close(fixture);
    const Kept older(fixture);
    fixture.session = fixture.signIn("admin");
    fixture.addChild("D2");
    fixture.addChild("D3");
    close(fixture);
    older.putBack("authority.homeward");
    const std::string head = bytesOf(fixture.folder / "audit.head");

    auto session = fixture.signIn("admin");
    CHECK(session->standing().conflict == "store-older");
    Child child;
    child.caseNumber = "D4";
    child.familyName = "Brook";
    child.birthDate = day("2015-01-01");
    const auto refused = app::addChild(*session, child);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::TrailContradiction);
    CHECK(refused.error().facts.at("kind") == "store-older");
    CHECK(bytesOf(fixture.folder / "audit.head") == head);
    // Reading goes on.
    CHECK(require(test::allChildren(*session)).size() == 1);

    SECTION("after many sign-ins the first missing row is still named, and the head still stands")
    {
        const auto first = require(app::openConflicts(*session)).front();
        session.reset();
        for (int i = 0; i < 8; ++i)
            session = fixture.signIn("admin");
        CHECK(session->standing().conflict != "");
        CHECK(bytesOf(fixture.folder / "audit.head") == head);
        const auto report = require(app::verifyAuthority(*session));
        CHECK_FALSE(report.isWhole());
        const auto told =
            std::find_if(report.findings.begin(), report.findings.end(),
                         [](const auto& f) { return f.what == "conflict.store-older"; });
        REQUIRE(told != report.findings.end());
        CHECK(told->facts.at("first") == std::to_string(first.storedSequence + 1));
        CHECK(told->facts.at("last") == std::to_string(first.keptSequence));
    }
    SECTION("an administrator decides with a reason, and work goes on")
    {
        CHECK(app::decideConflicts(*session, "  ").error().facts.at("rule") == "required");
        REQUIRE(app::decideConflicts(*session, "Restored on purpose after the disk failed").ok());
        CHECK(session->standing().conflict.empty());
        CHECK(app::addChild(*session, child).ok());
        CHECK(require(app::verifyAuthority(*session)).isWhole());
        const auto changes = require(app::recentChanges(*session));
        const auto decision = std::find_if(changes.begin(), changes.end(), [](const auto& row) {
            return row.useCase == "decide-trail-conflict";
        });
        REQUIRE(decision != changes.end());
        CHECK(decision->after.at("reason") == "Restored on purpose after the disk failed");
        CHECK(decision->accountName == "admin");
    }
    SECTION("putting a fitting head back does not heal it")
    {
        session.reset();
        older.putBack("audit.head");
        session = fixture.signIn("admin");
        CHECK(session->standing().conflict == "store-older");
        CHECK(app::addChild(*session, child).error().code == ErrorCode::TrailContradiction);
    }
}

TEST_CASE("only an administrator decides on a contradiction", "[trust][rights]")
{
    AuthorityFixture fixture;
    fixture.signInAs(Role::SocialWorker, "worker");
    close(fixture);
    fs::remove(fixture.folder / "audit.head");
    const auto worker = fixture.signIn("worker");
    CHECK(worker->standing().conflict == "head-missing");
    CHECK(app::decideConflicts(*worker, "It was in the way").error().code ==
          ErrorCode::NotPermitted);
    CHECK_FALSE(fs::exists(fixture.folder / "audit.head"));
}

TEST_CASE("a lost or damaged head is told at once, is not made anew, and work goes on", "[trust]")
{
    AuthorityFixture fixture;
    const bool lost = GENERATE(true, false);
    int told = 0;
    const auto listener = fixture.session->changes().subscribe([&](const app::ChangeSet& changes) {
        told += changes.touches(app::Aggregate::Standing) ? 1 : 0;
    });
    if (lost)
        fs::remove(fixture.folder / "audit.head");
    else
        std::ofstream(fixture.folder / "audit.head") << "nonsense";
    fixture.addChild("D1");
    CHECK(told == 1);
    CHECK(fixture.session->standing().conflict == (lost ? "head-missing" : "head-damaged"));
    CHECK(fs::exists(fixture.folder / "audit.head") != lost);
    fixture.addChild("D2");
    const auto open = require(app::openConflicts(*fixture.session));
    REQUIRE(open.size() == 1);
    CHECK(open[0].kind == (lost ? "head-missing" : "head-damaged"));
    CHECK_FALSE(open[0].stopsWriting);
    REQUIRE(app::decideConflicts(*fixture.session, "The virus scanner took it").ok());
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE("a head that another program keeps locked stops nobody and is told", "[trust]")
{
    AuthorityFixture fixture;
    const fs::path head = fixture.folder / "audit.head";
    fs::permissions(fixture.folder / "audit.head", fs::perms::owner_read);
    if (std::ofstream(head, std::ios::app).is_open())
        return;  // whoever runs this may write anything
    fixture.addChild("D1");
    CHECK(fixture.session->standing().conflict == "head-not-written");
}

TEST_CASE("saved means in the file that stands in the folder", "[trust]")
{
    AuthorityFixture fixture;
    fixture.addChild("D1");
    const fs::path store = fixture.folder / "authority.homeward";
    const std::string head = bytesOf(fixture.folder / "audit.head");
    Child child;
    child.caseNumber = "D9";
    child.familyName = "Brook";
    child.birthDate = day("2015-01-01");
    const auto refused = [&] {
        CHECK(app::addChild(*fixture.session, child).error().code == ErrorCode::StoreReplaced);
        CHECK(app::keepDraft(*fixture.session, "about-me", "x", "words").error().code ==
              ErrorCode::StoreReplaced);
        CHECK(fixture.session->standing().replaced);
        CHECK(bytesOf(fixture.folder / "audit.head") == head);
    };
    SECTION("deleted")
    {
        fs::remove(store);
        refused();
    }
    SECTION("replaced by a copy of itself")
    {
        fs::copy_file(store, fixture.folder / "copy");
        fs::rename(fixture.folder / "copy", store);
        refused();
    }
    SECTION("the log deleted")
    {
        fs::remove(store.string() + "-wal");
        refused();
    }
    SECTION("written over in place")
    {
        const std::string bytes = bytesOf(store);
        std::ofstream(store, std::ios::binary | std::ios::trunc) << bytes;
        refused();
    }
    SECTION("the folder moved away")
    {
        const fs::path moved = fixture.temporary.path() / "moved";
        fs::rename(fixture.folder, moved);
        CHECK(app::addChild(*fixture.session, child).error().code == ErrorCode::StoreReplaced);
        fs::rename(moved, fixture.folder);
        CHECK(bytesOf(fixture.folder / "audit.head") == head);
    }
}

TEST_CASE("another session's commits and checkpoints are no replacement", "[trust]")
{
    AuthorityFixture fixture;
    const auto other = fixture.signIn("admin");
    const std::string longText(200'000, 'x');
    for (int i = 0; i < 60; ++i) {
        REQUIRE(app::keepDraft(*other, "about-me", "a" + std::to_string(i), longText).ok());
        REQUIRE(app::keepDraft(*fixture.session, "about-me", "b" + std::to_string(i), "x").ok());
    }
    CHECK(fs::file_size(fixture.folder / "authority.homeward") > 1'000'000);
    CHECK_FALSE(fixture.session->standing().replaced);
}

TEST_CASE("older pages of the accounts put back raise nobody's right", "[trust][rights]")
{
    AuthorityFixture fixture;
    Account demoted = fixture.signInAs(Role::Administrator, "climber")->account();
    close(fixture);
    const std::string promoted = bytesOf(fixture.folder / "authority.homeward");
    fixture.session = fixture.signIn("admin");
    demoted.role = Role::SocialWorker;
    for (const Account& account : require(app::listAccounts(*fixture.session)))
        if (account.name == "climber")
            demoted.rowVersion = account.rowVersion;
    REQUIRE(app::changeAccount(*fixture.session, demoted).ok());
    fixture.addChild("D1");
    CHECK(findingsOf(*fixture.session).empty());
    close(fixture);

    const fs::path aside = fixture.temporary.path() / "aside";
    fs::copy(fixture.folder, aside, fs::copy_options::recursive);
    // Every page of the older file on which the two differ, one at a time, as somebody would try
    // who can write the folder but has no key.
    const fs::path store = fixture.folder / "authority.homeward";
    const std::string now = bytesOf(store);
    constexpr std::size_t kPage = 4096;
    int tried = 0;
    int climbed = 0;
    int unseen = 0;
    const std::size_t common = std::min(now.size(), promoted.size());
    for (std::size_t at = 0; at + kPage <= common + kPage; at += kPage) {
        // The last time all of it: an older database beside the newer head.
        std::string replayed = at + kPage > common ? promoted : now;
        if (at + kPage <= common) {
            if (now.compare(at, kPage, promoted, at, kPage) == 0)
                continue;
            replayed.replace(at, kPage, promoted, at, kPage);
        }
        ++tried;
        fs::copy_file(aside / "audit.head", fixture.folder / "audit.head",
                      fs::copy_options::overwrite_existing);
        std::ofstream(store, std::ios::binary) << replayed;
        const auto climber =
            app::signIn(fixture.folder, "climber", Secret(kPassphrase), fixture.environment);
        if (climber) {
            climbed += (*climber)->may(Right::ManageAccounts) ? 1 : 0;
            climbed += app::addAccount(**climber, {{}, "friend", "F", Role::Manager, true, 0},
                                       Secret(kPassphrase))
                               .ok()
                           ? 1
                           : 0;
            climbed += app::decideConflicts(**climber, "It is all right").ok() ? 1 : 0;
        }
        const auto admin =
            app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment);
        // A page that was written again with the same in it may be put back unseen: nothing is
        // other than it was.
        const Result<app::VerifyReport> report =
            admin ? app::verifyAuthority(**admin) : Result<app::VerifyReport>(admin.error());
        if (report && report->isWhole())
            unseen += roleOf(**admin, "climber") == Role::SocialWorker &&
                              require(test::allChildren(**admin)).size() == 1
                          ? 0
                          : 1;
        for (const char* suffix : {"-wal", "-shm"})
            fs::remove(store.string() + suffix);
    }
    CHECK(tried > 0);
    CHECK(climbed == 0);
    CHECK(unseen == 0);
}
