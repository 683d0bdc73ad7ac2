#include "matching/practical_fit.h"

#include <algorithm>
#include <cstdlib>

#include "support/text/text.h"

namespace homeward::matching {
namespace {

using State = FactorReading::State;

constexpr int kLikeAgeYears = 2;  ///< Ages up to this far apart count as like.

FactorReading known(double value)
{
    return {State::Known, value};
}

FactorReading unknown()
{
    return {State::Unknown, 0};
}

FactorReading doesNotApply()
{
    return {};
}

const char* yesOrNo(bool yes)
{
    return yes ? "yes" : "no";
}

FactorReading& at(FactorReadings& readings, Factor factor)
{
    return readings[static_cast<std::size_t>(factor)];
}

}  // namespace

PracticalFit::PracticalFit(const Request& request, const Policy& policy)
    : m_request(request), m_policy(policy), m_foldedLanguage(foldedForSearch(request.language))
{
    m_weights.fill(1);
    for (const auto& [factor, weight] : policy.factorWeights)
        m_weights[static_cast<std::size_t>(factor)] = weight;
}

FactorReadings PracticalFit::read(const Household& household, const Distances& distances) const
{
    FactorReadings readings{};
    at(readings, Factor::FamilyDistance) = nearness(distances.family);
    // A child without a school has no way to school; a family there always is.
    at(readings, Factor::SchoolDistance) =
        m_request.school ? nearness(distances.school) : doesNotApply();
    at(readings, Factor::PlacementType) = placementType(household);
    at(readings, Factor::AgeExperience) = ageExperience(household);
    at(readings, Factor::Language) = language(household);
    at(readings, Factor::Pets) = pets(household);
    for (std::size_t i = 0; i < kFactorCount; ++i)
        // A factor the policy gives no weight is not asked about either.
        if (m_weights[i] <= 0)
            readings[i] = doesNotApply();
    return readings;
}

FactorReading PracticalFit::nearness(std::optional<double> miles) const
{
    if (!miles)
        return unknown();
    if (*miles <= m_policy.nearMiles)
        return known(1);
    if (*miles >= m_policy.farMiles)
        return known(0);
    return known((m_policy.farMiles - *miles) / (m_policy.farMiles - m_policy.nearMiles));
}

FactorReading PracticalFit::placementType(const Household& household) const
{
    if (!m_request.type)
        return doesNotApply();
    if (household.types.empty())
        return unknown();
    return known(household.types.contains(*m_request.type) ? 1 : 0);
}

int PracticalFit::caredForLikeAge(const Household& household) const
{
    return static_cast<int>(std::count_if(
        household.agesCaredFor.begin(), household.agesCaredFor.end(),
        [&](int age) { return std::abs(age - m_request.ageYears) <= kLikeAgeYears; }));
}

FactorReading PracticalFit::ageExperience(const Household& household) const
{
    // Without an earlier placement on record a household may be new, or its past not typed in.
    if (household.agesCaredFor.empty())
        return unknown();
    return known(caredForLikeAge(household) > 0 ? 1 : 0);
}

FactorReading PracticalFit::language(const Household& household) const
{
    if (m_foldedLanguage.empty())
        return doesNotApply();
    if (household.languages.empty())
        return unknown();
    const bool spoken = std::any_of(
        household.languages.begin(), household.languages.end(),
        [&](const std::string& name) { return foldedForSearch(name) == m_foldedLanguage; });
    return known(spoken ? 1 : 0);
}

FactorReading PracticalFit::pets(const Household& household) const
{
    if (!m_request.likesPets)
        return doesNotApply();
    if (!household.hasPets)
        return unknown();
    return known(*household.hasPets == *m_request.likesPets ? 1 : 0);
}

double PracticalFit::knownWeight(const FactorReadings& readings) const
{
    double weight = 0;
    for (std::size_t i = 0; i < kFactorCount; ++i)
        if (readings[i].state == State::Known)
            weight += m_weights[i];
    return weight;
}

std::optional<double> PracticalFit::fitOf(const FactorReadings& readings) const
{
    const double weight = knownWeight(readings);
    if (weight <= 0)
        return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < kFactorCount; ++i)
        if (readings[i].state == State::Known)
            sum += m_weights[i] * readings[i].value;
    return 100 * sum / weight;
}

void PracticalFit::explain(const FactorReadings& readings, const Household& household,
                           const Distances& distances, double share,
                           std::vector<Contribution>& contributions) const
{
    const double weight = knownWeight(readings);
    for (std::size_t i = 0; i < kFactorCount; ++i) {
        if (readings[i].state != State::Known)
            continue;
        Contribution contribution;
        contribution.kind = Contribution::Kind::Factor;
        contribution.factor = static_cast<Factor>(i);
        contribution.value = readings[i].value;
        contribution.possible = share * 100 * m_weights[i] / weight;
        contribution.points = contribution.possible * contribution.value;
        contribution.facts = factsOf(contribution.factor, household, distances);
        contributions.push_back(std::move(contribution));
    }
}

std::map<std::string, std::string> PracticalFit::factsOf(Factor factor, const Household& household,
                                                         const Distances& distances) const
{
    switch (factor) {
        case Factor::FamilyDistance:
            return {{"miles", milesText(distances.family.value_or(0))}};
        case Factor::SchoolDistance:
            return {{"miles", milesText(distances.school.value_or(0))}};
        case Factor::PlacementType:
            return {{"type", m_request.type ? std::string(toKey(*m_request.type)) : std::string{}}};
        case Factor::AgeExperience:
            return {{"age", std::to_string(m_request.ageYears)},
                    {"cared", std::to_string(caredForLikeAge(household))}};
        case Factor::Language:
            return {{"language", m_request.language}};
        case Factor::Pets:
            return {{"likes", yesOrNo(m_request.likesPets.value_or(false))},
                    {"has", yesOrNo(household.hasPets.value_or(false))}};
    }
    return {};
}

std::vector<Factor> unknownFactorsOf(const FactorReadings& readings)
{
    std::vector<Factor> factors;
    for (std::size_t i = 0; i < kFactorCount; ++i)
        if (readings[i].state == State::Unknown)
            factors.push_back(static_cast<Factor>(i));
    return factors;
}

}  // namespace homeward::matching
