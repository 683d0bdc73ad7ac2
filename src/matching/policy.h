#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>

#include "domain/needs/needs_level.h"
#include "support/text/keyed_enum.h"

namespace homeward::matching {

/// Practical factors, each 0..1. Method: docs/method.md.
enum class Factor {
    FamilyDistance,
    SchoolDistance,
    SiblingsTogether,
    AgeExperience,
    Language,
    Pets
};

}  // namespace homeward::matching

template <>
struct homeward::EnumKeys<homeward::matching::Factor> {
    using Factor = homeward::matching::Factor;
    static constexpr std::pair<Factor, std::string_view> table[] = {
        {Factor::FamilyDistance, "family-distance"},
        {Factor::SchoolDistance, "school-distance"},
        {Factor::SiblingsTogether, "siblings-together"},
        {Factor::AgeExperience, "age-experience"},
        {Factor::Language, "language"},
        {Factor::Pets, "pets"}};
};

namespace homeward::matching {

/// All constants of the method; a versioned JSON document (schemas/matching-policy.schema.json).
struct Policy {
    std::string version = "1";
    std::array<double, kLevelCount> emphasis{0, 0.5, 1, 2, 3};        ///< e(n) by need level
    std::array<double, kLevelCount> penalty{0, 0.20, 0.55, 0.85, 1};  ///< p(g) by shortfall
    double needsWeight = 0.7;      ///< of F in S; needsWeight + practicalWeight = 1
    double practicalWeight = 0.3;  ///< of Q in S
    double strongFrom = 80;        ///< bands, on S 0..100
    double goodFrom = 65;
    double withSupportFrom = 50;
    int criticalShortfall = 2;  ///< a critical gap is shortfall >= this
    int criticalNeed = 3;       ///< where need >= this
    double tieWithin = 0.5;     ///< scores this near to one another are a tie
    double nearMiles = 5;       ///< distance factors are 1 up to here,
    double middleMiles = 20;    ///< middleValue here (what the national return counts as far)
    double middleValue = 0.4;   ///< above 0, below 1
    double farMiles = 40;       ///< and 0 from here, linear between
    std::map<Factor, double> factorWeights{{Factor::FamilyDistance, 2},
                                           {Factor::SchoolDistance, 2}};  ///< absent: 1
    int ageVariationYears = 3;    ///< further than this from the age terms no variation is likely
    int usualFosteringLimit = 3;  ///< Source: Children Act 1989, Sch. 7 para. 2 (England).
    int reviewOverdueMonths = 3;  ///< an approval review later than this is in the way
};

}  // namespace homeward::matching
