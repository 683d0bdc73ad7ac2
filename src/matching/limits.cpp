#include "matching/limits.h"

#include <algorithm>
#include <charconv>

#include "domain/places.h"
#include "support/text/rounding.h"

namespace homeward::matching {
namespace {

using Facts = std::map<std::string, std::string>;

Verdict metIf(bool met)
{
    return met ? Verdict::Met : Verdict::NotMet;
}

/// Source: Children Act 1989, s. 105(1): a child is somebody under eighteen.
constexpr int kAdultYears = 18;

/// Approval terms can be varied for foster carers, and only by a few years, but for six working
/// days in an emergency; the registration of another kind of home says whom it takes.
bool ageCanBeVaried(const Household& household, const Request& request, const Policy& policy)
{
    const int off = std::max(household.youngestYears - request.ageYears,
                             request.ageYears - household.oldestYears);
    return household.isFostering() && (request.isEmergency() || off <= policy.ageVariationYears);
}

bool canBeWaived(Limit limit, const Household& household, const Request& request,
                 const Policy& policy)
{
    switch (limit) {
        // No decision of the person searching approves a household, makes a bed or a child of an
        // adult. An approval for other children is another approval.
        case Limit::Status:
        case Limit::Adulthood:
        case Limit::NamedChild:
        case Limit::Vacancy:
            return false;
        case Limit::AgeTerms:
            return ageCanBeVaried(household, request, policy);
        case Limit::SexTerms:
        case Limit::TypeTerms:
        case Limit::UsualLimit:
        case Limit::Distance:
        case Limit::Review:
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

Verdict testNamedChild(const Household& household, const Request& request)
{
    return metIf(household.kind != HomeKind::FamilyAndFriends ||
                 household.namedChildren.contains(request.child));
}

Verdict testType(const Household& household, const Request& request)
{
    // An emergency is a reason to look at more homes, never at fewer.
    if (!request.type || request.isEmergency())
        return Verdict::Met;
    if (household.types.empty())
        return Verdict::Unknown;
    return metIf(household.types.contains(*request.type));
}

Verdict testUsualLimit(const Household& household, const Request& request, const Policy& policy)
{
    if (!household.isFostering() || placedCount(household) + 1 <= policy.usualFosteringLimit)
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
    // As it is shown: nobody is too far for a tenth that no page tells.
    return miles ? metIf(tenthsOf(*miles) <= tenthsOf(*request.maxMiles)) : Verdict::Unknown;
}

Verdict testReview(const Household& household, const Request& request, const Policy& policy)
{
    if (!household.isFostering())
        return Verdict::Met;
    if (!household.reviewDueOn)
        return Verdict::Unknown;
    return metIf(request.on <= household.reviewDueOn->plusMonths(policy.reviewOverdueMonths));
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

Facts reviewFacts(const Household& household, const Policy& policy)
{
    Facts facts{{"months", std::to_string(policy.reviewOverdueMonths)}};
    if (household.reviewDueOn)
        facts.emplace("due", household.reviewDueOn->toIso());
    return facts;
}

Facts factsOf(Limit limit, const Household& household, const Request& request, const Policy& policy,
              const Distances& distances)
{
    switch (limit) {
        case Limit::Status:
            return {{"status", std::string(toKey(household.status))}};
        case Limit::Adulthood:
            return {{"age", std::to_string(request.ageYears)}};
        case Limit::NamedChild:
            return {};
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
        case Limit::Review:
            return reviewFacts(household, policy);
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
    set(Limit::Adulthood, metIf(request.ageYears < kAdultYears));
    set(Limit::NamedChild, testNamedChild(household, request));
    set(Limit::AgeTerms, testAge(household, request));
    set(Limit::SexTerms, testSex(household, request));
    set(Limit::TypeTerms, testType(household, request));
    set(Limit::Vacancy, metIf(freePlaces(household) >= 1));
    set(Limit::UsualLimit, testUsualLimit(household, request, policy));
    set(Limit::Distance, testDistance(request, distances));
    set(Limit::Review, testReview(household, request, policy));
    return verdicts;
}

Standing standingOf(const Verdicts& verdicts, const Household& household, const Request& request,
                    const Policy& policy)
{
    int notMet = 0;
    bool waivable = true;
    bool onlyTerms = true;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i] != Verdict::NotMet)
            continue;
        const Limit limit = static_cast<Limit>(i);
        ++notMet;
        waivable = waivable && canBeWaived(limit, household, request, policy);
        onlyTerms = onlyTerms && isTermOfApproval(limit);
    }
    if (notMet == 0)
        return Standing::Eligible;
    const bool oneDecision = notMet == 1 || (request.isEmergency() && onlyTerms);
    return oneDecision && waivable ? Standing::NearMiss : Standing::NotEligible;
}

bool isTermOfApproval(Limit limit)
{
    return limit == Limit::AgeTerms || limit == Limit::SexTerms || limit == Limit::TypeTerms;
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
    return oneDecimal(miles);
}

int freePlaces(const Household& household)
{
    return homeward::freePlaces(household.places, placedCount(household));
}

}  // namespace homeward::matching
