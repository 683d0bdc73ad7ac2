#include <fstream>
#include <iterator>

#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

Result<std::unique_ptr<app::Session>> trySignIn(const AuthorityFixture& fixture,
                                                const std::string& account, const char* passphrase)
{
    return app::signIn(fixture.folder, account, Secret(passphrase), fixture.environment);
}

}  // namespace

TEST_CASE("several accounts open the same records, each with its own passphrase", "[accounts]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const auto worker = fixture.signInAs(Role::SocialWorker, "s.worker");
    CHECK(worker->account().role == Role::SocialWorker);
    CHECK(require(test::allChildren(*worker)).front().id == child);
}

TEST_CASE("changing a passphrase leaves the database as it is and the old one opens nothing",
          "[accounts]")
{
    AuthorityFixture fixture;
    fixture.addChild("100");
    const std::string next = "quite another phrase";
    CHECK(app::changePassphrase(*fixture.session, Secret("not the passphrase"), Secret(next))
              .error()
              .code == ErrorCode::WrongPassphrase);
    const auto size = std::filesystem::file_size(fixture.folder / "authority.homeward");
    const std::string firstPage =
        bytesOf(fixture.folder / "authority.homeward").substr(0, 16);  // salt of the file
    require(app::changePassphrase(*fixture.session, Secret(kPassphrase), Secret(next)));
    CHECK(std::filesystem::file_size(fixture.folder / "authority.homeward") == size);
    CHECK(bytesOf(fixture.folder / "authority.homeward").substr(0, 16) == firstPage);
    CHECK_FALSE(trySignIn(fixture, "admin", kPassphrase));
    CHECK(trySignIn(fixture, "admin", next.c_str()));
}

TEST_CASE("a removed account no longer signs in and stays named in the list", "[accounts]")
{
    AuthorityFixture fixture;
    fixture.signInAs(Role::Manager, "manager");
    AccountId removed;
    for (const Account& account : require(app::listAccounts(*fixture.session)))
        if (account.name == "manager")
            removed = account.id;
    require(app::removeAccount(*fixture.session, removed));
    CHECK(trySignIn(fixture, "manager", kPassphrase).error().code == ErrorCode::WrongPassphrase);
    const auto accounts = require(app::listAccounts(*fixture.session));
    CHECK(accounts.size() == 2);
    CHECK_FALSE(accounts.back().active);
    // The name may not be given to somebody else: the audit trail says who "manager" was.
    CHECK_FALSE(app::addAccount(*fixture.session, {{}, "manager", "B", Role::Manager, true, 0},
                                Secret(kPassphrase)));
}

TEST_CASE("the last administrator can neither be removed nor lose the role", "[accounts]")
{
    AuthorityFixture fixture;
    Account self = fixture.session->account();
    CHECK(app::removeAccount(*fixture.session, self.id).error().facts.at("rule") == "own-account");
    self.role = Role::Manager;
    CHECK(app::changeAccount(*fixture.session, self).error().facts.at("rule") ==
          "last-administrator");
}

TEST_CASE("what a role may not do is refused and named", "[accounts][rights]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const auto fostering = fixture.signInAs(Role::FosteringWorker, "fostering");
    const auto officer = fixture.signInAs(Role::PlacementOfficer, "officer");
    AssessmentDraft draft = require(app::openDraft(*fostering, child)).draft;
    const auto refused = app::saveDraft(*fostering, draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotPermitted);
    CHECK(refused.error().facts.at("right") == "assess-needs");
    CHECK(app::addAccount(*officer, {{}, "x1", "X", Role::Manager, true, 0}, Secret(kPassphrase))
              .error()
              .code == ErrorCode::NotPermitted);
}
