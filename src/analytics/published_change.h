#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analytics/needs_change.h"

namespace homeward::analytics {

/// Children whose levels are put together before anything leaves: the least there are in a group.
inline constexpr int kPublishedGroup = 8;
/// Numbers of children leave as multiples of this.
inline constexpr int kPublishedCount = 5;

/// Change in one domain as it may leave the program. Never made from a DomainChange.
struct PublishedRow {
    std::string domainKey;  ///< empty: all domains shown, together
    int children = 0;       ///< with a known level at both ends, rounded to 5
    double firstMean = 0;   ///< mean level 0..4, two decimals
    double latestMean = 0;
    std::optional<int> percent;  ///< whole; empty where levels at first sum to less than 20
    int fell = 0;                ///< each rounded to 5 by itself: they need not add up
    int same = 0;
    int rose = 0;
    bool suppressed = false;  ///< fewer children than the limit: figures are zero

    /// Of the means as they are given; two decimals.
    double meanChange() const;
};

/// NeedsChange as it may leave the program: what documents, files, copies and prints are made of.
struct PublishedChange {
    /// Rounded to 5; empty: fewer than the limit, none included.
    std::optional<int> cohortSize;
    std::optional<int> assessed;
    std::optional<int> comparable;
    PublishedRow total;                 ///< over the domains that are shown; domainKey empty
    std::vector<PublishedRow> domains;  ///< in the framework's order
    /// Years of the earliest and the latest assessment of all children, whatever the cohort.
    std::optional<int> firstYear;
    std::optional<int> latestYear;
};

/// Figures that cannot be undone by subtracting one filter from another.
///
/// Children with two assessments are divided once into groups of kPublishedGroup or more that are
/// alike in what filters ask; levels play no part in it. Whatever the cohort, a child counts with
/// the mean of its group, never with its own levels. So all that leaves, for all filters together,
/// is made of sums over whole groups, and no calculation with it, however many figures it uses,
/// says anything about fewer children. See docs/adr/0007-small-figures.md.
///
/// Same children give the same figures, in whatever order they stand. Pure; O(children * domains)
/// for a cohort. `children` and `framework` must outlive it.
class Publication {
public:
    Publication(const std::vector<ChildFacts>& children, const NeedsFramework& framework);

    PublishedChange of(const Cohort& cohort, int suppressionLimit = kSuppressionLimit) const;

    /// Indexes of the children that count alike; those without two comparable assessments in none.
    const std::vector<std::vector<std::size_t>>& groups() const { return m_groups; }

private:
    /// What each child of a group counts with.
    struct Share {
        double first = 0;
        double latest = 0;
        double fell = 0;
        double same = 0;
        double rose = 0;
        void add(const Share& other);
    };
    using Shares = std::vector<std::optional<Share>>;  ///< by child; empty: not known at both ends

    Shares sharesOver(std::size_t begin, std::size_t end, double leastSum) const;
    PublishedRow rowOf(const std::vector<std::size_t>& members, const Shares& shares,
                       int suppressionLimit) const;

    const std::vector<ChildFacts>& m_children;
    const NeedsFramework& m_framework;
    std::vector<std::vector<std::size_t>> m_groups;  ///< neighbours are alike
    std::vector<Shares> m_domains;
    Shares m_total;
};

}  // namespace homeward::analytics
