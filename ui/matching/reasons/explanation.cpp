#include "ui/matching/reasons/explanation.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "documents/wording.h"
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
    if (contribution.kind == Kind::Factor)
        line.value = contribution.value;
    return line;
}

void addLines(Explanation& explanation, const app::ShortlistAnswer& answer,
              const matching::Candidate& candidate)
{
    std::vector<double> possible;
    for (const matching::Contribution& contribution : candidate.contributions)
        possible.push_back(contribution.possible);
    const std::vector<int> pointTenths = documents::pointTenths(candidate.contributions);
    const std::vector<int> possibleTenths = documents::tenthsThatAddUp(possible);
    for (std::size_t i = 0; i < candidate.contributions.size(); ++i) {
        ExplanationLine line = lineOf(answer, candidate, candidate.contributions[i]);
        line.pointTenths = pointTenths[i];
        line.possibleTenths = possibleTenths[i];
        const bool factor = line.kind == ExplanationLine::Kind::Factor;
        (factor ? explanation.practicalTenths : explanation.needsTenths) += line.pointTenths;
        (factor ? explanation.practical : explanation.needs).push_back(std::move(line));
    }
    explanation.scoreTenths = explanation.needsTenths + explanation.practicalTenths;
}

/// Share of the score that a fit makes, from what its lines could add at best.
double shareOf(const matching::Candidate& candidate, bool factors)
{
    double possible = 0;
    for (const matching::Contribution& contribution : candidate.contributions)
        if ((contribution.kind == matching::Contribution::Kind::Factor) == factors)
            possible += contribution.possible;
    return possible / 100;
}

/// Tenths of the two fits, next to their values, for which the equation as printed is true.
std::pair<int, int> fitTenths(double needs, double practical, double needsShare,
                              double practicalShare, int scoreTenths)
{
    const auto neighbours = [](double value) {
        const int near = static_cast<int>(std::lround(value * 10));
        return value * 10 >= near ? std::array{near, near + 1} : std::array{near, near - 1};
    };
    for (const int f : neighbours(needs))
        for (const int q : neighbours(practical))
            if (std::lround(needsShare * f + practicalShare * q) == scoreTenths)
                return {f, q};
    return {neighbours(needs)[0], neighbours(practical)[0]};
}

QString equationOf(const matching::Candidate& candidate, int scoreTenths)
{
    const QLocale locale;
    const QString score = tenthsText(scoreTenths);
    if (!candidate.needsFit && !candidate.practicalFit)
        return ExplanationWords::tr("No score: neither needs nor anything practical is known");
    if (!candidate.needsFit || candidate.band == matching::Band::NotAssessed)
        return ExplanationWords::tr(
                   "No score, because the needs of this child are not assessed. The order is "
                   "by practical fit alone: %1 of 100")
            .arg(score);
    if (!candidate.practicalFit)
        return ExplanationWords::tr("%1 = needs fit alone; nothing practical is known").arg(score);
    const double needsShare = shareOf(candidate, false);
    const double practicalShare = shareOf(candidate, true);
    const auto [needs, practical] = fitTenths(*candidate.needsFit, *candidate.practicalFit,
                                              needsShare, practicalShare, scoreTenths);
    return ExplanationWords::tr("%1 = %2 × %3 needs + %4 × %5 practical")
        .arg(score, locale.toString(needsShare, 'g', 3), tenthsText(needs),
             locale.toString(practicalShare, 'g', 3), tenthsText(practical));
}

void addWords(Explanation& explanation, const app::ShortlistAnswer& answer,
              const matching::Candidate& candidate)
{
    for (const matching::Gap& gap : candidate.gaps)
        explanation.gaps << text(documents::gapSentence(gap, answer.framework, catalogue()));
    for (const matching::LimitFinding& finding : candidate.limits)
        if (finding.verdict != matching::Verdict::Unknown)
            explanation.inTheWay << ExplanationWords::tr("%1 Needs: %2.")
                                        .arg(sentence(finding), waiverText(finding.limit));
    for (const std::string& question :
         documents::questionSentences(candidate, answer.request, answer.framework, catalogue()))
        explanation.questions << text(question);
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

QString factsLine(const app::HouseholdFacts& facts, const matching::Candidate& candidate)
{
    QStringList parts{
        sentence("report.free-places", {{"count", std::to_string(candidate.freePlaces)}})};
    parts << (candidate.miles
                  ? sentence("report.miles",
                             {{"miles", utf8(QLocale().toString(*candidate.miles, 'f', 1))}})
                  : sentence("report.miles.unknown"));
    if (facts.weeklyCostPence)
        parts << moneyPerWeek(facts.weeklyCostPence);
    parts << (facts.ownService ? ExplanationWords::tr("own service") : text(facts.providerName));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString tenthsText(int tenths)
{
    return QLocale().toString(tenths / 10.0, 'f', 1);
}

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

Explanation explain(const app::ShortlistAnswer& answer, const matching::Candidate& candidate)
{
    Explanation explanation;
    explanation.home = candidate.home;
    explanation.band = candidate.band;
    explanation.rank = candidate.rank;
    explanation.nearMiss = candidate.rank == 0;
    explanation.scoreTenths = static_cast<int>(std::lround(candidate.score * 10));
    if (const auto facts = answer.households.find(candidate.home);
        facts != answer.households.end()) {
        explanation.household = text(facts->second.name);
        explanation.identity = identityText(facts->second.kind, text(facts->second.reference),
                                            text(facts->second.postcode));
        explanation.facts = factsLine(facts->second, candidate);
    }
    explanation.explained = !candidate.contributions.empty();
    if (explanation.explained) {
        addLines(explanation, answer, candidate);
        explanation.equation = equationOf(candidate, explanation.scoreTenths);
    }
    addWords(explanation, answer, candidate);
    addQuietDomains(explanation, answer);
    explanation.versions = versionsText(answer);
    return explanation;
}

}  // namespace homeward::ui
