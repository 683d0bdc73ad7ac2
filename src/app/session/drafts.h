#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "support/date.h"
#include "support/result.h"

// Unsaved text of any editor, by person, kind ("about-me", "assessment", "home", "skills") and
// record, written every 2 seconds at most. Each window writes its own: who sits at two computers
// finds both. A window goes on with a draft of before by reading it; what it then writes takes that
// one's place, unless another window has gone on with it as well.

namespace homeward::app {

/// A draft as its window wrote it last.
struct DraftVersion {
    std::string writer;
    Timestamp changedAt;
};

/// `body` is the editor's own JSON.
Result<Done> keepDraft(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body);
/// To be shown and gone on with; empty: none. This window's, else the newest.
Result<std::optional<std::string>> readDraft(Session& session, const std::string& kind,
                                             const std::string& record);
/// This window shows that draft, which was read beside other things, and goes on with it.
void goOnWith(Session& session, const std::string& kind, const std::string& record,
              const DraftVersion& draft);
/// What this window wrote and what it went on with; those of other windows stay.
Result<Done> dropDraft(Session& session, const std::string& kind, const std::string& record);

/// Those of other windows, or of before, that are no part of what this one shows, newest first.
Result<std::vector<DraftVersion>> otherDrafts(Session& session, const std::string& kind,
                                              const std::string& record);
/// Goes on with another one from now on: readDraft gives it. What this window wrote stays beside
/// it. Fails with: NotFound (it is gone since).
Result<Done> switchDraft(Session& session, const std::string& kind, const std::string& record,
                         const std::string& writer);

/// Choices of a person that are kept like drafts and are the same in every window.
Result<Done> keepChoices(Session& session, const std::string& kind, const std::string& record,
                         const std::string& body);
Result<std::optional<std::string>> readChoices(Session& session, const std::string& kind,
                                               const std::string& record);
Result<Done> dropChoices(Session& session, const std::string& kind, const std::string& record);

}  // namespace homeward::app
