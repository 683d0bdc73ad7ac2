#include "analytics/needs_over_time.h"

#include <algorithm>

namespace homeward::analytics {
namespace {

using Value = std::optional<double>;

std::vector<const Assessment*> byDate(const std::vector<Assessment>& assessments)
{
    std::vector<const Assessment*> sorted;
    sorted.reserve(assessments.size());
    for (const Assessment& assessment : assessments)
        sorted.push_back(&assessment);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Assessment* a, const Assessment* b) {
        return a->assessedOn != b->assessedOn ? a->assessedOn < b->assessedOn
                                              : a->completedAt < b->completedAt;
    });
    return sorted;
}

/// Known levels of some domains in one assessment.
struct Known {
    int sum = 0;
    int count = 0;
    Value total() const { return count > 0 ? Value(sum) : Value{}; }
    Value mean() const { return count > 0 ? Value(static_cast<double>(sum) / count) : Value{}; }
};

Known knownLevels(const Assessment& assessment, const NeedsFramework& framework,
                  const std::string& outcomeKey)
{
    Known known;
    for (const auto& domain : framework.domains) {
        if (!outcomeKey.empty() && domain.outcomeKey != outcomeKey)
            continue;
        const Rating* rating = agreedRating(assessment.ratings, domain.key);
        if (!rating || !rating->level)
            continue;
        known.sum += rating->level->value();
        ++known.count;
    }
    return known;
}

Value levelOf(const Assessment& assessment, const std::string& domainKey)
{
    const Rating* rating = agreedRating(assessment.ratings, domainKey);
    return rating && rating->level ? Value(rating->level->value()) : Value{};
}

Value changeIn(const std::vector<Value>& values)
{
    const auto isKnown = [](const Value& value) { return value.has_value(); };
    const auto first = std::find_if(values.begin(), values.end(), isKnown);
    const auto latest = std::find_if(values.rbegin(), values.rend(), isKnown);
    if (first == values.end() || std::prev(latest.base()) == first)
        return std::nullopt;
    return **latest - **first;
}

template <typename ValueOf>
NeedsSeries seriesOf(const std::vector<const Assessment*>& assessments, std::string key,
                     std::string outcomeKey, ValueOf valueOf)
{
    NeedsSeries series{std::move(key), std::move(outcomeKey), {}, {}};
    for (const Assessment* assessment : assessments)
        series.values.push_back(valueOf(*assessment));
    series.change = changeIn(series.values);
    return series;
}

}  // namespace

NeedsOverTime needsOverTime(const std::vector<Assessment>& assessments,
                            const NeedsFramework& framework)
{
    const std::vector<const Assessment*> sorted = byDate(assessments);
    NeedsOverTime result;
    for (const Assessment* assessment : sorted)
        result.dates.push_back(assessment->assessedOn);
    for (const auto& outcome : framework.outcomes)
        result.outcomes.push_back(
            seriesOf(sorted, outcome.key, outcome.key, [&](const Assessment& assessment) {
                return knownLevels(assessment, framework, outcome.key).mean();
            }));
    for (const auto& domain : framework.domains)
        result.domains.push_back(seriesOf(
            sorted, domain.key, domain.outcomeKey,
            [&](const Assessment& assessment) { return levelOf(assessment, domain.key); }));
    result.total = seriesOf(sorted, {}, {}, [&](const Assessment& assessment) {
        return knownLevels(assessment, framework, {}).total();
    });
    return result;
}

}  // namespace homeward::analytics
