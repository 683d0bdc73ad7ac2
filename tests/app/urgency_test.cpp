// How soon a home has to be found, and what makes it so.
#include <algorithm>

#include "app/care/care.h"
#include "app/care/leaving.h"
#include "app/care/placements.h"
#include "app/records/my_work.h"
#include "app/trust/audit_trail.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

const Date kToday = day("2026-03-01");  // a Sunday

class Service {
public:
    app::Session& session() { return *fixture.session; }

    ChildId inCare(const std::string& number)
    {
        const ChildId child = fixture.addChild(number);
        require(app::beginCare(session(), {child, day("2026-02-01"), "N1", "C2"}));
        return child;
    }
    PlacementId lives(const ChildId& child, const std::string& place, Date from)
    {
        return require(app::placeElsewhere(session(), {child, from, place, "PR1", {}, "OTHER"}));
    }
    Placement placement(const ChildId& child)
    {
        return require(app::placementsOf(session(), child)).history.placements.back();
    }
    Result<Done> leaves(const ChildId& child, const Leaving& leaving)
    {
        const Placement now = placement(child);
        return app::recordLeaving(session(), now.id, now.rowVersion, leaving);
    }
    std::vector<std::string> byUrgency()
    {
        app::ChildListAsked asked;
        asked.order = ChildOrder::Urgency;
        std::vector<std::string> numbers;
        for (const app::ChildRow& row : require(app::childrenOf(session(), asked)).rows)
            numbers.push_back(row.caseNumber);
        return numbers;
    }
    app::ChildRow row(const ChildId& child)
    {
        return require(app::childRows(session(), {child})).front();
    }

    AuthorityFixture fixture;
};

app::SearchTerms emergency(const ChildId& child)
{
    return {child, {}, PlacementType::Emergency, {}};
}

/// A household for children up to 9, boys and girls, short and long term.
HomeId forYoungOnes(const AuthorityFixture& fixture)
{
    const HomeId id = fixture.addHome("H1");
    Home home = require(app::openHome(*fixture.session, id)).home;
    home.approval.oldestYears = 9;
    require(app::saveHome(*fixture.session, home));
    return id;
}

app::Choice outsideTerms(const HomeId& home, std::optional<Date> until, std::string agreedBy)
{
    app::Choice choice;
    choice.home = home;
    choice.reason = "Nobody else tonight.";
    choice.outsideTerms = OutsideTerms{until, std::move(agreedBy), {}};
    return choice;
}

}  // namespace

TEST_CASE("who needs a home stands by urgency: no home, notice, planned, the rest, adoption",
          "[urgency][lists]")
{
    Service service;
    const ChildId adopted = service.inCare("1");
    service.lives(adopted, "A6", day("2026-02-01"));
    const ChildId settled = service.inCare("2");
    service.lives(settled, "U6", day("2026-02-01"));
    const ChildId planned = service.inCare("3");
    service.lives(planned, "U6", day("2026-02-01"));
    require(service.leaves(planned, {day("2026-03-05"), {}}));
    const ChildId lateNotice = service.inCare("4");
    service.lives(lateNotice, "K2", day("2026-02-01"));
    require(service.leaves(lateNotice, {day("2026-03-28"), day("2026-02-28")}));
    const ChildId earlyNotice = service.inCare("5");
    service.lives(earlyNotice, "U6", day("2026-02-01"));
    require(service.leaves(earlyNotice, {day("2026-03-10"), day("2026-02-20")}));
    service.inCare("6");  // lives nowhere on record
    const ChildId moving = service.inCare("7");
    service.lives(moving, "U6", day("2026-02-01"));
    service.lives(moving, "P1", day("2026-03-20"));
    service.fixture.addChild("8");  // not in care

    CHECK(service.byUrgency() == std::vector<std::string>{"6", "5", "4", "3", "2", "7", "1", "8"});
    CHECK(service.row(earlyNotice).neededBy == day("2026-03-10"));
    CHECK(service.row(moving).movesOn == day("2026-03-20"));
    const app::MyWork work = require(app::myWork(service.session()));
    CHECK(work.needHomeCount == 4);
    CHECK(work.needHome.front().caseNumber == "6");
}

TEST_CASE("the list and the rule for one child agree on urgency", "[urgency][lists]")
{
    const Urgency all[] = {Urgency::NoHome, Urgency::OutsideTerms, Urgency::NoticeGiven,
                           Urgency::MovePlanned, Urgency::Lives};
    CareNowFacts facts;
    facts.inCare = true;
    CHECK(urgencyOf(facts) == all[0]);
    facts.placeCode = "U6";
    facts.leaving.by = kToday;
    CHECK(urgencyOf(facts) == all[3]);
    facts.leaving.noticeGiven = kToday;
    CHECK(urgencyOf(facts) == all[2]);
    facts.outsideTerms.until = kToday;
    CHECK(urgencyOf(facts) == all[1]);
    facts.outsideTerms.settled = "Variation agreed.";
    facts.leaving = {};
    CHECK(urgencyOf(facts) == all[4]);
}

TEST_CASE("notice has to make sense, is taken back, and is on record", "[urgency]")
{
    Service service;
    const ChildId child = service.inCare("1");
    service.lives(child, "U6", day("2026-02-01"));
    CHECK(faultOf(service.leaves(child, {{}, kToday})) == "");  // without a day: taken back
    CHECK_FALSE(service.placement(child).leaving.noticeGiven);
    CHECK(faultOf(service.leaves(child, {day("2026-01-01"), {}})) == "leavesBy ends-before-start");
    CHECK(faultOf(service.leaves(child, {day("2026-03-20"), day("2026-03-02")})) ==
          "noticeGivenOn in-future");
    CHECK(faultOf(service.leaves(child, {day("2026-02-10"), day("2026-02-20")})) ==
          "leavesBy before-notice");
    require(service.leaves(child, {day("2026-03-20"), day("2026-02-20")}));
    CHECK(service.row(child).urgency == Urgency::NoticeGiven);
    CHECK(require(app::historyOf(service.session(), child)).front().useCase == "record-leaving");
    require(service.leaves(child, {}));
    CHECK(service.row(child).urgency == Urgency::Lives);
    CHECK(faultOf(app::recordLeaving(service.session(), service.placement(child).id, 1,
                                     {day("2026-03-20"), {}})) == "EditConflict");
}

TEST_CASE("an emergency goes beyond the terms for six working days, with who agreed",
          "[urgency][matching-service]")
{
    Service service;
    const ChildId child = service.fixture.addChild("100", day("2014-05-01"));
    const HomeId home = forYoungOnes(service.fixture);
    const auto choose = [&](const app::Choice& choice) {
        const auto placed = chooseFromListNow(service.session(), emergency(child), choice);
        return placed ? Result<Done>(Done{}) : Result<Done>(placed.error());
    };
    CHECK(faultOf(choose(outsideTerms(home, {}, "The duty manager."))) ==
          "outsideTermsUntil required");
    CHECK(faultOf(choose(outsideTerms(home, day("2026-03-10"), "The duty manager."))) ==
          "outsideTermsUntil too-late");
    CHECK(faultOf(choose(outsideTerms(home, day("2026-03-09"), " "))) ==
          "outsideTermsAgreedBy required");
    require(choose(outsideTerms(home, day("2026-03-09"), "R. Vance, duty manager.")));

    const app::ChildRow row = service.row(child);
    CHECK(row.urgency == Urgency::OutsideTerms);
    CHECK(row.neededBy == day("2026-03-09"));
    CHECK(row.outsideTerms.agreedBy == "R. Vance, duty manager.");
    const app::HomePage page = require(app::openHome(service.session(), home));
    CHECK(page.placed.at(0).outsideTerms.until == day("2026-03-09"));
    CHECK(require(app::myWork(service.session())).needHome.at(0).id == child);

    const Placement placement = service.placement(child);
    require(app::settleOutsideTerms(service.session(), placement.id, placement.rowVersion,
                                    "Variation agreed on 4 March."));
    CHECK(service.row(child).urgency == Urgency::Lives);
    CHECK(service.placement(child).outsideTerms.until == day("2026-03-09"));
    CHECK(require(app::myWork(service.session())).needHomeCount == 0);
}

TEST_CASE("beyond the terms nobody goes without an emergency, nor where more than terms is broken",
          "[urgency][matching-service]")
{
    Service service;
    const ChildId child = service.fixture.addChild("100", day("2014-05-01"));
    const HomeId home = forYoungOnes(service.fixture);
    const app::Choice choice = outsideTerms(home, day("2026-03-09"), "The duty manager.");
    CHECK(chooseFromListNow(service.session(), {child, {}, {}, {}}, choice)
              .error()
              .facts.at("rule") == "within-terms");
    Home full = require(app::openHome(service.session(), home)).home;
    full.approval.places = 0;
    require(app::saveHome(service.session(), full));
    CHECK_FALSE(chooseFromListNow(service.session(), emergency(child), choice));
    full = require(app::openHome(service.session(), home)).home;
    full.approval.places = 2;
    full.approval.oldestYears = 17;
    full.approval.types.insert(PlacementType::Emergency);
    require(app::saveHome(service.session(), full));
    CHECK(chooseFromListNow(service.session(), emergency(child), choice).error().facts.at("rule") ==
          "within-terms");
}
