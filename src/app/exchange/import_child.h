#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/exchange/import_plan.h"
#include "app/exchange/import_reports.h"
#include "domain/care_rules.h"

namespace homeward::app {

/// A child of a return: what stands of it in the records, and what the returns say.
struct ReportedChild {
    std::optional<Child> stored;
    CareHistory before;
    std::vector<DaySpan> decided;  ///< days that a person put right here
    ReportedFacts was;             ///< of the returns so far
    ReportedFacts now;             ///< with those that come
};

/// The same child with what the returns say taken over.
struct DerivedChild {
    Child child;
    CareHistory after;
    std::vector<std::string> faults;  ///< of the merged history; `after` is as before then
    bool losesDecided = false;        ///< a placement chosen here would go; likewise
    bool saysOtherwise = false;       ///< a return does, of days that were put right here
    std::vector<std::string>
        kept;  ///< fields that were edited here, of which a return says otherwise
};
/// From the returns and what was decided here alone: in which order and in what groups the returns
/// came makes no difference.
DerivedChild derive(const ReportedChild& reported);

}  // namespace homeward::app
