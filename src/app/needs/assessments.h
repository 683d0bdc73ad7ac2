#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/session/drafts.h"
#include "app/session/session.h"
#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// Completed assessments of a child, oldest first.
Result<std::vector<Assessment>> assessmentsOf(Session& session, const ChildId& child);

/// Of drafts of assessments (app/session/drafts.h); their record is the child.
inline constexpr const char* kAssessmentDraft = "assessment";

struct OpenDraft {
    AssessmentDraft draft;
    NeedsFramework framework;             ///< the one the draft is made in
    std::optional<Assessment> previous;   ///< latest completed one; of a correction the one before
    bool resumed = false;                 ///< an earlier draft of this person was found
    std::optional<DraftVersion> version;  ///< of that draft; goOnWith once it is shown
    std::vector<DraftVersion> others;     ///< that other windows of this person wrote, newest first
    bool outdated = false;  ///< someone completed a newer assessment since this draft was begun
};

/// The signed-in person's draft for this child, or a new one in the current framework that starts
/// from the latest completed assessment. Nothing is stored before saveDraft. Anyone may look;
/// Right::AssessNeeds to save.
Result<OpenDraft> openDraft(Session& session, const ChildId& child);

/// What the needs of a child are shown from, in one reading.
struct NeedsPage {
    std::vector<Assessment> completed;  ///< oldest first
    /// As openDraft gives it; empty: this person may not assess.
    std::optional<Result<OpenDraft>> draft;
};
Result<NeedsPage> openNeeds(Session& session, const ChildId& child);

/// Whether the signed-in person may still correct it: by whom it was completed, within
/// kCorrectionDays. Empty: yes. InvalidInput, field "assessment", rule not-the-author, too-late,
/// corrected-already.
std::optional<Error> correctionRefused(const Session& session, const Assessment& assessment);

/// Begins the draft that puts a completed assessment right; completing it takes the other's place.
/// Fails with: correctionRefused, InvalidInput (rule draft-open: a review is being written),
/// NotPermitted, NotFound.
Result<Done> beginCorrection(Session& session, const AssessmentId& assessment);

/// Fails with: NotPermitted, StoreLocked, StorageFull.
Result<Done> saveDraft(Session& session, const AssessmentDraft& draft);
Result<Done> discardDraft(Session& session, const ChildId& child);

/// Completes: checks, stores, removes the draft. Fails with: InvalidInput (field = domain key or
/// "assessedOn" or "reason", rule = key of the first CompletionIssue; correctionRefused),
/// EditConflict (someone completed one
/// since `draft.basedOn`), NotPermitted.
Result<AssessmentId> completeAssessment(Session& session, const AssessmentDraft& draft);

/// Assessments from a JSON file (schemas/assessment.schema.json), one transaction, each completed
/// as it is.
struct AssessedFromFile {
    int completed = 0;
    int unchanged = 0;  ///< the same assessment of the same day is already there
    std::vector<AssessmentId> ids;
};
/// At most 16 MiB. Fails with: InvalidInput (facts path, child, field, rule), NotFound (unknown
/// case number; fact child), FileUnreadable, Cancelled (nothing written).
Result<AssessedFromFile> assessFromFile(Session& session, const std::filesystem::path& file,
                                        const RunControl& control = {});

}  // namespace homeward::app
