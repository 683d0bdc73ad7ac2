#include <algorithm>

#include "app/session/drafts.h"
#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/trust/audit_trail.h"
#include "app/records/my_work.h"
#include "app/trust/audit_trail.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("a second editor of a child gets EditConflict and the first save stands", "[children]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100");
    const auto other = fixture.signInAs(Role::SocialWorker, "worker");
    Child mine = require(app::openChild(*fixture.session, id)).child;
    Child theirs = require(app::openChild(*other, id)).child;
    mine.aboutMe.myHopes = "To be a vet.";
    theirs.aboutMe.myHopes = "To play in goal.";
    CHECK(require(app::saveChild(*fixture.session, mine)) == mine.rowVersion + 1);
    const auto refused = app::saveChild(*other, theirs);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::EditConflict);
    CHECK(require(app::openChild(*other, id)).child.aboutMe.myHopes == "To be a vet.");
}

TEST_CASE("a case number is given to one child only", "[children]")
{
    AuthorityFixture fixture;
    fixture.addChild("100");
    Child twin;
    twin.caseNumber = "100";
    twin.birthDate = day("2015-01-01");
    const auto refused = app::addChild(*fixture.session, twin);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("field") == "caseNumber");
    CHECK(refused.error().facts.at("rule") == "already-exists");
}

TEST_CASE("looking at a child is logged as a view, saving as a change with before and after",
          "[children][audit]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100");
    Child child = require(app::openChild(*fixture.session, id)).child;
    app::recordView(*fixture.session, id);
    child.preferredName = "Ty";
    require(app::saveChild(*fixture.session, child));
    const auto history = require(app::historyOf(*fixture.session, id));
    const auto saved = std::find_if(history.begin(), history.end(),
                                    [](const auto& row) { return row.useCase == "save-child"; });
    REQUIRE(saved != history.end());
    CHECK(saved->after == std::map<std::string, std::string>{{"preferredName", "Ty"}});
    CHECK(saved->before == std::map<std::string, std::string>{{"preferredName", ""}});
    CHECK(saved->personName == "A. Okafor");
    CHECK(std::any_of(history.begin(), history.end(),
                      [](const auto& row) { return row.useCase == "view-child"; }));
}

TEST_CASE("a child opened again within a quarter of an hour is one visit of that person",
          "[children][audit]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100");
    const auto views = [&] {
        const auto history = require(app::historyOf(*fixture.session, id));
        return std::count_if(history.begin(), history.end(),
                             [](const auto& row) { return row.useCase == "view-child"; });
    };
    const auto open = [&](app::Session& session) { app::recordView(session, id); };
    const Timestamp start = fixture.clock->now();
    open(*fixture.session);
    fixture.clock->set(Timestamp{start.msSinceEpoch + 14 * 60 * 1000});
    open(*fixture.session);
    CHECK(views() == 1);
    const auto colleague = fixture.signInAs(Role::SocialWorker, "worker");
    open(*colleague);
    CHECK(views() == 2);
    fixture.clock->set(Timestamp{start.msSinceEpoch + 15 * 60 * 1000});
    open(*fixture.session);
    CHECK(views() == 3);
}

TEST_CASE("looking at a child often does not push its changes out of the history",
          "[children][audit]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100");
    for (int visit = 1; visit <= 4; ++visit) {
        fixture.clock->set(Timestamp{fixture.clock->now().msSinceEpoch + 3'600'000});
        app::recordView(*fixture.session, id);
    }
    const auto history = require(app::historyOf(*fixture.session, id, 2));
    CHECK(std::any_of(history.begin(), history.end(),
                      [](const auto& row) { return row.useCase == "add-child"; }));
}

TEST_CASE("a child whose placement ended is still in care, without a placement", "[children]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const auto row = [&] { return require(test::allChildren(*fixture.session)).front(); };
    CHECK_FALSE(row().inCare);
    const app::Choice choice{{}, fixture.addHome("H1"), "Near her school.", {}, {}, {}};
    const PlacementId placement =
        require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, choice));
    CHECK(row().inCare);
    CHECK(row().placement);
    fixture.clock->set({fixture.clock->now().msSinceEpoch + 10LL * 86'400'000});
    require(app::endPlacement(*fixture.session, placement, 1, fixture.session->today(), "CARPL"));
    CHECK(row().inCare);
    CHECK_FALSE(row().placement);
    CHECK(require(app::openChild(*fixture.session, child)).summary.inCare);
}

TEST_CASE("drafts of an editor belong to one person and outlive the session", "[children][draft]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100");
    require(app::keepDraft(*fixture.session, "about-me", id.value, R"({"hopes":"half a sent"})"));
    const auto other = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK_FALSE(require(app::readDraft(*other, "about-me", id.value)));
    fixture.session = fixture.signIn("admin");
    CHECK(require(app::readDraft(*fixture.session, "about-me", id.value)) ==
          R"({"hopes":"half a sent"})");
    require(app::dropDraft(*fixture.session, "about-me", id.value));
    CHECK_FALSE(require(app::readDraft(*fixture.session, "about-me", id.value)));
}

TEST_CASE("one use case reports one change", "[children][changes]")
{
    AuthorityFixture fixture;
    std::vector<app::ChangeSet> seen;
    const auto token = fixture.session->changes().subscribe(
        [&](const app::ChangeSet& changes) { seen.push_back(changes); });
    const ChildId id = fixture.addChild("100");
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().touches(app::Aggregate::Child));
    CHECK(seen.front().ids.contains(id.value));
    require(app::openChild(*fixture.session, id));
    CHECK(seen.size() == 1);
}

TEST_CASE("a second record of what seems to be one person is asked about", "[children]")
{
    AuthorityFixture fixture;
    Child known;
    known.caseNumber = "100";
    known.givenName = "Kai";
    known.familyName = "Brook";
    known.birthDate = day("2015-05-01");
    const ChildId first = require(app::addChild(*fixture.session, known));
    Child again = known;
    again.caseNumber = "200";
    again.givenName = "KAI ";
    const auto asked = app::addChild(*fixture.session, again);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().facts.at("rule") == "same-person");
    CHECK(asked.error().facts.at("id") == first.value);
    CHECK(asked.error().facts.at("number") == "100");
    CHECK(app::addChild(*fixture.session, again, app::SamePerson::AddAnyway).ok());
}

TEST_CASE("the record of somebody grown up can be put right", "[children]")
{
    AuthorityFixture fixture;
    const ChildId id = fixture.addChild("100", day("2001-04-01"));
    fixture.clock->set(Timestamp{std::int64_t{day("2028-06-01").daysSinceEpoch()} * 86'400'000});
    Child grown = require(app::openChild(*fixture.session, id)).child;
    grown.preferredName = "Ty";
    CHECK(app::saveChild(*fixture.session, grown).ok());
}

TEST_CASE("a child of somebody else's caseload is opened with a reason, on record", "[children]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    const auto other = fixture.signInAs(Role::SocialWorker, "other");
    const auto officer = fixture.signInAs(Role::PlacementOfficer, "officer");
    const ChildId id = fixture.addChild("100");
    CHECK(app::openChild(*other, id).ok());  // nobody's yet
    Child child = require(app::openChild(*fixture.session, id)).child;
    child.worker = worker->account().id;
    require(app::saveChild(*fixture.session, child));

    CHECK(app::openChild(*worker, id).ok());
    CHECK(app::openChild(*officer, id).ok());
    const auto refused = app::openChild(*other, id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ReasonNeeded);
    CHECK(refused.error().facts.at("worker") == "Person worker");
    CHECK(app::giveReason(*other, id, "  ").error().facts.at("rule") == "required");
    require(app::giveReason(*other, id, "On duty tonight"));
    CHECK(app::openChild(*other, id).ok());
    const auto rows = require(app::historyOf(*fixture.session, id));
    CHECK(std::any_of(rows.begin(), rows.end(), [](const app::AuditRow& row) {
        return row.useCase == "open-with-reason" && row.after.at("reason") == "On duty tonight";
    }));
    // Signing in again asks again.
    const auto later = fixture.signIn("other");
    CHECK(app::openChild(*later, id).error().code == ErrorCode::ReasonNeeded);
}

TEST_CASE("a child one adds is among one's own at once, and nobody else's are", "[children]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    fixture.addChild("100");
    CHECK(require(app::myWork(*worker)).childCount == 0);
    CHECK_FALSE(require(app::myWork(*worker)).allChildren);
    Child mine;
    mine.caseNumber = "200";
    mine.birthDate = day("2015-05-01");
    mine.worker = worker->account().id;
    require(app::addChild(*worker, mine));
    const auto work = require(app::myWork(*worker));
    REQUIRE(work.children.size() == 1);
    CHECK(work.children.front().caseNumber == "200");
    CHECK(work.dueCount == 1);
    CHECK(require(app::countDue(*worker)) == 1);
}
