#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"

namespace homeward::analytics {

/// One line of the chart: an outcome or a domain over the assessments of one child.
struct NeedsSeries {
    std::string key;         ///< outcome or domain key; empty: the total
    std::string outcomeKey;  ///< gives the colour; empty for the total
    /// The same domains throughout: those of the line that are known in every assessment that knows
    /// any of them, so that what became unknown is not taken for gone.
    int domains = 0;
    int allDomains = 0;  ///< of the line in the framework
    /// One per assessment: mean of the levels of these domains, 0..4 (total: the sum); empty where
    /// they are not known.
    std::vector<std::optional<double>> values;
    /// The values of the first and the latest assessment; empty where one is not known.
    struct Ends {
        double first = 0;
        double latest = 0;
        double change() const { return latest - first; }
    };
    std::optional<Ends> ends;
};

struct NeedsOverTime {
    std::vector<Date> dates;  ///< of the assessments, rising
    /// Assessments made in another framework than the one before, by index.
    std::vector<std::size_t> frameworkChanges;
    std::vector<NeedsSeries> outcomes;
    std::vector<NeedsSeries> domains;
    NeedsSeries total;
};

/// Assessments of one child as lines. Assessments made in another framework count where this
/// one has the domain, or one that replaces it. Pure.
NeedsOverTime needsOverTime(const std::vector<Assessment>& assessments,
                            const NeedsFramework& framework);

}  // namespace homeward::analytics
