#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/care_history.h"
#include "domain/child.h"
#include "domain/statutory_codes.h"
#include "support/result.h"

namespace homeward::app {

/// One line of the children list, ready to show.
struct ChildRow {
    ChildId id;
    std::string caseNumber;
    std::string displayName;
    std::string searchText;  ///< folded: names, case number, home, postcode
    Sex sex = Sex::Unknown;
    Date birthDate;
    int ageYears = 0;
    bool inCare = false;                  ///< today; care goes on between two placements
    std::optional<PlaceGroup> placement;  ///< empty: in no placement today
    std::string placeCode;
    HomeId home;                   ///< may be empty
    std::string homeName;          ///< household, or empty when only known from a return
    std::optional<Date> placedOn;  ///< start of the current placement
    AccountId worker;
    std::string workerName;
    std::optional<Date> lastAssessedOn;
    int assessments = 0;   ///< completed
    int totalNeed = 0;     ///< of the latest; 0..48
    bool myDraft = false;  ///< the signed-in person has a draft
};

/// Every child of the authority, by family then given name, then case number.
Result<std::vector<ChildRow>> listChildren(Session& session);

/// What the pages of one child start from.
struct ChildPage {
    Child child;
    ChildRow summary;
    std::vector<ChildId> siblings;
    std::vector<std::string> siblingNames;
    /// What the signed-in person typed about the child and did not save (kind "about-me").
    std::optional<std::string> draft;
};

/// One reading of what the pages of a child start from; takes no lock. That it was looked at is
/// logged by recordView. Fails with: NotFound.
Result<ChildPage> openChild(Session& session, const ChildId& id);

/// Logs that the child's record was looked at, on its page or in a shortlist; within a quarter of
/// an hour that is the same visit. Waits for nobody: while another program is writing it is owed.
void recordView(Session& session, const ChildId& id);
/// Logs what is owed, by this session and its workers, as far as that goes without waiting.
void logOwedViews(Session& session);

/// Adds a child known by case number. Needs Right::EditChildren. Fails with: InvalidInput
/// (rules of checkChild; caseNumber: already-exists), NotPermitted.
Result<ChildId> addChild(Session& session, const Child& child);

/// Saves all fields. `child.rowVersion` is the version the user was looking at.
/// Gives the new row version. Fails with: EditConflict, InvalidInput, NotPermitted, NotFound.
Result<int> saveChild(Session& session, const Child& child);

/// Unsaved text of any editor: one per person, kind and record; written every 2 seconds at most.
/// `kind` e.g. "about-me"; `body` is the editor's own JSON.
Result<Done> keepDraft(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body);
/// Empty: none.
Result<std::optional<std::string>> readDraft(Session& session, const std::string& kind,
                                             const std::string& record);
Result<Done> dropDraft(Session& session, const std::string& kind, const std::string& record);

}  // namespace homeward::app
