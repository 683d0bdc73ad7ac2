#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analytics/needs_change.h"
#include "analytics/needs_over_time.h"
#include "app/session.h"
#include "domain/needs_framework.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// Everything population pages read, taken at one moment; pure functions answer from it on any thread.
struct InsightData {
    std::vector<analytics::ChildFacts> children;
    NeedsFramework framework;
    std::vector<std::string> providers;  ///< in the data, sorted
    std::vector<int> entryYears;         ///< in the data, rising
    std::map<ChildId, std::string> names;
    Date asOf;
};
/// Needs Right::ReadRecords.
Result<InsightData> insightData(Session& session, const RunControl& control = {});

/// Needs change as CSV text: header, one row per domain, then the total. Suppressed rows say so.
std::string needsChangeCsv(const InsightData& data, const analytics::NeedsChange& change);
/// The children behind a figure, as CSV text.
std::string childrenBehindCsv(const InsightData& data, const std::vector<analytics::ChildChange>& rows);

struct ChildOverTime {
    analytics::NeedsOverTime needs;
    NeedsFramework framework;
};
Result<ChildOverTime> childOverTime(Session& session, const ChildId& child);


}  // namespace homeward::app
