#include <algorithm>
#include <cmath>

#include "documents/shortlist_facts.h"
#include "documents/wording.h"

namespace homeward::documents {
namespace {

constexpr const char* kStyle =
    "body{font:11pt/1.4 sans-serif;color:#1d2733;max-width:52em;margin:2em auto;padding:0 1em}"
    "h1{font-size:1.5em;margin:0 0 .5em}h2{font-size:1.15em;margin:1.6em 0 .4em}"
    "h3{font-size:1em;margin:0}ol,ul{padding-left:1.2em}p{margin:.3em 0}"
    ".notice{background:#fff4d6;padding:.5em .8em}.advice{font-weight:bold}"
    ".card{border:1px solid #c5ccd6;border-radius:6px;padding:.7em .9em;margin:.7em 0;"
    "break-inside:avoid}.score{float:right;font-weight:bold}.quiet{color:#52606d}"
    "table{border-collapse:collapse;width:100%;margin:.5em 0;font-size:.92em}"
    "th,td{text-align:left;padding:.15em .5em .15em 0;border-bottom:1px solid #e3e7ec;"
    "vertical-align:top}td.points,th.points{text-align:right;white-space:nowrap;width:4.5em}"
    "tfoot td{font-weight:bold;border:0}"
    "@media print{body{margin:0;max-width:none}@page{size:A4;margin:16mm}}";

std::string element(const char* name, const std::string& text, const char* styleClass = "")
{
    std::string html = std::string("<") + name;
    if (*styleClass != '\0')
        html += std::string(" class=\"") + styleClass + "\"";
    return html + ">" + escapedHtml(text) + "</" + name + ">\n";
}

/// What was possible, in the same rounding where all of it was reached.
std::string possibleText(const matching::Contribution& contribution, int shownTenths)
{
    const bool reached = std::abs(contribution.possible - contribution.points) < 1e-9;
    return reached ? fromTenths(shownTenths) : oneDecimal(contribution.possible);
}

std::string pointsTable(const matching::Candidate& candidate, const ShortlistReport& report,
                        const MessageCatalogue& words)
{
    if (candidate.contributions.empty())
        return {};
    std::string html = "<table><thead><tr>" +
                       element("th", words.text("report.column.points"), "points") +
                       element("th", words.text("report.column.possible"), "points") +
                       element("th", words.text("report.column.for")) +
                       element("th", words.text("report.column.why")) + "</tr></thead><tbody>\n";
    const std::vector<int> tenths = tenthsThatAddUp(candidate.contributions, candidate.score);
    for (std::size_t i = 0; i < tenths.size(); ++i) {
        const auto& contribution = candidate.contributions[i];
        html += "<tr>" + element("td", fromTenths(tenths[i]), "points") +
                element("td", possibleText(contribution, tenths[i]), "points") +
                element("td", contributionTitle(contribution, report.framework, words)) +
                element("td", contributionSentence(contribution, words)) + "</tr>\n";
    }
    html += "</tbody><tfoot><tr>" + element("td", oneDecimal(candidate.score), "points") +
            "<td></td>" + element("td", words.text("report.total-points")) +
            "<td></td></tr></tfoot></table>\n";
    return html;
}

std::string card(const matching::Candidate& candidate, const ShortlistReport& report,
                 const ShortlistWords& say, const MessageCatalogue& words)
{
    const ReportedHousehold& household = say.household(candidate.home);
    std::string html = "<section class=\"card\">\n";
    html +=
        element("div", oneDecimal(candidate.score) + " \xc2\xb7 " + say.band(candidate), "score");
    const std::string rank = candidate.rank > 0 ? std::to_string(candidate.rank) + ". " : "";
    html += element("h3", rank + household.name + " (" + household.reference + ")");
    if (!household.provider.empty())
        html += element("p", household.provider, "quiet");
    html += element("p", say.particulars(candidate));
    if (const std::string stops = say.whatStops(candidate); !stops.empty())
        html += element("p", stops);
    if (const std::string gaps = say.gaps(candidate); !gaps.empty())
        html += element("p", words.text("report.gaps", {{"gaps", gaps}}));
    for (const std::string& question : say.questions(candidate))
        html += element("p", words.text("report.question", {{"question", question}}), "quiet");
    return html + pointsTable(candidate, report, words) + "</section>\n";
}

std::string notEligibleTable(const ShortlistReport& report, const ShortlistWords& say,
                             const MessageCatalogue& words)
{
    std::string html = "<table><tbody>\n";
    for (const matching::NotEligible& other : report.list.notEligible) {
        const ReportedHousehold& household = say.household(other.home);
        html += "<tr>" + element("td", household.name + " (" + household.reference + ")") + "<td>";
        for (const matching::LimitFinding& reason : other.reasons)
            html += element("div", limitSentence(reason, words));
        html += "</td></tr>\n";
    }
    return html + "</tbody></table>\n";
}

}  // namespace

std::string shortlistHtml(const ShortlistReport& report, std::size_t limit,
                          const MessageCatalogue& words)
{
    const ShortlistWords say(report, words);
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + words.text("language") +
                       "\"><head><meta charset=\"utf-8\">\n" + element("title", say.heading()) +
                       "<style>" + kStyle + "</style></head><body>\n" +
                       element("h1", say.heading());
    for (const std::string& sentence : say.opening()) {
        const bool notice = sentence == words.text("demonstration.notice");
        const bool advice = sentence == words.text("report.shortlist.advice");
        html += element("p", sentence, notice ? "notice" : advice ? "advice" : "");
    }
    html += element("h2", words.text("report.shortlist.candidates"));
    if (report.list.candidates.empty())
        html += element("p", words.text("report.shortlist.none"));
    for (std::size_t i = 0; i < std::min(limit, report.list.candidates.size()); ++i)
        html += card(report.list.candidates[i], report, say, words);
    if (!report.list.nearMisses.empty())
        html += element("h2", words.text("report.shortlist.near-misses"));
    for (std::size_t i = 0; i < std::min(limit, report.list.nearMisses.size()); ++i)
        html += card(report.list.nearMisses[i], report, say, words);
    if (!report.list.notEligible.empty())
        html += element("h2", words.text("report.shortlist.not-eligible")) +
                notEligibleTable(report, say, words);
    return html + "</body></html>\n";
}

}  // namespace homeward::documents
