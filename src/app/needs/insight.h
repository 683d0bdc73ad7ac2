#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analytics/needs_change.h"
#include "analytics/needs_over_time.h"
#include "analytics/published_change.h"
#include "app/session/session.h"
#include "domain/needs/needs_framework.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// Everything population pages read, taken at one moment; pure functions answer from it on any
/// thread.
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

/// The figures of a cohort as they may leave the program. Pure; any thread.
analytics::PublishedChange publishedChange(const InsightData& data, const Cohort& cohort);

/// Published figures as CSV text: header, one row per domain, the total, and a row that says in
/// the words of `note` how they were rounded. Suppressed rows say so.
std::string needsChangeCsv(const InsightData& data, const analytics::PublishedChange& change,
                           const std::vector<std::string>& notes);
/// The children behind a figure, as CSV text: records by name, exact.
std::string childrenBehindCsv(const InsightData& data,
                              const std::vector<analytics::ChildChange>& rows);

struct ChildOverTime {
    analytics::NeedsOverTime needs;
    NeedsFramework framework;
};
Result<ChildOverTime> childOverTime(Session& session, const ChildId& child);

}  // namespace homeward::app
