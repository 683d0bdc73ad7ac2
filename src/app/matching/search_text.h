#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/matching/matching_service.h"
#include "storage/records/search_repository.h"

namespace homeward::app {

/// Without free places, which depend on the day.
HouseholdFacts factsOf(const storage::HouseholdVersion& version);
storage::HouseholdVersion versionOf(const HomeId& home, const HouseholdFacts& facts);

/// What a search keeps of its list: what was asked, every household by the number of its version,
/// with all that the list said about it. One JSON text; only the rows that were explained carry
/// their contributions, and households that are not eligible for the same reasons stand together.
/// Empty where a household of the answer has no version yet (HouseholdFacts::version). 345 KB for
/// 5,000 households of which 3,286 are eligible.
std::string searchText(const ShortlistAnswer& answer);

/// A gap is one number: domain, need and shortfall in steps of the levels, then critical (1) and
/// skill not known (2).
inline constexpr std::size_t kSearchGapMarks = 4;

/// Numbers of the versions that a text names.
struct VersionRange {
    std::int64_t first = 0;
    std::int64_t last = -1;
};

/// The way back: fills list, households and what was asked of `answer`. `versions` gives the
/// households of a range. Fails with: StoreDamaged.
Result<Done> readSearchText(
    const std::string& text,
    const std::function<std::vector<storage::HouseholdVersion>(VersionRange)>& versions,
    ShortlistAnswer& answer);

}  // namespace homeward::app
