#pragma once

#include <vector>

#include "app/session/use_case.h"
#include "support/text/search_words.h"

namespace homeward::app {

/// Puts in the place of each term that nothing begins with what was meant if one slip was made in
/// it. False: nothing is spelled nearly so, or no term is new.
bool forgiveSlips(Records& records, std::vector<SearchTerm>& terms);

}  // namespace homeward::app
