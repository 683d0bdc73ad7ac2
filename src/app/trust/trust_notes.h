#pragma once

#include <optional>
#include <vector>

#include "app/session/use_case.h"
#include "storage/trail/trail_state.h"

namespace homeward::app {

// How contradictions stand in the trail, for use_case.cpp and trust.cpp.

struct TrailNote {
    storage::TrailConflict conflict = storage::TrailConflict::HeadMissing;
    storage::StoredAuditEntry entry;
};

/// Whether records must not be changed before somebody has decided: they may be older than what
/// people know. A head that is lost or was not written says nothing against the records themselves.
bool stopsWriting(storage::TrailConflict conflict);

/// The contradiction behind a head that could not be moved on.
storage::TrailConflict conflictOf(ErrorCode code);

Error contradiction(storage::TrailConflict conflict);

/// Noted since the last decision, oldest first.
std::vector<TrailNote> undecidedNotes(storage::Transaction& transaction, const Secret& chainKey);

/// Adds a note to `unit` for what is in contradiction now, unless it has one already, and tells
/// `shared`.
void noteConflictIn(UnitOfWork& unit, SharedState& shared, const storage::TrailState& trail,
                    const Secret& chainKey);

/// The same as a use case of its own, for one that was stopped. Failing, it leaves the telling to
/// the next.
void noteConflicts(Session& session);

}  // namespace homeward::app
