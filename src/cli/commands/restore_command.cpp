#include "app/authority/restore.h"

#include "cli/backup_words.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

void sayCounts(Call& call, const app::BackupComparison& comparison)
{
    std::string same;
    for (const auto& count : comparison.counts) {
        const std::string kind = call.words().text("kind." + count.kind);
        if (count.present == count.restored)
            same += (same.empty() ? "" : ", ") + kind;
        else
            call.say("restore.counts", {{"kind", kind},
                                        {"present", std::to_string(count.present)},
                                        {"restored", std::to_string(count.restored)}});
    }
    if (!same.empty())
        call.say("cli.restore.same", {{"kinds", same}});
}

void sayComparison(Call& call, const app::BackupComparison& comparison)
{
    sayCounts(call, comparison);
    if (!comparison.presentContinues) {
        call.say("restore.other-way");
        return;
    }
    if (comparison.rowsSince == 0 || !comparison.firstSince || !comparison.lastSince) {
        call.say("restore.nothing-since");
        return;
    }
    call.say("cli.restore.since", {{"hours", std::to_string(comparison.lost.count() / 60)},
                                   {"minutes", std::to_string(comparison.lost.count() % 60)},
                                   {"rows", std::to_string(comparison.rowsSince)},
                                   {"first", momentText(*comparison.firstSince)},
                                   {"last", momentText(*comparison.lastSince)}});
    for (const auto& [person, rows] : comparison.rowsByPerson)
        call.say("cli.restore.by", {{"person", person}, {"rows", std::to_string(rows)}});
}

bool isOtherAuthority(const Error& error)
{
    const auto rule = error.facts.find("rule");
    return rule != error.facts.end() && rule->second == "other-authority";
}

}  // namespace

int runRestore(Call& call)
{
    const Arguments& arguments = call.arguments();
    const auto present = arguments.value("--compare");
    const bool replace = arguments.has("--replace");
    if (replace && !present)
        return call.wrongUse({"cli.fault.replace-what", {}});
    const auto backup = app::inspectBackup(pathFrom(arguments.words[0]));
    if (!backup)
        return call.couldNot(backup.error());
    int exitCode = kDone;
    const auto who = credentialsFor(
        call, {{}, backup->authorityName, backup->demonstration, backup->accountNames}, exitCode);
    if (!who)
        return exitCode;
    const app::Environment& environment = call.console().environment;
    const auto restored =
        app::restoreBackup(pathFrom(arguments.words[0]), who->account, who->passphrase,
                           pathFrom(arguments.words[1]), environment, call.runControl());
    if (!restored)
        return couldNotSignIn(call, restored.error(), *who);
    if (!call.asJson())
        call.say("cli.restore.done", {{"folder", pathText(restored->authority.folder)},
                                      {"authority", restored->authority.name},
                                      {"moment", momentText(restored->backup.madeAt)},
                                      {"sequence", std::to_string(restored->backup.sequence)}});
    std::optional<app::BackupComparison> comparison;
    if (present) {
        auto compared = app::compareFolders(pathFrom(*present), who->account, who->passphrase,
                                            *restored, environment);
        if (!compared) {
            // The present one may be broken, which is why it is to be replaced.
            call.remark("cli.restore.not-compared");
            if (!replace || isOtherAuthority(compared.error()))
                return call.couldNot(compared.error());
            call.console().err << call.words().text(compared.error()) << '\n';
        } else {
            comparison = std::move(*compared);
            if (!call.asJson())
                sayComparison(call, *comparison);
        }
    }
    std::optional<std::filesystem::path> kept;
    if (replace) {
        auto replaced = app::replacePresent(pathFrom(*present), restored->authority.folder,
                                            environment.clock->now());
        if (!replaced)
            return call.couldNot(replaced.error());
        kept = std::move(*replaced);
        if (!call.asJson())
            call.say("restore.replaced", {{"folder", *present}, {"kept", kept->string()}});
    }
    if (call.asJson())
        call.console().out << restoreJson(*restored, comparison, kept);
    return kDone;
}

}  // namespace homeward::cli
