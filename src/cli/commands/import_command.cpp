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
constexpr std::size_t kMostFilesNamed = 1'000;  ///< more than one import takes, which then says so

/// The files named, and the CSV files of the folders named.
std::vector<fs::path> filesOf(const std::vector<std::string>& words)
{
    std::vector<fs::path> files;
    for (const std::string& word : words) {
        const fs::path named = pathFrom(word);
        std::error_code ignored;
        if (!fs::is_directory(named, ignored)) {
            files.push_back(named);
            continue;
        }
        std::vector<fs::path> inside;
        // Not a range for, whose steps throw where the folder cannot be read to the end.
        fs::directory_iterator entry(named, ignored);
        for (; entry != fs::directory_iterator() && inside.size() < kMostFilesNamed;
             entry.increment(ignored))
            if (entry->path().extension() == ".csv")
                inside.push_back(entry->path());
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
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
    if (!finding.column.empty())
        place += " " + finding.column;
    if (!finding.value.empty())
        place += " \"" + finding.value + "\"";
    call.say(finding.isRejected() ? "cli.import.rejected" : "cli.import.warning",
             {{"place", place},
              {"reason", documents::findingSentence(finding.reason, finding.facts, finding.column,
                                                    finding.isRejected(), call.words())}});
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
        auto written =
            app::exportTo(session, *file, app::findingsCsv(preview), {"csv", "findings", rows, {}});
        if (!written)
            return written;
    }
    return call.asJson() && rows > 0 ? app::recordExport(session, {"json", "findings", rows, {}})
                                     : Result<Done>(Done{});
}

}  // namespace

int runImport(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const RunControl control = call.runControl();
    const auto preview = app::previewImport(*session, filesOf(call.arguments().words), control);
    if (!preview)
        return call.couldNot(preview.error());
    if (const auto left = exportFindings(call, *session, *preview); !left)
        return call.couldNot(left.error());
    if (!call.asJson())
        sayPreview(call, *preview);

    const bool dryRun = call.arguments().has("--dry-run");
    const bool commits = !dryRun && !preview->changesNothing();
    if (commits) {
        const auto committed = app::commitImport(*session, *preview, control);
        if (!committed)
            return call.couldNot(committed.error());
    }
    if (call.asJson())
        call.console().out << importJson(*preview, commits, call.words());
    else
        call.say(commits                     ? "cli.import.committed"
                 : preview->changesNothing() ? "cli.import.nothing-new"
                                             : "cli.import.dry-run");
    return rejectedIn(*preview) > 0 ? kNo : kDone;
}

}  // namespace homeward::cli
