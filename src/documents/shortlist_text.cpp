#include <algorithm>

#include "documents/points.h"
#include "documents/shortlist_facts.h"
#include "documents/wording.h"
#include "support/text/rounding.h"

namespace homeward::documents {
namespace {

constexpr std::size_t kExplained = 3;

std::string indented(std::size_t spaces, const std::string& line)
{
    return std::string(spaces, ' ') + line + "\n";
}

std::string rightAligned(const std::string& text, std::size_t width)
{
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string pointsOf(const matching::Candidate& candidate, const ShortlistReport& report,
                     const MessageCatalogue& words)
{
    std::string text;
    const PointsShown shown = shownPoints(candidate);
    for (std::size_t i = 0; i < shown.points.size(); ++i) {
        const auto& contribution = candidate.contributions[i];
        text += indented(7, rightAligned(fromTenths(shown.points[i]), 5) + "  " +
                                contributionTitle(contribution, report.framework, words) + ": " +
                                contributionSentence(contribution, words));
    }
    if (!text.empty())
        text += indented(
            7, rightAligned(fromTenths(shown.score), 5) + "  " + words.text("report.total-points"));
    return text;
}

std::string headOf(const matching::Candidate& candidate, const ShortlistWords& say)
{
    const ReportedHousehold& household = say.household(candidate.home);
    const std::string rank = candidate.rank > 0 ? std::to_string(candidate.rank) + "." : "-";
    return rightAligned(rank, 4) + " " + household.name + " (" + household.reference + ")  " +
           say.score(candidate) + "  " + say.band(candidate) +
           (candidate.tiedFrom > 0 ? "  " + say.tie(candidate) : std::string()) + "\n" +
           indented(5, say.particulars(candidate));
}

}  // namespace

std::string shortlistText(const ShortlistReport& report, std::size_t limit,
                          const MessageCatalogue& words)
{
    const ShortlistWords say(report, words);
    std::string text = say.heading() + "\n\n";
    for (const std::string& sentence : say.opening())
        text += sentence + "\n";
    text += "\n" + words.text("report.shortlist.candidates") + "\n";
    if (report.list.candidates.empty())
        text += indented(2, words.text("report.shortlist.none"));
    const std::size_t shown = std::min(limit, report.list.candidates.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const matching::Candidate& candidate = report.list.candidates[i];
        text += headOf(candidate, say);
        if (const std::string gaps = say.gaps(candidate); !gaps.empty())
            text += indented(5, words.text("report.gaps", {{"gaps", gaps}}));
        for (const std::string& question : say.questions(candidate))
            text += indented(5, question);
        if (i < kExplained)
            text += pointsOf(candidate, report, words);
    }
    if (!report.list.nearMisses.empty())
        text += "\n" + words.text("report.shortlist.near-misses") + "\n";
    for (std::size_t i = 0; i < std::min(limit, report.list.nearMisses.size()); ++i)
        text += headOf(report.list.nearMisses[i], say) +
                indented(5, say.whatStops(report.list.nearMisses[i]));
    if (!report.list.notEligible.empty())
        text += "\n" + words.text("report.shortlist.not-eligible") + "\n";
    for (const auto& [name, count] : say.stopping())
        text += indented(2, rightAligned(std::to_string(count), 5) + "  " + name);
    return text;
}

}  // namespace homeward::documents
