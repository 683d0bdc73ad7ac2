#include "documents/wording.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "support/text/text.h"

namespace homeward::documents {

using matching::Contribution;
using matching::Factor;
using matching::Verdict;

namespace {

std::string titleOf(std::size_t domain, const NeedsFramework& framework)
{
    return domain < framework.domains.size() ? framework.domains[domain].title : std::string{};
}

/// Key of the sentence about a factor that is known.
std::string factorKey(const Contribution& contribution)
{
    std::string key = "factor." + std::string(toKey(contribution.factor));
    if (const auto likes = contribution.facts.find("likes"); likes != contribution.facts.end())
        key += likes->second == "yes" ? ".wanted" : ".unwanted";
    return key;
}

}  // namespace

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
            return titleOf(contribution.domain, framework);
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
    const std::string key = factorKey(contribution);
    const std::string decided = key + (contribution.value >= 1 ? ".met" : ".not-met");
    return words.text(words.has(decided) ? decided : key, contribution.facts);
}

std::string gapSentence(const matching::Gap& gap, const NeedsFramework& framework,
                        const MessageCatalogue& words)
{
    std::string key = gap.critical ? "gap.critical" : "gap";
    if (gap.skillUnknown)
        key += ".unknown";
    return words.text(key, {{"domain", titleOf(gap.domain, framework)},
                            {"shortfall", std::to_string(gap.shortfall)}});
}

std::vector<std::string> questionSentences(const matching::Candidate& candidate,
                                           const matching::Request& request,
                                           const NeedsFramework& framework,
                                           const MessageCatalogue& words)
{
    std::vector<std::string> sentences;
    for (const matching::Gap& gap : candidate.gaps)
        if (gap.skillUnknown)
            sentences.push_back(
                words.text("question.skill", {{"domain", titleOf(gap.domain, framework)}}));
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict == Verdict::Unknown)
            sentences.push_back(limitSentence(finding, words));
    const Facts facts{{"age", std::to_string(request.ageYears)}, {"language", request.language}};
    for (const Factor factor : candidate.unknownFactors)
        sentences.push_back(words.text("factor." + std::string(toKey(factor)) + ".unknown", facts));
    return sentences;
}

std::vector<std::string> changedSentences(const Error& error, const MessageCatalogue& words)
{
    const auto fact = [&](const std::string& name) {
        const auto found = error.facts.find(name);
        return found == error.facts.end() ? std::string() : found->second;
    };
    const auto day = [&](const std::string& name) {
        const auto date = Date::fromIso(fact(name));
        return date ? words.date(*date) : std::string();
    };
    std::vector<std::string> sentences;
    const std::string changed = fact("changed");
    for (const std::string_view part : split(changed, ',')) {
        const std::string what(part);
        if (what.empty())
            continue;
        Facts facts{{"household", fact("household")},
                    {"was", fact(what + ".was")},
                    {"now", fact(what + ".now")},
                    {"limit", fact("limits.now")}};
        std::string key = "changed." + what;
        if (what == "assessment") {
            facts["was"] = day("assessment.was");
            facts["now"] = day("assessment.now");
            key += facts["was"].empty() ? ".first" : "";
        }
        sentences.push_back(words.text(words.has(key) ? key : "changed.household", facts));
    }
    return sentences;
}

std::vector<int> tenthsThatAddUp(const std::vector<double>& values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    std::vector<int> tenths;
    tenths.reserve(values.size());
    for (const double value : values)
        tenths.push_back(static_cast<int>(std::floor(value * 10 + 1e-9)));
    const int missing =
        static_cast<int>(std::lround(sum * 10)) - std::accumulate(tenths.begin(), tenths.end(), 0);
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] * 10 - tenths[a] > values[b] * 10 - tenths[b];
    });
    for (int i = 0; i < missing && i < static_cast<int>(order.size()); ++i)
        ++tenths[order[static_cast<std::size_t>(i)]];
    return tenths;
}

std::vector<int> pointTenths(const std::vector<Contribution>& contributions)
{
    std::vector<double> points;
    points.reserve(contributions.size());
    for (const Contribution& contribution : contributions)
        points.push_back(contribution.points);
    return tenthsThatAddUp(points);
}

}  // namespace homeward::documents
