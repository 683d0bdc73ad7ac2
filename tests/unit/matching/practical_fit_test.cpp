#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

Candidate candidateFor(const Household& home, const Request& asked, const Policy& policy = {})
{
    const Shortlist list = shortlistOf({home}, asked, policy);
    REQUIRE(list.candidates.size() == 1);
    return list.candidates[0];
}

const Contribution* factorIn(const Candidate& candidate, Factor factor)
{
    for (const Contribution& contribution : candidate.contributions)
        if (contribution.kind == Contribution::Kind::Factor && contribution.factor == factor)
            return &contribution;
    return nullptr;
}

double valueOf(const Candidate& candidate, Factor factor)
{
    const Contribution* contribution = factorIn(candidate, factor);
    REQUIRE(contribution);
    return contribution->value;
}

bool isUnknown(const Candidate& candidate, Factor factor)
{
    return worth(candidate, Question::About::Factor, factor).has_value();
}

}  // namespace

TEST_CASE("near counts fully, far not at all, and between them by the mile",
          "[matching][practical]")
{
    const auto [miles, value] = GENERATE(table<double, double>(
        {{0, 1}, {5, 1}, {12.5, 0.7}, {20, 0.4}, {25, 0.3}, {35, 0.1}, {40, 0}, {90, 0}}));
    INFO(miles << " miles");
    Household home = household("h", levels({2}));
    home.location = milesEast(miles);
    Request asked = request(levels({2}));
    asked.family = milesEast(0);
    asked.school = milesEast(0);
    const Candidate candidate = candidateFor(home, asked);
    CHECK(valueOf(candidate, Factor::FamilyDistance) == Approx(value).margin(1e-12));
    CHECK(valueOf(candidate, Factor::SchoolDistance) == Approx(value).margin(1e-12));
}

TEST_CASE("where the family lives leaves the mean if nobody knows it, where the home is does not",
          "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.agesCaredFor = {12};
    Request asked = request(levels({2}));
    CHECK_FALSE(factorIn(candidateFor(home, asked), Factor::FamilyDistance));
    CHECK(candidateFor(home, asked).practicalFit == Approx(100));
    asked.family = milesEast(0);
    const Candidate unlocated = candidateFor(home, asked);
    CHECK(valueOf(unlocated, Factor::FamilyDistance) == 0);
    CHECK_FALSE(factorIn(unlocated, Factor::FamilyDistance)->isKnown);
    CHECK(unlocated.practicalFit == Approx(100.0 / 3));
    CHECK(worth(unlocated, Question::About::Location) == Approx(20));
    home.location = milesEast(1);
    CHECK_FALSE(worth(candidateFor(home, asked), Question::About::Location));
    CHECK(factorIn(candidateFor(home, asked), Factor::FamilyDistance)->facts ==
          std::map<std::string, std::string>{{"miles", "1.0"}});
}

TEST_CASE("one answer, where the household is, settles every distance", "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.agesCaredFor = {12};
    Request asked = request(levels({2}));
    asked.family = asked.school = milesEast(0);
    asked.maxMiles = 10;
    const Candidate candidate = candidateFor(home, asked);
    REQUIRE(candidate.questions.size() == 1);
    CHECK(candidate.questions[0].about == Question::About::Location);
    CHECK(candidate.questions[0].points == Approx(24));
    CHECK(candidate.score == Approx(76));
    CHECK(candidate.scoreUpTo() == Approx(100));
}

TEST_CASE("a child without a known school has no distance to it", "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.location = milesEast(1);
    const Candidate candidate = candidateFor(home, request(levels({2})));
    CHECK_FALSE(isUnknown(candidate, Factor::SchoolDistance));
    CHECK(factorIn(candidate, Factor::SchoolDistance) == nullptr);
}

TEST_CASE("the kind of placement decides who is on the list and nothing else",
          "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.agesCaredFor = {12};
    Request asked = request(levels({2}));
    const Candidate before = candidateFor(home, asked);
    asked.type = PlacementType::LongTerm;
    home.types = {PlacementType::LongTerm};
    CHECK(candidateFor(home, asked).score == before.score);
    home.types = {PlacementType::ShortTerm};
    const Shortlist list = shortlistOf({home}, asked);
    REQUIRE(list.nearMisses.size() == 1);
    CHECK(list.nearMisses[0].score == before.score);
}

TEST_CASE("brothers and sisters count where one lives or where all have room",
          "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.places = 2;
    Request asked = request(levels({2}));
    CHECK_FALSE(factorIn(candidateFor(home, asked), Factor::SiblingsTogether));
    asked.siblings = {ChildId{"brother"}, ChildId{"sister"}};
    CHECK(valueOf(candidateFor(home, asked), Factor::SiblingsTogether) == 0);
    home.placedChildren = {ChildId{"sister"}};
    CHECK(valueOf(candidateFor(home, asked), Factor::SiblingsTogether) == 1);
    home.placedChildren.clear();
    home.places = 3;
    const Candidate candidate = candidateFor(home, asked);
    CHECK(valueOf(candidate, Factor::SiblingsTogether) == 1);
    CHECK(factorIn(candidate, Factor::SiblingsTogether)->facts ==
          std::map<std::string, std::string>{{"there", "0"}, {"together", "3"}, {"free", "3"}});
}

TEST_CASE("having cared for a child within two years of the age counts", "[matching][practical]")
{
    Household home = household("h", levels({2}));
    const Request asked = request(levels({2}));
    CHECK(isUnknown(candidateFor(home, asked), Factor::AgeExperience));
    home.agesCaredFor = {9, 15};
    CHECK(valueOf(candidateFor(home, asked), Factor::AgeExperience) == 0);
    home.agesCaredFor = {3, 10, 14, 15};
    const Candidate candidate = candidateFor(home, asked);
    CHECK(valueOf(candidate, Factor::AgeExperience) == 1);
    CHECK(factorIn(candidate, Factor::AgeExperience)->facts ==
          std::map<std::string, std::string>{{"age", "12"}, {"cared", "2"}});
}

TEST_CASE("language counts when the child stated a need for one", "[matching][practical]")
{
    Household home = household("h", levels({2}));
    Request asked = request(levels({2}));
    CHECK_FALSE(isUnknown(candidateFor(home, asked), Factor::Language));
    asked.language = "Polish";
    CHECK(isUnknown(candidateFor(home, asked), Factor::Language));
    home.languages = {"English", "polish"};
    CHECK(valueOf(candidateFor(home, asked), Factor::Language) == 1);
    home.languages = {"English"};
    CHECK(valueOf(candidateFor(home, asked), Factor::Language) == 0);
    CHECK(factorIn(candidateFor(home, asked), Factor::Language)->facts.at("language") == "Polish");
}

TEST_CASE("pets count as the child wishes", "[matching][practical]")
{
    const auto [likes, has, value] = GENERATE(table<bool, bool, double>(
        {{true, true, 1}, {true, false, 0}, {false, false, 1}, {false, true, 0}}));
    Household home = household("h", levels({2}));
    Request asked = request(levels({2}));
    CHECK_FALSE(isUnknown(candidateFor(home, asked), Factor::Pets));
    asked.likesPets = likes;
    CHECK(isUnknown(candidateFor(home, asked), Factor::Pets));
    home.hasPets = has;
    const Candidate candidate = candidateFor(home, asked);
    CHECK(valueOf(candidate, Factor::Pets) == value);
    CHECK(factorIn(candidate, Factor::Pets)->facts ==
          std::map<std::string, std::string>{{"likes", likes ? "yes" : "no"},
                                             {"has", has ? "yes" : "no"}});
}

TEST_CASE("practical fit is the mean of what applies by its weights, unknown at its worst",
          "[matching][practical]")
{
    Household home = household("h", levels({2}));
    home.hasPets = true;
    home.agesCaredFor = {2};
    Request asked = request(levels({2}));
    asked.likesPets = true;
    CHECK(candidateFor(home, asked).practicalFit == Approx(50));
    asked.language = "Polish";  // asked for, and nobody knows what they speak
    CHECK(candidateFor(home, asked).practicalFit == Approx(100.0 / 3));
    Policy policy;
    policy.factorWeights[Factor::Pets] = 3;
    CHECK(candidateFor(home, asked, policy).practicalFit == Approx(60));
}

TEST_CASE("a factor of weight 0 plays no part", "[matching][practical]")
{
    Household home = household("h", levels({2}));
    Request asked = request(levels({2}));
    asked.likesPets = true;
    Policy policy;
    policy.factorWeights[Factor::Pets] = 0;
    policy.factorWeights[Factor::AgeExperience] = 0;
    const Candidate candidate = candidateFor(home, asked, policy);
    CHECK_FALSE(candidate.practicalFit);
    CHECK(candidate.questions.empty());
}
