#include "app/authority/backups.h"

#include "cli/backup_words.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

documents::Facts factsOf(const app::BackupInfo& backup)
{
    return {{"file", pathText(backup.file)},
            {"authority", backup.authorityName},
            {"moment", momentText(backup.madeAt)},
            {"sequence", std::to_string(backup.sequence)},
            {"size", sizeText(backup.bytes)}};
}

/// Into the second place: what is too much there goes.
int backUpInto(Call& call, app::Session& session, const std::filesystem::path& target, bool thinOut)
{
    const auto made = app::backUpNow(session, target, call.runControl());
    if (!made && made.error().code == ErrorCode::FileExists) {
        call.remark("cli.backup.exists", made.error().facts);
        return kCouldNot;
    }
    if (!made)
        return call.couldNot(made.error());
    if (call.asJson())
        call.console().out << backupJson(*made);
    else
        call.say("cli.backup.made", factsOf(*made));
    const auto warning = app::placeWarning(session.authority().folder, made->file.parent_path());
    if (warning != app::PlaceWarning::None)
        call.remark("backup." + std::string(toKey(warning)));
    if (!thinOut)
        return kDone;
    const auto removed = app::thinOutBackups(session, target, call.runControl());
    if (!removed)
        return call.couldNot(removed.error());
    if (*removed > 0)
        call.remark("cli.backup.thinned", {{"count", std::to_string(*removed)}});
    return kDone;
}

}  // namespace

std::string momentText(Timestamp moment)
{
    std::string text = moment.toIso().substr(0, 16);
    text[10] = ' ';
    return text + " UTC";
}

std::string sizeText(std::uintmax_t bytes)
{
    constexpr std::uintmax_t kMegabyte = 1'000'000;
    if (bytes < kMegabyte)
        return std::to_string((bytes + 999) / 1000) + " kB";
    const std::uintmax_t tenths = (bytes + kMegabyte / 20) / (kMegabyte / 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

int runBackup(Call& call)
{
    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const auto& words = call.arguments().words;
    if (!words.empty())
        return backUpInto(call, *session, pathFrom(words.front()), false);
    const auto state = app::backupState(*session);
    if (!state)
        return call.couldNot(state.error());
    if (state->folder.empty())
        return call.wrongUse({"cli.backup.no-place", {}});
    return backUpInto(call, *session, state->folder, true);
}

int runBackups(Call& call)
{
    const std::string folder = call.arguments().words.front();
    auto listed = app::listBackups(pathFrom(folder));
    if (!listed)
        return call.couldNot(listed.error());
    const bool check = call.arguments().has("--check");
    if (check && !listed->empty()) {
        int exitCode = kDone;
        const auto session = openSession(call, exitCode);
        if (!session)
            return exitCode;
        for (app::ListedBackup& backup : *listed) {
            if (backup.problem)
                continue;
            const auto whole = app::checkBackup(*session, backup.info.file, call.runControl());
            if (!whole && whole.error().code == ErrorCode::Cancelled)
                return call.couldNot(whole.error());
            if (!whole)
                backup.problem = whole.error();
        }
    }
    int bad = 0;
    for (const app::ListedBackup& backup : *listed)
        bad += backup.problem ? 1 : 0;
    if (call.asJson()) {
        call.console().out << backupsJson(*listed);
        return bad > 0 || listed->empty() ? kNo : kDone;
    }
    for (const app::ListedBackup& backup : *listed) {
        if (backup.problem)
            call.say("cli.backups.bad", {{"file", pathText(backup.info.file)},
                                         {"problem", call.words().text(*backup.problem)}});
        else
            call.say("cli.backups.line", factsOf(backup.info));
    }
    if (listed->empty())
        call.say("cli.backups.none", {{"folder", folder}});
    else if (check && bad == 0)
        call.say("cli.backups.whole", {{"count", std::to_string(listed->size())}});
    return bad > 0 || listed->empty() ? kNo : kDone;
}

}  // namespace homeward::cli
