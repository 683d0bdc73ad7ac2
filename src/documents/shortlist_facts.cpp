#include "documents/shortlist_facts.h"

#include <algorithm>

#include "documents/points.h"
#include "documents/wording.h"
#include "support/text/rounding.h"

namespace homeward::documents {

using matching::Candidate;
using matching::Limit;
using matching::LimitFinding;
using matching::Verdict;

namespace {

std::string joined(const std::vector<std::string>& parts, const char* separator)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
}

}  // namespace

std::string ShortlistWords::heading() const
{
    return text("report.shortlist.heading",
                {{"child", m_report.childName}, {"date", m_words.date(m_report.request.on)}});
}

std::vector<std::string> ShortlistWords::opening() const
{
    std::vector<std::string> sentences;
    if (m_report.demonstration)
        sentences.push_back(text("demonstration.notice"));
    sentences.push_back(text("report.shortlist.asked",
                             {{"case", m_report.caseNumber}, {"authority", m_report.authority}}));
    sentences.push_back(
        text("report.shortlist.kind", {{"homeKind", std::string(toKey(m_report.request.kind))}}));
    if (m_report.request.type)
        sentences.push_back(
            text("report.shortlist.type", {{"type", std::string(toKey(*m_report.request.type))}}));
    if (m_report.request.maxMiles)
        sentences.push_back(text("report.shortlist.max-miles",
                                 {{"miles", oneDecimal(*m_report.request.maxMiles)}}));
    sentences.push_back(m_report.assessedOn ? text("report.shortlist.assessed",
                                                   {{"date", m_words.date(*m_report.assessedOn)}})
                                            : text("not-assessed"));
    if (const std::string leftOut = leftOutSentence(m_report.request, m_report.framework, m_words);
        !leftOut.empty())
        sentences.push_back(leftOut);
    if (const std::string together = siblings(); !together.empty())
        sentences.push_back(together);
    sentences.push_back(text("report.shortlist.looked-at",
                             {{"count", std::to_string(m_report.lookedAt)},
                              {"eligible", std::to_string(m_report.list.candidates.size())},
                              {"near", std::to_string(m_report.list.nearMisses.size())},
                              {"others", std::to_string(m_report.list.notEligible.size())}}));
    if (const std::string others = otherKinds(); !others.empty())
        sentences.push_back(text("report.other-kinds", {{"kinds", others}}));
    sentences.push_back(
        text("report.shortlist.versions", {{"policy", m_report.list.policyVersion},
                                           {"framework", m_report.framework.title},
                                           {"version", m_report.framework.version}}));
    sentences.push_back(m_report.search.empty()
                            ? text("report.shortlist.not-kept")
                            : text("report.shortlist.search", {{"search", m_report.search}}));
    sentences.push_back(text("report.shortlist.advice"));
    return sentences;
}

const ReportedHousehold& ShortlistWords::household(const HomeId& home) const
{
    static const ReportedHousehold unknown;
    const auto found = m_report.households.find(home);
    return found == m_report.households.end() ? unknown : found->second;
}

std::string ShortlistWords::band(const Candidate& candidate) const
{
    return text("band." + std::string(toKey(candidate.band)));
}

std::string ShortlistWords::score(const Candidate& candidate) const
{
    return scoreText(candidate, m_report.framework, m_words);
}

std::string ShortlistWords::tie(const Candidate& candidate) const
{
    if (candidate.tiedFrom == 0)
        return {};
    return text("report.tie", {{"from", std::to_string(candidate.tiedFrom)},
                               {"to", std::to_string(candidate.tiedTo)}});
}

std::string ShortlistWords::siblings() const
{
    return siblingsSentence(m_report.siblings, m_words);
}

std::string ShortlistWords::otherKinds() const
{
    std::vector<std::string> kinds;
    for (const matching::OtherKind& other : m_report.list.otherKinds)
        kinds.push_back(otherKindText(other, m_words));
    return joined(kinds, "; ");
}

std::string ShortlistWords::particulars(const Candidate& candidate) const
{
    std::vector<std::string> parts;
    const auto fit = [&](const char* key, std::optional<double> value) {
        if (value)
            parts.push_back(text(key, {{"value", oneDecimal(*value)}}));
    };
    fit("report.needs-fit", candidate.needsFit);
    fit("report.practical-fit", candidate.practicalFit);
    parts.push_back(text("report.free-places", {{"count", std::to_string(candidate.freePlaces)}}));
    parts.push_back(candidate.miles
                        ? text("report.miles", {{"miles", oneDecimal(*candidate.miles)}})
                        : text("report.miles.unknown"));
    if (const auto cost = household(candidate.home).weeklyCostPence)
        parts.push_back(text("report.weekly-cost", {{"cost", pounds(*cost)}}));
    return joined(parts, " \xc2\xb7 ");
}

std::string ShortlistWords::gaps(const Candidate& candidate) const
{
    std::vector<std::string> parts;
    for (const matching::Gap& gap : candidate.gaps)
        parts.push_back(gapSentence(gap, m_report.framework, m_words));
    return joined(parts, "; ");
}

std::vector<std::string> ShortlistWords::questions(const Candidate& candidate) const
{
    std::vector<std::string> sentences;
    for (const ReportedQuestion& question :
         reportedQuestions(candidate, m_report.request, m_report.framework, m_words))
        sentences.push_back(
            text(question.tenths > 0 ? "report.question.worth" : "report.question",
                 {{"question", question.sentence}, {"points", fromTenths(question.tenths)}}));
    return sentences;
}

std::string ShortlistWords::whatStops(const Candidate& nearMiss) const
{
    std::vector<std::string> sentences;
    for (const LimitFinding& finding : nearMiss.limits)
        if (finding.verdict == Verdict::NotMet)
            sentences.push_back(limitSentence(finding, m_words) + " " +
                                text("waiver." + std::string(toKey(finding.limit))));
    return joined(sentences, " ");
}

std::vector<std::pair<std::string, int>> ShortlistWords::stopping() const
{
    std::map<Limit, int> counts;
    for (const auto& other : m_report.list.notEligible)
        for (const LimitFinding& reason : other.reasons)
            ++counts[reason.limit];
    std::vector<std::pair<std::string, int>> named;
    named.reserve(counts.size());
    for (const auto& [limit, count] : counts)
        named.emplace_back(text("limit." + std::string(toKey(limit))), count);
    std::stable_sort(named.begin(), named.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return named;
}

}  // namespace homeward::documents
