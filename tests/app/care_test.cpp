#include "app/care/care.h"

#include <algorithm>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

/// A child in care since 1 February 2026, placed with H1 on 1 March, today.
struct Placed {
    Placed()
    {
        require(app::beginCare(session(), {child, day("2026-02-01"), "N1", "C1"}));
        app::PlacementElsewhere parents{child, day("2026-02-01"), "P1", "PR0", {}, {}};
        with = require(app::placeElsewhere(session(), parents));
        app::Choice choice{{}, home, "Near her school.", {}, {}, "CARPL"};
        chosen = require(chooseFromListNow(session(), {child, {}, {}, {}}, choice));
    }
    app::Session& session() { return *fixture.session; }
    app::PlacementHistory now() { return require(app::placementsOf(session(), child)); }
    Placement placement(const PlacementId& id)
    {
        const auto read = now();
        for (const auto* rows : {&read.rows, &read.withdrawn})
            for (const app::PlacementRow& row : *rows)
                if (row.placement.id == id)
                    return row.placement;
        FAIL("no placement " << id.value);
        return {};
    }
    int version(const PlacementId& id) { return placement(id).rowVersion; }
    int freePlaces() { return require(app::openHome(session(), home)).summary.free; }
    std::string newestUseCase()
    {
        return require(app::historyOf(session(), child)).front().useCase;
    }

    AuthorityFixture fixture;
    ChildId child = fixture.addChild("100");
    HomeId home = fixture.addHome("H1", 1);
    PlacementId with;    ///< with the parents
    PlacementId chosen;  ///< with H1
};

}  // namespace

TEST_CASE("a placement entered in error leaves history and vacancies, and comes back", "[care]")
{
    Placed placed;
    CHECK(placed.freePlaces() == 0);
    const CareHistory before = placed.now().history;
    require(app::withdrawPlacement(placed.session(), placed.chosen, placed.version(placed.chosen),
                                   {"Typed for another child.", true}));

    const app::PlacementHistory without = placed.now();
    REQUIRE(without.rows.size() == 1);
    CHECK_FALSE(without.rows[0].placement.endsOn);
    REQUIRE(without.withdrawn.size() == 1);
    CHECK(without.withdrawn[0].placement.withdrawn == Withdrawal::InError);
    CHECK(without.withdrawn[0].placement.withdrawnNote == "Typed for another child.");
    CHECK(without.withdrawn[0].decisionReason == "Near her school.");
    CHECK(placed.freePlaces() == 1);
    CHECK(require(app::openHome(placed.session(), placed.home)).placed.empty());
    CHECK(require(allChildren(placed.session())).front().home.isEmpty());
    CHECK(placed.newestUseCase() == "withdraw-placement");

    require(app::restorePlacement(placed.session(), placed.chosen, placed.version(placed.chosen),
                                  "CARPL"));
    CareHistory after = placed.now().history;
    REQUIRE(after.placements.size() == 2);
    CHECK(after.placements[0].endsOn == before.placements[0].endsOn);
    CHECK(after.placements[0].changeReason == "CARPL");
    CHECK_FALSE(after.placements[1].withdrawn);
    CHECK(placed.now().withdrawn.empty());
    CHECK(placed.freePlaces() == 0);
    CHECK(require(app::verifyAuthority(placed.session())).isWhole());
}

TEST_CASE("a household does not gain experience from a placement in error", "[care]")
{
    Placed placed;
    const auto caredFor = [&] {
        // The only place is taken while the placement counts, so its list has the household only
        // without it.
        const auto answer = require(app::shortlist(placed.session(), {placed.child, {}, {}, {}}));
        return answer.list.candidates.size();
    };
    CHECK(caredFor() == 0);
    require(
        app::withdrawPlacement(placed.session(), placed.chosen, placed.version(placed.chosen), {}));
    CHECK(caredFor() == 1);
}

TEST_CASE("a placement is put back once, and not beside another", "[care]")
{
    Placed placed;
    require(
        app::withdrawPlacement(placed.session(), placed.chosen, placed.version(placed.chosen), {}));
    const int version = placed.version(placed.chosen);
    CHECK(faultOf(app::withdrawPlacement(placed.session(), placed.chosen, version, {})) ==
          "EditConflict");
    require(app::endPlacement(placed.session(), placed.with, placed.version(placed.with),
                              day("2026-02-20"), "CARPL"));
    app::PlacementElsewhere hospital{placed.child, day("2026-02-25"), "R2", "PR3", {}, {}};
    require(app::placeElsewhere(placed.session(), hospital));
    require(app::restorePlacement(placed.session(), placed.chosen, version, "CARPL"));
    CHECK(faultOf(app::restorePlacement(placed.session(), placed.chosen,
                                        placed.version(placed.chosen), "CARPL")) == "EditConflict");
}

TEST_CASE("the days of a placement are put right, and nobody overwrites a colleague", "[care]")
{
    Placed placed;
    const int seen = placed.version(placed.chosen);
    require(
        app::correctPlacement(placed.session(), placed.chosen, seen, {day("2026-02-27"), {}, {}}));
    CHECK(placed.placement(placed.chosen).startsOn == day("2026-02-27"));
    CHECK(placed.placement(placed.with).endsOn == day("2026-02-27"));
    CHECK(placed.newestUseCase() == "correct-placement");
    CHECK(faultOf(app::correctPlacement(placed.session(), placed.chosen, seen,
                                        {day("2026-02-28"), {}, {}})) == "EditConflict");
    CHECK(faultOf(app::correctPlacement(placed.session(), placed.chosen, seen + 1,
                                        {day("2026-01-15"), {}, {}})) == "startsOn overlaps");
}

TEST_CASE("a placement ends on the day it began, and its end is taken back", "[care]")
{
    Placed placed;
    require(app::endPlacement(placed.session(), placed.chosen, placed.version(placed.chosen),
                              day("2026-03-01"), "OTHER"));
    CHECK(placed.freePlaces() == 1);
    CHECK(faultOf(app::endPlacement(placed.session(), placed.chosen, placed.version(placed.chosen),
                                    day("2026-03-01"), "OTHER")) == "EditConflict");
    require(app::correctPlacement(placed.session(), placed.chosen, placed.version(placed.chosen),
                                  {day("2026-03-01"), {}, {}}));
    CHECK(placed.freePlaces() == 0);
}

TEST_CASE("a move that is still to come is moved, and cancelled", "[care]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    require(app::beginCare(*fixture.session, {child, day("2026-02-01"), "N1", "C1"}));
    const PlacementId parents = require(
        app::placeElsewhere(*fixture.session, {child, day("2026-02-01"), "P1", "PR0", {}, {}}));
    const HomeId home = fixture.addHome("H1", 1);
    const app::SearchTerms terms{child, day("2026-04-10"), {}, {}};
    const PlacementId planned = require(
        chooseFromListNow(*fixture.session, terms, {{}, home, "From Easter.", {}, {}, "CARPL"}));
    const auto free = [&] { return require(app::openHome(*fixture.session, home)).summary.free; };
    CHECK(free() == 0);

    require(app::correctPlacement(*fixture.session, planned, 1, {day("2026-04-17"), {}, {}}));
    auto history = require(app::placementsOf(*fixture.session, child)).history;
    CHECK(history.placements[0].endsOn == day("2026-04-17"));
    CHECK(history.placements[1].startsOn == day("2026-04-17"));

    require(app::withdrawPlacement(*fixture.session, planned, 2, {"The carers fell ill.", true}));
    const auto read = require(app::placementsOf(*fixture.session, child));
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].placement.id == parents);
    CHECK_FALSE(read.rows[0].placement.endsOn);
    CHECK(read.withdrawn[0].placement.withdrawn == Withdrawal::Cancelled);
    CHECK(free() == 1);
}

TEST_CASE("care begins and ends, and what was wrong about it is put right", "[care]")
{
    Placed placed;
    const auto period = [&] { return placed.now().history.periods.front(); };
    const CarePeriod begun = period();
    CHECK(faultOf(app::endCare(placed.session(), begun.id, begun.rowVersion, day("2026-03-01"),
                               "X1")) == "endCode unknown-code");
    require(app::endCare(placed.session(), begun.id, begun.rowVersion, day("2026-03-01"), "E4A"));
    CHECK(period().endCode == "E4A");
    CHECK_FALSE(require(allChildren(placed.session())).front().inCare);
    CHECK(placed.placement(placed.chosen).endsOn == day("2026-03-01"));
    CHECK(faultOf(app::endCare(placed.session(), begun.id, period().rowVersion, day("2026-03-01"),
                               "E4A")) == "EditConflict");

    require(app::correctCare(placed.session(), begun.id, period().rowVersion,
                             {begun.startsOn, {}, "N5", {}}));
    CHECK(require(allChildren(placed.session())).front().inCare);
    CHECK_FALSE(placed.placement(placed.chosen).endsOn);
    CHECK(placed.now().history.legalStatuses.front().needCode == "N5");
    CHECK(faultOf(app::withdrawCare(placed.session(), begun.id, period().rowVersion)) ==
          "startsOn has-placements");
    require(app::recordLegalStatus(placed.session(), placed.child, day("2026-02-15"), "C2"));
    CHECK(placed.now().history.legalStatuses.size() == 2);
    CHECK(require(app::verifyAuthority(placed.session())).isWhole());
}

TEST_CASE("care that was entered in error leaves nothing but its audit rows", "[care]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const CarePeriodId period =
        require(app::beginCare(*fixture.session, {child, day("2026-02-01"), "N1", "C1"}));
    require(app::withdrawCare(*fixture.session, period, 1));
    CHECK(require(app::placementsOf(*fixture.session, child)).history == CareHistory{});
    const auto history = require(app::historyOf(*fixture.session, child));
    CHECK(std::count_if(history.begin(), history.end(), [](const app::AuditRow& row) {
              return row.useCase == "withdraw-care";
          }) == 2);
}

TEST_CASE("who may begin care and who may decide on placements", "[care][rights]")
{
    Placed placed;
    const auto worker = placed.fixture.signInAs(Role::SocialWorker, "worker");
    const auto officer = placed.fixture.signInAs(Role::PlacementOfficer, "officer");
    const ChildId other = placed.fixture.addChild("101");
    const app::CareBeginning beginning{other, day("2026-02-01"), "N1", "C1"};
    CHECK(app::beginCare(*officer, beginning).error().code == ErrorCode::NotPermitted);
    CHECK(app::beginCare(*worker, beginning));
    const int version = placed.version(placed.chosen);
    CHECK(app::withdrawPlacement(*worker, placed.chosen, version, {}).error().code ==
          ErrorCode::NotPermitted);
    CHECK(app::placeElsewhere(*worker, {other, day("2026-02-01"), "P1", "PR0", {}, {}})
              .error()
              .code == ErrorCode::NotPermitted);
    CHECK(app::withdrawPlacement(*officer, placed.chosen, version, {}));
}

TEST_CASE("an act tells the pages of the child and of both homes", "[care][changes]")
{
    Placed placed;
    app::ChangeSet told;
    const auto token =
        placed.session().changes().subscribe([&](const app::ChangeSet& set) { told.add(set); });
    require(
        app::withdrawPlacement(placed.session(), placed.chosen, placed.version(placed.chosen), {}));
    CHECK(told.touches(app::Aggregate::Placement));
    CHECK(told.touches(app::Aggregate::Home));
    CHECK(told.concerns(placed.child.value));
    CHECK(told.concerns(placed.home.value));
}
