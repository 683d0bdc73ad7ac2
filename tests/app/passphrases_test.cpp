#include "app/authority/accounts.h"
#include "app/authority/passphrase_rule.h"
#include "app/session/sign_in_failures.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

constexpr const char* kOwner = "j.hollis";

/// The rule a passphrase breaks; empty: none.
std::string broken(std::string_view passphrase)
{
    const auto error =
        app::checkPassphrase(Secret(passphrase), {kOwner, "Jo Hollis-Reed", "Northmoor Council"});
    return error ? error->facts.at("rule") : std::string();
}

Timestamp later(const AuthorityFixture& fixture, std::int64_t seconds)
{
    return Timestamp{fixture.clock->now().msSinceEpoch + seconds * 1000};
}

}  // namespace

TEST_CASE("a passphrase is refused for the true reason", "[accounts][passphrase]")
{
    CHECK(broken("otter lantern").empty());
    CHECK(broken("kettle walnut spoon").empty());
    CHECK(broken("Ödön fährt übers Jöch").empty());
    CHECK(broken("spring walnut kettle").empty());  // one common word among three does no harm
    CHECK(broken("grey4fox2pond9").empty());
    CHECK(broken("short") == "weak-passphrase");
    CHECK(broken("") == "weak-passphrase");
    CHECK(broken("aaaaaaaaaaaaaaa") == "passphrase-repeats");
    CHECK(broken("abababababababab") == "passphrase-repeats");
    CHECK(broken("walnutwalnutwalnut") == "passphrase-repeats");
    CHECK(broken("qwertyuiopasdf") == "passphrase-rows");
    CHECK(broken("QwErTyUiOp[]") == "passphrase-rows");
    CHECK(broken("0987654321poiu") == "passphrase-rows");
    CHECK(broken("1qaz2wsx3edc") == "passphrase-rows");
    CHECK(broken("abcdefghijkl") == "passphrase-rows");
    CHECK(broken("Password1234!") == "passphrase-common");
    CHECK(broken("P4ssw0rd-Homew4rd") == "passphrase-common");
    CHECK(broken("November2026!") == "passphrase-common");
    CHECK(broken("j.hollis2026") == "passphrase-names");
    CHECK(broken("NorthmoorCouncil") == "passphrase-names");
    CHECK(broken("Hollis-Reed-11") == "passphrase-names");
}

TEST_CASE("a passphrase that somebody else set opens nothing but its own change",
          "[accounts][passphrase]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    auto worker = fixture.signInAs(Role::Manager, kOwner);
    CHECK(app::openChild(*worker, child).ok());
    const Secret given{std::string_view("given until tonight")};
    require(app::resetPassphrase(*fixture.session, worker->account().id, given));
    // Also for who is signed in at the time.
    CHECK(app::openChild(*worker, child).error().code == ErrorCode::PassphraseToChange);

    worker = require(app::signIn(fixture.folder, kOwner, given, fixture.environment));
    CHECK(worker->account().passphraseByOther);
    CHECK(app::openChild(*worker, child).error().code == ErrorCode::PassphraseToChange);
    CHECK(app::changePassphrase(*worker, given, given).error().facts.at("rule") ==
          "same-passphrase");
    CHECK(app::openChild(*worker, child).error().code == ErrorCode::PassphraseToChange);
    const Secret own{std::string_view("kettle walnut spoon")};
    require(app::changePassphrase(*worker, given, own));
    CHECK_FALSE(worker->account().passphraseByOther);
    CHECK(app::openChild(*worker, child).ok());
    worker = require(app::signIn(fixture.folder, kOwner, own, fixture.environment));
    CHECK_FALSE(worker->account().passphraseByOther);
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE("an own passphrase set anew by oneself needs no change", "[accounts][passphrase]")
{
    AuthorityFixture fixture;
    require(app::resetPassphrase(*fixture.session, fixture.session->account().id,
                                 Secret(std::string_view("kettle walnut spoon"))));
    CHECK(app::listAccounts(*fixture.session).ok());
}

TEST_CASE("after failed sign-ins the next one waits, longer each time, and for nobody else",
          "[accounts][passphrase]")
{
    AuthorityFixture fixture;
    fixture.signInAs(Role::Manager, kOwner);
    const auto attempt = [&](const char* passphrase) -> std::string {
        const auto opened =
            app::signIn(fixture.folder, kOwner, Secret(passphrase), fixture.environment);
        if (opened)
            return "open";
        return opened.error().code == ErrorCode::TooManyAttempts
                   ? opened.error().facts.at("seconds")
                   : toKey(opened.error().code);
    };
    for (int i = 0; i < 5; ++i)
        CHECK(attempt("wrong words here") == "WrongPassphrase");
    // Not even the right one is tried, so that guessing gains nothing by it.
    CHECK(attempt(kPassphrase) == "5");
    CHECK(fixture.signIn("admin")->account().name == "admin");
    CHECK(attempt(kPassphrase) == "5");
    fixture.clock->set(later(fixture, 5));
    CHECK(attempt("wrong words here") == "WrongPassphrase");
    CHECK(attempt("wrong words here") == "10");
    fixture.clock->set(later(fixture, 10));
    CHECK(attempt(kPassphrase) == "open");
    for (int i = 0; i < 2; ++i)
        CHECK(attempt("wrong words here") == "WrongPassphrase");
    CHECK(attempt(kPassphrase) == "open");

    std::map<std::string, int> told;
    for (const auto& row : require(app::recentChanges(*fixture.session)))
        if (row.useCase == "sign-in-failed")
            told[row.after.at("account")] += std::stoi(row.after.at("times"));
    CHECK(told == std::map<std::string, int>{{kOwner, 8}});
}

TEST_CASE("the wait ends after five minutes at most, and failures of an hour ago are forgotten",
          "[accounts][passphrase]")
{
    AuthorityFixture fixture;
    const auto at = fixture.clock->now();
    for (int i = 0; i < 40; ++i)
        app::keepFailedSignIn(fixture.folder, "admin", at);
    CHECK(app::mustWait(fixture.folder, "admin", at)->facts.at("seconds") == "300");
    CHECK_FALSE(app::mustWait(fixture.folder, "admin", later(fixture, 300)));
    app::keepFailedSignIn(fixture.folder, "admin", later(fixture, 3'599));
    CHECK(app::mustWait(fixture.folder, "admin", later(fixture, 3'599)));
    CHECK_FALSE(app::mustWait(fixture.folder, "admin", later(fixture, 3'900)));
    // A moment that has not come yet says nothing.
    CHECK_FALSE(app::mustWait(fixture.folder, "admin", later(fixture, -60)));
}
