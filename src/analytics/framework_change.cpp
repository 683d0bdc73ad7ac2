#include "analytics/framework_change.h"

#include <algorithm>

#include "domain/needs/succession.h"

namespace homeward::analytics {
namespace {

bool speaksOfAll(const NeedsFramework& next, const std::vector<Rating>& ratings, RatingsOf of)
{
    return std::ranges::all_of(next.domains, [&](const NeedsFramework::Domain& domain) {
        return ratingIn(next, domain, ratings, of).has_value();
    });
}

bool speaksOfMore(const NeedsFramework& next, const std::vector<Rating>& ratings)
{
    return std::ranges::any_of(ratings, [&](const Rating& rating) {
        return rating.perspective == Perspective::Agreed && rating.level &&
               next.successorsOf(rating.domainKey).empty();
    });
}

void count(std::vector<FrameworkChange::LeftOutDomain>& domains, const std::string& key)
{
    const auto found = std::ranges::find(domains, key, &FrameworkChange::LeftOutDomain::domainKey);
    if (found == domains.end())
        domains.push_back({key, 1});
    else
        ++found->children;
    std::ranges::stable_sort(domains, std::greater{}, &FrameworkChange::LeftOutDomain::children);
}

}  // namespace

void addChild(FrameworkChange& change, const ChildBefore& child, const NeedsFramework& next)
{
    const std::vector<Assessment>& assessments = *child.assessments;
    bool chartChanges = false;
    for (const Assessment& assessment : assessments) {
        if (assessment.framework == next.id)
            continue;
        ++change.assessments;
        chartChanges = chartChanges || speaksOfMore(next, assessment.ratings) ||
                       !speaksOfAll(next, assessment.ratings, RatingsOf::Needs);
    }
    change.charts += chartChanges ? 1 : 0;
    if (!child.inCare || assessments.empty() || assessments.back().framework == next.id)
        return;
    const std::vector<Rating>& latest = assessments.back().ratings;
    const auto leftOut = needsLeftOut(next, latest);
    change.childrenWithoutBand += leftOut.empty() ? 0 : 1;
    for (const NeedLeftOut& need : leftOut)
        count(change.leftOut, need.domainKey);
    change.childrenToAsk += speaksOfAll(next, latest, RatingsOf::Needs) ? 0 : 1;
}

void addHousehold(FrameworkChange& change, const FrameworkVersionId& madeIn,
                  const std::vector<Rating>& skills, const NeedsFramework& next)
{
    if (madeIn != next.id && !speaksOfAll(next, skills, RatingsOf::Skills))
        ++change.householdsToAsk;
}

std::vector<std::string> newDomains(const std::vector<NeedsFramework>& earlier,
                                    const NeedsFramework& next)
{
    std::vector<std::string> added;
    for (const NeedsFramework::Domain& domain : next.domains) {
        const auto isKnown = [&](const NeedsFramework& before) {
            return before.findDomain(domain.key) ||
                   std::ranges::any_of(domain.replaces, [&](const std::string& key) {
                       return before.findDomain(key) != nullptr;
                   });
        };
        if (std::ranges::none_of(earlier, isKnown))
            added.push_back(domain.key);
    }
    return added;
}

}  // namespace homeward::analytics
