#include "analytics/needs_over_time.h"

#include <algorithm>
#include <iterator>

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

Value levelOf(const Assessment& assessment, const std::string& domainKey)
{
    const Rating* rating = agreedRating(assessment.ratings, domainKey);
    return rating && rating->level ? Value(rating->level->value()) : Value{};
}

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
        m_all = static_cast<int>(m_domains.size());
    }

    /// Leaves the domains that are known throughout.
    void compareSame(const std::vector<const Assessment*>& assessments)
    {
        std::vector<const Assessment*> speaking;
        std::ranges::copy_if(assessments, std::back_inserter(speaking),
                             [this](const Assessment* one) { return knowsAny(*one); });
        std::erase_if(m_domains, [&](const std::string& domain) {
            return std::ranges::any_of(speaking, [&](const Assessment* assessment) {
                return !levelOf(*assessment, domain);
            });
        });
        if (speaking.empty())
            m_domains.clear();
    }

    Value valueOf(const Assessment& assessment) const
    {
        double sum = 0;
        for (const std::string& domain : m_domains) {
            const auto level = levelOf(assessment, domain);
            if (!level)
                return {};
            sum += *level;
        }
        if (m_domains.empty())
            return {};
        return m_sum == Sum::Mean ? sum / static_cast<double>(m_domains.size()) : sum;
    }

    int domains() const { return static_cast<int>(m_domains.size()); }
    int all() const { return m_all; }

private:
    bool knowsAny(const Assessment& assessment) const
    {
        return std::ranges::any_of(m_domains, [&](const std::string& domain) {
            return levelOf(assessment, domain).has_value();
        });
    }

    std::vector<std::string> m_domains;
    int m_all = 0;
    Sum m_sum;
};

NeedsSeries seriesOf(const std::vector<const Assessment*>& assessments, std::string key,
                     std::string outcomeKey, Line line)
{
    line.compareSame(assessments);
    NeedsSeries series{std::move(key), std::move(outcomeKey), line.domains(), line.all(), {}, {}};
    for (const Assessment* assessment : assessments)
        series.values.push_back(line.valueOf(*assessment));
    if (assessments.size() >= 2 && series.values.front() && series.values.back())
        series.ends = NeedsSeries::Ends{*series.values.front(), *series.values.back()};
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
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i]->framework != sorted[i - 1]->framework)
            result.frameworkChanges.push_back(i);
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
