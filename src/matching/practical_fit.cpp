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

bool isDistance(Factor factor)
{
    return factor == Factor::FamilyDistance || factor == Factor::SchoolDistance;
}

std::map<std::string, std::string> milesFact(std::optional<double> miles)
{
    if (!miles)
        return {};
    return {{"miles", milesText(*miles)}};
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
    at(readings, Factor::FamilyDistance) = nearness(m_request.family, distances.family);
    at(readings, Factor::SchoolDistance) = nearness(m_request.school, distances.school);
    at(readings, Factor::SiblingsTogether) = siblingsTogether(household);
    at(readings, Factor::AgeExperience) = ageExperience(household);
    at(readings, Factor::Language) = language(household);
    at(readings, Factor::Pets) = pets(household);
    for (std::size_t i = 0; i < kFactorCount; ++i)
        // A factor the policy gives no weight is not asked about either.
        if (m_weights[i] <= 0)
            readings[i] = doesNotApply();
    return readings;
}

FactorReading PracticalFit::nearness(const std::optional<Location>& place,
                                     std::optional<double> miles) const
{
    if (!place)
        return doesNotApply();
    if (!miles)
        return unknown();
    const auto between = [&](double from, double fromValue, double to, double toValue) {
        return known(fromValue + (toValue - fromValue) * (*miles - from) / (to - from));
    };
    if (*miles <= m_policy.nearMiles)
        return known(1);
    if (*miles >= m_policy.farMiles)
        return known(0);
    if (*miles <= m_policy.middleMiles)
        return between(m_policy.nearMiles, 1, m_policy.middleMiles, m_policy.middleValue);
    return between(m_policy.middleMiles, m_policy.middleValue, m_policy.farMiles, 0);
}

int PracticalFit::siblingsThere(const Household& household) const
{
    const auto livesThere = [&](const ChildId& sibling) {
        return std::find(household.placedChildren.begin(), household.placedChildren.end(),
                         sibling) != household.placedChildren.end();
    };
    return static_cast<int>(
        std::count_if(m_request.siblings.begin(), m_request.siblings.end(), livesThere));
}

/// A brother or sister lives there, or there is room for all of them.
FactorReading PracticalFit::siblingsTogether(const Household& household) const
{
    if (m_request.siblings.empty())
        return doesNotApply();
    const int all = static_cast<int>(m_request.siblings.size()) + 1;
    return known(siblingsThere(household) > 0 || freePlaces(household) >= all ? 1 : 0);
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

double PracticalFit::weightOf(const FactorReadings& readings) const
{
    double weight = 0;
    for (std::size_t i = 0; i < kFactorCount; ++i)
        if (readings[i].state != State::DoesNotApply)
            weight += m_weights[i];
    return weight;
}

std::optional<double> PracticalFit::fitOf(const FactorReadings& readings) const
{
    const double weight = weightOf(readings);
    if (weight <= 0)
        return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < kFactorCount; ++i)
        sum += m_weights[i] * readings[i].value;
    return 100 * sum / weight;
}

int PracticalFit::unknownIn(const FactorReadings& readings)
{
    int unknown = 0;
    bool isPlaced = true;
    for (std::size_t i = 0; i < kFactorCount; ++i) {
        if (readings[i].state != State::Unknown)
            continue;
        if (isDistance(static_cast<Factor>(i)))
            isPlaced = false;
        else
            ++unknown;
    }
    return unknown + (isPlaced ? 0 : 1);
}

void PracticalFit::ask(const FactorReadings& readings, double share,
                       std::vector<Question>& questions) const
{
    const double weight = weightOf(readings);
    Question place;
    place.about = Question::About::Location;
    bool isPlaced = true;
    for (std::size_t i = 0; i < kFactorCount; ++i) {
        if (readings[i].state != State::Unknown)
            continue;
        Question question;
        question.about = Question::About::Factor;
        question.factor = static_cast<Factor>(i);
        question.points = share * 100 * m_weights[i] / weight;
        // One answer, where the household is, settles every distance.
        if (isDistance(question.factor)) {
            place.points += question.points;
            isPlaced = false;
        } else {
            questions.push_back(question);
        }
    }
    if (!isPlaced)
        questions.push_back(place);
}

void PracticalFit::explain(const FactorReadings& readings, const Household& household,
                           const Distances& distances, double share,
                           std::vector<Contribution>& contributions) const
{
    const double weight = weightOf(readings);
    for (std::size_t i = 0; i < kFactorCount; ++i) {
        if (readings[i].state == State::DoesNotApply)
            continue;
        Contribution contribution;
        contribution.kind = Contribution::Kind::Factor;
        contribution.factor = static_cast<Factor>(i);
        contribution.value = readings[i].value;
        contribution.possible = share * 100 * m_weights[i] / weight;
        contribution.points = contribution.possible * contribution.value;
        contribution.isKnown = readings[i].state == State::Known;
        contribution.facts = factsOf(contribution.factor, household, distances);
        contributions.push_back(std::move(contribution));
    }
}

std::map<std::string, std::string> PracticalFit::factsOf(Factor factor, const Household& household,
                                                         const Distances& distances) const
{
    switch (factor) {
        case Factor::FamilyDistance:
            return milesFact(distances.family);
        case Factor::SchoolDistance:
            return milesFact(distances.school);
        case Factor::SiblingsTogether:
            return {{"there", std::to_string(siblingsThere(household))},
                    {"together", std::to_string(m_request.siblings.size() + 1)},
                    {"free", std::to_string(freePlaces(household))}};
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

}  // namespace homeward::matching
