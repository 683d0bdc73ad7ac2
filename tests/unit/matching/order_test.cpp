#include <catch2/catch.hpp>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

/// Known in everything that a search asks for, so many miles from the family.
Household known(const std::string& id, std::vector<MaybeLevel> skills, double miles)
{
    Household home = household(id, std::move(skills));
    home.location = milesEast(miles);
    home.agesCaredFor = {12};
    return home;
}

Request fromFamily(std::vector<MaybeLevel> needs)
{
    Request asked = request(std::move(needs));
    asked.family = milesEast(0);
    return asked;
}

}  // namespace

TEST_CASE("a home with a critical gap never stands above a good one", "[matching][order]")
{
    // Near and able in all but one thing that matters most, against far and able.
    const auto list = shortlistOf(
        {known("near", levels({4, 4, 4, 4, 1}), 1), known("far", levels({3, 3, 3, 3, 2}), 35)},
        fromFamily(levels({4, 4, 4, 4, 3})));
    REQUIRE(list.candidates.size() == 2);
    CHECK(idsOf(list.candidates) == std::vector<std::string>{"far", "near"});
    CHECK(list.candidates[0].band == Band::Good);
    CHECK(list.candidates[1].band == Band::WithSupport);
    CHECK(list.candidates[1].score > list.candidates[0].score);
    CHECK(list.candidates[1].gaps[0].critical);
    CHECK_FALSE(list.candidates[1].gaps[0].skillUnknown);
}

TEST_CASE("a home of which nobody knows the place is never first for that", "[matching][order]")
{
    Household unlocated = known("unlocated", levels({3}), 0);
    unlocated.location.reset();
    const auto list =
        shortlistOf({unlocated, known("eight-miles", levels({3}), 8)}, fromFamily(levels({3})));
    CHECK(idsOf(list.candidates) == std::vector<std::string>{"eight-miles", "unlocated"});
    CHECK(list.candidates[1].scoreUpTo() > list.candidates[0].score);
}

TEST_CASE("a home that nothing is known of is no 100", "[matching][order]")
{
    const Candidate candidate =
        shortlistOf({household("h", levels({-1}))}, fromFamily(levels({2}))).candidates.at(0);
    CHECK(candidate.score == Approx(70 * 0.45));
    CHECK(candidate.scoreUpTo() == Approx(100));
}

TEST_CASE("in a tie fewer questions lead, then the nearer home, then the lower id",
          "[matching][order]")
{
    Household asks = known("a-asks", levels({3}), 5);
    asks.reviewDueOn.reset();
    const auto list = shortlistOf(
        {asks, known("d", levels({3}), 4), known("c", levels({3}), 2), known("b", levels({3}), 4)},
        fromFamily(levels({3})));
    CHECK(idsOf(list.candidates) == std::vector<std::string>{"c", "b", "d", "a-asks"});
    for (const Candidate& candidate : list.candidates) {
        CHECK(candidate.tiedFrom == 1);
        CHECK(candidate.tiedTo == 4);
    }
}

TEST_CASE("a tie is half a point from its best and no chain of small steps", "[matching][order]")
{
    // 0.4 miles cost 0.32 points here, so the third is 0.64 below the first.
    const auto list = shortlistOf(
        {known("a", levels({3}), 5), known("b", levels({3}), 5.4), known("c", levels({3}), 5.8)},
        fromFamily(levels({3})));
    REQUIRE(list.candidates.size() == 3);
    CHECK(list.candidates[0].score - list.candidates[2].score == Approx(0.64).epsilon(0.01));
    CHECK(list.candidates[0].tiedTo == 2);
    CHECK(list.candidates[1].tiedFrom == 1);
    CHECK(list.candidates[2].tiedFrom == 0);
}

TEST_CASE("one list holds one kind of home and counts the others with their cost",
          "[matching][order]")
{
    std::vector<Household> homes{known("foster", levels({3}), 5), known("dear", levels({3}), 1),
                                 known("cheap", levels({3}), 1), known("full", levels({3}), 1),
                                 known("kin", levels({3}), 1)};
    for (const std::size_t i : {1u, 2u, 3u})
        homes[i].kind = HomeKind::ChildrensHome;
    homes[1].weeklyCostPence = 600'000;
    homes[2].weeklyCostPence = 470'000;
    homes[3].weeklyCostPence = 100'000;
    homes[3].places = 0;
    homes[4].kind = HomeKind::FamilyAndFriends;  // approved for nobody named here
    Request asked = fromFamily(levels({3}));
    const auto families = shortlistOf(homes, asked);
    CHECK(idsOf(families.candidates) == std::vector<std::string>{"foster"});
    CHECK(families.notEligible.empty());
    REQUIRE(families.otherKinds.size() == 1);
    CHECK(families.otherKinds[0].kind == HomeKind::ChildrensHome);
    CHECK(families.otherKinds[0].homes == 2);
    CHECK(families.otherKinds[0].fromPence == 470'000);
    asked.kind = HomeKind::ChildrensHome;
    const auto residential = shortlistOf(homes, asked);
    CHECK(residential.candidates.size() == 2);
    CHECK(residential.notEligible.size() == 1);
    CHECK(residential.otherKinds.size() == 1);
}
