#include "matching/limits.h"

#include <algorithm>
#include <charconv>

#include "domain/places.h"

namespace homeward::matching {
namespace {

using Facts = std::map<std::string, std::string>;

Verdict metIf(bool met)
{
    return met ? Verdict::Met : Verdict::NotMet;
}

/// Approval terms can be varied for foster carers, and only by a few years; the registration of
/// another kind of home says whom it takes.
bool ageCanBeVaried(const Household& household, const Request& request, const Policy& policy)
{
    const int off = std::max(household.youngestYears - request.ageYears,
                             request.ageYears - household.oldestYears);
    return household.fostering && off <= policy.ageVariationYears;
}

bool canBeWaived(Limit limit, const Household& household, const Request& request,
                 const Policy& policy)
{
    switch (limit) {
        // No decision of the person searching approves a household or makes a bed.
        case Limit::Status:
        case Limit::Vacancy:
            return false;
        case Limit::AgeTerms:
            return ageCanBeVaried(household, request, policy);
        case Limit::SexTerms:
        case Limit::TypeTerms:
        case Limit::UsualLimit:
        case Limit::Distance:
            return true;
    }
    return false;
}

int placedCount(const Household& household)
{
    // Stays that follow one another share a place.
    return household.mostPlaced.value_or(static_cast<int>(household.placedChildren.size()));
}

Verdict testAge(const Household& household, const Request& request)
{
    return metIf(household.youngestYears <= request.ageYears &&
                 request.ageYears <= household.oldestYears);
}

Verdict testSex(const Household& household, const Request& request)
{
    if (!household.onlySex)
        return Verdict::Met;
    // Nobody is kept out for what is not recorded: it becomes a question to ask.
    if (request.sex == Sex::Unknown)
        return Verdict::Unknown;
    return metIf(*household.onlySex == request.sex);
}

Verdict testType(const Household& household, const Request& request)
{
    if (!request.type)
        return Verdict::Met;
    if (household.types.empty())
        return Verdict::Unknown;
    return metIf(household.types.contains(*request.type));
}

Verdict testUsualLimit(const Household& household, const Request& request, const Policy& policy)
{
    if (!household.fostering || placedCount(household) + 1 <= policy.usualFosteringLimit)
        return Verdict::Met;
    const auto isSibling = [&](const ChildId& child) {
        return std::find(request.siblings.begin(), request.siblings.end(), child) !=
               request.siblings.end();
    };
    // The exemption is for siblings of one another: one other child among them ends it.
    return metIf(
        std::all_of(household.placedChildren.begin(), household.placedChildren.end(), isSibling));
}

Verdict testDistance(const Request& request, const Distances& distances)
{
    if (!request.maxMiles)
        return Verdict::Met;
    const auto miles = measuredMiles(distances, request);
    return miles ? metIf(*miles <= *request.maxMiles) : Verdict::Unknown;
}

std::string shortestText(double number)
{
    // Facts are compared and translated by other programs: no locale, no rounding to six digits.
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr;
    return std::string(text, end);
}

std::string keysOf(const std::set<PlacementType>& types)
{
    std::string keys;
    for (const PlacementType type : types) {
        if (!keys.empty())
            keys += ',';
        keys += toKey(type);
    }
    return keys;
}

Facts distanceFacts(const Request& request, const Distances& distances)
{
    Facts facts{{"maximum", shortestText(request.maxMiles.value_or(0))}};
    if (const auto miles = measuredMiles(distances, request))
        facts.emplace("miles", milesText(*miles));
    return facts;
}

Facts factsOf(Limit limit, const Household& household, const Request& request, const Policy& policy,
              const Distances& distances)
{
    switch (limit) {
        case Limit::Status:
            return {{"status", std::string(toKey(household.status))}};
        case Limit::AgeTerms:
            return {{"age", std::to_string(request.ageYears)},
                    {"youngest", std::to_string(household.youngestYears)},
                    {"oldest", std::to_string(household.oldestYears)}};
        case Limit::SexTerms:
            return {{"onlySex", std::string(toKey(household.onlySex.value_or(Sex::Unknown)))}};
        case Limit::TypeTerms:
            return {{"type", request.type ? std::string(toKey(*request.type)) : std::string{}},
                    {"types", keysOf(household.types)}};
        case Limit::Vacancy:
            return {{"places", std::to_string(household.places)},
                    {"placed", std::to_string(placedCount(household))}};
        case Limit::UsualLimit:
            return {{"placed", std::to_string(placedCount(household))},
                    {"limit", std::to_string(policy.usualFosteringLimit)}};
        case Limit::Distance:
            return distanceFacts(request, distances);
    }
    return {};
}

}  // namespace

Distances distancesOf(const Household& household, const Request& request)
{
    Distances distances;
    if (!household.location)
        return distances;
    if (request.family)
        distances.family = milesBetween(*household.location, *request.family);
    if (request.school)
        distances.school = milesBetween(*household.location, *request.school);
    return distances;
}

std::optional<double> measuredMiles(const Distances& distances, const Request& request)
{
    return request.family ? distances.family : distances.school;
}

Verdicts testLimits(const Household& household, const Request& request, const Policy& policy,
                    const Distances& distances)
{
    Verdicts verdicts{};
    const auto set = [&](Limit limit, Verdict verdict) {
        verdicts[static_cast<std::size_t>(limit)] = verdict;
    };
    set(Limit::Status, metIf(household.status == ApprovalStatus::Approved));
    set(Limit::AgeTerms, testAge(household, request));
    set(Limit::SexTerms, testSex(household, request));
    set(Limit::TypeTerms, testType(household, request));
    set(Limit::Vacancy, metIf(freePlaces(household) >= 1));
    set(Limit::UsualLimit, testUsualLimit(household, request, policy));
    set(Limit::Distance, testDistance(request, distances));
    return verdicts;
}

Standing standingOf(const Verdicts& verdicts, const Household& household, const Request& request,
                    const Policy& policy)
{
    int notMet = 0;
    bool waivable = true;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i] != Verdict::NotMet)
            continue;
        ++notMet;
        waivable = waivable && canBeWaived(static_cast<Limit>(i), household, request, policy);
    }
    if (notMet == 0)
        return Standing::Eligible;
    return notMet == 1 && waivable ? Standing::NearMiss : Standing::NotEligible;
}

void addFindings(std::vector<LimitFinding>& findings, const Verdicts& verdicts, Verdict wanted,
                 const Household& household, const Request& request, const Policy& policy,
                 const Distances& distances)
{
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i] != wanted)
            continue;
        const Limit limit = static_cast<Limit>(i);
        findings.push_back({limit, wanted, canBeWaived(limit, household, request, policy),
                            factsOf(limit, household, request, policy, distances)});
    }
}

std::string milesText(double miles)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, miles, std::chars_format::fixed, 1).ptr;
    return std::string(text, end);
}

int freePlaces(const Household& household)
{
    return homeward::freePlaces(household.places, placedCount(household));
}

}  // namespace homeward::matching
