#pragma once

#include "app/matching/matching_service.h"

namespace homeward::ui::test {

/// A framework with three domains, invented for tests.
NeedsFramework smallFramework();

/// A household of the answer; `skills` by domain, -1: not known.
matching::Household household(const std::string& id, std::vector<int> skills);

/// What matching really answers for these households: needs 3, 1, 0; needed on 9 March 2026;
/// age 11.
app::ShortlistAnswer answerFor(const std::vector<matching::Household>& households,
                               bool childAssessed = true);

}  // namespace homeward::ui::test
