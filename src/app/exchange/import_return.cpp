#include "app/exchange/import_return.h"

#include <algorithm>
#include <charconv>

#include "app/care/care_change.h"
#include "app/exchange/import_plan.h"
#include "app/trust/audit_fields.h"
#include "domain/statutory_codes.h"
#include "support/text/csv_line.h"

namespace homeward::app {
namespace {

Error cancelled()
{
    return {ErrorCode::Cancelled, "import return", {}};
}

/// New children go in bulk: one prepared statement per table for the whole return.
struct NewRecords {
    std::vector<Child> children;
    std::vector<CareHistory> histories;
};

void addNew(UnitOfWork& unit, const ChildPlan& plan, NewRecords& added)
{
    Child child = plan.child;
    child.id = unit.newId<ChildId>();
    unit.audit("child", child.id.value, child.id, {}, auditFields(child));
    CareHistory history = plan.after;
    const auto stampIds = [&](auto& records) {
        for (auto& record : records) {
            record.child = child.id;
            record.id.value = unit.newId<ChildId>().value;
            unit.audit(entityName(record), record.id.value, child.id, {}, auditFields(record));
        }
    };
    stampIds(history.periods);
    stampIds(history.legalStatuses);
    stampIds(history.placements);
    added.histories.push_back(std::move(history));
    added.children.push_back(std::move(child));
}

std::optional<Error> changeStored(UnitOfWork& unit, const ChildPlan& plan)
{
    const ChildId id = plan.stored->id;
    if (plan.childChanged) {
        if (!unit.children.update(plan.child, unit.stamp()))
            return editConflict("child", id.value);
        unit.audit("child", id.value, id, auditFields(*plan.stored), auditFields(plan.child));
    }
    if (plan.historyChanged) {
        if (!(unit.care.historyOf(id) == plan.before))
            return editConflict("child", id.value);
        CareHistory after = plan.after;
        return writeHistory(unit, id, plan.before, after);
    }
    return std::nullopt;
}

std::optional<Error> writePlan(UnitOfWork& unit, const ImportPreview::Plan& plan,
                               const RunControl& control)
{
    NewRecords added;
    int done = 0;
    for (const ChildPlan& child : plan.children) {
        if (++done % 64 == 0) {
            if (control.stopRequested())
                return cancelled();
            control.progress(done, static_cast<int>(plan.children.size()));
        }
        if (!child.stored) {
            if (unit.children.findByCaseNumber(child.child.caseNumber))
                return editConflict("child", {});
            addNew(unit, child, added);
        } else if (auto error = changeStored(unit, child)) {
            return error;
        }
    }
    unit.children.insertMany(added.children, unit.stamp());
    unit.care.insertMany(added.histories, unit.stamp());
    return control.stopRequested() ? std::optional<Error>(cancelled()) : std::nullopt;
}

}  // namespace

Result<ImportPreview> previewImport(Session& session,
                                    const std::vector<std::filesystem::path>& files,
                                    const RunControl& control)
{
    if (const auto permitted = requireRight(session, Right::ImportReturns); !permitted)
        return permitted.error();
    auto read =
        exchange::ssda903::readReturn(files, StatutoryCodes::builtIn(), session.today(), control);
    if (!read)
        return read.error();
    return query<ImportPreview>(session, "preview import", [&](Records& records) {
        return planImport(records, *read, control);
    });
}

Result<ImportOutcome> commitImport(Session& session, const ImportPreview& preview,
                                   const RunControl& control)
{
    if (!preview.plan)
        return Error{ErrorCode::Internal, "import without a preview", {}};
    return commit<ImportOutcome>(
        session, "import-return", Right::ImportReturns,
        [&](UnitOfWork& unit) -> Result<ImportOutcome> {
            if (auto error = writePlan(unit, *preview.plan, control))
                return *error;
            if (!preview.plan->children.empty())
                for (const Aggregate aggregate :
                     {Aggregate::Child, Aggregate::CareHistory, Aggregate::Placement})
                    unit.touched(aggregate);
            return ImportOutcome{preview.childrenCreated, preview.childrenChanged,
                                 preview.placementsCreated, preview.placementsChanged};
        });
}

int ImportPreview::rowsRejected() const
{
    int rows = 0;
    for (const ImportFileSummary& file : files)
        rows += file.rejected;
    return rows;
}

int ImportPreview::filesUnread() const
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.isRejected() && !finding.file.empty() &&
                   std::none_of(files.begin(), files.end(), [&](const ImportFileSummary& file) {
                       return file.file == finding.file;
                   });
        }));
}

int ImportPreview::childrenRefused() const
{
    int children = 0;
    for (const Finding& finding : findings) {
        if (!finding.isRejected() || !finding.file.empty())
            continue;
        int counted = 1;
        if (const auto more = finding.facts.find("count"); more != finding.facts.end())
            std::from_chars(more->second.data(), more->second.data() + more->second.size(),
                            counted);
        children += counted;
    }
    return children;
}

std::string findingsCsv(const ImportPreview& preview)
{
    std::string csv = csvLine({"severity", "file", "line", "column", "value", "reason", "facts"});
    for (const Finding& finding : preview.findings) {
        std::string facts;
        for (const auto& [name, value] : finding.facts)
            facts.append(facts.empty() ? "" : "; ").append(name).append("=").append(value);
        csv += csvLine({finding.isRejected() ? "rejected" : "warning", finding.file,
                        finding.line > 0 ? std::to_string(finding.line) : "", finding.column,
                        finding.value, finding.reason, facts});
    }
    return csv;
}

}  // namespace homeward::app
