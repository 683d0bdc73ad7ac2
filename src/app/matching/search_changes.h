#pragma once

#include <optional>

#include "app/session/asking.h"

namespace homeward::app {

/// One household as it is now, as matching reads it.
struct HouseholdNow {
    matching::Household household;
    std::string name;
    SkillsProfileId skills;
};

/// What a choice rests on, as it is now.
struct ChoiceNow {
    const Asked& asked;               ///< on the terms of the search, in its framework
    FrameworkVersionId framework;     ///< the current one
    const matching::Shortlist& list;  ///< for this household alone, with the current policy
    const HouseholdNow& household;
};

/// EditConflict with the facts that choose() promises, where what `shown` says of the household, or
/// what it was made from, is no longer so; empty: all is as it was shown.
std::optional<Error> changedSince(const ShortlistAnswer& shown, const ChoiceNow& now);

}  // namespace homeward::app
