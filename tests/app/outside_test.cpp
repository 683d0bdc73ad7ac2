#include "app/session/drafts.h"
#include "app/exchange/import_return.h"
#include "app/matching/matching_service.h"
#include "app/trust/outside.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
using app::Aggregate;

namespace {

/// A colleague in another program, and what this one is told of.
struct Outside : AuthorityFixture {
    Outside()
    {
        child = addChild("100");
        colleague = signInAs(Role::SocialWorker, "worker");
        app::lookOutside(*session);
        token = session->changes().subscribe(
            [this](const app::ChangeSet& changes) { told.push_back(changes); });
    }
    void colleagueSaves(const std::string& preferredName)
    {
        Child theirs = require(app::openChild(*colleague, child)).child;
        theirs.preferredName = preferredName;
        require(app::saveChild(*colleague, theirs));
    }

    ChildId child;
    std::unique_ptr<app::Session> colleague;
    std::vector<app::ChangeSet> told;
    std::shared_ptr<void> token;
};

}  // namespace

TEST_CASE("a commit of another program is told once, with what it touched", "[outside]")
{
    Outside fixture;
    app::lookOutside(*fixture.session);
    CHECK(fixture.told.empty());
    fixture.colleagueSaves("Ty");
    app::lookOutside(*fixture.session);
    REQUIRE(fixture.told.size() == 1);
    CHECK(fixture.told[0].touches(Aggregate::Child));
    CHECK(fixture.told[0].touches(Aggregate::Audit));
    CHECK_FALSE(fixture.told[0].touches(Aggregate::Home));
    CHECK(fixture.told[0].concerns(fixture.child.value));
    CHECK_FALSE(fixture.told[0].concerns("another"));
    app::lookOutside(*fixture.session);
    CHECK(fixture.told.size() == 1);
}

TEST_CASE("a commit of this program is told by itself alone, whatever others commit", "[outside]")
{
    Outside fixture;
    const auto worker = require(fixture.session->forWorker());
    Child child;
    child.caseNumber = "200";
    child.birthDate = day("2014-05-01");
    require(app::addChild(*worker, child));
    REQUIRE(fixture.told.size() == 1);
    app::lookOutside(*fixture.session);
    CHECK(fixture.told.size() == 1);

    fixture.colleagueSaves("Ty");
    child.caseNumber = "300";
    const ChildId own = require(app::addChild(*fixture.session, child));
    REQUIRE(fixture.told.size() == 2);
    app::lookOutside(*fixture.session);
    REQUIRE(fixture.told.size() == 3);
    CHECK(fixture.told[2].concerns(fixture.child.value));
    CHECK_FALSE(fixture.told[2].concerns(own.value));
}

TEST_CASE("what another program commits without a row of the trail is told as drafts and views",
          "[outside]")
{
    Outside fixture;
    require(app::keepDraft(*fixture.colleague, "about-me", fixture.child.value, "{}"));
    app::lookOutside(*fixture.session);
    REQUIRE(fixture.told.size() == 1);
    CHECK(fixture.told[0].aggregates == std::set{Aggregate::Draft, Aggregate::View});
}

TEST_CASE("a list that a colleague is shown is no change of any child or home", "[outside]")
{
    Outside fixture;
    fixture.addHome("H1");
    const auto officer = fixture.signInAs(Role::PlacementOfficer, "officer");
    app::lookOutside(*fixture.session);
    fixture.told.clear();
    REQUIRE_FALSE(require(app::shortlist(*officer, {fixture.child, {}, {}, {}})).search.isEmpty());
    app::lookOutside(*fixture.session);
    REQUIRE(fixture.told.size() == 1);
    for (const Aggregate shown :
         {Aggregate::Child, Aggregate::Home, Aggregate::Placement, Aggregate::Assessment,
          Aggregate::CareHistory, Aggregate::Framework})
        CHECK_FALSE(fixture.told[0].touches(shown));
    CHECK(fixture.told[0].touches(Aggregate::Audit));
}

TEST_CASE("many changes of another program are told as a change of everything", "[outside]")
{
    Outside fixture;
    for (int i = 0; i < 210; ++i)
        fixture.colleagueSaves("Ty " + std::to_string(i));
    app::lookOutside(*fixture.session);
    REQUIRE(fixture.told.size() == 1);
    CHECK(fixture.told[0].ids.empty());
    CHECK(fixture.told[0].touches(Aggregate::Home));
}

TEST_CASE("a change made while the session was locked is told at the first look after it",
          "[outside][lock]")
{
    Outside fixture;
    app::lockSession(*fixture.session);
    fixture.colleagueSaves("Ty");
    app::lookOutside(*fixture.session);
    CHECK(fixture.told.empty());
    require(app::unlockSession(*fixture.session, Secret(kPassphrase)));
    app::lookOutside(*fixture.session);
    REQUIRE_FALSE(fixture.told.empty());
    CHECK(fixture.told.back().concerns(fixture.child.value));
    CHECK(fixture.told.back().touches(Aggregate::Child));
}
