#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

constexpr std::size_t kDomains = 12;

class Cases {
public:
    explicit Cases(unsigned seed) : m_engine(seed) {}

    Request request()
    {
        Request asked = test::request(randomLevels());
        asked.sex = chance(2) ? Sex::Male : Sex::Female;
        if (chance(2))
            asked.type = PlacementType::LongTerm;
        if (!chance(4))
            asked.family = milesEast(below(60));
        if (chance(2))
            asked.school = milesEast(below(60));
        if (chance(3))
            asked.language = "Polish";
        if (chance(2))
            asked.likesPets = chance(2);
        if (chance(3))
            asked.maxMiles = 25;
        return asked;
    }

    std::vector<Household> households(int count)
    {
        std::vector<Household> homes;
        for (int i = 0; i < count; ++i)
            homes.push_back(household(i));
        return homes;
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    std::mt19937& engine() { return m_engine; }

private:
    bool chance(int oneIn) { return below(oneIn) == 0; }

    std::vector<MaybeLevel> randomLevels()
    {
        std::vector<MaybeLevel> result;
        for (std::size_t d = 0; d < kDomains; ++d)
            result.push_back(Level::fromInt(below(6) - 1));
        return result;
    }

    Household household(int number)
    {
        Household home = test::household("h" + std::to_string(1000 + number), randomLevels());
        home.places = below(4);
        if (chance(3))
            home.reviewDueOn.reset();
        home.oldestYears = 8 + below(10);
        if (chance(5))
            home.onlySex = Sex::Male;
        if (!chance(3))
            home.types = {chance(2) ? PlacementType::LongTerm : PlacementType::ShortTerm};
        if (!chance(4))
            home.location = milesEast(below(60));
        if (chance(2))
            home.languages = {chance(2) ? "Polish" : "English"};
        if (chance(2))
            home.hasPets = chance(2);
        for (int n = below(4); n > 0; --n)
            home.agesCaredFor.push_back(below(18));
        return home;
    }

    std::mt19937 m_engine;
};

/// Everything a reader could see, as text, so that two answers compare.
std::string describe(const Shortlist& list)
{
    std::string text;
    for (const auto* candidates : {&list.candidates, &list.nearMisses})
        for (const Candidate& candidate : *candidates)
            text += candidate.home.value + " " + std::to_string(candidate.rank) + " " +
                    std::to_string(candidate.score) + " " +
                    std::to_string(candidate.contributions.size()) + "\n";
    for (const NotEligible& other : list.notEligible)
        text += other.home.value + " " + std::to_string(other.reasons.size()) + "\n";
    return text;
}

}  // namespace

TEST_CASE("the contributions of every household add up to its score", "[matching][property]")
{
    Cases cases(GENERATE(1u, 2u, 3u));
    Policy policy;
    policy.factorWeights = {
        {Factor::Pets, 0.5}, {Factor::FamilyDistance, 3}, {Factor::Language, 0}};
    for (int i = 0; i < 30; ++i) {
        const Shortlist list =
            makeShortlist(cases.households(40), cases.request(), framework(kDomains), policy, 1000)
                .value();
        for (const auto* candidates : {&list.candidates, &list.nearMisses})
            for (const Candidate& candidate : *candidates) {
                double sum = 0;
                for (const Contribution& contribution : candidate.contributions) {
                    sum += contribution.points;
                    REQUIRE(contribution.points >= 0);
                    REQUIRE(contribution.points <= contribution.possible + 1e-9);
                }
                INFO("case " << i << ", household " << candidate.home.value);
                REQUIRE(std::abs(sum - candidate.score) < 1e-9);
                REQUIRE(candidate.score >= 0);
                REQUIRE(candidate.score <= 100 + 1e-9);
            }
    }
}

TEST_CASE("scores and order are the same with and without explanations", "[matching][property]")
{
    Cases cases(4);
    for (int i = 0; i < 30; ++i) {
        const auto homes = cases.households(40);
        const Request asked = cases.request();
        const auto with = makeShortlist(homes, asked, framework(kDomains), {}, 1000).value();
        const auto without = makeShortlist(homes, asked, framework(kDomains), {}, 0).value();
        REQUIRE(idsOf(with.candidates) == idsOf(without.candidates));
        REQUIRE(idsOf(with.nearMisses) == idsOf(without.nearMisses));
        for (std::size_t k = 0; k < with.candidates.size(); ++k) {
            REQUIRE(with.candidates[k].score == without.candidates[k].score);
            REQUIRE(with.candidates[k].band == without.candidates[k].band);
        }
    }
}

TEST_CASE("the order of households given plays no part", "[matching][property]")
{
    Cases cases(5);
    for (int i = 0; i < 20; ++i) {
        auto homes = cases.households(60);
        const Request asked = cases.request();
        const auto before = makeShortlist(homes, asked, framework(kDomains), {}, 10).value();
        std::shuffle(homes.begin(), homes.end(), cases.engine());
        const auto after = makeShortlist(homes, asked, framework(kDomains), {}, 10).value();
        REQUIRE(describe(before) == describe(after));
    }
}

TEST_CASE("every household but the child's own is in exactly one list", "[matching][property]")
{
    Cases cases(6);
    for (int i = 0; i < 20; ++i) {
        const auto homes = cases.households(50);
        Request asked = cases.request();
        asked.livesIn = homes[3].id;
        const auto list = makeShortlist(homes, asked, framework(kDomains), {}, 10).value();
        std::vector<std::string> seen = idsOf(list.candidates);
        for (const std::string& id : idsOf(list.nearMisses))
            seen.push_back(id);
        for (const NotEligible& other : list.notEligible)
            seen.push_back(other.home.value);
        std::sort(seen.begin(), seen.end());
        REQUIRE(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        REQUIRE(seen.size() == homes.size() - 1);
        REQUIRE(std::find(seen.begin(), seen.end(), homes[3].id.value) == seen.end());
    }
}

TEST_CASE("a higher skill never lowers a household's score", "[matching][property]")
{
    Cases cases(7);
    Policy policy;
    for (int i = 0; i < 500; ++i) {
        Household home = household("h", cases.households(1)[0].skills);
        Request asked = cases.request();
        asked.maxMiles = std::nullopt;
        const double before =
            makeShortlist({home}, asked, framework(kDomains), policy).value().candidates[0].score;
        const auto domain = static_cast<std::size_t>(cases.below(kDomains));
        home.skills[domain] =
            Level::fromInt(home.skills[domain] ? std::min(4, home.skills[domain]->value() + 1) : 0);
        const double after =
            makeShortlist({home}, asked, framework(kDomains), policy).value().candidates[0].score;
        REQUIRE(after >= before - 1e-12);
    }
}

namespace {

/// A household of which everything was asked, with answers by chance.
Household answered(Household home, Cases& cases)
{
    for (MaybeLevel& skill : home.skills)
        if (!skill)
            skill = Level::fromInt(cases.below(5));
    if (!home.location)
        home.location = milesEast(cases.below(60));
    if (home.languages.empty())
        home.languages = {cases.below(2) == 0 ? "Polish" : "English"};
    if (!home.hasPets)
        home.hasPets = cases.below(2) == 0;
    if (home.agesCaredFor.empty())
        home.agesCaredFor = {cases.below(18)};
    return home;
}

}  // namespace

TEST_CASE("no answer takes a household below its score or above what it was said to be up to",
          "[matching][property]")
{
    Cases cases(8);
    for (int i = 0; i < 1000; ++i) {
        Household home = cases.households(1)[0];
        home.places = 1;
        Request asked = cases.request();
        asked.maxMiles.reset();
        asked.type.reset();
        home.oldestYears = 17;
        home.onlySex.reset();
        const Candidate before =
            makeShortlist({home}, asked, framework(kDomains), {}).value().candidates.at(0);
        const Candidate after =
            makeShortlist({answered(home, cases)}, asked, framework(kDomains), {})
                .value()
                .candidates.at(0);
        REQUIRE(after.score >= before.score - 1e-9);
        REQUIRE(after.score <= before.scoreUpTo() + 1e-9);
        for (const Question& question : after.questions)
            REQUIRE(question.points == 0);
    }
}

TEST_CASE("no household stands above one of a better band, nor above one that is surely better",
          "[matching][property]")
{
    Cases cases(9);
    for (int i = 0; i < 30; ++i) {
        const auto list =
            makeShortlist(cases.households(80), cases.request(), framework(kDomains), {}).value();
        for (const auto* rows : {&list.candidates, &list.nearMisses})
            for (std::size_t k = 1; k < rows->size(); ++k) {
                const Candidate& upper = (*rows)[k - 1];
                const Candidate& lower = (*rows)[k];
                REQUIRE(upper.band <= lower.band);
                if (upper.band == lower.band)
                    REQUIRE(upper.score >= lower.score - Policy{}.tieWithin - 1e-9);
            }
    }
}

TEST_CASE("the questions of a household are as many as its order counts", "[matching][property]")
{
    Cases cases(10);
    for (int i = 0; i < 20; ++i) {
        const auto list =
            makeShortlist(cases.households(60), cases.request(), framework(kDomains), {}).value();
        for (const Candidate& candidate : list.candidates) {
            REQUIRE(std::is_sorted(
                candidate.questions.begin(), candidate.questions.end(),
                [](const Question& a, const Question& b) { return a.points > b.points; }));
            for (const Candidate& other : list.candidates)
                if (candidate.tiedFrom > 0 && candidate.tiedFrom == other.tiedFrom &&
                    candidate.rank < other.rank)
                    REQUIRE(candidate.questions.size() <= other.questions.size());
        }
    }
}
