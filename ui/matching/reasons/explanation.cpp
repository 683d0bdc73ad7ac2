#include "ui/matching/reasons/explanation.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "documents/wording.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::Explanation)
};

QString fact(const matching::Contribution& contribution, const char* name)
{
    const auto found = contribution.facts.find(name);
    return found == contribution.facts.end() ? QString() : text(found->second);
}

QString milesFact(const matching::Contribution& contribution)
{
    return QLocale().toString(fact(contribution, "miles").toDouble(), 'f', 1);
}

QString petsSentence(const matching::Contribution& contribution)
{
    const bool likes = fact(contribution, "likes") == QLatin1String("yes");
    const bool has = fact(contribution, "has") == QLatin1String("yes");
    if (likes)
        return has ? Words::tr("Has pets, as the child would like")
                   : Words::tr("No pets; the child would like some");
    return has ? Words::tr("Has pets; the child would rather live without")
               : Words::tr("No pets, as the child would like");
}

QString ageSentence(const matching::Contribution& contribution)
{
    const int cared = fact(contribution, "cared").toInt();
    if (cared == 0)
        return Words::tr("Has cared for children, none of about this age");
    return cared == 1 ? Words::tr("Has cared for 1 child of about this age")
                      : Words::tr("Has cared for %1 children of about this age").arg(cared);
}

QString factorSentence(const matching::Contribution& contribution)
{
    const bool met = contribution.value > 0;
    switch (contribution.factor) {
        case matching::Factor::FamilyDistance:
            return Words::tr("%1 miles to family").arg(milesFact(contribution));
        case matching::Factor::SchoolDistance:
            return Words::tr("%1 miles to school").arg(milesFact(contribution));
        case matching::Factor::PlacementType: {
            const auto type = fromKey<PlacementType>(utf8(fact(contribution, "type")));
            const QString asked = type ? label(*type) : fact(contribution, "type");
            return met ? Words::tr("Approved for %1").arg(asked)
                       : Words::tr("Not approved for %1").arg(asked);
        }
        case matching::Factor::AgeExperience:
            return ageSentence(contribution);
        case matching::Factor::Language:
            return met ? Words::tr("%1 is spoken at home").arg(fact(contribution, "language"))
                       : Words::tr("%1 is not recorded among their languages")
                             .arg(fact(contribution, "language"));
        case matching::Factor::Pets:
            return petsSentence(contribution);
    }
    return {};
}

QString factorQuestion(const app::ShortlistAnswer& answer, matching::Factor factor)
{
    const matching::Request& request = answer.request;
    switch (factor) {
        case matching::Factor::FamilyDistance:
            return request.family
                       ? Words::tr("Where is the household? No location is recorded.")
                       : Words::tr("Where does the family live? No location is recorded.");
        case matching::Factor::SchoolDistance:
            return Words::tr("How far is it to school? No location of the household is recorded.");
        case matching::Factor::PlacementType:
            return Words::tr("Which kinds of placement is the household approved for?");
        case matching::Factor::AgeExperience:
            return Words::tr("Have they cared for a child of about %1 before?")
                .arg(ageText(request.ageYears));
        case matching::Factor::Language:
            return Words::tr("Does somebody there speak %1?").arg(text(request.language));
        case matching::Factor::Pets:
            return Words::tr("Are there pets in the household?");
    }
    return {};
}

ExplanationLine domainLine(const app::ShortlistAnswer& answer, const matching::Candidate& candidate,
                           const matching::Contribution& contribution)
{
    ExplanationLine line;
    line.kind = ExplanationLine::Kind::Domain;
    line.title = text(answer.framework.domains[contribution.domain].title);
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
    if (contribution.kind == matching::Contribution::Kind::Domain)
        return domainLine(answer, candidate, contribution);
    ExplanationLine line;
    if (contribution.kind == matching::Contribution::Kind::NoAssessedNeed) {
        line.kind = ExplanationLine::Kind::NoAssessedNeed;
        line.title = Words::tr("No additional need in any domain");
        return line;
    }
    line.kind = ExplanationLine::Kind::Factor;
    line.title = label(contribution.factor);
    line.sentence = factorSentence(contribution);
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
        return Words::tr("No score: neither needs nor anything practical is known");
    if (!candidate.needsFit || candidate.band == matching::Band::NotAssessed)
        return Words::tr(
                   "No score, because the needs of this child are not assessed. The order is "
                   "by practical fit alone: %1 of 100")
            .arg(score);
    if (!candidate.practicalFit)
        return Words::tr("%1 = needs fit alone; nothing practical is known").arg(score);
    const double needsShare = shareOf(candidate, false);
    const double practicalShare = shareOf(candidate, true);
    const auto [needs, practical] = fitTenths(*candidate.needsFit, *candidate.practicalFit,
                                              needsShare, practicalShare, scoreTenths);
    return Words::tr("%1 = %2 × %3 needs + %4 × %5 practical")
        .arg(score, locale.toString(needsShare, 'g', 3), tenthsText(needs),
             locale.toString(practicalShare, 'g', 3), tenthsText(practical));
}

QString gapSentence(const app::ShortlistAnswer& answer, const matching::Gap& gap)
{
    const QString domain = text(answer.framework.domains[gap.domain].title);
    QString words =
        gap.skillUnknown
            ? Words::tr("%1: the skill is not known and counted as untested").arg(domain)
        : gap.shortfall == 1
            ? Words::tr("%1: 1 level short").arg(domain)
            : Words::tr("%1: %2 levels short").arg(domain, QString::number(gap.shortfall));
    if (gap.critical)
        words = Words::tr("%1. Critical: a large gap where the need is high").arg(words);
    return words;
}

void addWords(Explanation& explanation, const app::ShortlistAnswer& answer,
              const matching::Candidate& candidate)
{
    for (const matching::Gap& gap : candidate.gaps) {
        explanation.gaps << gapSentence(answer, gap);
        if (gap.skillUnknown)
            explanation.questions << Words::tr("What can they do in: %1?")
                                         .arg(text(answer.framework.domains[gap.domain].title));
    }
    for (const matching::LimitFinding& finding : candidate.limits) {
        if (finding.verdict == matching::Verdict::Unknown)
            explanation.questions << sentence(finding);
        else
            explanation.inTheWay
                << Words::tr("%1 Needs: %2.").arg(sentence(finding), waiverText(finding.limit));
    }
    for (const matching::Factor factor : candidate.unknownFactors)
        explanation.questions << factorQuestion(answer, factor);
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
    explanation.withoutNeed = without.join(Words::tr(", "));
    explanation.notAssessed = unknown.join(Words::tr(", "));
}

QString factsLine(const app::HouseholdFacts& facts, const matching::Candidate& candidate)
{
    QStringList parts{candidate.freePlaces == 1
                          ? Words::tr("1 place free")
                          : Words::tr("%1 places free").arg(candidate.freePlaces)};
    parts << (candidate.miles
                  ? Words::tr("%1 miles").arg(QLocale().toString(*candidate.miles, 'f', 1))
                  : Words::tr("distance not known"));
    if (facts.weeklyCostPence)
        parts << moneyPerWeek(facts.weeklyCostPence);
    parts << (facts.ownService ? Words::tr("own service") : text(facts.providerName));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString tenthsText(int tenths)
{
    return QLocale().toString(tenths / 10.0, 'f', 1);
}

QString versionsText(const app::ShortlistAnswer& answer)
{
    return Words::tr("Policy %1 · %2 %3")
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
