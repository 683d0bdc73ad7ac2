#include "cli/json_output.h"

#include <algorithm>

#include "cli/json_values.h"
#include "documents/needs_change_report.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

Json percentOf(const analytics::PublishedRow& change)
{
    return change.suppressed ? Json(nullptr) : orNull(change.percent);
}

Json changeJson(const analytics::PublishedRow& change, const std::string& title)
{
    Json json{{"domain", change.domainKey.empty() ? "total" : change.domainKey},
              {"title", title},
              {"suppressed", change.suppressed}};
    const auto figure = [&](const char* name, Json value) {
        json[name] = change.suppressed ? Json(nullptr) : std::move(value);
    };
    figure("children", change.children);
    figure("first_mean", change.firstMean);
    figure("latest_mean", change.latestMean);
    json["percent"] = percentOf(change);
    figure("fell", change.fell);
    figure("same", change.same);
    figure("rose", change.rose);
    return json;
}

}  // namespace

std::string demoJson(const app::DemonstrationPlan& plan, const app::AuthorityInfo& authority)
{
    return printed(
        {{"authority", authority.name},
         {"folder", pathText(authority.folder)},
         {"demonstration", true},
         {"account", app::kDemonstrationAccount},
         {"children", plan.children},
         {"households", plan.households},
         {"years", plan.years},
         {"seed", plan.seed},
         {"today", plan.today.toIso()},
         {"returns", plan.returnsFolder ? Json(plan.returnsFolder->string()) : Json(nullptr)}});
}

std::string importJson(const app::ImportPreview& preview, bool committed,
                       const documents::MessageCatalogue& words)
{
    Json files = Json::array();
    for (const auto& file : preview.files)
        files.push_back({{"file", file.file},
                         {"kind", file.isHeader ? "header" : "episodes"},
                         {"year", file.year},
                         {"rows", file.rows},
                         {"created", file.created},
                         {"changed", file.changed},
                         {"left", file.left},
                         {"rejected", file.rejected}});
    Json findings = Json::array();
    for (const auto& finding : preview.findings)
        findings.push_back({{"severity", finding.isRejected() ? "rejected" : "warning"},
                            {"file", finding.file},
                            {"line", finding.line},
                            {"row", finding.row},
                            {"column", finding.column},
                            {"value", finding.value},
                            {"reason", finding.reason},
                            {"sentence", words.text(finding.reason, finding.facts)}});
    const auto rejected =
        std::count_if(preview.findings.begin(), preview.findings.end(),
                      [](const Finding& finding) { return finding.isRejected(); });
    Json changes = Json::array();
    for (const auto& change : preview.changes)
        changes.push_back({{"child", change.child},
                           {"field", change.field},
                           {"from", change.from},
                           {"to", change.to}});
    return printed(
        {{"committed", committed},
         {"changes", std::move(changes)},
         {"episodes", preview.episodes},
         {"rejected", rejected},
         {"children",
          {{"created", preview.childrenCreated},
           {"changed", preview.childrenChanged},
           {"left", preview.childrenLeft}}},
         {"placements",
          {{"created", preview.placementsCreated}, {"changed", preview.placementsChanged}}},
         {"files", files},
         {"findings", findings}});
}

std::string importsJson(const std::vector<app::ImportRow>& imports)
{
    Json rows = Json::array();
    for (const app::ImportRow& import : imports)
        rows.push_back({{"id", import.id.value},
                        {"at", import.at.toIso()},
                        {"by", import.by},
                        {"files", import.files},
                        {"children_created", import.childrenCreated},
                        {"children_changed", import.childrenChanged},
                        {"findings", import.findings},
                        {"undone", import.undone}});
    return printed({{"imports", std::move(rows)}});
}

std::string mergeJson(const app::MergePreview& preview, bool merged)
{
    const auto side = [](const app::MergeSide& one) {
        return Json{{"case_number", one.child.caseNumber},
                    {"name", displayName(one.child)},
                    {"birth_date", one.child.birthDate.toIso()},
                    {"placements", one.history.placements.size()},
                    {"assessments", one.assessments},
                    {"searches", one.searches}};
    };
    return printed({{"kept", side(preview.kept)},
                    {"gone", side(preview.gone)},
                    {"care_overlaps", preview.careOverlaps},
                    {"merged", merged}});
}

std::string postcodesJson(const app::PostcodesLoaded& loaded,
                          const app::PostcodeDirectory& directory)
{
    return printed({{"taken", loaded.taken},
                    {"without_place", loaded.withoutPlace},
                    {"postcodes", directory.postcodes}});
}

std::string assessJson(const app::AssessedFromFile& outcome)
{
    Json ids = Json::array();
    for (const AssessmentId& id : outcome.ids)
        ids.push_back(id.value);
    return printed(
        {{"completed", outcome.completed}, {"unchanged", outcome.unchanged}, {"assessments", ids}});
}

std::string trendJson(const analytics::PublishedChange& change, const NeedsFramework& framework,
                      const Cohort& cohort, Date asOf, const documents::MessageCatalogue& words)
{
    Json domains = Json::array();
    for (const auto& domain : change.domains) {
        const auto* described = framework.findDomain(domain.domainKey);
        domains.push_back(changeJson(domain, described ? described->title : domain.domainKey));
    }
    const auto keyOf = [](const auto& value) {
        return value ? Json(std::string(toKey(*value))) : Json(nullptr);
    };
    return printed({{"as_of", asOf.toIso()},
                    {"framework", {{"key", framework.key}, {"version", framework.version}}},
                    {"cohort",
                     {{"age_from", orNull(cohort.youngestYears)},
                      {"age_to", orNull(cohort.oldestYears)},
                      {"sex", keyOf(cohort.sex)},
                      {"placement", keyOf(cohort.placement)},
                      {"provider", orNull(cohort.provider)},
                      {"entry_year", orNull(cohort.entryYear)},
                      {"care", std::string(toKey(scopeOf(cohort)))}}},
                    {"children", orNull(change.cohortSize)},
                    {"assessed", orNull(change.assessed)},
                    {"comparable", orNull(change.comparable)},
                    {"first_year", orNull(change.firstYear)},
                    {"latest_year", orNull(change.latestYear)},
                    {"suppression_limit", analytics::kSuppressionLimit},
                    {"rounded_to", analytics::kPublishedCount},
                    {"note", documents::trendNote(words)},
                    {"total", changeJson(change.total, words.text("report.trend.total"))},
                    {"domains", domains}});
}

std::string verifyJson(const app::VerifyReport& report)
{
    Json findings = Json::array();
    for (const app::VerifyFinding& finding : report.findings) {
        Json one{{"what", finding.what}, {"note", finding.isNote}};
        for (const auto& [name, value] : finding.facts)
            one[name] = value;
        findings.push_back(std::move(one));
    }
    return printed({{"whole", report.isWhole()},
                    {"rows", report.rows},
                    {"records", report.records},
                    {"findings", std::move(findings)}});
}

}  // namespace homeward::cli
