#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "tests/ui/matching/answers.h"
#include "ui/matching/reasons/explanation.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

int sumOf(const std::vector<ExplanationLine>& lines)
{
    int sum = 0;
    for (const ExplanationLine& line : lines)
        sum += line.pointTenths;
    return sum;
}

/// Every way two skills can be known or not, at many distances.
std::vector<matching::Household> manyHouseholds()
{
    std::vector<matching::Household> homes;
    for (int a = -1; a <= 4; ++a)
        for (int b = -1; b <= 4; ++b)
            for (int step = 0; step < 12; ++step) {
                const std::string id =
                    std::to_string(a + 1) + std::to_string(b + 1) + std::to_string(step);
                homes.push_back(household(id, {a, b, 2}));
                homes.back().location =
                    GridReference{453'200.0 + 8'900.0 + 4'170.0 * step, 389'100};
                homes.back().agesCaredFor = {4 + a};
            }
    return homes;
}

}  // namespace

TEST_CASE("the lines of every explanation add up to the score it shows", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor(manyHouseholds());
    REQUIRE(answer.list.candidates.size() > 30);
    for (const matching::Candidate& candidate : answer.list.candidates) {
        const Explanation explanation = explain(answer, candidate);
        REQUIRE(explanation.explained);
        CHECK(sumOf(explanation.needs) == explanation.needsTenths);
        CHECK(sumOf(explanation.practical) == explanation.practicalTenths);
        CHECK(explanation.needsTenths + explanation.practicalTenths == explanation.scoreTenths);
        CHECK(explanation.scoreTenths == std::lround(candidate.score * 10));
    }
}

TEST_CASE("the score as printed is that of the list, and says what it could be", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor(manyHouseholds());
    const std::vector<CandidateRow> rows = candidateRows(answer);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const matching::Candidate& candidate = answer.list.candidates[i];
        const QString words = explain(answer, candidate).scoreWords;
        INFO(words.toStdString());
        CHECK(words.startsWith(QStringLiteral("Score ") + oneDecimalText(candidate.score)));
        CHECK(rows[i].upTo.isEmpty() == (candidate.scoreUpTo() - candidate.score < 0.05));
        CHECK((rows[i].upTo.isEmpty() || words.contains(rows[i].upTo)));
    }
}

TEST_CASE("a household that is not eligible is explained by every reason and no score",
          "[ui-model]")
{
    matching::Household home = household("a", {3, 3, 3});
    home.places = 0;
    home.oldestYears = 8;
    const app::ShortlistAnswer answer = answerFor({home});
    REQUIRE(findNotEligible(answer, home.id));
    CHECK_FALSE(findCandidate(answer, home.id));
    const Explanation explanation = explain(answer, *findNotEligible(answer, home.id));
    CHECK_FALSE(explanation.eligible);
    CHECK(explanation.inTheWay.size() == 2);
    CHECK_FALSE(explanation.facts.contains(QStringLiteral("distance")));  // nobody measured it
    CHECK(explanation.scoreWords.isEmpty());
}

TEST_CASE("a critical gap and an unknown skill are said in words", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {0, -1, 2})});
    const Explanation explanation = explain(answer, answer.list.candidates.front());
    REQUIRE(explanation.needs.size() == 2);
    CHECK(explanation.needs[0].critical);
    CHECK(explanation.needs[0].shortfall == 3);
    CHECK_FALSE(explanation.needs[1].skill.has_value());
    CHECK(explanation.gaps.join(QLatin1Char('|')).contains(QStringLiteral("Critical")));
    CHECK(explanation.questions.join(QLatin1Char('|'))
              .contains(QStringLiteral("Coping with change")));
    CHECK(explanation.withoutNeed == QStringLiteral("Learning"));
}

TEST_CASE("a child who is not assessed is explained by the practical fit alone", "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {1, 2, 3})}, false);
    const Explanation explanation = explain(answer, answer.list.candidates.front());
    CHECK(explanation.needs.empty());
    CHECK(explanation.scoreWords.contains(QStringLiteral("practical fit alone")));
    CHECK(explanation.scoreTenths == explanation.practicalTenths);
    CHECK(explanation.versions == QStringLiteral("Policy 1 · Small framework 2.1"));
}

TEST_CASE("a near miss names its limit and who can set it aside", "[ui-model]")
{
    matching::Household home = household("a", {3, 3, 3});
    home.oldestYears = 10;
    const app::ShortlistAnswer answer = answerFor({home});
    REQUIRE(answer.list.nearMisses.size() == 1);
    const Explanation explanation = explain(answer, answer.list.nearMisses.front());
    CHECK(explanation.nearMiss);
    REQUIRE(explanation.inTheWay.size() == 1);
    CHECK(explanation.inTheWay.front().contains(QStringLiteral("10")));
    CHECK(explanation.inTheWay.front().contains(QStringLiteral("variation")));
}
