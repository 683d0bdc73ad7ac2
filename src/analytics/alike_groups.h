#pragma once

#include <cstddef>
#include <vector>

#include "analytics/needs_change.h"

namespace homeward::analytics {

/// Divides `members` (indexes into `children`) into groups of `least` or more that are alike in
/// what a Cohort asks; one group where there are fewer than twice as many. Neighbouring groups are
/// alike too. Reads no assessment, so that the division says nothing about one. The order of the
/// children does not matter. O(n log n) in members, with the number of different ages, years and
/// providers.
std::vector<std::vector<std::size_t>> alikeGroups(const std::vector<ChildFacts>& children,
                                                  const std::vector<std::size_t>& members,
                                                  std::size_t least);

}  // namespace homeward::analytics
