#pragma once

#include <vector>

#include "app/records/child_list.h"

namespace homeward::app {

/// What waits for one person.
struct MyWork {
    bool anyChildren = false;        ///< there are children on record
    bool allChildren = false;        ///< nobody is allocated to this person, whose work is about
                                     ///< everybody: all in care count
    std::vector<ChildRow> children;  ///< mine and open, by name; at most kSliceRows
    int childCount = 0;              ///< of them all
    std::vector<ChildRow> drafts;    ///< that this person began, of any child
    /// Of `children`: those for whom a home has to be found, the most urgent first; at most
    /// kSliceRows
    std::vector<ChildRow> needHome;
    int needHomeCount = 0;
    /// Of `children`: never assessed first, then the longest ago; at most kSliceRows
    std::vector<ChildRow> due;
    int dueCount = 0;
};
/// Of the person who is signed in.
Result<MyWork> myWork(Session& session);
/// MyWork::dueCount alone.
Result<int> countDue(Session& session);

}  // namespace homeward::app
