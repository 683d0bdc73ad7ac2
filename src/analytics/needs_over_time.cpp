#include "analytics/needs_over_time.h"

#include <algorithm>

#include "domain/needs/succession.h"

namespace homeward::analytics {
namespace {

using Value = std::optional<double>;

/// One assessment in the domains of the framework that is shown.
struct Reading {
    Date assessedOn;
    int number = 0;
    FrameworkVersionId framework;  ///< it was made in
    std::vector<MaybeLevel> levels;
};

std::vector<Reading> readIn(const NeedsFramework& framework,
                            const std::vector<Assessment>& assessments)
{
    std::vector<Reading> readings;
    readings.reserve(assessments.size());
    for (const Assessment& one : assessments)
        readings.push_back({one.assessedOn, one.number, one.framework,
                            levelsIn(framework, one.ratings, RatingsOf::Needs)});
    std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
        return a.assessedOn != b.assessedOn ? a.assessedOn < b.assessedOn : a.number < b.number;
    });
    return readings;
}

enum class Sum { Mean, Total };

/// The levels of the domains of one line, summed up.
class Line {
public:
    Line(const NeedsFramework& framework, const std::string& outcomeKey,
         const std::string& domainKey, Sum sum)
        : m_sum(sum)
    {
        for (std::size_t i = 0; i < framework.domains.size(); ++i)
            if (const auto& domain = framework.domains[i];
                (outcomeKey.empty() || domain.outcomeKey == outcomeKey) &&
                (domainKey.empty() || domain.key == domainKey))
                m_domains.push_back(i);
        m_all = static_cast<int>(m_domains.size());
    }

    /// Leaves the domains that are known throughout.
    void compareSame(const std::vector<Reading>& readings)
    {
        std::vector<const Reading*> speaking;
        for (const Reading& reading : readings)
            if (knowsAny(reading))
                speaking.push_back(&reading);
        std::erase_if(m_domains, [&](std::size_t domain) {
            return std::ranges::any_of(
                speaking, [&](const Reading* reading) { return !reading->levels[domain]; });
        });
        if (speaking.empty())
            m_domains.clear();
    }

    Value valueOf(const Reading& reading) const
    {
        double sum = 0;
        for (const std::size_t domain : m_domains) {
            const MaybeLevel level = reading.levels[domain];
            if (!level)
                return {};
            sum += level->value();
        }
        if (m_domains.empty())
            return {};
        return m_sum == Sum::Mean ? sum / static_cast<double>(m_domains.size()) : sum;
    }

    int domains() const { return static_cast<int>(m_domains.size()); }
    int all() const { return m_all; }

private:
    bool knowsAny(const Reading& reading) const
    {
        return std::ranges::any_of(
            m_domains, [&](std::size_t domain) { return reading.levels[domain].has_value(); });
    }

    std::vector<std::size_t> m_domains;  ///< by their place in the framework
    int m_all = 0;
    Sum m_sum;
};

NeedsSeries seriesOf(const std::vector<Reading>& readings, std::string key, std::string outcomeKey,
                     Line line)
{
    line.compareSame(readings);
    NeedsSeries series{std::move(key), std::move(outcomeKey), line.domains(), line.all(), {}, {}};
    for (const Reading& reading : readings)
        series.values.push_back(line.valueOf(reading));
    if (readings.size() >= 2 && series.values.front() && series.values.back())
        series.ends = NeedsSeries::Ends{*series.values.front(), *series.values.back()};
    return series;
}

}  // namespace

NeedsOverTime needsOverTime(const std::vector<Assessment>& assessments,
                            const NeedsFramework& framework)
{
    const std::vector<Reading> sorted = readIn(framework, assessments);
    NeedsOverTime result;
    for (const Reading& reading : sorted)
        result.dates.push_back(reading.assessedOn);
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].framework != sorted[i - 1].framework)
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
