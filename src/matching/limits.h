#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "matching/shortlist.h"

namespace homeward::matching {

inline constexpr std::size_t kLimitCount = std::size(EnumKeys<Limit>::table);

/// Straight-line miles from a household to where the child's family and school are; empty: one of
/// the two places is not known.
struct Distances {
    std::optional<double> family;
    std::optional<double> school;
};

Distances distancesOf(const Household& household, const Request& request);

/// From the point distance is measured from: the family, else the school.
std::optional<double> measuredMiles(const Distances& distances, const Request& request);

/// Every limit of one household, by Limit.
using Verdicts = std::array<Verdict, kLimitCount>;

/// Tests all limits; allocates nothing.
Verdicts testLimits(const Household& household, const Request& request, const Policy& policy,
                    const Distances& distances);

enum class Standing { Eligible, NearMiss, NotEligible };
Standing standingOf(const Verdicts& verdicts, const Household& household, const Request& request,
                    const Policy& policy);

/// The limits of `verdicts` that are `wanted`, with their facts, in the order they are read out.
void addFindings(std::vector<LimitFinding>& findings, const Verdicts& verdicts, Verdict wanted,
                 const Household& household, const Request& request, const Policy& policy,
                 const Distances& distances);

/// One decimal and a point in every locale: "7.9".
std::string milesText(double miles);

}  // namespace homeward::matching
