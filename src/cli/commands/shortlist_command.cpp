#include <algorithm>

#include "app/exchange/exports.h"
#include "app/matching/matching_service.h"
#include "app/records/children.h"
#include "cli/command.h"
#include "cli/json_output.h"
#include "documents/shortlist_report.h"
#include "support/text/path_text.h"

namespace homeward::cli {
namespace {

constexpr int kMostShown = 10'000;
constexpr int kShownAsText = 10;
constexpr int kShownElsewhere = 50;

documents::ShortlistReport reportOf(const app::ShortlistAnswer& answer,
                                    const std::string& caseNumber,
                                    const app::AuthorityInfo& authority)
{
    documents::ShortlistReport report;
    report.authority = authority.name;
    report.demonstration = authority.demonstration;
    report.childName = answer.childName;
    report.caseNumber = caseNumber;
    report.search = answer.search.value;
    report.request = answer.request;
    report.assessedOn = answer.assessedOn;
    report.lookedAt = answer.lookedAt;
    for (const app::SiblingInCare& sibling : answer.siblings)
        report.siblings.push_back({sibling.name, sibling.ageYears, sibling.homeName});
    for (const auto& [home, facts] : answer.households)
        report.households[home] = {facts.name, facts.reference, facts.providerName,
                                   facts.weeklyCostPence};
    report.framework = answer.framework;
    report.list = answer.list;
    return report;
}

}  // namespace

int runShortlist(Call& call)
{
    const Arguments& arguments = call.arguments();
    ValueReader read(arguments);
    app::SearchTerms terms;
    terms.on = read.date("--on");
    terms.kind = read.key<HomeKind>("--kind").value_or(HomeKind::FosterHousehold);
    terms.type = read.key<PlacementType>("--type");
    terms.maxMiles = read.miles("--max-miles");
    const auto limit = read.maybeNumber("--limit", 1, kMostShown);
    if (read.fault())
        return call.wrongUse(*read.fault());

    int exitCode = kDone;
    const auto session = openSession(call, exitCode);
    if (!session)
        return exitCode;
    const std::string caseNumber = *arguments.value("--child");
    const auto child = app::childNumbered(*session, caseNumber);
    if (!child)
        return call.couldNot(child.error());
    terms.child = *child;
    const auto answer = app::shortlist(*session, terms, call.runControl());
    if (!answer)
        return call.couldNot(answer.error());

    const auto shown = [&](int usual) { return static_cast<std::size_t>(limit.value_or(usual)); };
    const auto report = reportOf(*answer, caseNumber, session->authority());
    const auto record = [&](const char* kind) {
        return app::ExportRecord{kind, "shortlist", static_cast<std::size_t>(answer->lookedAt),
                                 *child};
    };
    if (const auto file = call.target("--html")) {
        const auto written = app::exportTo(
            *session, *file, documents::shortlistHtml(report, shown(kShownElsewhere), call.words()),
            record("html"));
        if (!written)
            return call.couldNot(written.error());
        call.remark("cli.written", {{"file", pathText(file->file)}});
    }
    const auto recorded = app::recordExport(*session, record(call.asJson() ? "json" : "text"));
    if (!recorded)
        return call.couldNot(recorded.error());
    call.console().out << (call.asJson() ? shortlistJson(*answer, caseNumber,
                                                         shown(kShownElsewhere), call.words())
                                         : documents::shortlistText(report, shown(kShownAsText),
                                                                    call.words()));
    return answer->list.candidates.empty() ? kNo : kDone;
}

}  // namespace homeward::cli
