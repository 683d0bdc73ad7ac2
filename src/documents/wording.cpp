#include "documents/wording.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "documents/points.h"
#include "support/text/rounding.h"
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
    if (const auto there = contribution.facts.find("there"); there != contribution.facts.end())
        key += contribution.value < 1 ? ".apart" : there->second == "0" ? ".room" : ".there";
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
    if (!contribution.isKnown)
        return words.text("factor.not-known");
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

std::string questionSentence(const matching::Question& question,
                             const matching::Candidate& candidate, const matching::Request& request,
                             const NeedsFramework& framework, const MessageCatalogue& words)
{
    using About = matching::Question::About;
    switch (question.about) {
        case About::Skill:
            return words.text("question.skill", {{"domain", titleOf(question.domain, framework)}});
        case About::Location:
            return words.text("question.location");
        case About::Factor:
            return words.text(
                "factor." + std::string(toKey(question.factor)) + ".unknown",
                {{"age", std::to_string(request.ageYears)}, {"language", request.language}});
        case About::Limit:
            for (const matching::LimitFinding& finding : candidate.limits)
                if (finding.limit == question.limit && finding.verdict == Verdict::Unknown)
                    return limitSentence(finding, words);
    }
    return {};
}

std::vector<ReportedQuestion> reportedQuestions(const matching::Candidate& candidate,
                                                const matching::Request& request,
                                                const NeedsFramework& framework,
                                                const MessageCatalogue& words)
{
    const std::vector<int> tenths = shownPoints(candidate).questions;
    std::vector<ReportedQuestion> questions;
    for (std::size_t i = 0; i < candidate.questions.size(); ++i)
        questions.push_back(
            {questionSentence(candidate.questions[i], candidate, request, framework, words),
             tenths[i]});
    return questions;
}

std::string scoreText(const matching::Candidate& candidate, const NeedsFramework& framework,
                      const MessageCatalogue& words)
{
    const PointsShown shown = shownPoints(candidate);
    if (shown.upTo == shown.score)
        return fromTenths(shown.score);
    const bool more = candidate.questions.size() > 1 && shown.questions[1] > 0;
    return words.text(more ? "report.up-to.more" : "report.up-to",
                      {{"score", fromTenths(shown.score)},
                       {"best", fromTenths(shown.upTo)},
                       {"unknown", unknownText(candidate.questions.front(), framework, words)}});
}

std::string leftOutSentence(const matching::Request& request, const NeedsFramework& framework,
                            const MessageCatalogue& words)
{
    std::string needs;
    for (const matching::LeftOut& need : request.leftOut)
        needs += (needs.empty() ? "" : ", ") +
                 words.text("needs-left-out.need",
                            {{"title", need.title}, {"level", std::to_string(need.level)}});
    if (needs.empty())
        return {};
    return words.text(
        "needs-left-out",
        {{"needs", needs}, {"framework", framework.title}, {"version", framework.version}});
}

std::string otherKindText(const matching::OtherKind& other, const MessageCatalogue& words)
{
    std::string homes = words.text("number-of-homes." + std::string(toKey(other.kind)),
                                   {{"n", std::to_string(other.homes)}});
    if (!other.fromPence)
        return homes;
    return words.text("report.other-kind", {{"homes", homes}, {"cost", pounds(*other.fromPence)}});
}

std::string siblingsSentence(const std::vector<ReportedSibling>& siblings,
                             const MessageCatalogue& words)
{
    if (siblings.empty())
        return {};
    std::string names;
    for (const ReportedSibling& sibling : siblings) {
        const bool placed = !sibling.homeName.empty();
        names += (names.empty() ? "" : "; ") +
                 words.text(placed ? "report.sibling" : "report.sibling.elsewhere",
                            {{"name", sibling.name},
                             {"age", std::to_string(sibling.ageYears)},
                             {"home", sibling.homeName}});
    }
    return words.text("report.siblings", {{"count", std::to_string(siblings.size())},
                                          {"names", names},
                                          {"places", std::to_string(siblings.size() + 1)}});
}

std::string unknownText(const matching::Question& question, const NeedsFramework& framework,
                        const MessageCatalogue& words)
{
    using About = matching::Question::About;
    std::string key = "unknown." + std::string(toKey(question.about));
    if (question.about == About::Factor)
        key += "." + std::string(toKey(question.factor));
    if (question.about == About::Limit)
        key += "." + std::string(toKey(question.limit));
    return words.text(
        key, {{"domain", question.about == About::Skill ? titleOf(question.domain, framework)
                                                        : std::string()}});
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

}  // namespace homeward::documents
