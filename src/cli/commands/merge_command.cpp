#include <algorithm>

#include "app/records/child_list.h"
#include "app/records/children.h"
#include "app/records/merging.h"
#include "cli/command.h"
#include "cli/json_output.h"

namespace homeward::cli {
namespace {

/// What is found of one of the two, in a line.
void saySide(Call& call, const char* key, const app::MergeSide& side)
{
    call.say(key, {{"number", side.child.caseNumber},
                   {"name", displayName(side.child)},
                   {"birthDate", side.child.birthDate.toIso()},
                   {"placements", std::to_string(side.history.placements.size())},
                   {"assessments", std::to_string(side.assessments)}});
}

}  // namespace

int runMerge(Call& call)
{
    const Arguments& arguments = call.arguments();
    ValueReader read(arguments);
    app::Merging merging;
    merging.care = read.key<MergedCare>("--care").value_or(MergedCare::Both);
    merging.reason = arguments.value("--reason").value_or(std::string());
    if (read.fault())
        return call.wrongUse(*read.fault());

    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    for (auto [word, id] : {std::pair(&arguments.words[0], &merging.kept),
                            std::pair(&arguments.words[1], &merging.gone)}) {
        const auto child = app::childNumbered(*session, *word);
        if (!child)
            return call.couldNot(child.error());
        *id = *child;
    }
    const auto preview = app::previewMerge(*session, merging.kept, merging.gone);
    if (!preview)
        return call.couldNot(preview.error());
    const bool dryRun = arguments.has("--dry-run");
    if (!dryRun) {
        merging.keptVersion = preview->kept.child.rowVersion;
        merging.goneVersion = preview->gone.child.rowVersion;
        if (const auto merged = app::mergeChildren(*session, merging); !merged)
            return call.couldNot(merged.error());
    }
    if (call.asJson()) {
        call.console().out << mergeJson(*preview, !dryRun);
        return kDone;
    }
    saySide(call, "cli.merge.kept", preview->kept);
    saySide(call, "cli.merge.gone", preview->gone);
    if (dryRun) {
        if (preview->careOverlaps)
            call.say("cli.merge.overlaps");
        return kDone;
    }
    call.say("cli.merge.done",
             {{"kept", preview->kept.child.caseNumber}, {"gone", preview->gone.child.caseNumber}});
    return kDone;
}

int runSeparate(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const std::string& number = call.arguments().words[0];
    const auto kept = app::childNumbered(*session, number);
    if (!kept)
        return call.couldNot(kept.error());
    const auto merged = app::mergedInto(*session, *kept);
    if (!merged)
        return call.couldNot(merged.error());
    const auto found = std::ranges::find(*merged, number, &app::MergedRecord::number);
    if (found == merged->end()) {
        call.remark("cli.separate.none", {{"number", number}});
        return kNo;
    }
    if (const auto separated = app::separateChildren(*session, found->id); !separated)
        return call.couldNot(separated.error());
    call.say("cli.separate.done", {{"number", number}});
    return kDone;
}

}  // namespace homeward::cli
