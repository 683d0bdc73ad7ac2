#include "matching/shortlist.h"

#include <catch2/catch.hpp>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

/// Practical fit alone makes the score: every mile costs a point.
Candidate atScore(double score, const std::vector<MaybeLevel>& needs,
                  const std::vector<MaybeLevel>& skills)
{
    Policy policy;
    policy.needsWeight = 0;
    policy.practicalWeight = 1;
    policy.nearMiles = 0;
    policy.middleMiles = 50;
    policy.middleValue = 0.5;
    policy.farMiles = 100;
    policy.factorWeights[Factor::AgeExperience] = 0;
    Household home = household("h", skills);
    home.location = milesEast(100 - score);
    Request asked = request(needs);
    asked.family = milesEast(0);
    return shortlistOf({home}, asked, policy).candidates.at(0);
}

std::vector<Household> manyHouseholds(int count)
{
    std::vector<Household> households;
    for (int i = 0; i < count; ++i)
        households.push_back(household("h" + std::to_string(i), levels({i % 5})));
    return households;
}

}  // namespace

TEST_CASE("bands begin at 80, 65 and 50", "[matching][bands]")
{
    const auto [score, band] = GENERATE(table<double, Band>({{100, Band::Strong},
                                                             {80, Band::Strong},
                                                             {79.9, Band::Good},
                                                             {65, Band::Good},
                                                             {64.9, Band::WithSupport},
                                                             {50, Band::WithSupport},
                                                             {49.9, Band::Weak},
                                                             {0, Band::Weak}}));
    INFO(score);
    CHECK(atScore(score, levels({2}), levels({2})).band == band);
}

TEST_CASE("a child without assessed needs has no band, however good the practical fit",
          "[matching][bands]")
{
    const Candidate candidate = atScore(100, levels({-1}), levels({4}));
    CHECK(candidate.score == Approx(100));
    CHECK(candidate.band == Band::NotAssessed);
}

TEST_CASE("a critical gap keeps a household from being strong or good", "[matching][bands]")
{
    CHECK(atScore(95, levels({3}), levels({1})).band == Band::WithSupport);
    CHECK(atScore(40, levels({3}), levels({1})).band == Band::Weak);
    CHECK(atScore(95, levels({3}), levels({2})).band == Band::Strong);  // shortfall of 1
    CHECK(atScore(95, levels({2}), levels({0})).band == Band::Strong);  // need below 3
    CHECK(atScore(95, levels({3}), levels({-1})).band == Band::WithSupport);
}

TEST_CASE("households are ranked best first and equal ones by the lower id", "[matching]")
{
    const Shortlist list = shortlistOf({household("c", levels({2})), household("b", levels({3})),
                                        household("a", levels({2})), household("d", levels({1}))},
                                       request(levels({3})));
    CHECK(idsOf(list.candidates) == std::vector<std::string>{"b", "a", "c", "d"});
    CHECK(list.candidates[0].tiedFrom == 0);
    CHECK(list.candidates[1].tiedFrom == 2);
    CHECK(list.candidates[2].tiedTo == 3);
    for (std::size_t i = 0; i < list.candidates.size(); ++i)
        CHECK(list.candidates[i].rank == static_cast<int>(i) + 1);
}

TEST_CASE("near misses are ranked like candidates and the rest stand by id", "[matching]")
{
    std::vector<Household> homes{household("c", levels({1})), household("b", levels({3})),
                                 household("z", levels({3})), household("y", levels({1}))};
    homes[0].oldestYears = homes[1].oldestYears = 10;
    homes[2].places = homes[3].places = 0;
    const Shortlist list = shortlistOf(homes, request(levels({3})));
    CHECK(list.candidates.empty());
    CHECK(idsOf(list.nearMisses) == std::vector<std::string>{"b", "c"});
    REQUIRE(list.notEligible.size() == 2);
    CHECK(list.notEligible[0].home == HomeId{"y"});
    CHECK(list.notEligible[1].home == HomeId{"z"});
}

TEST_CASE("no households are an answer and not an error", "[matching]")
{
    const Shortlist list = shortlistOf({}, request(levels({3})));
    CHECK(list.candidates.empty());
    CHECK(list.childAssessed);
}

TEST_CASE("a shortlist names the policy and the framework it was made with", "[matching]")
{
    Policy policy;
    policy.version = "2026-a";
    const Shortlist list = shortlistOf({}, request(levels({3})), policy);
    CHECK(list.policyVersion == "2026-a");
    CHECK(list.framework == FrameworkVersionId{"framework-1"});
}

TEST_CASE("only as many candidates as asked for carry their explanation", "[matching]")
{
    const Shortlist list = shortlistOf(manyHouseholds(10), request(levels({4})), {}, 3);
    REQUIRE(list.candidates.size() == 10);
    for (std::size_t i = 0; i < 10; ++i)
        CHECK(list.candidates[i].contributions.empty() == (i >= 3));
}

TEST_CASE("needs and skills must have one entry for every domain", "[matching]")
{
    const auto shortNeeds =
        makeShortlist({household("h", levels({1, 1}))}, request(levels({1})), framework(2), {});
    REQUIRE_FALSE(shortNeeds.ok());
    CHECK(shortNeeds.error().code == ErrorCode::InvalidInput);
    CHECK(shortNeeds.error().facts.at("field") == "needs");
    const auto shortSkills =
        makeShortlist({household("h", levels({1}))}, request(levels({1, 1})), framework(2), {});
    REQUIRE_FALSE(shortSkills.ok());
    CHECK(shortSkills.error().facts.at("field") == "skills");
    CHECK(shortSkills.error().facts.at("home") == "h");
}

TEST_CASE("a shortlist that is stopped returns Cancelled before it has looked at everybody",
          "[matching][cancel]")
{
    RunControl control;
    int seen = 0;
    control.stop = [&] { return seen > 0; };
    control.report = [&](int done, int) { seen = done; };
    const auto list =
        makeShortlist(manyHouseholds(5000), request(levels({3})), framework(1), {}, 50, control);
    REQUIRE_FALSE(list.ok());
    CHECK(list.error().code == ErrorCode::Cancelled);
    CHECK(seen > 0);
    CHECK(seen < 1000);
}
