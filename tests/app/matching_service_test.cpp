#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/trust/audit_trail.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

app::Choice choice(const HomeId& home, const SearchId& search = {})
{
    app::Choice chosen;
    chosen.search = search;
    chosen.home = home;
    chosen.reason = "Near her school, and she has met them.";
    return chosen;
}

}  // namespace

TEST_CASE("choosing a household makes a placement, records who and why, and takes the vacancy",
          "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const ChildId second = fixture.addChild("101");
    const HomeId home = fixture.addHome("H1", 1);
    fixture.assess(child, 2, day("2026-02-01"));
    const auto officer = fixture.signInAs(Role::PlacementOfficer, "officer");

    const auto before = require(app::shortlist(*officer, {child, {}, {}, {}}));
    REQUIRE(before.list.candidates.size() == 1);
    CHECK(before.households.at(home).free == 1);
    const auto& parts = before.list.candidates.front().contributions;
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0,
                                       [](double s, const auto& c) { return s + c.points; });
    CHECK(std::abs(sum - before.list.candidates.front().score) < 1e-9);

    const PlacementId placement = require(app::choose(*officer, choice(home, before.search)));
    const auto history = require(app::placementsOf(*officer, child));
    REQUIRE(history.rows.size() == 1);
    CHECK(history.rows.front().placement.id == placement);
    CHECK(history.rows.front().homeName == "Household H1");
    CHECK(history.rows.front().decidedBy == "Person officer");
    CHECK(history.rows.front().decisionReason == "Near her school, and she has met them.");
    CHECK(require(test::allHomes(*officer)).front().free == 0);

    const auto after = require(app::shortlist(*officer, {second, {}, {}, {}}));
    CHECK(after.list.candidates.empty());
    REQUIRE(after.list.notEligible.size() == 1);
    CHECK(after.list.notEligible.front().reasons.front().limit == matching::Limit::Vacancy);
}

TEST_CASE("the last vacancy goes to one of two officers and the other is told",
          "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId first = fixture.addChild("100");
    const ChildId second = fixture.addChild("101");
    const HomeId home = fixture.addHome("H1", 1);
    const auto one = fixture.signInAs(Role::PlacementOfficer, "one");
    const auto two = fixture.signInAs(Role::PlacementOfficer, "two");
    const auto shown = require(app::shortlist(*two, {second, {}, {}, {}}));
    CHECK(shown.list.candidates.size() == 1);
    require(chooseFromListNow(*one, {first, {}, {}, {}}, choice(home)));
    CHECK(app::choose(*two, choice(home, shown.search)).error().code == ErrorCode::EditConflict);
    CHECK(require(app::placementsOf(*two, second)).rows.empty());
}

TEST_CASE("an officer whose list is older than a colleague's decision about the child is told",
          "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const HomeId near = fixture.addHome("H1", 2);
    const HomeId far = fixture.addHome("H2", 2);
    const auto one = fixture.signInAs(Role::PlacementOfficer, "one");
    const auto two = fixture.signInAs(Role::PlacementOfficer, "two");
    const auto shown = require(app::shortlist(*two, {child, day("2026-03-10"), {}, {}}));
    require(chooseFromListNow(*one, {child, {}, {}, {}}, choice(near)));
    const auto refused = app::choose(*two, choice(far, shown.search));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::EditConflict);
    const auto rows = require(app::placementsOf(*two, child)).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().placement.home == near);
    CHECK_FALSE(rows.front().placement.endsOn);
}

TEST_CASE("looking for a home is logged as a view of the child", "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    const auto history = require(app::historyOf(*fixture.session, child));
    CHECK(std::count_if(history.begin(), history.end(),
                        [](const app::AuditRow& row) { return row.useCase == "view-child"; }) == 1);
}

TEST_CASE("a role taken away counts at once, also for who is signed in", "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const HomeId home = fixture.addHome("H1", 2);
    const auto officer = fixture.signInAs(Role::PlacementOfficer, "officer");
    const auto shown = require(app::shortlist(*officer, {child, {}, {}, {}}));
    Account demoted = officer->account();
    demoted.role = Role::SocialWorker;
    require(app::changeAccount(*fixture.session, demoted));
    CHECK(app::choose(*officer, choice(home, shown.search)).error().code ==
          ErrorCode::NotPermitted);
    require(app::removeAccount(*fixture.session, demoted.id));
    CHECK(app::shortlist(*officer, {child, {}, {}, {}}).error().code == ErrorCode::NotPermitted);
}

TEST_CASE("a choice needs a reason, and a near miss needs its waiver and why", "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100", day("2014-05-01"));
    const HomeId home = fixture.addHome("H1");
    Home young = require(app::openHome(*fixture.session, home)).home;
    young.approval.oldestYears = 9;
    require(app::saveHome(*fixture.session, young));
    app::Choice chosen = choice(home);
    const app::SearchTerms terms{child, {}, {}, {}};
    chosen.reason = "  ";
    CHECK(chooseFromListNow(*fixture.session, terms, chosen).error().facts.at("field") == "reason");
    chosen.reason = "The panel agreed.";
    CHECK(chooseFromListNow(*fixture.session, terms, chosen).error().facts.at("limit") ==
          "age-terms");
    chosen.waived = matching::Limit::AgeTerms;
    CHECK(chooseFromListNow(*fixture.session, terms, chosen).error().facts.at("field") ==
          "waiverReason");
    chosen.waiverReason = "Variation agreed by panel on 27 February.";
    CHECK(chooseFromListNow(*fixture.session, terms, chosen));
}

TEST_CASE("a place promised for a later day is not given away before", "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId coming = fixture.addChild("100");
    const ChildId other = fixture.addChild("101");
    const HomeId home = fixture.addHome("H1", 1);
    require(chooseFromListNow(*fixture.session, {coming, day("2026-03-05"), {}, {}}, choice(home)));
    const app::HomeRow row = require(test::allHomes(*fixture.session)).front();
    CHECK(row.placed == 0);
    CHECK(row.coming == 1);
    CHECK(row.free == 0);
    CHECK(require(app::shortlist(*fixture.session, {other, {}, {}, {}})).list.candidates.empty());
    CHECK(chooseFromListNow(*fixture.session, {other, {}, {}, {}}, choice(home)).error().code ==
          ErrorCode::EditConflict);
}

TEST_CASE("a wrong choice is put right the same day, and both decisions stay on record",
          "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const HomeId wrong = fixture.addHome("H1", 1);
    const HomeId right = fixture.addHome("H2", 1);
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, choice(wrong)));
    app::Choice corrected = choice(right);
    corrected.changeReason = "CARPL";
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, corrected));
    const auto rows = require(app::placementsOf(*fixture.session, child)).rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].placement.endsOn == rows[0].placement.startsOn);
    CHECK(rows[0].placement.changeReason == "CARPL");
    CHECK(rows[1].placement.home == right);
    CHECK(rows[1].placement.startReason == "S");
    CHECK_FALSE(rows[1].placement.endsOn);
    CHECK(require(test::allHomes(*fixture.session)).front().free == 1);
}

TEST_CASE("moving a child ends the placement on the day the next one starts", "[matching-service]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const HomeId first = fixture.addHome("H1");
    const HomeId second = fixture.addHome("H2");
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, choice(first)));
    fixture.clock->set({fixture.clock->now().msSinceEpoch + 10LL * 86'400'000});
    const auto list = require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    REQUIRE(list.list.candidates.size() == 1);  // where the child lives is not offered
    CHECK(list.list.candidates.front().home == second);
    require(chooseFromListNow(*fixture.session, {child, {}, {}, {}}, choice(second)));
    const auto history = require(app::placementsOf(*fixture.session, child)).history;
    REQUIRE(history.placements.size() == 2);
    CHECK(history.placements[0].endsOn == day("2026-03-11"));
    CHECK(history.placements[1].startsOn == day("2026-03-11"));
    CHECK(history.periods.size() == 1);
}
