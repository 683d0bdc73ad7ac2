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
                                              : a->number < b->number;
    });
    return sorted;
}

enum class Sum { Mean, Total };

/// The levels of the domains of one line, summed up.
class Line {
public:
    Line(const NeedsFramework& framework, const std::string& outcomeKey,
         const std::string& domainKey, Sum sum)
        : m_sum(sum)
    {
        for (const auto& domain : framework.domains)
            if ((outcomeKey.empty() || domain.outcomeKey == outcomeKey) &&
                (domainKey.empty() || domain.key == domainKey))
                m_domains.push_back(domain.key);
    }

    Value valueOf(const Assessment& assessment) const
    {
        double sum = 0;
        int count = 0;
        for (const std::string& domain : m_domains)
            if (const auto level = levelOf(assessment, domain)) {
                sum += *level;
                ++count;
            }
        return count > 0 ? Value(scaled(sum, count)) : Value{};
    }

    std::optional<NeedsSeries::Ends> endsOf(const Assessment& first, const Assessment& latest) const
    {
        NeedsSeries::Ends ends;
        int count = 0;
        for (const std::string& domain : m_domains) {
            const auto before = levelOf(first, domain);
            const auto after = levelOf(latest, domain);
            if (!before || !after)
                continue;
            ends.first += *before;
            ends.latest += *after;
            ++count;
        }
        if (count == 0)
            return std::nullopt;
        return NeedsSeries::Ends{scaled(ends.first, count), scaled(ends.latest, count)};
    }

private:
    static Value levelOf(const Assessment& assessment, const std::string& domainKey)
    {
        const Rating* rating = agreedRating(assessment.ratings, domainKey);
        return rating && rating->level ? Value(rating->level->value()) : Value{};
    }
    double scaled(double sum, int count) const { return m_sum == Sum::Mean ? sum / count : sum; }

    std::vector<std::string> m_domains;
    Sum m_sum;
};

NeedsSeries seriesOf(const std::vector<const Assessment*>& assessments, std::string key,
                     std::string outcomeKey, const Line& line)
{
    NeedsSeries series{std::move(key), std::move(outcomeKey), {}, {}};
    for (const Assessment* assessment : assessments)
        series.values.push_back(line.valueOf(*assessment));
    if (assessments.size() >= 2)
        series.ends = line.endsOf(*assessments.front(), *assessments.back());
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
        result.outcomes.push_back(seriesOf(sorted, outcome.key, outcome.key,
                                           Line(framework, outcome.key, {}, Sum::Mean)));
    for (const auto& domain : framework.domains)
        result.domains.push_back(seriesOf(sorted, domain.key, domain.outcomeKey,
                                          Line(framework, {}, domain.key, Sum::Mean)));
    result.total = seriesOf(sorted, {}, {}, Line(framework, {}, {}, Sum::Total));
    return result;
}

}  // namespace homeward::analytics
