#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/records/child_list.h"
#include "app/session/session.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "support/result.h"

namespace homeward::app {

/// What the pages of one child start from.
struct ChildPage {
    Child child;
    ChildRow summary;
    std::vector<ChildId> siblings;
    std::vector<std::string> siblingNames;
};

/// One reading of what the pages of a child start from; takes no lock. That it was looked at is
/// logged by recordView. Fails with: NotFound; ReasonNeeded where the child is allocated to
/// somebody else, the role does not work across (worksAcross), and no reason was given since
/// signing in.
Result<ChildPage> openChild(Session& session, const ChildId& id);

/// Puts on record why somebody looks at a child of somebody else's caseload; openChild then opens
/// it until the person signs out. Fails with: InvalidInput (reason: required), NotFound.
Result<Done> giveReason(Session& session, const ChildId& id, const std::string& reason);

/// Logs that the child's record was looked at, on its page or in a shortlist; within a quarter of
/// an hour that is the same visit. Waits for nobody: while another program is writing it is owed.
void recordView(Session& session, const ChildId& id);
/// Logs what is owed, by this session and its workers, as far as that goes without waiting.
void logOwedViews(Session& session);

/// What is done where a record seems to be about the same person (seemsSamePerson).
enum class SamePerson { Ask, AddAnyway };

/// Adds a child known by case number. Needs Right::EditChildren. Fails with: InvalidInput
/// (rules of checkChild; caseNumber: already-exists; same-person, facts id, name and number of the
/// record there is), NotPermitted.
Result<ChildId> addChild(Session& session, const Child& child,
                         SamePerson samePerson = SamePerson::Ask);

/// Saves all fields. `child.rowVersion` is the version the user was looking at.
/// Gives the new row version. Fails with: EditConflict, InvalidInput, NotPermitted, NotFound.
Result<int> saveChild(Session& session, const Child& child);

}  // namespace homeward::app
