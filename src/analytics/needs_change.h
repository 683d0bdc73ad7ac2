#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/cohort.h"
#include "domain/needs/needs_framework.h"
#include "domain/needs/rating.h"
#include "support/date.h"
#include "support/id.h"

namespace homeward::analytics {

/// One completed assessment of one child, agreed levels only, by domain of one framework.
struct AssessedLevels {
    Date on;
    std::vector<MaybeLevel> levels;
};

/// A child as population questions read it. Values as of the reporting day.
struct ChildFacts : CohortMember {
    /// By date; of more than two only the first and the latest are read.
    std::vector<AssessedLevels> assessments;
};

/// Change in one domain between the first and the latest completed assessment of each child.
struct DomainChange {
    std::string domainKey;
    int children = 0;      ///< with a known level at both ends
    double firstMean = 0;  ///< mean level 0..4
    double latestMean = 0;
    /// 100 * (latest sum - first sum) / first sum; empty when the first sum is 0.
    std::optional<double> percent;
    int fell = 0;  ///< children whose level is lower now
    int same = 0;
    int rose = 0;
    bool suppressed = false;  ///< fewer children than the limit: figures are zeroed, not shown
    bool isNew = false;  ///< nobody has a level at first and somebody has one now: a new domain
    /// Half of the interval in which the change of the mean level lies with 95 % confidence, by the
    /// spread between children (each child's first and latest belong together); levels. Empty: of
    /// fewer than two children.
    std::optional<double> halfInterval;
    /// Children by their level at first, where it is one domain's: a high level has more room to
    /// fall than a low one.
    struct Start {
        int level = 0;
        int children = 0;
        double meanChange = 0;  ///< levels
        bool operator==(const Start&) const = default;
    };
    std::vector<Start> byStart;  ///< highest level first; levels that nobody had are left out
};

struct NeedsChange {
    int cohortSize = 0;                 ///< children in the cohort
    int assessed = 0;                   ///< with at least one completed assessment
    int comparable = 0;                 ///< with two or more
    DomainChange total;                 ///< all domains together; domainKey empty
    std::vector<DomainChange> domains;  ///< in the framework's order
    std::optional<Date> firstOn;        ///< earliest and latest assessment used
    std::optional<Date> latestOn;
};

inline constexpr int kSuppressionLimit = 5;  ///< groups below this are not shown

/// Needs first to latest over a cohort. Pure; O(children * domains).
NeedsChange needsChange(const std::vector<ChildFacts>& children, const NeedsFramework& framework,
                        const Cohort& cohort, int suppressionLimit = kSuppressionLimit);

/// One child behind a figure.
struct ChildChange {
    ChildId child;
    Date firstOn;
    Date latestOn;
    int first = 0;  ///< level in the domain, or total where no domain was asked for
    int latest = 0;
};

/// The children behind one domain of needsChange (domainKey empty: total), largest rise first.
/// The same number of rows as DomainChange::children; empty when that is suppressed.
std::vector<ChildChange> childrenBehind(const std::vector<ChildFacts>& children,
                                        const NeedsFramework& framework, const Cohort& cohort,
                                        const std::string& domainKey,
                                        int suppressionLimit = kSuppressionLimit);

}  // namespace homeward::analytics
