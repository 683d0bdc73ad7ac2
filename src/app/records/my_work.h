#pragma once

#include <vector>

#include "app/records/children.h"

namespace homeward::app {

/// What waits for one person, from the children list.
struct MyWork {
    bool allChildren = false;  ///< nobody is allocated to this person, so everybody in care counts
    std::vector<ChildRow> children;  ///< mine, in care, in the order of the list
    std::vector<ChildRow> drafts;    ///< that this person began, of any child
    std::vector<ChildRow> due;       ///< of `children`: never assessed first, then the longest ago
};
MyWork myWorkOf(const std::vector<ChildRow>& all, const AccountId& me, Date today);

}  // namespace homeward::app
