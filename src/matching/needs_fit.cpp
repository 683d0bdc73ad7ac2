#include "matching/needs_fit.h"

#include <algorithm>

namespace homeward::matching {
namespace {

/// An unknown skill counts as level 0.
std::size_t skillIn(const std::vector<MaybeLevel>& skills, std::size_t domain)
{
    return skills[domain] ? static_cast<std::size_t>(skills[domain]->value()) : 0;
}

}  // namespace

NeedsFit::NeedsFit(const std::vector<MaybeLevel>& needs, const NeedsFramework& framework,
                   const Policy& policy)
{
    for (std::size_t d = 0; d < needs.size(); ++d) {
        if (!needs[d])
            continue;
        // A child assessed as needing nothing is assessed; only there is nothing to compare.
        m_assessed = true;
        if (needs[d]->value() == 0)
            continue;
        Column column;
        column.domain = d;
        column.need = needs[d]->value();
        column.weight =
            framework.domains[d].weight * policy.emphasis[static_cast<std::size_t>(column.need)];
        // A table per need, since every household asks again; ranking and explanation both read it.
        for (int skill = 0; skill < kLevelCount; ++skill) {
            const int shortfall = std::max(0, column.need - skill);
            const auto at = static_cast<std::size_t>(skill);
            column.loss[at] = column.weight * policy.penalty[static_cast<std::size_t>(shortfall)];
            column.critical[at] =
                shortfall >= policy.criticalShortfall && column.need >= policy.criticalNeed;
        }
        m_weightSum += column.weight;
        m_columns.push_back(column);
    }
}

NeedsFit::Comparison NeedsFit::compare(const std::vector<MaybeLevel>& skills) const
{
    Comparison comparison;
    for (const Column& column : m_columns) {
        const std::size_t skill = skillIn(skills, column.domain);
        comparison.loss += column.loss[skill];
        comparison.unknown += !skills[column.domain] && stake(column) > 0;
        comparison.critical |= column.critical[skill];
    }
    return comparison;
}

double NeedsFit::stake(const Column& column)
{
    return column.loss.front() - column.loss.back();
}

void NeedsFit::ask(const std::vector<MaybeLevel>& skills, double share,
                   std::vector<Question>& questions) const
{
    for (const Column& column : m_columns) {
        if (skills[column.domain] || stake(column) <= 0)
            continue;
        Question question;
        question.about = Question::About::Skill;
        question.domain = column.domain;
        question.points = share * 100 * stake(column) / m_weightSum;
        questions.push_back(question);
    }
}

double NeedsFit::fitFor(double loss) const
{
    return m_weightSum > 0 ? 100 * (1 - loss / m_weightSum) : 100;
}

std::vector<Gap> NeedsFit::gapsOf(const std::vector<MaybeLevel>& skills) const
{
    struct Weighed {
        Gap gap;
        double loss = 0;
    };
    std::vector<Weighed> found;
    for (const Column& column : m_columns) {
        const std::size_t skill = skillIn(skills, column.domain);
        const int shortfall = column.need - static_cast<int>(skill);
        if (shortfall > 0)
            found.push_back({{column.domain, column.need, shortfall, column.critical[skill],
                              !skills[column.domain]},
                             column.loss[skill]});
    }
    // Critical ones first whatever they cost: a weight must not hide what endangers a child.
    std::stable_sort(found.begin(), found.end(), [](const Weighed& a, const Weighed& b) {
        if (a.gap.critical != b.gap.critical)
            return a.gap.critical;
        return a.loss > b.loss;
    });
    std::vector<Gap> gaps;
    gaps.reserve(found.size());
    for (const Weighed& weighed : found)
        gaps.push_back(weighed.gap);
    return gaps;
}

void NeedsFit::explain(const std::vector<MaybeLevel>& skills, double share,
                       std::vector<Contribution>& contributions) const
{
    if (m_weightSum <= 0) {
        Contribution nothingToMeet;
        nothingToMeet.kind = Contribution::Kind::NoAssessedNeed;
        nothingToMeet.points = nothingToMeet.possible = share * 100;
        contributions.push_back(std::move(nothingToMeet));
        return;
    }
    for (const Column& column : m_columns) {
        if (column.weight <= 0)
            continue;
        const double pointsPerWeight = share * 100 / m_weightSum;
        Contribution contribution;
        contribution.kind = Contribution::Kind::Domain;
        contribution.domain = column.domain;
        contribution.need = column.need;
        contribution.skill = skills[column.domain];
        contribution.isKnown = contribution.skill.has_value();
        contribution.possible = pointsPerWeight * column.weight;
        contribution.points =
            pointsPerWeight * (column.weight - column.loss[skillIn(skills, column.domain)]);
        contributions.push_back(std::move(contribution));
    }
}

}  // namespace homeward::matching
