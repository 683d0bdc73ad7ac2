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
    /// One per assessment: mean of the known levels of the line's domains, 0..4 (total: the sum,
    /// 0..48); empty where none is known.
    std::vector<std::optional<double>> values;
    /// First and latest assessment over the domains of the line that are known in both, so that
    /// what became unknown is not taken for gone; empty where there is none.
    struct Ends {
        double first = 0;
        double latest = 0;
        double change() const { return latest - first; }
    };
    std::optional<Ends> ends;
};

struct NeedsOverTime {
    std::vector<Date> dates;  ///< of the assessments, rising
    std::vector<NeedsSeries> outcomes;
    std::vector<NeedsSeries> domains;
    NeedsSeries total;
};

/// Assessments of one child as lines. Assessments made in another framework count where their
/// domain keys are the same. Pure.
NeedsOverTime needsOverTime(const std::vector<Assessment>& assessments,
                            const NeedsFramework& framework);

}  // namespace homeward::analytics
