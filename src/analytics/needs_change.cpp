#include "analytics/needs_change.h"

#include <algorithm>
#include <cmath>

#include "analytics/level_ends.h"

namespace homeward::analytics {
namespace {

std::vector<const ChildFacts*> membersOf(const std::vector<ChildFacts>& children,
                                         const Cohort& cohort)
{
    std::vector<const ChildFacts*> members;
    for (const ChildFacts& child : children)
        if (belongsTo(cohort, child))
            members.push_back(&child);
    return members;
}

/// Of the mean change over all levels of all children, which may have different numbers of domains:
/// the error of a ratio, with the children as what was drawn. Source: Cochran, Sampling
/// Techniques, section 6.
std::optional<double> halfInterval(const std::vector<LevelEnds>& known, const LevelEnds& sum)
{
    constexpr double kTwoSided95 = 1.96;
    const double children = static_cast<double>(known.size());
    if (known.size() < 2 || sum.domains == 0)
        return std::nullopt;
    const double mean = static_cast<double>(sum.latest - sum.first) / sum.domains;
    double squares = 0;
    for (const LevelEnds& ends : known) {
        const double rest = ends.latest - ends.first - mean * ends.domains;
        squares += rest * rest;
    }
    return kTwoSided95 * std::sqrt(children / (children - 1) * squares) / sum.domains;
}

std::vector<DomainChange::Start> byStart(const std::vector<LevelEnds>& known)
{
    std::vector<DomainChange::Start> starts;
    for (int level = kLevelCount - 1; level >= 0; --level) {
        DomainChange::Start start{level, 0, 0};
        for (const LevelEnds& ends : known)
            if (ends.first == level) {
                ++start.children;
                start.meanChange += ends.latest - ends.first;
            }
        if (start.children == 0)
            continue;
        start.meanChange /= start.children;
        starts.push_back(start);
    }
    return starts;
}

/// Nobody was asked about it at first, as in a framework of before, and somebody is now.
bool isNewDomain(const std::vector<const ChildFacts*>& members, std::size_t begin, std::size_t end)
{
    if (end - begin != 1)
        return false;
    bool now = false;
    for (const ChildFacts* child : members) {
        if (!isAssessedTwice(*child))
            continue;
        const auto levelAt = [&](const AssessedLevels& assessed) {
            return begin < assessed.levels.size() && assessed.levels[begin].has_value();
        };
        if (levelAt(child->assessments.front()))
            return false;
        now = now || levelAt(child->assessments.back());
    }
    return now;
}

DomainChange changeOver(const std::vector<const ChildFacts*>& members, std::string domainKey,
                        std::size_t begin, std::size_t end, int suppressionLimit)
{
    DomainChange change;
    LevelEnds sum;
    std::vector<LevelEnds> known;
    for (const ChildFacts* child : members) {
        const auto ends = levelEnds(*child, begin, end);
        if (!ends)
            continue;
        ++change.children;
        known.push_back(*ends);
        sum.first += ends->first;
        sum.latest += ends->latest;
        sum.domains += ends->domains;
        ++(ends->latest < ends->first   ? change.fell
           : ends->latest > ends->first ? change.rose
                                        : change.same);
    }
    if (change.children < suppressionLimit) {
        const bool nobody = change.children == 0;
        change = {};
        change.suppressed = true;
        change.isNew = nobody && isNewDomain(members, begin, end);
    } else if (sum.domains > 0) {
        change.firstMean = static_cast<double>(sum.first) / sum.domains;
        change.latestMean = static_cast<double>(sum.latest) / sum.domains;
        if (sum.first > 0)
            change.percent = 100.0 * (sum.latest - sum.first) / sum.first;
        change.halfInterval = halfInterval(known, sum);
        if (end - begin == 1)
            change.byStart = byStart(known);
    }
    change.domainKey = std::move(domainKey);
    return change;
}

void addDates(NeedsChange& result, const std::vector<const ChildFacts*>& members,
              std::size_t domains)
{
    for (const ChildFacts* child : members) {
        if (!levelEnds(*child, 0, domains))
            continue;
        const Date first = child->assessments.front().on;
        const Date latest = child->assessments.back().on;
        result.firstOn = std::min(result.firstOn.value_or(first), first);
        result.latestOn = std::max(result.latestOn.value_or(latest), latest);
    }
}

}  // namespace

NeedsChange needsChange(const std::vector<ChildFacts>& children, const NeedsFramework& framework,
                        const Cohort& cohort, int suppressionLimit)
{
    const std::vector<const ChildFacts*> members = membersOf(children, cohort);
    const std::size_t domains = framework.domains.size();
    NeedsChange result;
    result.cohortSize = static_cast<int>(members.size());
    for (const ChildFacts* child : members) {
        result.assessed += child->assessments.empty() ? 0 : 1;
        result.comparable += isAssessedTwice(*child) ? 1 : 0;
    }
    result.total = changeOver(members, {}, 0, domains, suppressionLimit);
    for (std::size_t d = 0; d < domains; ++d)
        result.domains.push_back(
            changeOver(members, framework.domains[d].key, d, d + 1, suppressionLimit));
    if (!result.total.suppressed)
        addDates(result, members, domains);
    return result;
}

std::vector<ChildChange> childrenBehind(const std::vector<ChildFacts>& children,
                                        const NeedsFramework& framework, const Cohort& cohort,
                                        const std::string& domainKey, int suppressionLimit)
{
    std::size_t begin = 0;
    std::size_t end = framework.domains.size();
    if (!domainKey.empty()) {
        const auto domain = framework.domainIndex(domainKey);
        if (!domain)
            return {};
        begin = *domain;
        end = begin + 1;
    }
    std::vector<ChildChange> rows;
    for (const ChildFacts* child : membersOf(children, cohort))
        if (const auto ends = levelEnds(*child, begin, end))
            rows.push_back({child->child, child->assessments.front().on,
                            child->assessments.back().on, ends->first, ends->latest});
    if (static_cast<int>(rows.size()) < suppressionLimit)
        return {};
    std::sort(rows.begin(), rows.end(), [](const ChildChange& a, const ChildChange& b) {
        const int riseOfA = a.latest - a.first;
        const int riseOfB = b.latest - b.first;
        return riseOfA != riseOfB ? riseOfA > riseOfB : a.child < b.child;
    });
    return rows;
}

}  // namespace homeward::analytics
