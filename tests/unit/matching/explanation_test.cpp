#include <catch2/catch.hpp>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

double sumOfPoints(const Candidate& candidate)
{
    double sum = 0;
    for (const Contribution& contribution : candidate.contributions)
        sum += contribution.points;
    return sum;
}

Candidate only(const Household& home, const Request& asked)
{
    const Shortlist list = shortlistOf({home}, asked);
    REQUIRE(list.candidates.size() == 1);
    return list.candidates[0];
}

/// The worked example of docs/method.md.
Household exampleHousehold()
{
    Household home = household("marsh", levels({2, 2, -1, 3}));
    home.location = milesEast(12.5);
    home.types = {PlacementType::LongTerm};
    home.agesCaredFor = {11};
    home.hasPets = false;
    return home;
}

Request exampleRequest()
{
    Request asked = request(levels({3, 2, 1, 0}));
    asked.family = milesEast(0);
    asked.type = PlacementType::LongTerm;
    asked.likesPets = true;
    return asked;
}

}  // namespace

TEST_CASE("the worked example of the method comes out as written", "[matching][explanation]")
{
    const Candidate candidate = only(exampleHousehold(), exampleRequest());
    CHECK(candidate.needsFit == Approx(600.0 / 7));
    CHECK(candidate.practicalFit == Approx(60));
    CHECK(candidate.score == Approx(78));
    CHECK(candidate.band == Band::Good);
    CHECK(candidate.miles == Approx(12.5));
    REQUIRE(candidate.questions.size() == 1);
    CHECK(candidate.questions[0].domain == 2);
    CHECK(candidate.questions[0].points == Approx(2));
    CHECK(candidate.scoreUpTo() == Approx(80));

    using Row = std::pair<double, double>;  // points, possible
    const std::vector<Row> expected{{32, 40}, {20, 20}, {8, 10}, {10.5, 15}, {7.5, 7.5}, {0, 7.5}};
    REQUIRE(candidate.contributions.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("contribution " << i);
        CHECK(candidate.contributions[i].points == Approx(expected[i].first).margin(1e-9));
        CHECK(candidate.contributions[i].possible == Approx(expected[i].second).margin(1e-9));
    }
    CHECK(candidate.contributions[2].domain == 2);
    CHECK_FALSE(candidate.contributions[2].skill);
    CHECK(candidate.contributions[3].factor == Factor::FamilyDistance);
    CHECK(candidate.contributions[5].factor == Factor::Pets);
}

TEST_CASE("a household that meets every need keeps all points for needs", "[matching][explanation]")
{
    const Candidate candidate = only(household("h", levels({4, 4})), request(levels({4, 1})));
    CHECK(candidate.needsFit == Approx(100));
    CHECK(candidate.gaps.empty());
}

TEST_CASE("a child assessed without any need fits everywhere and the explanation says so",
          "[matching][explanation]")
{
    Household home = household("h", levels({-1, -1}));
    home.agesCaredFor = {1};
    const Candidate candidate = only(home, request(levels({0, -1})));
    CHECK(candidate.needsFit == Approx(100));
    CHECK(candidate.practicalFit == Approx(0));
    CHECK(candidate.score == Approx(70));
    REQUIRE(candidate.contributions.size() == 2);
    CHECK(candidate.contributions[0].kind == Contribution::Kind::NoAssessedNeed);
    CHECK(candidate.contributions[0].points == Approx(70));
    CHECK(candidate.contributions[0].possible == Approx(70));
}

TEST_CASE("without a known need the score is the practical fit alone", "[matching][explanation]")
{
    Household home = household("h", levels({4, 4}));
    home.agesCaredFor = {12};
    Request asked = request(levels({-1, -1}));
    const Candidate candidate = only(home, asked);
    CHECK_FALSE(candidate.needsFit);
    CHECK(candidate.score == Approx(100));
    CHECK(sumOfPoints(candidate) == Approx(100));
    CHECK_FALSE(shortlistOf({home}, asked).childAssessed);
}

TEST_CASE("without a factor that applies the score is the needs fit alone",
          "[matching][explanation]")
{
    Policy policy;
    policy.factorWeights[Factor::AgeExperience] = 0;
    const Candidate candidate =
        shortlistOf({household("h", levels({2}))}, request(levels({3})), policy).candidates.at(0);
    CHECK_FALSE(candidate.practicalFit);
    CHECK(candidate.score == Approx(80));
    REQUIRE(candidate.contributions.size() == 1);
    CHECK(candidate.contributions[0].points == Approx(80));
    CHECK(candidate.contributions[0].possible == Approx(100));
}

TEST_CASE("where nothing is known the score is 0 and says what to ask", "[matching][explanation]")
{
    const Candidate candidate = only(household("h", levels({2})), request(levels({-1})));
    CHECK(candidate.score == 0);
    CHECK(candidate.band == Band::NotAssessed);
    REQUIRE(candidate.contributions.size() == 1);
    CHECK(candidate.contributions[0].points == 0);
    CHECK(worth(candidate, Question::About::Factor, Factor::AgeExperience) == Approx(100));
}

TEST_CASE("each shortfall costs its penalty of the need's weight", "[matching][explanation]")
{
    const auto [need, skill, fit] = GENERATE(table<int, int, double>({{4, 4, 100},
                                                                      {4, 3, 80},
                                                                      {4, 2, 45},
                                                                      {4, 1, 15},
                                                                      {4, 0, 0},
                                                                      {3, 2, 80},
                                                                      {1, 0, 80},
                                                                      {1, 4, 100},
                                                                      {3, -1, 15}}));
    INFO("need " << need << " skill " << skill);
    const Candidate candidate = only(household("h", levels({skill})), request(levels({need})));
    CHECK(candidate.needsFit == Approx(fit).margin(1e-9));
}

TEST_CASE("higher needs and heavier domains weigh more", "[matching][explanation]")
{
    NeedsFramework weighted = framework(2);
    weighted.domains[1].weight = 3;
    const auto fitOf = [&](const std::vector<MaybeLevel>& needs,
                           const std::vector<MaybeLevel>& skills) {
        return makeShortlist({household("h", skills)}, request(needs), weighted, {})
            .value()
            .candidates[0]
            .needsFit.value();
    };
    // 1 * 1 and 3 * 1: the second domain makes three quarters.
    CHECK(fitOf(levels({2, 2}), levels({2, 1})) == Approx(100 - 0.75 * 20));
    // e(4) = 3 and 3 * e(1) = 1.5.
    CHECK(fitOf(levels({4, 1}), levels({4, 0})) == Approx(100 - 100 * 1.5 * 0.2 / 4.5));
}

TEST_CASE("gaps name the critical one first and mark skills nobody has rated",
          "[matching][explanation]")
{
    const Candidate candidate =
        only(household("h", levels({0, 2, -1, 4})), request(levels({1, 4, 2, 3})));
    REQUIRE(candidate.gaps.size() == 3);
    CHECK(candidate.gaps[0].domain == 1);
    CHECK(candidate.gaps[0].critical);
    CHECK(candidate.gaps[0].shortfall == 2);
    CHECK(candidate.gaps[1].domain == 2);
    CHECK(candidate.gaps[1].skillUnknown);
    CHECK_FALSE(candidate.gaps[1].critical);  // the need is below 3
    CHECK(candidate.gaps[2].domain == 0);
    CHECK_FALSE(candidate.gaps[2].skillUnknown);
}

TEST_CASE("a need nobody has rated makes no gap and no contribution", "[matching][explanation]")
{
    const Candidate candidate = only(household("h", levels({0, 2})), request(levels({-1, 2})));
    CHECK(candidate.gaps.empty());
    REQUIRE(candidate.contributions.size() == 2);  // and the experience with this age
    CHECK(candidate.contributions[0].domain == 1);
}
