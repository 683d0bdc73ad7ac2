#pragma once

#include <string>
#include <vector>

#include "domain/care_history.h"
#include "domain/care_rules.h"

namespace homeward::exchange::ssda903 {

/// Several years' episodes of one child as one history.
///
/// Of two with the same start, the one with an end date stands, of two ended ones the later end; of
/// two with the same end, the longer; an episode that overlaps the next ends where the next begins,
/// and so does an open one that is followed by another. Of episodes alike in start and end the last
/// given stands, so give the stored history first and then the files in year order. Episodes
/// without a night are dropped.
///
/// The longer of two with the same end stands alone only where nothing else speaks for the shorter:
/// another episode begins in between, or a source has the shorter with another end, or the longer
/// ending where the shorter begins. Otherwise the shorter would come back when one year is imported
/// again.
///
/// The result is sorted and has no overlap. Merging it again with all its sources changes nothing.
/// Nor does merging it with some of them, as long as these do not contradict what stands: other
/// codes for the same start, or overlapping episodes with the ends of others.
std::vector<Episode> mergeEpisodes(std::vector<Episode> episodes);

/// What a return says, as far as it is news beside what a person put right: `decided` are those
/// days of the child, `stored` the episodes as they stand. Of an episode that begins on such a day,
/// what stands here keeps its first day, place and reason to begin; a later end and another legal
/// status are taken. One that ends on such a day ends as what stands here does. The others come
/// back as they are, and so do later ones in the same place. `fromReturn` is sorted by start. Give
/// the result to mergeEpisodes after the stored history.
std::vector<Episode> newsBeside(const std::vector<Episode>& stored,
                                const std::vector<DaySpan>& decided,
                                const std::vector<Episode>& fromReturn);

/// Keys of what is wrong with a merged history: "overlap", "before-birth", "ends-before-start",
/// "open-before-another"; empty when all is well.
std::vector<std::string> historyFaults(const std::vector<Episode>& merged, Date birth);

}  // namespace homeward::exchange::ssda903
