#include "analytics/published_change.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analytics/alike_groups.h"
#include "analytics/level_ends.h"

namespace homeward::analytics {
namespace {

/// The sum of levels a group has at least on average; more children are put together where need is
/// rare, so that a group's sum does not give its children away by being next to nothing.
constexpr double kLeastSum = 8;
/// A share of fewer levels than these at first would say more of the groups than of the cohort.
constexpr double kLeastForPercent = 20;
constexpr int kTopLevel = kLevelCount - 1;

/// Half goes up, also where a sum in another order is a hair less than half.
double nearest(double value)
{
    return std::floor(value + 0.5 + 1e-9);
}

int roundedCount(double children)
{
    return kPublishedCount * static_cast<int>(nearest(children / kPublishedCount));
}

std::optional<int> countOf(int children, int limit)
{
    return children < limit ? std::nullopt : std::optional(roundedCount(children));
}

double twoDecimals(double value)
{
    return nearest(value * 100) / 100 + 0.0;  // never -0
}

/// Adds what the group before owes and keeps the sum where each level is possible for each child.
/// Returns what is owed now.
double boundedSum(double& sum, double owed, double size)
{
    const double wanted = sum + owed;
    sum = std::clamp(wanted, double{kTopLevel}, kTopLevel * (size - 1));
    return wanted - sum;
}

/// Makes what leaves of the means over `levels` levels at each end.
void finish(PublishedRow& row, double levels)
{
    if (row.suppressed)
        return;
    if (row.firstMean * levels >= kLeastForPercent)
        row.percent =
            static_cast<int>(nearest(100 * (row.latestMean - row.firstMean) / row.firstMean));
    row.firstMean = twoDecimals(row.firstMean);
    row.latestMean = twoDecimals(row.latestMean);
}

using Known = std::vector<std::optional<LevelEnds>>;

/// How many children have to be put together for sums that hide each of them: by the mean of all.
std::size_t leastChildren(const Known& known, double leastSum)
{
    double first = 0;
    double latest = 0;
    double count = 0;
    for (const auto& ends : known)
        if (ends) {
            first += ends->first;
            latest += ends->latest;
            ++count;
        }
    const double lowest = std::min(first, latest);
    const double room = std::min(lowest, kTopLevel * count - std::max(first, latest));
    if (leastSum <= 0 || count == 0)
        return kPublishedGroup;
    const double wanted = room > 0 ? std::ceil(leastSum * count / room) : count;
    return static_cast<std::size_t>(
        std::clamp(wanted, double{kPublishedGroup}, std::max(count, double{kPublishedGroup})));
}

}  // namespace

double PublishedRow::meanChange() const
{
    return twoDecimals(latestMean - firstMean);
}

void Publication::Share::add(const Share& other)
{
    first += other.first;
    latest += other.latest;
    fell += other.fell;
    same += other.same;
    rose += other.rose;
}

Publication::Publication(const std::vector<ChildFacts>& children, const NeedsFramework& framework)
    : m_children(children), m_framework(framework)
{
    const std::size_t domains = framework.domains.size();
    std::vector<std::size_t> compared;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (levelEnds(children[i], 0, domains))
            compared.push_back(i);
    m_groups = alikeGroups(children, compared, kPublishedGroup);
    for (std::size_t d = 0; d < domains; ++d)
        m_domains.push_back(sharesOver(d, d + 1, kLeastSum));
    m_total = sharesOver(0, domains, 0);
}

Publication::Shares Publication::sharesOver(std::size_t begin, std::size_t end,
                                            double leastSum) const
{
    Known known(m_children.size());
    for (const auto& group : m_groups)
        for (const std::size_t i : group)
            known[i] = levelEnds(m_children[i], begin, end);
    const std::size_t least = leastChildren(known, leastSum);

    // Who is not known here does not count towards the size: neighbouring groups are put together.
    std::vector<std::vector<std::size_t>> groups;
    bool open = false;
    for (const auto& group : m_groups) {
        if (!open)
            groups.emplace_back();
        for (const std::size_t i : group)
            if (known[i])
                groups.back().push_back(i);
        open = groups.back().size() < least;
    }
    if (open && groups.size() > 1) {
        const auto rest = std::move(groups.back());
        groups.pop_back();
        groups.back().insert(groups.back().end(), rest.begin(), rest.end());
    }

    Shares shares(m_children.size());
    double owedFirst = 0;
    double owedLatest = 0;
    for (const auto& group : groups) {
        const double size = static_cast<double>(group.size());
        if (group.size() < kSuppressionLimit)
            continue;
        Share sum;
        for (const std::size_t i : group)
            sum.add({double(known[i]->first), double(known[i]->latest),
                     known[i]->latest < known[i]->first ? 1.0 : 0.0,
                     known[i]->latest == known[i]->first ? 1.0 : 0.0,
                     known[i]->latest > known[i]->first ? 1.0 : 0.0});
        // A sum so low, or so high, that no child can have the level at the other end is not told;
        // the difference goes to the next group, which is alike.
        if (leastSum > 0) {
            owedFirst = boundedSum(sum.first, owedFirst, size);
            owedLatest = boundedSum(sum.latest, owedLatest, size);
        }
        const Share share{sum.first / size, sum.latest / size, sum.fell / size, sum.same / size,
                          sum.rose / size};
        for (const std::size_t i : group)
            shares[i] = share;
    }
    return shares;
}

PublishedRow Publication::rowOf(const std::vector<std::size_t>& members, const Shares& shares,
                                int suppressionLimit) const
{
    PublishedRow row;
    Share sum;
    int children = 0;
    for (const std::size_t i : members)
        if (shares[i]) {
            sum.add(*shares[i]);
            ++children;
        }
    row.suppressed = children < std::max(1, suppressionLimit);
    if (row.suppressed)
        return row;
    row.children = roundedCount(children);
    row.firstMean = sum.first / children;
    row.latestMean = sum.latest / children;
    row.fell = roundedCount(sum.fell);
    row.same = roundedCount(sum.same);
    row.rose = roundedCount(sum.rose);
    return row;
}

PublishedChange Publication::of(const Cohort& cohort, int suppressionLimit) const
{
    PublishedChange result;
    std::vector<std::size_t> members;
    int assessed = 0;
    int comparable = 0;
    for (std::size_t i = 0; i < m_children.size(); ++i) {
        const ChildFacts& child = m_children[i];
        if (child.assessments.size() >= 2)
            for (const Date on : {child.assessments.front().on, child.assessments.back().on}) {
                result.firstYear = std::min(result.firstYear.value_or(on.year()), on.year());
                result.latestYear = std::max(result.latestYear.value_or(on.year()), on.year());
            }
        if (!belongsTo(cohort, child))
            continue;
        members.push_back(i);
        assessed += child.assessments.empty() ? 0 : 1;
        comparable += child.assessments.size() < 2 ? 0 : 1;
    }
    result.cohortSize = countOf(static_cast<int>(members.size()), suppressionLimit);
    result.assessed = countOf(assessed, suppressionLimit);
    result.comparable = countOf(comparable, suppressionLimit);

    // The total is made of the domains that are shown: subtracting them from it leaves nothing.
    result.total = rowOf(members, m_total, suppressionLimit);
    double first = 0;
    double latest = 0;
    int levels = 0;
    for (std::size_t d = 0; d < m_domains.size(); ++d) {
        PublishedRow row = rowOf(members, m_domains[d], suppressionLimit);
        row.domainKey = m_framework.domains[d].key;
        int known = 0;
        if (!row.suppressed) {
            known =
                static_cast<int>(std::count_if(members.begin(), members.end(), [&](std::size_t i) {
                    return m_domains[d][i].has_value();
                }));
            first += row.firstMean * known;
            latest += row.latestMean * known;
            levels += known;
        }
        finish(row, known);
        result.domains.push_back(std::move(row));
    }
    if (levels == 0) {
        result.total = {};
        result.total.suppressed = true;
    }
    if (!result.total.suppressed) {
        result.total.firstMean = first / levels;
        result.total.latestMean = latest / levels;
        finish(result.total, levels);
    }
    return result;
}

}  // namespace homeward::analytics
