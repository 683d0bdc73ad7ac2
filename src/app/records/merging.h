#pragma once

#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/child_merge.h"
#include "support/result.h"

// Two records of one person become one, and two again where that was wrong. What is changed needs
// Right::EditChildren.

namespace homeward::app {

/// One of two records that may be of one person.
struct MergeSide {
    Child child;
    CareHistory history;
    int assessments = 0;
    int searches = 0;
    std::string workerName;                 ///< allocated social worker, may be empty
    std::vector<std::string> beingWritten;  ///< names of those who have drafts about the child
};
struct MergePreview {
    MergeSide kept;
    MergeSide gone;
    bool careOverlaps = false;  ///< one history has to be chosen
};
/// Fails with: NotFound, InvalidInput (child: same-record), ReasonNeeded (as openChild).
Result<MergePreview> previewMerge(Session& session, const ChildId& kept, const ChildId& gone);

struct Merging {
    ChildId kept;
    int keptVersion = 0;  ///< as the person saw them
    ChildId gone;
    int goneVersion = 0;
    MergedCare care = MergedCare::Both;
    std::string reason;
};
/// Everything that belongs to `gone` belongs to `kept` from now on, and its case number finds
/// `kept`. Where `kept` has nothing written in a field, what `gone` has is taken. Of the histories
/// that is left out which `care` says; its placements stay on record as withdrawn.
/// Fails with: EditConflict, NotFound, NotPermitted, InvalidInput (reason: required; child:
/// same-record, draft-of-other with fact person; care: care-overlaps where both were to stand).
Result<Done> mergeChildren(Session& session, const Merging& merging);

/// A record that is part of this one now.
struct MergedRecord {
    MergeId id;
    std::string number;
    std::string name;
    std::string reason;
    Timestamp at;
    std::string by;  ///< who merged them
};
/// Newest first. Fails with: NotFound.
Result<std::vector<MergedRecord>> mergedInto(Session& session, const ChildId& kept);

/// The way back: what came from the other record is its own again, what was added since stays.
/// Gives the record that is there again. Fails with: EditConflict (separated since), NotFound,
/// NotPermitted, ReasonNeeded, InvalidInput (caseNumber: already-exists; care: rests-on-both, with
/// fact start: a placement made since needs the care of the other, or overlaps).
Result<ChildId> separateChildren(Session& session, const MergeId& id);

}  // namespace homeward::app
