#include "documents/points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/text/rounding.h"

namespace homeward::documents {
namespace {

using matching::Contribution;

struct Column {
    std::vector<double> needs;
    std::vector<double> practical;
};

bool isFactor(const Contribution& contribution)
{
    return contribution.kind == Contribution::Kind::Factor;
}

template <typename Value>
Column columnOf(const std::vector<Contribution>& contributions, Value value)
{
    Column column;
    for (const Contribution& contribution : contributions)
        (isFactor(contribution) ? column.practical : column.needs).push_back(value(contribution));
    return column;
}

double sumOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

int sumOf(const std::vector<int>& values)
{
    return std::accumulate(values.begin(), values.end(), 0);
}

/// Back into the order of the contributions.
std::vector<int> inOrder(const std::vector<Contribution>& contributions,
                         const std::vector<int>& needs, const std::vector<int>& practical)
{
    std::vector<int> all;
    std::size_t need = 0;
    std::size_t factor = 0;
    for (const Contribution& contribution : contributions)
        all.push_back(isFactor(contribution) ? practical[factor++] : needs[need++]);
    return all;
}

void addLines(PointsShown& shown, const std::vector<Contribution>& contributions)
{
    const Column possible =
        columnOf(contributions, [](const Contribution& c) { return c.possible; });
    const Column points = columnOf(contributions, [](const Contribution& c) { return c.points; });
    const std::vector<double> bothPossible{sumOf(possible.needs), sumOf(possible.practical)};
    const auto possibleSums =
        apportioned(bothPossible, tenthsOf(bothPossible[0] + bothPossible[1]));
    const auto sums =
        apportioned({sumOf(points.needs), sumOf(points.practical)}, shown.score, possibleSums);
    shown.needsPossible = possibleSums[0];
    shown.practicalPossible = possibleSums[1];
    shown.needs = sums[0];
    shown.practical = sums[1];
    const auto needsPossible = apportioned(possible.needs, possibleSums[0]);
    const auto practicalPossible = apportioned(possible.practical, possibleSums[1]);
    shown.possible = inOrder(contributions, needsPossible, practicalPossible);
    shown.points = inOrder(contributions, apportioned(points.needs, sums[0], needsPossible),
                           apportioned(points.practical, sums[1], practicalPossible));
}

}  // namespace

std::vector<int> apportioned(const std::vector<double>& values, int sum,
                             const std::vector<int>& most)
{
    std::vector<int> tenths;
    tenths.reserve(values.size());
    for (const double value : values)
        tenths.push_back(static_cast<int>(std::floor(value * 10 + 1e-9)));
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] * 10 - tenths[a] > values[b] * 10 - tenths[b];
    });
    // More than one round only where a line that has the larger remainder is at its most already.
    for (int missing = sum - sumOf(tenths), before = missing + 1;
         missing > 0 && missing < before;) {
        before = missing;
        for (const std::size_t i : order) {
            if (missing > 0 && (most.empty() || tenths[i] < most[i])) {
                ++tenths[i];
                --missing;
            }
        }
    }
    return tenths;
}

PointsShown shownPoints(const matching::Candidate& candidate)
{
    PointsShown shown;
    shown.score = tenthsOf(candidate.score);
    if (!candidate.contributions.empty())
        addLines(shown, candidate.contributions);
    shown.upTo = std::max(shown.score, tenthsOf(candidate.scoreUpTo()));
    std::vector<double> points;
    for (const matching::Question& question : candidate.questions)
        points.push_back(question.points);
    shown.questions = apportioned(points, shown.upTo - shown.score);
    return shown;
}

}  // namespace homeward::documents
