#pragma once

#include <vector>

#include "app/records/child_list.h"

namespace homeward::app {

/// Something that this person began to write and did not save.
struct DraftLine {
    std::string kind;    ///< of app/session/drafts.h
    std::string record;  ///< id of a child or a home; "new" or the like while there is none
    std::string name;    ///< what the record is called; empty: it has no name yet
    Timestamp changedAt;
    int versions = 1;  ///< as many windows wrote at it
};

/// What waits for one person.
struct MyWork {
    bool anyChildren = false;        ///< there are children on record
    bool allChildren = false;        ///< nobody is allocated to this person, whose work is about
                                     ///< everybody: all in care count
    std::vector<ChildRow> children;  ///< mine and open, by name; at most kSliceRows
    int childCount = 0;              ///< of them all
    std::vector<DraftLine> drafts;   ///< of any kind, newest first
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
