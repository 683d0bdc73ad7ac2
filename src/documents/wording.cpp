#include "documents/wording.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace homeward::documents {

using matching::Contribution;
using matching::Factor;
using matching::Verdict;

std::string findingSentence(const std::string& reason, Facts facts, const std::string& column,
                            bool rejected, const MessageCatalogue& words)
{
    if (!column.empty())
        facts.emplace("column", column);
    if (rejected)
        facts.emplace("rejected", "yes");
    if (words.has(reason))
        return words.exactly(reason, facts);
    return words.text("finding.other", {{"reason", reason}});
}

std::string dateInWords(Date date, const MessageCatalogue& words)
{
    return std::to_string(date.day()) + " " + words.text("month." + std::to_string(date.month())) +
           " " + std::to_string(date.year());
}

std::string pounds(int pence)
{
    std::string digits = std::to_string(std::abs(pence) / 100);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return (pence < 0 ? "-\xc2\xa3" : "\xc2\xa3") + digits;
}

std::string oneDecimal(double value)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 1).ptr;
    return std::string(text, end);
}

std::string fromTenths(int tenths)
{
    const int size = std::abs(tenths);
    return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

std::string escapedHtml(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string limitSentence(const matching::LimitFinding& finding, const MessageCatalogue& words)
{
    return words.text(
        "limit." + std::string(toKey(finding.limit)) + "." + std::string(toKey(finding.verdict)),
        finding.facts);
}

std::string contributionTitle(const Contribution& contribution, const NeedsFramework& framework,
                              const MessageCatalogue& words)
{
    switch (contribution.kind) {
        case Contribution::Kind::Domain:
            return contribution.domain < framework.domains.size()
                       ? framework.domains[contribution.domain].title
                       : std::string{};
        case Contribution::Kind::NoAssessedNeed:
            return words.text("report.no-assessed-need");
        case Contribution::Kind::Factor:
            return words.text("factor." + std::string(toKey(contribution.factor)) + ".title");
    }
    return {};
}

std::string contributionSentence(const Contribution& contribution, const MessageCatalogue& words)
{
    if (contribution.kind == Contribution::Kind::NoAssessedNeed)
        return words.text("report.no-assessed-need.why");
    if (contribution.kind == Contribution::Kind::Domain) {
        const std::string need = std::to_string(contribution.need);
        if (!contribution.skill)
            return words.text("report.need-and-unknown-skill", {{"need", need}});
        return words.text("report.need-and-skill",
                          {{"need", need}, {"skill", std::to_string(contribution.skill->value())}});
    }
    const std::string key = "factor." + std::string(toKey(contribution.factor));
    const std::string decided = key + (contribution.value >= 1 ? ".met" : ".not-met");
    return words.text(words.has(decided) ? decided : key, contribution.facts);
}

std::vector<int> tenthsThatAddUp(const std::vector<Contribution>& contributions, double score)
{
    std::vector<int> tenths;
    for (const Contribution& contribution : contributions)
        tenths.push_back(static_cast<int>(std::floor(contribution.points * 10)));
    std::vector<std::size_t> byRemainder(tenths.size());
    std::iota(byRemainder.begin(), byRemainder.end(), std::size_t{0});
    std::stable_sort(byRemainder.begin(), byRemainder.end(), [&](std::size_t a, std::size_t b) {
        return contributions[a].points * 10 - tenths[a] > contributions[b].points * 10 - tenths[b];
    });
    int left = static_cast<int>(std::lround(score * 10)) -
               std::accumulate(tenths.begin(), tenths.end(), 0);
    for (std::size_t i = 0; left > 0 && i < byRemainder.size(); ++i, --left)
        ++tenths[byRemainder[i]];
    return tenths;
}

}  // namespace homeward::documents
