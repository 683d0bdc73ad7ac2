#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "support/text/text.h"
#include "tests/unit/demonstration/invented.h"

using namespace homeward;
using namespace homeward::demonstration;

namespace {

struct Resident {
    const Child* child;
    const Placement* placement;
};

std::map<HomeId, std::vector<Resident>> residentsOf(const InventedAuthority& authority)
{
    std::map<HomeId, std::vector<Resident>> residents;
    for (std::size_t i = 0; i < authority.children.size(); ++i)
        for (const Placement& placement : authority.histories[i].placements)
            if (placement.home)
                residents[*placement.home].push_back({&authority.children[i], &placement});
    return residents;
}

int placedOn(const std::vector<Resident>& residents, Date day)
{
    return static_cast<int>(
        std::count_if(residents.begin(), residents.end(), [&](const Resident& resident) {
            return resident.placement->startsOn <= day &&
                   (!resident.placement->endsOn || day < *resident.placement->endsOn);
        }));
}

InventedAuthority crowded()
{
    InventionPlan plan = test::usualPlan();
    plan.children = 400;
    plan.households = 60;
    return test::invented(plan);
}

}  // namespace

TEST_CASE("[demonstration][property] no home ever has more children than approved places")
{
    const bool manyChildren = GENERATE(false, true);
    const InventedAuthority authority = manyChildren ? crowded() : test::usual();
    const auto residents = residentsOf(authority);
    int looked = 0;
    for (const Home& home : authority.homes) {
        REQUIRE(checkHome(home).ok());
        const auto living = residents.find(home.id);
        if (living == residents.end())
            continue;
        INFO(home.reference);
        for (const Resident& resident : living->second) {
            ++looked;
            REQUIRE(placedOn(living->second, resident.placement->startsOn) <= home.approval.places);
        }
    }
    CHECK(looked > 100);
}

TEST_CASE("[demonstration][property] whoever lives in a household today is within its terms")
{
    const Date today = test::usualPlan().today;
    const auto residents = residentsOf(test::usual());
    int looked = 0;
    for (const Home& home : test::usual().homes) {
        const auto living = residents.find(home.id);
        if (living == residents.end())
            continue;
        const Approval& approval = home.approval;
        for (const Resident& resident : living->second) {
            if (!test::isOpenToday(*resident.placement))
                continue;
            ++looked;
            INFO(home.reference << " " << resident.child->caseNumber);
            const int age = ageYears(resident.child->birthDate, today);
            REQUIRE(age >= approval.youngestYears);
            REQUIRE(age <= approval.oldestYears);
            if (approval.onlySex)
                REQUIRE(*approval.onlySex == resident.child->sex);
            REQUIRE((approval.status == ApprovalStatus::Approved ||
                     approval.status == ApprovalStatus::OnHold));
        }
    }
    CHECK(looked > 200);
}

TEST_CASE("[demonstration] about six in ten approved places of households are filled")
{
    const Date today = test::usualPlan().today;
    const auto residents = residentsOf(test::usual());
    int places = 0;
    int placed = 0;
    int free = 0;
    for (const Home& home : test::usual().homes) {
        const bool household =
            home.kind == HomeKind::FosterHousehold || home.kind == HomeKind::FamilyAndFriends;
        if (!household || home.approval.status != ApprovalStatus::Approved)
            continue;
        const auto living = residents.find(home.id);
        const int here = living == residents.end() ? 0 : placedOn(living->second, today);
        places += home.approval.places;
        placed += here;
        free += here < home.approval.places ? 1 : 0;
    }
    INFO(placed << " of " << places);
    CHECK(placed > places * 0.5);
    CHECK(placed < places * 0.72);
    CHECK(free > 60);
}

TEST_CASE("[demonstration] there are as many households as asked for, and other homes on top")
{
    int households = 0;
    std::map<HomeKind, int> kinds;
    std::map<ApprovalStatus, int> states;
    std::set<std::string> references;
    for (const Home& home : test::usual().homes) {
        ++kinds[home.kind];
        ++states[home.approval.status];
        references.insert(home.reference);
    }
    households = kinds[HomeKind::FosterHousehold] + kinds[HomeKind::FamilyAndFriends];
    CHECK(households == 300);
    CHECK(kinds[HomeKind::ChildrensHome] > 3);
    CHECK(kinds[HomeKind::SupportedAccommodation] > 3);
    CHECK(states[ApprovalStatus::Approved] > 230);
    for (const auto status :
         {ApprovalStatus::InAssessment, ApprovalStatus::OnHold, ApprovalStatus::Resigned})
        CHECK(states[status] > 0);
    CHECK(references.size() == test::usual().homes.size());
}

TEST_CASE(
    "[demonstration] an area of more households than there are names ends, and the reference "
    "tells those of one name apart")
{
    InventionPlan plan = test::usualPlan();
    plan.children = 1;
    plan.households = 30'000;
    const InventedAuthority authority = test::invented(plan);
    std::set<std::string> references;
    for (const Home& home : authority.homes)
        references.insert(home.reference);
    CHECK(authority.homes.size() > 30'000);
    CHECK(references.size() == authority.homes.size());
}

TEST_CASE("[demonstration] a week costs what its kind of home costs")
{
    const auto pounds = [](const Home& home) { return home.weeklyCostPence.value_or(0) / 100; };
    for (const Home& home : test::usual().homes) {
        INFO(home.reference << " " << pounds(home));
        switch (home.kind) {
            case HomeKind::FosterHousehold:
                CHECK(pounds(home) >= (home.ownService ? 500 : 850));
                CHECK(pounds(home) <= (home.ownService ? 650 : 1'150));
                break;
            case HomeKind::FamilyAndFriends:
                CHECK((pounds(home) >= 250 && pounds(home) <= 350));
                break;
            case HomeKind::ChildrensHome:
                CHECK((pounds(home) >= 5'000 && pounds(home) <= 7'000));
                break;
            case HomeKind::SupportedAccommodation:
                CHECK((pounds(home) >= 1'000 && pounds(home) <= 1'700));
                break;
            case HomeKind::Other:
                FAIL("no other homes are invented");
                break;
        }
    }
}

TEST_CASE("[demonstration] skills differ, some are not known, and levels have evidence")
{
    std::map<int, int> byLevel;
    int unknown = 0;
    std::set<HomeId> described;
    for (const SkillsProfile& profile : test::usual().skills) {
        described.insert(profile.home);
        REQUIRE(profile.skills.size() == test::sixDomains().domains.size());
        for (const Rating& skill : profile.skills) {
            if (!skill.level) {
                ++unknown;
                continue;
            }
            ++byLevel[skill.level->value()];
            if (skill.level->value() > 0)
                REQUIRE_FALSE(skill.evidence.empty());
        }
    }
    for (int level = 0; level < kLevelCount; ++level)
        CHECK(byLevel[level] > 20);
    CHECK(unknown > 20);
    CHECK(described.size() < test::usual().homes.size());
    CHECK(described.size() > test::usual().homes.size() * 0.8);
}

TEST_CASE("[demonstration][privacy] nothing invented can be taken for a real place")
{
    for (const Home& home : test::usual().homes) {
        CHECK(home.postcode.substr(0, 2) == "ZZ");
        CHECK(home.note.find("nvented") != std::string::npos);
        CHECK(home.providerName.find("(invented)") != std::string::npos);
        if (home.location)
            CHECK(std::get<GridReference>(*home.location).eastingM >= 540'000);
    }
    for (const CareHistory& history : test::usual().histories)
        for (const Placement& placement : history.placements) {
            REQUIRE(placement.placePostcode.substr(0, 2) == "ZZ");
            REQUIRE(placement.homePostcode.substr(0, 2) == "ZZ");
        }
    for (const Child& child : test::usual().children)
        if (child.familyLocation)
            REQUIRE(std::get<GridReference>(*child.familyLocation).eastingM >= 540'000);
    CHECK(std::string(kAuthorityName).find("invented") != std::string::npos);
}
