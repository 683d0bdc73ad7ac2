#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/fields.h"
#include "domain/needs/needs_level.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// Whose view a rating is. Agreed is the level the lead worker records.
enum class Perspective { Agreed, Child, Carer, Parent, School, Health, SocialWorker };

template <>
struct EnumKeys<Perspective> {
    static constexpr std::pair<Perspective, std::string_view> table[] = {
        {Perspective::Agreed, "agreed"},
        {Perspective::Child, "child"},
        {Perspective::Carer, "carer"},
        {Perspective::Parent, "parent"},
        {Perspective::School, "school"},
        {Perspective::Health, "health"},
        {Perspective::SocialWorker, "social-worker"}};
};

/// One domain of an assessment or of a skills profile: the level and what it rests on.
struct Rating {
    std::string domainKey;
    Perspective perspective = Perspective::Agreed;
    MaybeLevel level;       ///< Empty: unknown, never 0.
    std::string evidence;   ///< What it means day to day.
    std::string strength;   ///< What goes well here, in own words.
    bool confirmed = true;  ///< False: carried over from the last assessment, not yet looked at.
    /// While writing: the level changed, and somebody decided that last time's words still hold.
    bool wordsHold = false;

    bool operator==(const Rating&) const = default;
};

/// The table is named by whose ratings they are.
template <>
struct Fields<Rating> {
    static constexpr auto list =
        std::tuple{field("domain", &Rating::domainKey), field("perspective", &Rating::perspective),
                   field("level", &Rating::level), field("evidence", &Rating::evidence, Prose{}),
                   field("strength", &Rating::strength, Prose{})};
};

/// The agreed rating of a domain; null when there is none.
const Rating* agreedRating(const std::vector<Rating>& ratings, std::string_view domainKey);

/// Sum of the agreed levels, 0..48 in the default framework; unknown counts nothing.
int totalLevel(const std::vector<Rating>& ratings);

}  // namespace homeward
