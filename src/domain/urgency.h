#pragma once

#include <optional>
#include <string>

#include "domain/care_history.h"
#include "support/date.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// How soon a home has to be found for a child, the most urgent first.
enum class Urgency {
    NoHome,        ///< in care, and lives nowhere on record today
    OutsideTerms,  ///< in an emergency placement that may not last
    NoticeGiven,   ///< the household or provider gave notice
    MovePlanned,   ///< a move is planned, and where to is not decided
    Lives,         ///< lives somewhere, and nothing is known of a move
    HomeFound,     ///< is to move, and it is decided where to
    Adoption,      ///< placed for adoption
    NotInCare
};
template <>
struct EnumKeys<Urgency> {
    static constexpr std::pair<Urgency, std::string_view> table[] = {
        {Urgency::NoHome, "no-home"},
        {Urgency::OutsideTerms, "outside-terms"},
        {Urgency::NoticeGiven, "notice-given"},
        {Urgency::MovePlanned, "move-planned"},
        {Urgency::Lives, "lives"},
        {Urgency::HomeFound, "home-found"},
        {Urgency::Adoption, "adoption"},
        {Urgency::NotInCare, "not-in-care"}};
};

/// Those for whom a home has to be found.
constexpr bool needsHome(Urgency urgency)
{
    return urgency <= Urgency::MovePlanned;
}

/// What it follows from, on one day.
struct CareNowFacts {
    bool inCare = false;
    std::optional<std::string>
        placeCode;              ///< PLACE of the placement that day; empty: there is none
    OutsideTerms outsideTerms;  ///< of that placement
    Leaving leaving;
    std::optional<Date> movesOn;  ///< a placement that is agreed begins; empty: none
};

/// The lists of children are sorted by the same rule (storage/records/child_list.cpp).
Urgency urgencyOf(const CareNowFacts& facts);

/// The day by which the home is needed; empty: there is none, or it is today.
std::optional<Date> neededBy(const CareNowFacts& facts);

}  // namespace homeward
