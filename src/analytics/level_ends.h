#pragma once

#include <cstddef>
#include <optional>

#include "analytics/needs_change.h"

// What a change is computed from, exact or published.

namespace homeward::analytics {

/// First and latest level, summed over the domains that are known at both ends.
struct LevelEnds {
    int first = 0;
    int latest = 0;
    int domains = 0;
};

bool isAssessedTwice(const ChildFacts& child);

/// Over the domains from `begin` to before `end`; empty where none is known at both ends.
std::optional<LevelEnds> levelEnds(const ChildFacts& child, std::size_t begin, std::size_t end);

}  // namespace homeward::analytics
