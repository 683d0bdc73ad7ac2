#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/use_case.h"

// Drafts inside a use case: which of several a window shows, and what its writing replaces.

namespace homeward::app {

/// The draft that this window shows: its own, else the one it went on with, else the newest.
std::optional<storage::StoredDraft> shownDraft(Records& records, const Session& session,
                                               const std::string& kind, const std::string& record);
/// This window goes on with `draft`: what it writes takes its place.
void adoptDraft(const Session& session, const storage::StoredDraft& draft);

void putDraft(UnitOfWork& unit, const Session& session, const std::string& kind,
              const std::string& record, const std::string& body, Timestamp at);
void removeDraft(UnitOfWork& unit, const Session& session, const std::string& kind,
                 const std::string& record);

/// Drafts that are no part of what this window shows, newest first.
std::vector<storage::StoredDraft> draftsBeside(Records& records, const Session& session,
                                               const std::string& kind, const std::string& record);

}  // namespace homeward::app
