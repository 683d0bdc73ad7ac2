#include "cli/json_output.h"
#include "cli/json_values.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

Json momentOrNull(const std::optional<Timestamp>& moment)
{
    return moment ? Json(moment->toIso()) : Json(nullptr);
}

Json toJson(const app::BackupInfo& backup)
{
    return {{"file", pathText(backup.file)},
            {"authority", backup.authorityName},
            {"made_at", backup.madeAt.toIso()},
            {"sequence", backup.sequence},
            {"hash", backup.hash},
            {"bytes", backup.bytes},
            {"demonstration", backup.demonstration}};
}

Json toJson(const app::BackupComparison& comparison)
{
    Json counts = Json::object();
    for (const auto& count : comparison.counts)
        counts[count.kind] = {{"present", count.present}, {"restored", count.restored}};
    Json people = Json::array();
    for (const auto& [person, rows] : comparison.rowsByPerson)
        people.push_back({{"person", person}, {"rows", rows}});
    return {{"records", counts},
            {"present_continues", comparison.presentContinues},
            {"rows_since", comparison.rowsSince},
            {"first_since", momentOrNull(comparison.firstSince)},
            {"last_since", momentOrNull(comparison.lastSince)},
            {"by", people},
            {"lost_minutes", comparison.lost.count()}};
}

}  // namespace

std::string backupJson(const app::BackupInfo& backup)
{
    return printed(toJson(backup));
}

std::string backupsJson(const std::vector<app::ListedBackup>& backups)
{
    Json list = Json::array();
    for (const app::ListedBackup& backup : backups) {
        Json one = toJson(backup.info);
        if (backup.problem) {
            const auto rule = backup.problem->facts.find("rule");
            one = {{"file", pathText(backup.info.file)},
                   {"problem", rule == backup.problem->facts.end()
                                   ? std::string(toKey(backup.problem->code))
                                   : rule->second}};
        }
        list.push_back(one);
    }
    return printed({{"backups", list}});
}

std::string restoreJson(const app::RestoredBackup& restored,
                        const std::optional<app::BackupComparison>& comparison,
                        const std::optional<std::filesystem::path>& kept)
{
    return printed({{"folder", pathText(restored.authority.folder)},
                    {"backup", toJson(restored.backup)},
                    {"comparison", comparison ? toJson(*comparison) : Json(nullptr)},
                    {"replaced_kept_as", kept ? Json(kept->string()) : Json(nullptr)}});
}

std::string headJson(const app::TrailEnd& end)
{
    return printed({{"sequence", end.sequence},
                    {"hash", end.hash},
                    {"check", end.check},
                    {"head", app::toText(end)}});
}

std::string headJson(const app::TrailEndAnswer& answer)
{
    return printed({{"verdict", std::string(toKey(answer.verdict))},
                    {"sequence", answer.sequence},
                    {"rows_since", answer.rowsSince}});
}

}  // namespace homeward::cli
