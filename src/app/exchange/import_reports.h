#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/reported.h"
#include "exchange/ssda903/return_reader.h"

namespace homeward::app {

/// What returns together say of one child, whatever the order in which they came: of each fact the
/// latest year that knows it.
struct ReportedFacts {
    std::string number;  ///< as written in the latest year; empty: in no header
    std::optional<Date> birthDate;
    Sex sex = Sex::Unknown;
    std::string ethnicity;          ///< empty: not known, or not yet obtained
    std::string upn;                ///< empty: not known, or a code that says why there is none
    int headerYear = 0;             ///< the latest with a header; 0: none
    int lastYear = 0;               ///< the latest with any row
    std::vector<Episode> told;      ///< by year and line
    std::vector<Episode> episodes;  ///< told, as one history as it can be stored
    int merged = 0;                 ///< episodes before neighbours that say the same become one
};
ReportedFacts factsOf(const std::vector<ReportedRow>& rows);

/// The rows of a return by child. `import` is left empty.
std::map<std::string, std::vector<ReportedRow>> reportedRows(const exchange::ssda903::Return& read);

/// `standing`, where a table of a year is replaced by what `incoming` has of it.
std::vector<ReportedRow> withReports(const std::vector<ReportedRow>& standing,
                                     const std::vector<ReportedRow>& incoming);

/// Rows of `incoming` whose table and year says something else than what stands.
std::vector<ReportedRow> newReports(const std::vector<ReportedRow>& standing,
                                    const std::vector<ReportedRow>& incoming);

}  // namespace homeward::app
