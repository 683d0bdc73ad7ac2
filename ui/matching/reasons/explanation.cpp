#include "ui/matching/reasons/explanation.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "documents/points.h"
#include "documents/wording.h"
#include "support/text/rounding.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct ExplanationWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Explanation)
};

ExplanationLine domainLine(const matching::Candidate& candidate,
                           const matching::Contribution& contribution)
{
    ExplanationLine line;
    line.kind = ExplanationLine::Kind::Domain;
    line.need = contribution.need;
    if (contribution.skill)
        line.skill = contribution.skill->value();
    line.shortfall = std::max(0, line.need - line.skill.value_or(0));
    line.critical =
        std::any_of(candidate.gaps.begin(), candidate.gaps.end(), [&](const matching::Gap& gap) {
            return gap.domain == contribution.domain && gap.critical;
        });
    return line;
}

ExplanationLine lineOf(const app::ShortlistAnswer& answer, const matching::Candidate& candidate,
                       const matching::Contribution& contribution)
{
    using Kind = matching::Contribution::Kind;
    ExplanationLine line;
    if (contribution.kind == Kind::Domain)
        line = domainLine(candidate, contribution);
    else
        line.kind = contribution.kind == Kind::Factor ? ExplanationLine::Kind::Factor
                                                      : ExplanationLine::Kind::NoAssessedNeed;
    line.title = text(documents::contributionTitle(contribution, answer.framework, catalogue()));
    line.sentence = text(documents::contributionSentence(contribution, catalogue()));
    line.known = contribution.isKnown;
    if (contribution.kind == Kind::Factor)
        line.value = contribution.value;
    return line;
}

void addLines(Explanation& explanation, const app::ShortlistAnswer& answer,
              const matching::Candidate& candidate)
{
    const documents::PointsShown shown = documents::shownPoints(candidate);
    for (std::size_t i = 0; i < candidate.contributions.size(); ++i) {
        ExplanationLine line = lineOf(answer, candidate, candidate.contributions[i]);
        line.pointTenths = shown.points[i];
        line.possibleTenths = shown.possible[i];
        const bool factor = line.kind == ExplanationLine::Kind::Factor;
        (factor ? explanation.practical : explanation.needs).push_back(std::move(line));
    }
    explanation.needsTenths = shown.needs;
    explanation.needsPossibleTenths = shown.needsPossible;
    explanation.practicalTenths = shown.practical;
    explanation.practicalPossibleTenths = shown.practicalPossible;
}

QString scoreWordsOf(const app::ShortlistAnswer& answer, const matching::Candidate& candidate)
{
    const QString score = text(documents::scoreText(candidate, answer.framework, catalogue()));
    if (!candidate.needsFit && !candidate.practicalFit)
        return ExplanationWords::tr("No score: neither needs nor anything practical is known");
    if (candidate.band == matching::Band::NotAssessed)
        return ExplanationWords::tr(
                   "No score, because the needs of this child are not assessed. The order is "
                   "by practical fit alone: %1 of 100")
            .arg(score);
    return ExplanationWords::tr("Score %1").arg(score);
}

void addWords(Explanation& explanation, const app::ShortlistAnswer& answer,
              const matching::Candidate& candidate)
{
    for (const matching::Gap& gap : candidate.gaps)
        explanation.gaps << text(documents::gapSentence(gap, answer.framework, catalogue()));
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict != matching::Verdict::Unknown)
            explanation.inTheWay << ExplanationWords::tr("%1 Needs: %2.")
                                        .arg(sentence(finding),
                                             waiverText(finding.limit,
                                                        answer.request.isEmergency()));
    for (const documents::ReportedQuestion& question :
         documents::reportedQuestions(candidate, answer.request, answer.framework, catalogue()))
        explanation.questions << (question.tenths > 0 ? ExplanationWords::tr("%1 Up to %2 points.")
                                                            .arg(text(question.sentence),
                                                                 tenthsText(question.tenths))
                                                      : text(question.sentence));
}

void addQuietDomains(Explanation& explanation, const app::ShortlistAnswer& answer)
{
    if (!answer.list.childAssessed)
        return;
    QStringList without;
    QStringList unknown;
    for (std::size_t i = 0; i < answer.framework.domains.size(); ++i) {
        const QString title = text(answer.framework.domains[i].title);
        if (!answer.request.needs[i])
            unknown << title;
        else if (answer.request.needs[i]->value() == 0)
            without << title;
    }
    explanation.withoutNeed = without.join(ExplanationWords::tr(", "));
    explanation.notAssessed = unknown.join(ExplanationWords::tr(", "));
}

/// `candidate`: null for a household that is not eligible, whose distance nobody measured.
QString factsLine(const app::HouseholdFacts& facts, const matching::Candidate* candidate)
{
    QStringList parts{sentence("report.free-places", {{"count", std::to_string(facts.free)}})};
    if (candidate)
        parts << (candidate->miles ? sentence("report.miles",
                                              {{"miles", utf8(oneDecimalText(*candidate->miles))}})
                                   : sentence("report.miles.unknown"));
    if (facts.weeklyCostPence)
        parts << moneyPerWeek(facts.weeklyCostPence);
    parts << (facts.ownService ? ExplanationWords::tr("own service") : text(facts.providerName));
    return parts.join(QStringLiteral(" · "));
}

void nameHousehold(Explanation& explanation, const app::ShortlistAnswer& answer,
                   const matching::Candidate* candidate)
{
    const auto facts = answer.households.find(explanation.home);
    if (facts == answer.households.end())
        return;
    explanation.household = text(facts->second.name);
    explanation.identity = identityText(facts->second.kind, text(facts->second.reference),
                                        text(facts->second.postcode));
    explanation.facts = factsLine(facts->second, candidate);
}

}  // namespace

QString versionsText(const app::ShortlistAnswer& answer)
{
    return ExplanationWords::tr("Policy %1 · %2 %3")
        .arg(text(answer.list.policyVersion), text(answer.framework.title),
             text(answer.framework.version));
}

const matching::Candidate* findCandidate(const app::ShortlistAnswer& answer, const HomeId& home)
{
    for (const auto* list : {&answer.list.candidates, &answer.list.nearMisses})
        for (const matching::Candidate& candidate : *list)
            if (candidate.home == home)
                return &candidate;
    return nullptr;
}

const matching::NotEligible* findNotEligible(const app::ShortlistAnswer& answer, const HomeId& home)
{
    for (const matching::NotEligible& household : answer.list.notEligible)
        if (household.home == home)
            return &household;
    return nullptr;
}

Explanation explain(const app::ShortlistAnswer& answer, const matching::Candidate& candidate)
{
    Explanation explanation;
    explanation.home = candidate.home;
    explanation.band = candidate.band;
    explanation.rank = candidate.rank;
    explanation.nearMiss = candidate.rank == 0;
    explanation.scoreTenths = tenthsOf(candidate.score);
    nameHousehold(explanation, answer, &candidate);
    explanation.scoreWords = scoreWordsOf(answer, candidate);
    if (candidate.tiedFrom > 0)
        explanation.tie = ExplanationWords::tr("Tied: ranks %1 to %2 are within half a point")
                              .arg(candidate.tiedFrom)
                              .arg(candidate.tiedTo);
    explanation.explained = !candidate.contributions.empty();
    if (explanation.explained)
        addLines(explanation, answer, candidate);
    addWords(explanation, answer, candidate);
    addQuietDomains(explanation, answer);
    explanation.versions = versionsText(answer);
    return explanation;
}

Explanation explain(const app::ShortlistAnswer& answer, const matching::NotEligible& household)
{
    Explanation explanation;
    explanation.home = household.home;
    explanation.eligible = false;
    nameHousehold(explanation, answer, nullptr);
    for (const matching::LimitFinding& finding : household.reasons)
        explanation.inTheWay << sentence(finding);
    explanation.versions = versionsText(answer);
    return explanation;
}

}  // namespace homeward::ui
