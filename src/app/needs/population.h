#pragma once

#include <functional>
#include <map>
#include <vector>

#include "app/session/use_case.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/needs/assessment.h"
#include "support/run_control.h"

namespace homeward::app {

/// Some of the children on record, with what figures about everybody read of each.
struct PopulationSlice {
    std::vector<Child> children;  ///< by id
    std::map<ChildId, CareHistory> histories;
    /// Those that count, by date; the agreed ratings only, of these domain and level.
    std::map<ChildId, std::vector<Assessment>> assessments;

    const CareHistory* historyOf(const ChildId& child) const;
    const std::vector<Assessment>& assessmentsOf(const ChildId& child) const;
};

/// All children, a thousand at a time, so that an authority of any size needs the memory of these.
/// Fails with: Cancelled.
Result<Done> forEachSlice(Records& records, const RunControl& control,
                          const std::function<void(const PopulationSlice&)>& visit);

}  // namespace homeward::app
