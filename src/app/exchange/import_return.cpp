#include "app/exchange/import_return.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/care/care_change.h"
#include "app/exchange/import_plan.h"
#include "app/trust/audit_fields.h"
#include "domain/statutory_codes.h"
#include "exchange/ssda903/return_files.h"
#include "exchange/ssda903/year_of_file.h"
#include "storage/records/reported_repository.h"
#include "support/text/csv_line.h"

namespace homeward::app {
namespace {

namespace ssda903 = exchange::ssda903;

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

/// Invented returns have invented postcodes, and real ones have none of them: no postcode area is
/// called ZZ. A return without postcodes says nothing.
bool isOfAnotherWorld(const ssda903::Return& read, bool demonstration)
{
    constexpr std::size_t kFewInvented = 30;  // a place that is kept secret may be written so
    std::size_t invented = 0;
    std::size_t real = 0;
    for (const auto& file : read.files)
        for (const auto& row : file.episodes)
            for (const std::string* postcode :
                 {&row.episode.homePostcode, &row.episode.placePostcode})
                if (!postcode->empty())
                    ++(postcode->starts_with("ZZ") ? invented : real);
    return demonstration ? real > invented : invented > real + kFewInvented;
}

std::size_t findingsIn(const std::string& csv)
{
    const auto lines = static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n'));
    return lines > 0 ? lines - 1 : 0;
}

void touchAll(UnitOfWork& unit)
{
    for (const Aggregate aggregate :
         {Aggregate::Child, Aggregate::CareHistory, Aggregate::Placement})
        unit.touched(aggregate);
}

/// The rows as they were reported, with the import that brought them.
void keepReported(UnitOfWork& unit, const ImportPreview& preview)
{
    const ImportPreview::Plan& plan = *preview.plan;
    if (plan.rows.empty())
        return;
    ReturnImport import;
    import.id = unit.newId<ImportId>();
    import.at = unit.stamp().at;
    import.by = unit.stamp().by;
    import.files = plan.files;
    import.findings = findingsCsv(preview.findings);
    import.childrenCreated = preview.childrenCreated;
    import.childrenChanged = preview.childrenChanged;
    storage::ReportedRepository reports(unit.transaction);
    reports.insert(import);
    std::vector<ReportedRow> rows = plan.rows;
    for (ReportedRow& row : rows)
        row.import = import.id;
    reports.insertMany(rows);
    unit.audit("import", import.id.value, {}, {},
               {{"files", import.files}, {"rows", std::to_string(rows.size())}});
}

bool isLastStanding(storage::ReportedRepository& reports, const ImportId& id)
{
    for (const ReturnImport& import : reports.all())
        if (import.undoneAt.empty())
            return import.id == id;
    return false;
}

/// Whether anything was done with a child that only an import brought.
bool isBuiltUpon(UnitOfWork& unit, const Child& child)
{
    return child.rowVersion > 1 || unit.assessments.latestOf(child.id) ||
           !unit.children.siblingsOf(child.id).empty() || unit.children.isReferredTo(child.id);
}

std::optional<Error> writeUndo(UnitOfWork& unit, const UndoPlan& undo)
{
    const auto builtUpon = [](const Child& child) {
        return invalidInput("import", "built-upon", {{"child", child.caseNumber}});
    };
    for (const Child& child : undo.gone)
        if (isBuiltUpon(unit, child))
            return builtUpon(child);
    for (const ChildPlan& plan : undo.children) {
        const auto gone = std::ranges::find(undo.gone, plan.child.id, &Child::id);
        if (gone != undo.gone.end() && !plan.after.placements.empty())
            return builtUpon(*gone);
        if (auto error = changeStored(unit, plan))
            return error;
    }
    for (const Child& child : undo.gone) {
        unit.children.remove(child.id);
        unit.audit("child", child.id.value, child.id, auditFields(child), {});
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> collectionYearIn(const std::string& text)
{
    const auto year = ssda903::yearInName(text);
    return year ? std::optional(year->year) : std::nullopt;
}

Result<ImportPreview> previewImport(Session& session,
                                    const std::vector<std::filesystem::path>& files,
                                    const RunControl& control, const ImportOptions& options)
{
    if (const auto permitted = requireRight(session, Right::ImportReturns); !permitted)
        return permitted.error();
    const auto found = ssda903::returnFilesIn(files);
    if (!found)
        return found.error();
    ssda903::ReadOptions reading;
    if (options.year)
        reading.year = CollectionYear{*options.year};
    auto read =
        ssda903::readReturn(*found, StatutoryCodes::builtIn(), session.today(), control, reading);
    if (!read)
        return read.error();
    auto preview = query<ImportPreview>(session, "preview import", [&](Records& records) {
        return planImport(records, *read, control);
    });
    if (preview)
        preview->isOfAnotherWorld = isOfAnotherWorld(*read, session.authority().demonstration);
    return preview;
}

Result<ImportOutcome> commitImport(Session& session, const ImportPreview& preview,
                                   const RunControl& control, const ImportOptions& options)
{
    if (!preview.plan)
        return Error{ErrorCode::Internal, "import without a preview", {}};
    if (preview.isOfAnotherWorld && !options.anyway)
        return invalidInput("files", session.authority().demonstration ? "real-into-demonstration"
                                                                       : "invented-into-real");
    return commit<ImportOutcome>(session, "import-return", Right::ImportReturns,
                                 [&](UnitOfWork& unit) -> Result<ImportOutcome> {
                                     if (auto error = writePlan(unit, *preview.plan, control))
                                         return *error;
                                     keepReported(unit, preview);
                                     if (!preview.plan->children.empty())
                                         touchAll(unit);
                                     return ImportOutcome{
                                         preview.childrenCreated, preview.childrenChanged,
                                         preview.placementsCreated, preview.placementsChanged};
                                 });
}

Result<std::vector<ImportRow>> importsOf(Session& session)
{
    return query<std::vector<ImportRow>>(
        session, "imports", [](Records& records) -> Result<std::vector<ImportRow>> {
            std::vector<ImportRow> rows;
            bool lastFound = false;
            for (const ReturnImport& import :
                 storage::ReportedRepository(records.transaction).all()) {
                const auto account = records.accounts.find(import.by);
                ImportRow row{import.id,
                              import.at,
                              account ? account->personName : std::string(),
                              import.files,
                              import.childrenCreated,
                              import.childrenChanged,
                              findingsIn(import.findings),
                              !import.undoneAt.empty(),
                              false};
                row.canBeUndone =
                    !row.undone && !std::exchange(lastFound, lastFound || !row.undone);
                rows.push_back(std::move(row));
            }
            return rows;
        });
}

Result<std::string> findingsOfImport(Session& session, const ImportId& id)
{
    return query<std::string>(
        session, "findings of import", [&](Records& records) -> Result<std::string> {
            const auto import = storage::ReportedRepository(records.transaction).find(id);
            if (!import)
                return notFound("import", id.value);
            return import->findings;
        });
}

Result<Done> undoImport(Session& session, const ImportId& id)
{
    return commit<Done>(
        session, "undo-import", Right::ImportReturns, [&](UnitOfWork& unit) -> Result<Done> {
            storage::ReportedRepository reports(unit.transaction);
            const auto import = reports.find(id);
            if (!import)
                return notFound("import", id.value);
            if (!isLastStanding(reports, id))
                return invalidInput("import", "not-the-last");
            const UndoPlan plan = planUndo(unit, id);
            if (auto error = writeUndo(unit, plan))
                return *error;
            reports.markUndone(id, unit.stamp().at);
            unit.audit("import", id.value, {}, {{"files", import->files}}, {{"files", ""}});
            touchAll(unit);
            return Done{};
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

std::string findingsCsv(const std::vector<Finding>& findings)
{
    std::string csv =
        csvLine({"severity", "file", "line", "row", "column", "value", "reason", "facts"});
    for (const Finding& finding : findings) {
        std::string facts;
        for (const auto& [name, value] : finding.facts)
            facts.append(facts.empty() ? "" : "; ").append(name).append("=").append(value);
        csv += csvLine({finding.isRejected() ? "rejected" : "warning", finding.file,
                        finding.line > 0 ? std::to_string(finding.line) : "",
                        finding.row > 0 ? std::to_string(finding.row) : "", finding.column,
                        finding.value, finding.reason, facts});
    }
    return csv;
}

}  // namespace homeward::app
