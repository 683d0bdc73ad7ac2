#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/statutory_codes.h"
#include "support/result.h"

namespace homeward::exchange::ssda903 {

struct ChildReturn {
    Child child;
    std::vector<Episode> episodes;  ///< whole history, as deriveEpisodes gives it
};

/// Writes <startYear>-header.csv and <startYear>-episodes.csv for each year into `folder`: the
/// episodes that hold on any day of the year, ends after the year left open, as an authority would
/// have sent them. CRLF, UTF-8. Fails with: StorageFailed.
Result<Done> writeReturns(const std::filesystem::path& folder,
                          const std::vector<ChildReturn>& children,
                          const std::vector<CollectionYear>& years);

}  // namespace homeward::exchange::ssda903
