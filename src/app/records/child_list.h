#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/records/list_slice.h"
#include "app/session/session.h"
#include "domain/child.h"
#include "domain/child_filter.h"
#include "domain/statutory_codes.h"
#include "domain/urgency.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// One line of a list of children, ready to show.
struct ChildRow {
    ChildId id;
    std::string caseNumber;
    std::string displayName;
    Sex sex = Sex::Unknown;
    Date birthDate;
    int ageYears = 0;
    bool inCare = false;                  ///< today; care goes on between two placements
    std::optional<PlaceGroup> placement;  ///< empty: in no placement today
    std::string placeCode;
    HomeId home;                   ///< may be empty
    std::string homeName;          ///< household, or empty when only known from a return
    std::optional<Date> placedOn;  ///< start of the current placement
    Urgency urgency = Urgency::NotInCare;
    std::optional<Date> neededBy;  ///< the day by which a home has to be found
    OutsideTerms outsideTerms;     ///< of the current placement
    Leaving leaving;               ///< of the current placement
    std::optional<Date> movesOn;   ///< an agreed placement begins
    std::string nextHomeName;      ///< with whom; empty: nobody of the register
    AccountId worker;
    std::string workerName;
    std::optional<Date> lastAssessedOn;
    int assessments = 0;   ///< completed
    int totalNeed = 0;     ///< of the latest; 0..48
    bool myDraft = false;  ///< the signed-in person has a draft
};

/// A list of children: whom, and in which order.
struct ChildListAsked {
    ChildFilter filter;
    ChildOrder order = ChildOrder::Name;
    bool descending = false;
    bool operator==(const ChildListAsked&) const = default;
};
using ChildSlice = ListSlice<ChildRow>;

/// The rows behind `after`, at most `limit` of them. Where nothing is spelled as typed, what is
/// spelled nearly so (one slip in words of four letters or more). Takes no lock; a page of any
/// number of children takes the time of a page.
Result<ChildSlice> childrenOf(Session& session, const ChildListAsked& asked,
                              const ListPlace& after = {}, int limit = kSliceRows);
/// All of them, in stretches, e.g. for a file; asks between two whether to stop (Cancelled).
Result<std::vector<ChildRow>> allChildrenOf(Session& session, const ChildListAsked& asked,
                                            const RunControl& control);

struct ChildCounts {
    int matching = 0;
    int total = 0;        ///< on record
    int inCare = 0;       ///< of all
    int needHome = 0;     ///< of those in care
    int highestNeed = 0;  ///< highest total of any assessment
};
Result<ChildCounts> countChildren(Session& session, const ChildFilter& filter);

/// Those of the children that there are, in the order given.
Result<std::vector<ChildRow>> childRows(Session& session, const std::vector<ChildId>& ids);
/// Fails with: NotFound (fact child: the case number).
Result<ChildId> childNumbered(Session& session, const std::string& caseNumber);

}  // namespace homeward::app
