#pragma once

#include <string>
#include <vector>

#include "domain/care_history.h"

namespace homeward::exchange::ssda903 {

/// Several years' episodes of one child as one history.
///
/// Of two with the same start, the one with an end date stands, of two ended ones the later end; of two with the
/// same end, the longer; an episode that overlaps the next ends where the next begins, and so does an open one
/// that is followed by another. Of episodes alike in start and end the last given stands, so give the
/// stored history first and then the files in year order. The result is sorted, has no overlap, and
/// merging it again with any of its sources changes nothing.
std::vector<Episode> mergeEpisodes(std::vector<Episode> episodes);

/// Keys of what is wrong with a merged history: "overlap", "before-birth", "ends-before-start",
/// "open-before-another"; empty when all is well.
std::vector<std::string> historyFaults(const std::vector<Episode>& merged, Date birth);

}  // namespace homeward::exchange::ssda903
