#include <algorithm>
#include <cassert>
#include <kainjow/mustache.hpp>

#include "documents/points.h"
#include "documents/shortlist_facts.h"
#include "documents/wording.h"
#include "support/files/resource.h"
#include "support/text/rounding.h"

namespace homeward::documents {
namespace {

using kainjow::mustache::list;
using kainjow::mustache::object;

object sentenceFields(const std::string& sentence, const char* styleClass = "")
{
    if (*styleClass == '\0')
        return {{"sentence", sentence}};
    return {{"sentence", sentence}, {"class", styleClass}};
}

/// What the form has places for. Words stand in it as they are: the form makes them letters of
/// HTML.
class Filling {
public:
    Filling(const ShortlistReport& report, std::size_t limit, const MessageCatalogue& words)
        : m_report(report), m_limit(limit), m_words(words), m_say(report, words)
    {
    }

    object document() const
    {
        const auto& candidates = m_report.list.candidates;
        const auto& nearMisses = m_report.list.nearMisses;
        object first = titledList("report.shortlist.candidates", candidates);
        if (candidates.empty())
            first["none"] = m_words.text("report.shortlist.none");
        list lists{first};
        if (!nearMisses.empty())
            lists.push_back(titledList("report.shortlist.near-misses", nearMisses));
        object fields{{"language", m_words.text("language")},
                      {"heading", m_say.heading()},
                      {"opening", opening()},
                      {"lists", lists}};
        if (!m_report.list.notEligible.empty())
            fields["notEligible"] = object{{"title", m_words.text("report.shortlist.not-eligible")},
                                           {"households", stoppedHouseholds()}};
        return fields;
    }

private:
    list opening() const
    {
        list sentences;
        for (const std::string& sentence : m_say.opening()) {
            const bool notice = sentence == m_words.text("demonstration.notice");
            const bool leftOut =
                sentence == leftOutSentence(m_report.request, m_report.framework, m_words);
            const bool advice = sentence == m_words.text("report.shortlist.advice");
            sentences.push_back(sentenceFields(sentence, notice    ? "notice"
                                                         : leftOut ? "warning"
                                                         : advice  ? "advice"
                                                                   : ""));
        }
        return sentences;
    }

    object titledList(const char* titleKey, const std::vector<matching::Candidate>& found) const
    {
        list cards;
        for (std::size_t i = 0; i < std::min(m_limit, found.size()); ++i)
            cards.push_back(card(found[i]));
        return {{"title", m_words.text(titleKey)}, {"cards", cards}};
    }

    std::string nameOf(const HomeId& home) const
    {
        const ReportedHousehold& household = m_say.household(home);
        return household.name + " (" + household.reference + ")";
    }

    object card(const matching::Candidate& candidate) const
    {
        const std::string rank = candidate.rank > 0 ? std::to_string(candidate.rank) + ". " : "";
        object fields{{"score", m_say.score(candidate) + " \xc2\xb7 " + m_say.band(candidate)},
                      {"name", rank + nameOf(candidate.home)},
                      {"sentences", sentencesOf(candidate)}};
        if (!candidate.contributions.empty())
            fields["table"] = pointsTable(candidate);
        return fields;
    }

    list sentencesOf(const matching::Candidate& candidate) const
    {
        list sentences;
        if (const auto& provider = m_say.household(candidate.home).provider; !provider.empty())
            sentences.push_back(sentenceFields(provider, "quiet"));
        sentences.push_back(sentenceFields(m_say.particulars(candidate)));
        if (const std::string tie = m_say.tie(candidate); !tie.empty())
            sentences.push_back(sentenceFields(tie));
        if (const std::string stops = m_say.whatStops(candidate); !stops.empty())
            sentences.push_back(sentenceFields(stops));
        if (const std::string gaps = m_say.gaps(candidate); !gaps.empty())
            sentences.push_back(sentenceFields(m_words.text("report.gaps", {{"gaps", gaps}})));
        for (const std::string& question : m_say.questions(candidate))
            sentences.push_back(sentenceFields(question, "quiet"));
        return sentences;
    }

    object pointsTable(const matching::Candidate& candidate) const
    {
        list rows;
        const PointsShown shown = shownPoints(candidate);
        for (std::size_t i = 0; i < shown.points.size(); ++i) {
            const auto& contribution = candidate.contributions[i];
            rows.push_back(
                object{{"points", fromTenths(shown.points[i])},
                       {"possible", fromTenths(shown.possible[i])},
                       {"for", contributionTitle(contribution, m_report.framework, m_words)},
                       {"why", contributionSentence(contribution, m_words)}});
        }
        return {{"pointsColumn", m_words.text("report.column.points")},
                {"possibleColumn", m_words.text("report.column.possible")},
                {"forColumn", m_words.text("report.column.for")},
                {"whyColumn", m_words.text("report.column.why")},
                {"rows", rows},
                {"total", fromTenths(shown.score)},
                {"totalTitle", m_words.text("report.total-points")}};
    }

    list stoppedHouseholds() const
    {
        list households;
        for (const matching::NotEligible& other : m_report.list.notEligible) {
            list reasons;
            for (const matching::LimitFinding& reason : other.reasons)
                reasons.push_back(limitSentence(reason, m_words));
            households.push_back(object{{"name", nameOf(other.home)}, {"reasons", reasons}});
        }
        return households;
    }

    const ShortlistReport& m_report;
    std::size_t m_limit;
    const MessageCatalogue& m_words;
    ShortlistWords m_say;
};

}  // namespace

std::string shortlistHtml(const ShortlistReport& report, std::size_t limit,
                          const MessageCatalogue& words)
{
    kainjow::mustache::mustache form{
        std::string(resource("resources/documents/shortlist.mustache").value_or(""))};
    assert(form.is_valid());
    form.set_custom_escape(escapedHtml);
    return form.render(kainjow::mustache::data(Filling(report, limit, words).document()));
}

}  // namespace homeward::documents
