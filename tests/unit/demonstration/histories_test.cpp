#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "tests/unit/demonstration/invented.h"

using namespace homeward;
using namespace homeward::demonstration;

namespace {

struct Plan {
    int children;
    int households;
    int years;
    std::uint64_t seed;
};

/// Authorities of several sizes; each is checked whole.
InventedAuthority someAuthority(InventionPlan& plan)
{
    const auto size = GENERATE(Plan{600, 300, 5, 1}, Plan{300, 40, 3, 2}, Plan{200, 200, 12, 3},
                               Plan{50, 0, 1, 4}, Plan{1, 1, 20, 5});
    plan = test::usualPlan();
    plan.children = size.children;
    plan.households = size.households;
    plan.years = size.years;
    plan.seed = size.seed;
    return test::invented(plan);
}

template <typename Record>
bool followsOn(const std::vector<Record>& records)
{
    for (std::size_t i = 0; i + 1 < records.size(); ++i)
        if (!records[i].endsOn || *records[i].endsOn > records[i + 1].startsOn)
            return false;
    return true;
}

template <typename Record>
bool lastsADay(const std::vector<Record>& records)
{
    return std::all_of(records.begin(), records.end(), [](const Record& record) {
        return !record.endsOn || *record.endsOn > record.startsOn;
    });
}

/// Everything but ids, homes and costs: what a return says.
CareHistory asReturned(CareHistory history)
{
    for (CarePeriod& period : history.periods) {
        period.id = {};
        period.child = {};
        period.rowVersion = 0;
    }
    for (LegalStatus& status : history.legalStatuses) {
        status.id = {};
        status.child = {};
        status.rowVersion = 0;
    }
    for (Placement& placement : history.placements) {
        placement.id = {};
        placement.child = {};
        placement.rowVersion = 0;
        placement.home.reset();
        placement.weeklyCostPence.reset();
        placement.leaving = {};  // known beforehand is nothing that a return says
    }
    return history;
}

bool codeHolds(const char* field, const std::string& code, Date from, std::optional<Date> to,
               Date today)
{
    const auto* known = StatutoryCodes::builtIn().find(field, code);
    if (!known)
        return false;
    const CollectionYear last = collectionYearOf(to ? to->plusDays(-1) : today);
    for (CollectionYear year = collectionYearOf(from); year <= last; ++year.startYear)
        if (!isValidIn(*known, year))
            return false;
    return true;
}

}  // namespace

TEST_CASE("[demonstration][property] invented histories keep the rules of a return")
{
    InventionPlan plan;
    const InventedAuthority authority = someAuthority(plan);
    REQUIRE(authority.children.size() == static_cast<std::size_t>(plan.children));
    REQUIRE(authority.histories.size() == authority.children.size());
    const Date windowStart = collectionYears(plan).front().firstDay();
    for (std::size_t i = 0; i < authority.children.size(); ++i) {
        const Child& child = authority.children[i];
        const CareHistory& history = authority.histories[i];
        INFO(child.caseNumber << " seed " << plan.seed);
        REQUIRE(checkChild(child, plan.today).ok());
        REQUIRE_FALSE(history.periods.empty());
        REQUIRE(followsOn(history.periods));
        REQUIRE(followsOn(history.legalStatuses));
        REQUIRE(followsOn(history.placements));
        REQUIRE(lastsADay(history.periods));
        REQUIRE(lastsADay(history.legalStatuses));
        REQUIRE(lastsADay(history.placements));
        REQUIRE(history.periods.front().startsOn >= child.birthDate);
        REQUIRE(history.periods.back().startsOn <= plan.today);
        const auto end = history.periods.back().endsOn;
        REQUIRE(end.value_or(plan.today) <= plan.today);
        REQUIRE(end.value_or(plan.today.plusDays(1)) > windowStart);
        REQUIRE(end.value_or(plan.today) <= child.birthDate.plusMonths(12 * 18));
    }
}

TEST_CASE("[demonstration][property] placements and legal statuses fill every day of care")
{
    InventionPlan plan;
    const InventedAuthority authority = someAuthority(plan);
    for (std::size_t i = 0; i < authority.children.size(); ++i) {
        INFO(authority.children[i].caseNumber << " seed " << plan.seed);
        for (const Episode& episode : deriveEpisodes(authority.histories[i])) {
            INFO(episode.startsOn.toIso());
            REQUIRE_FALSE(episode.placeCode.empty());
            REQUIRE_FALSE(episode.legalStatus.empty());
            REQUIRE_FALSE(episode.providerCode.empty());
            REQUIRE(codeHolds("PLACE", episode.placeCode, episode.startsOn, episode.endsOn,
                              plan.today));
            REQUIRE(
                codeHolds("LS", episode.legalStatus, episode.startsOn, episode.endsOn, plan.today));
            for (const auto& [field, code] :
                 std::map<const char*, std::string>{{"RNE", episode.startReason},
                                                    {"CIN", episode.needCode},
                                                    {"REC", episode.endReason},
                                                    {"PLACE_PROVIDER", episode.providerCode}})
                REQUIRE(StatutoryCodes::builtIn().find(field, code) != nullptr);
        }
    }
}

TEST_CASE("[demonstration][property] an invented history is what importing its return would give")
{
    for (const CareHistory& history : test::usual().histories)
        REQUIRE(asReturned(history) == splitEpisodes(deriveEpisodes(history)));
}

TEST_CASE("[demonstration] supported accommodation changes its code on 1 April 2024 without a move")
{
    int changed = 0;
    for (const CareHistory& history : test::usual().histories)
        for (std::size_t i = 0; i + 1 < history.placements.size(); ++i) {
            const Placement& before = history.placements[i];
            const Placement& after = history.placements[i + 1];
            if (before.placeCode != "H5" || after.startsOn != *Date::fromYmd(2024, 4, 1))
                continue;
            ++changed;
            CHECK(after.placeCode == "K3");
            CHECK(after.home == before.home);
            CHECK((after.startReason == "T" || after.startReason == "U"));
        }
    CHECK(changed > 0);
}

TEST_CASE(
    "[demonstration] about seven in ten children are still in care, most after one to three places")
{
    int inCare = 0;
    std::map<std::size_t, int> byPlaces;
    std::map<PlaceGroup, int> byGroup;
    for (const CareHistory& history : test::usual().histories) {
        std::set<std::string> places;
        for (const Placement& placement : history.placements)
            places.insert(placement.placePostcode);
        ++byPlaces[places.size()];
        if (history.periods.back().endsOn)
            continue;
        ++inCare;
        ++byGroup[placeGroupOf(history.placements.back().placeCode)];
    }
    CHECK(inCare > 600 * 0.64);
    CHECK(inCare < 600 * 0.76);
    CHECK(byPlaces[1] + byPlaces[2] + byPlaces[3] > 600 * 0.8);
    CHECK(byPlaces.rbegin()->first >= 5);
    const auto share = [&](PlaceGroup group) { return 100.0 * byGroup[group] / inCare; };
    CHECK(share(PlaceGroup::Fostering) > 45);
    CHECK(share(PlaceGroup::FamilyAndFriends) == Approx(15).margin(6));
    CHECK(share(PlaceGroup::ChildrensHome) == Approx(10).margin(5));
    CHECK(share(PlaceGroup::Supported) == Approx(8).margin(5));
    CHECK(share(PlaceGroup::ForAdoption) > 0.4);
    CHECK(share(PlaceGroup::WithParents) > 0.4);
}

TEST_CASE(
    "[demonstration] about a third of the children have brothers and sisters, mostly in the same "
    "home")
{
    std::set<ChildId> withSiblings;
    std::map<ChildId, const CareHistory*> histories;
    for (std::size_t i = 0; i < test::usual().children.size(); ++i)
        histories[test::usual().children[i].id] = &test::usual().histories[i];
    int bothFostered = 0;
    int together = 0;
    for (const auto& [a, b] : test::usual().siblings) {
        withSiblings.insert(a);
        withSiblings.insert(b);
        const Placement& first = histories[a]->placements.back();
        const Placement& second = histories[b]->placements.back();
        const auto inFamily = [](const Placement& placement) {
            return test::isOpenToday(placement) &&
                   (placeGroupOf(placement.placeCode) == PlaceGroup::Fostering ||
                    placeGroupOf(placement.placeCode) == PlaceGroup::FamilyAndFriends);
        };
        if (inFamily(first) && inFamily(second)) {
            ++bothFostered;
            together += first.home && first.home == second.home ? 1 : 0;
        }
    }
    CHECK(withSiblings.size() > 600 * 0.26);
    CHECK(withSiblings.size() < 600 * 0.42);
    REQUIRE(bothFostered > 20);
    CHECK(together > bothFostered * 0.5);
}

TEST_CASE("[demonstration] children enter care at every age, babies and young teenagers most")
{
    std::map<int, int> byAge;
    for (std::size_t i = 0; i < test::usual().children.size(); ++i)
        ++byAge[ageYears(test::usual().children[i].birthDate,
                         test::usual().histories[i].periods.front().startsOn)];
    const int teens = byAge[11] + byAge[12] + byAge[13] + byAge[14];
    const int between = byAge[5] + byAge[6] + byAge[7] + byAge[8];
    CHECK(byAge[0] > byAge[5] * 2);
    CHECK(teens > between);
    for (int age = 0; age < 18; ++age)
        CHECK(byAge[age] > 0);
}
