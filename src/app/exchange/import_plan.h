#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/exchange/import_reports.h"
#include "app/exchange/import_return.h"
#include "app/session/use_case.h"
#include "exchange/ssda903/return_reader.h"

namespace homeward::app {

/// One child of a return: as stored, and as it will be.
struct ChildPlan {
    std::optional<Child> stored;  ///< empty: new
    Child child;
    CareHistory before;  ///< as stored at the time of the preview
    CareHistory after;   ///< with the ids and links of stored records that stay
    bool childChanged = false;
    bool historyChanged = false;
};

struct ImportPreview::Plan {
    std::vector<ChildPlan> children;  ///< that will be created or changed only
    std::vector<ReportedRow> rows;    ///< to be kept; `import` is empty
    std::string files;                ///< names, by commas
};

/// Works out what a return would do to the records. Nothing is written.
/// Fails with: Cancelled.
Result<ImportPreview> planImport(Records& records, const exchange::ssda903::Return& read,
                                 const RunControl& control);

/// What the records become without an import, as if it never was. Children whom only it brought
/// are in `gone`.
struct UndoPlan {
    std::vector<ChildPlan> children;
    std::vector<Child> gone;
};
UndoPlan planUndo(Records& records, const ImportId& import);

/// Gives records of `after` the ids, homes, costs and row versions of the records of `before` that
/// start on the same day.
void keepIdentities(const CareHistory& before, CareHistory& after);

}  // namespace homeward::app
