#include <algorithm>
#include <filesystem>

#include "app/exchange/exports.h"
#include "app/exchange/import_return.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "documents/wording.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownFindings = 50;
constexpr std::size_t kShownChanges = 50;

std::vector<fs::path> named(const std::vector<std::string>& words)
{
    std::vector<fs::path> files;
    for (const std::string& word : words)
        files.push_back(pathFrom(word));
    return files;
}

std::size_t rejectedIn(const app::ImportPreview& preview)
{
    return static_cast<std::size_t>(
        std::count_if(preview.findings.begin(), preview.findings.end(),
                      [](const Finding& finding) { return finding.isRejected(); }));
}

void sayFinding(Call& call, const Finding& finding)
{
    std::string place = finding.file;
    if (finding.line > 0)
        place += ":" + std::to_string(finding.line);
    if (finding.row > 0 && finding.row != finding.line)
        place += call.words().text("cli.import.row", {{"row", std::to_string(finding.row)}});
    if (!finding.column.empty())
        place += " " + finding.column;
    if (!finding.value.empty())
        place += " \"" + finding.value + "\"";
    call.say(finding.isRejected() ? "cli.import.rejected" : "cli.import.warning",
             {{"place", place},
              {"reason", documents::findingSentence(finding.reason, finding.facts, finding.column,
                                                    finding.isRejected(), call.words())}});
}

void sayChanges(Call& call, const app::ImportPreview& preview)
{
    const std::size_t shown = std::min(kShownChanges, preview.changes.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const app::ImportChange& change = preview.changes[i];
        const auto words = [&](const std::string& value) {
            return value.empty() ? call.words().text("cli.import.nothing") : value;
        };
        call.say("cli.import.change", {{"child", change.child},
                                       {"field", call.words().text(change.field == "placement"
                                                                       ? "entity.placement"
                                                                       : "field." + change.field)},
                                       {"from", words(change.from)},
                                       {"to", words(change.to)}});
    }
    if (shown < preview.changes.size())
        call.say("cli.import.more-changes",
                 {{"count", std::to_string(preview.changes.size() - shown)}});
}

void sayPreview(Call& call, const app::ImportPreview& preview)
{
    for (const app::ImportFileSummary& file : preview.files)
        call.say(file.isHeader ? "cli.import.header-file" : "cli.import.episodes-file",
                 {{"file", file.file},
                  {"year", std::to_string(file.year)},
                  {"rows", std::to_string(file.rows)},
                  {"created", std::to_string(file.created)},
                  {"changed", std::to_string(file.changed)},
                  {"left", std::to_string(file.left)},
                  {"rejected", std::to_string(file.rejected)}});
    call.say("cli.import.children", {{"created", std::to_string(preview.childrenCreated)},
                                     {"changed", std::to_string(preview.childrenChanged)},
                                     {"left", std::to_string(preview.childrenLeft)}});
    call.say("cli.import.placements", {{"created", std::to_string(preview.placementsCreated)},
                                       {"changed", std::to_string(preview.placementsChanged)}});
    call.say("cli.import.episodes", {{"episodes", std::to_string(preview.episodes)}});
    sayChanges(call, preview);
    std::vector<const Finding*> findings;
    for (const Finding& finding : preview.findings)
        findings.push_back(&finding);
    std::stable_partition(findings.begin(), findings.end(),
                          [](const Finding* finding) { return finding->isRejected(); });
    const std::size_t shown = std::min(kShownFindings, findings.size());
    for (std::size_t i = 0; i < shown; ++i)
        sayFinding(call, *findings[i]);
    if (shown < preview.findings.size())
        call.say("cli.import.more-findings",
                 {{"count", std::to_string(preview.findings.size() - shown)}});
}

/// To the file of --findings, and the record of what --json will print.
Result<Done> exportFindings(Call& call, app::Session& session, const app::ImportPreview& preview)
{
    const std::size_t rows = preview.findings.size();
    if (const auto file = call.target("--findings")) {
        auto written = app::exportTo(session, *file, app::findingsCsv(preview.findings),
                                     {"csv", "findings", rows, {}});
        if (!written)
            return written;
    }
    return call.asJson() && rows > 0 ? app::recordExport(session, {"json", "findings", rows, {}})
                                     : Result<Done>(Done{});
}

/// Whether a row of any file was taken, were it as known already.
bool tookAny(const app::ImportPreview& preview)
{
    return std::ranges::any_of(preview.files, [](const app::ImportFileSummary& file) {
        return file.created + file.changed + file.left > 0;
    });
}

/// What happened, or why nothing did.
const char* outcomeKey(const app::ImportPreview& preview, bool committed)
{
    if (committed)
        return "cli.import.committed";
    if (!tookAny(preview))
        return "cli.import.nothing-taken";
    return preview.changesNothing() ? "cli.import.nothing-new" : "cli.import.dry-run";
}

int listImports(Call& call, app::Session& session)
{
    const auto imports = app::importsOf(session);
    if (!imports)
        return call.couldNot(imports.error());
    if (call.asJson()) {
        call.console().out << importsJson(*imports);
        return kDone;
    }
    for (const app::ImportRow& import : *imports)
        call.say(import.undone ? "cli.import.listed-undone" : "cli.import.listed",
                 {{"at", import.at.toIso()},
                  {"by", import.by},
                  {"files", import.files},
                  {"created", std::to_string(import.childrenCreated)},
                  {"changed", std::to_string(import.childrenChanged)},
                  {"findings", std::to_string(import.findings)}});
    if (imports->empty())
        call.say("cli.import.no-imports");
    return kDone;
}

int undoLast(Call& call, app::Session& session)
{
    const auto imports = app::importsOf(session);
    if (!imports)
        return call.couldNot(imports.error());
    const auto last = std::ranges::find(*imports, true, &app::ImportRow::canBeUndone);
    if (last == imports->end()) {
        call.say("cli.import.no-imports");
        return kNo;
    }
    if (const auto undone = app::undoImport(session, last->id); !undone)
        return call.couldNot(undone.error());
    call.say("cli.import.undone", {{"files", last->files}});
    return kDone;
}

int import(Call& call, app::Session& session, const app::ImportOptions& options)
{
    const RunControl control = call.runControl();
    const auto preview =
        app::previewImport(session, named(call.arguments().words), control, options);
    if (!preview)
        return call.couldNot(preview.error());
    if (const auto left = exportFindings(call, session, *preview); !left)
        return call.couldNot(left.error());
    if (!call.asJson())
        sayPreview(call, *preview);
    const bool commits = !call.arguments().has("--dry-run") && !preview->changesNothing();
    if (commits) {
        const auto committed = app::commitImport(session, *preview, control, options);
        if (!committed)
            return call.couldNot(committed.error());
    }
    if (call.asJson())
        call.console().out << importJson(*preview, commits, call.words());
    else
        call.say(outcomeKey(*preview, commits));
    return rejectedIn(*preview) > 0 || !tookAny(*preview) ? kNo : kDone;
}

}  // namespace

int runImport(Call& call)
{
    const Arguments& arguments = call.arguments();
    ValueReader read(arguments);
    app::ImportOptions options;
    options.anyway = arguments.has("--anyway");
    if (const auto year = arguments.value("--year")) {
        options.year = app::collectionYearIn(*year);
        if (!options.year)
            read.refuse("cli.fault.year", "--year", *year);
    }
    const bool needsFiles = !arguments.has("--list") && !arguments.has("--undo-last");
    if (needsFiles && arguments.words.empty())
        read.refuse("cli.fault.no-files", "FILE", {});
    if (read.fault())
        return call.wrongUse(*read.fault());
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    if (arguments.has("--list"))
        return listImports(call, *session);
    return arguments.has("--undo-last") ? undoLast(call, *session)
                                        : import(call, *session, options);
}

}  // namespace homeward::cli
