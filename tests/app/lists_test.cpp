#include <algorithm>
#include <map>
#include <set>

#include "app/authority/demonstration.h"
#include "app/care/placements.h"
#include "app/needs/insight.h"
#include "app/records/child_list.h"
#include "app/records/homes.h"
#include "app/records/my_work.h"
#include "app/records/providers.h"
#include "domain/places.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

/// 240 children and 70 homes over four years, made once; nothing here changes it.
app::Session& invented()
{
    static const TemporaryFolder temporary;
    static const std::unique_ptr<app::Session> session = [] {
        const auto clock = std::make_shared<FixedClock>(day("2026-03-01"));
        const app::Environment environment{clock, seededIds(3, clock->now().msSinceEpoch),
                                           app::KdfCost::Test};
        app::DemonstrationPlan plan;
        plan.folder = temporary.path() / "authority";
        plan.children = 240;
        plan.households = 70;
        plan.years = 4;
        plan.today = day("2026-03-01");
        require(app::createDemonstration(plan, environment));
        return require(app::signIn(plan.folder, "demo", Secret("demonstration"), environment));
    }();
    return *session;
}

/// All rows, `limit` at a time.
template <typename Row, typename Read>
std::vector<Row> paged(Read read, int limit)
{
    std::vector<Row> all;
    app::ListPlace place;
    do {
        auto slice = require(read(place, limit));
        CHECK(slice.rows.size() <= static_cast<std::size_t>(limit));
        all.insert(all.end(), slice.rows.begin(), slice.rows.end());
        place = slice.end;
    } while (place);
    return all;
}

std::vector<app::ChildRow> children(const app::ChildListAsked& asked, int limit = 37)
{
    return paged<app::ChildRow>(
        [&](const app::ListPlace& place, int rows) {
            return app::childrenOf(invented(), asked, place, rows);
        },
        limit);
}

std::set<std::string> idsOf(const std::vector<app::ChildRow>& rows)
{
    std::set<std::string> ids;
    for (const app::ChildRow& row : rows)
        ids.insert(row.id.value);
    CHECK(ids.size() == rows.size());
    return ids;
}

/// What a row sorts by, as text that compares alike; empty: unknown.
std::string keyOf(const app::ChildRow& row, ChildOrder order)
{
    switch (order) {
        case ChildOrder::Age:
            return row.birthDate.toIso();
        case ChildOrder::Since:
            return row.placedOn ? row.placedOn->toIso() : "";
        case ChildOrder::LastAssessed:
            return row.lastAssessedOn ? row.lastAssessedOn->toIso() : "";
        case ChildOrder::TotalNeed:
            return row.lastAssessedOn ? std::to_string(100 + row.totalNeed) : "";
        case ChildOrder::Urgency:
            return std::to_string(static_cast<int>(row.urgency)) +
                   (row.neededBy ? row.neededBy->toIso() : "");
        case ChildOrder::Worker:
            return row.workerName;
        case ChildOrder::Sex:
            return std::string(toKey(row.sex));
        default:
            return row.caseNumber;
    }
}

void addNamed(const AuthorityFixture& fixture, const std::string& number, const std::string& given,
              const std::string& family)
{
    Child child;
    child.caseNumber = number;
    child.givenName = given;
    child.familyName = family;
    child.birthDate = day("2014-05-01");
    require(app::addChild(*fixture.session, child));
}

std::vector<std::string> numbers(const std::vector<app::ChildRow>& rows)
{
    std::vector<std::string> all;
    for (const app::ChildRow& row : rows)
        all.push_back(row.caseNumber);
    return all;
}

}  // namespace

TEST_CASE("a list read in stretches is the whole list, each child once, in order", "[lists]")
{
    const std::set<std::string> everybody = idsOf(require(allChildren(invented())));
    REQUIRE(everybody.size() == 240);
    for (const ChildOrder order :
         {ChildOrder::CaseNumber, ChildOrder::Age, ChildOrder::Sex, ChildOrder::Since,
          ChildOrder::Worker, ChildOrder::LastAssessed, ChildOrder::TotalNeed, ChildOrder::Urgency})
        for (const bool descending : {false, true}) {
            INFO("order " << static_cast<int>(order) << (descending ? " descending" : ""));
            app::ChildListAsked asked;
            asked.order = order;
            asked.descending = descending;
            const auto rows = children(asked);
            CHECK(idsOf(rows) == everybody);
            // The youngest first: of the dates of birth, the last.
            const bool falling = descending != (order == ChildOrder::Age);
            CHECK(std::is_sorted(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
                const std::string left = keyOf(a, order);
                const std::string right = keyOf(b, order);
                if (left.empty() || right.empty())
                    return !left.empty() && right.empty();
                return falling ? right < left : left < right;
            }));
        }
}

TEST_CASE("a list of children holds those that its cohort does", "[lists]")
{
    const auto data = require(app::insightData(invented()));
    std::vector<Cohort> cohorts(7);
    cohorts[0].youngestYears = 5;
    cohorts[0].oldestYears = 9;
    cohorts[1].sex = Sex::Female;
    cohorts[2].placement = PlaceGroup::Fostering;
    cohorts[3].placement = PlaceGroup::Other;
    cohorts[4].provider = data.providers.front();
    cohorts[5].entryYear = data.entryYears.back();
    cohorts[6].provider = data.providers.back();
    cohorts[6].oldestYears = 12;
    for (const Cohort& cohort : cohorts) {
        INFO("cohort " << &cohort - cohorts.data());
        std::set<std::string> wanted;
        for (const analytics::ChildFacts& child : data.children)
            if (belongsTo(cohort, child))
                wanted.insert(child.child.value);
        app::ChildListAsked asked;
        asked.filter.cohort = cohort;
        CHECK(idsOf(children(asked)) == wanted);
        CHECK(require(app::countChildren(invented(), asked.filter)).matching ==
              static_cast<int>(wanted.size()));
    }
}

TEST_CASE("care, household, worker and assessment narrow a list of children", "[lists]")
{
    const auto everybody = require(allChildren(invented()));
    const auto check = [&](const ChildFilter& filter, auto passes) {
        app::ChildListAsked asked;
        asked.filter = filter;
        std::vector<app::ChildRow> wanted;
        std::copy_if(everybody.begin(), everybody.end(), std::back_inserter(wanted), passes);
        CHECK_FALSE(wanted.empty());
        CHECK(idsOf(children(asked)) == idsOf(wanted));
    };
    ChildFilter filter;
    filter.care = CareNow::InCare;
    check(filter, [](const auto& row) { return row.inCare; });
    filter.care = CareNow::NeedsHome;
    check(filter, [](const auto& row) { return needsHome(row.urgency); });
    filter.care = CareNow::WithoutHousehold;
    check(filter, [](const auto& row) { return row.inCare && row.home.isEmpty(); });
    filter = {};
    filter.worker = everybody.front().worker;
    check(filter, [&](const auto& row) { return row.worker == everybody.front().worker; });
    filter = {};
    filter.assessed = true;
    check(filter, [](const auto& row) { return row.assessments > 0; });
}

TEST_CASE("a line of the list says what the child's own page says", "[lists]")
{
    for (const app::ChildRow& row : children({})) {
        const auto history = require(app::placementsOf(invented(), row.id)).history;
        const Placement* placement = placementOn(history.placements, day("2026-03-01"));
        CHECK(row.inCare == (carePeriodOn(history.periods, day("2026-03-01")) != nullptr));
        CHECK(row.placedOn == (placement ? std::optional(placement->startsOn) : std::nullopt));
        CHECK(row.home == (placement && placement->home ? *placement->home : HomeId{}));
    }
}

TEST_CASE("places taken and free are those of the placements", "[lists]")
{
    const auto homes = require(allHomes(invented()));
    REQUIRE(homes.size() >= 70);
    std::map<HomeId, std::vector<Placement>> stays;
    for (const app::ChildRow& row : children({}))
        for (const Placement& placement :
             require(app::placementsOf(invented(), row.id)).history.placements)
            if (placement.home)
                stays[*placement.home].push_back(placement);
    int free = 0;
    for (const app::HomeRow& home : homes) {
        CHECK(home.taken == mostTogetherFrom(stays[home.id], day("2026-03-01")));
        CHECK(home.free == std::max(0, home.places - home.taken));
        free += home.status == ApprovalStatus::Approved ? home.free : 0;
    }
    const auto counts = require(app::countHomes(invented(), {}));
    CHECK(counts.total.homes == static_cast<int>(homes.size()));
    CHECK(counts.total.free == free);
    int ofProviders = 0;
    for (const app::ProviderRow& provider : require(app::providerRows(invented())))
        ofProviders += provider.free;
    CHECK(ofProviders == free);
}

TEST_CASE("homes narrow and sort as the register shows them", "[lists]")
{
    const auto everyHome = require(allHomes(invented()));
    app::HomeListAsked asked;
    asked.filter.withFreePlace = true;
    asked.order = HomeOrder::Free;
    asked.descending = true;
    const auto rows = paged<app::HomeRow>(
        [&](const app::ListPlace& place, int limit) {
            return app::homesOf(invented(), asked, place, limit);
        },
        9);
    CHECK(rows.size() ==
          static_cast<std::size_t>(std::count_if(everyHome.begin(), everyHome.end(), [](auto& row) {
              return row.status == ApprovalStatus::Approved && row.free > 0;
          })));
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const auto& a, const auto& b) { return a.free > b.free; }));
}

TEST_CASE("names stand by family name, without accents, prefixes as they are written", "[lists]")
{
    AuthorityFixture fixture;
    addNamed(fixture, "1", "Tyler", "Zeller");
    addNamed(fixture, "2", "Ana", "van der Berg");
    addNamed(fixture, "3", "Ben", "Vanderbilt");
    addNamed(fixture, "4", "Una", "O'Brien");
    addNamed(fixture, "5", "Aoife", "\xc3\x93 Briain");
    addNamed(fixture, "6", "Ewa", "\xc5\x81uczak");
    addNamed(fixture, "7", "Ida", "Lund");
    addNamed(fixture, "8", "Madonna", "");
    addNamed(fixture, "9", "", "");
    addNamed(fixture, "10", "Ada", "Lund");
    CHECK(numbers(require(allChildren(*fixture.session))) ==
          std::vector<std::string>{"6", "10", "7", "8", "5", "4", "2", "3", "1", "9"});
    app::ChildListAsked asked;
    asked.descending = true;
    // Who has no name stands last either way.
    CHECK(numbers(require(app::childrenOf(*fixture.session, asked)).rows).back() == "9");
    asked.order = ChildOrder::CaseNumber;
    asked.descending = false;
    CHECK(numbers(require(app::childrenOf(*fixture.session, asked)).rows).back() == "10");
}

TEST_CASE("what waits for a person is counted as it is shown", "[lists][my-work]")
{
    AuthorityFixture fixture;
    CHECK_FALSE(require(app::myWork(*fixture.session)).anyChildren);
    const ChildId child = fixture.addChild("1");
    const auto work = require(app::myWork(*fixture.session));
    CHECK(work.anyChildren);
    CHECK(work.childCount == 0);  // nobody is in care
    CHECK(require(app::countDue(*fixture.session)) == 0);
    const auto mine = require(app::myWork(invented()));
    CHECK(mine.dueCount == require(app::countDue(invented())));
    CHECK(static_cast<int>(mine.due.size()) == std::min(mine.dueCount, app::kSliceRows));
    CHECK(std::is_sorted(mine.due.begin(), mine.due.end(), [](const auto& a, const auto& b) {
        return a.lastAssessedOn < b.lastAssessedOn;
    }));
}
