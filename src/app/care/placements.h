#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/care_rules.h"
#include "support/result.h"

namespace homeward::app {

/// Where a date of a placement comes from.
struct DateOrigin {
    enum class Kind {
        Homeward,  ///< a person entered, chose or put it right here
        Return,    ///< a row of a return says it
        Guessed    ///< no return says when it ended: it ends where the next one begins
    };
    Kind kind = Kind::Homeward;
    std::string file = {};  ///< of the row, for Kind::Return
    int line = 0;
    int year = 0;  ///< first calendar year of its collection year
};

struct PlacementRow {
    Placement placement;
    DateOrigin began;
    DateOrigin ended;           ///< of placement.endsOn
    std::string homeName;       ///< empty: only known from a return
    std::string placeLabel;     ///< label of the statutory code
    std::string providerLabel;  ///< provider's name, else label of the statutory code
    std::string decidedBy;      ///< who chose it and why, where it was decided in Homeward
    std::string decisionReason;
};

struct PlacementHistory {
    CareHistory history;
    std::vector<PlacementRow> rows;       ///< oldest first
    std::vector<PlacementRow> withdrawn;  ///< entered in error or cancelled, oldest first
};

/// Fails with: ReasonNeeded (app/records/child_access.h).
Result<PlacementHistory> placementsOf(Session& session, const ChildId& child);

// What changes a placement needs Right::DecidePlacements. The rules, and which field breaks which,
// stand in domain/care_rules.h. `seenVersion` is the row version the person saw.

/// Ends a placement, on its first day at the earliest; care goes on. `changeReason`:
/// REASON_PLACE_CHANGE. Fails with: EditConflict (changed or ended since), NotPermitted, NotFound,
/// InvalidInput (as withPlacementTerms).
Result<Done> endPlacement(Session& session, const PlacementId& placement, int seenVersion,
                          Date endsOn, const std::string& changeReason);

/// Corrects when a placement was, moves one that is still to come, or takes an end back.
/// Fails with: EditConflict, NotPermitted, NotFound, InvalidInput (as withPlacementTerms).
Result<Done> correctPlacement(Session& session, const PlacementId& placement, int seenVersion,
                              const PlacementTerms& terms);

/// Why a placement is withdrawn, and what that means for the one before it.
struct Withdrawing {
    std::string note;            ///< what was wrong; may be empty
    bool previousGoesOn = true;  ///< the placement that ended where it begins lasts on
};
/// A placement that was entered in error or, where it is still to come, cancelled: it leaves
/// history, vacancies and experience as if it never was, and stays on record to be restored.
/// Fails with: EditConflict, NotPermitted, NotFound.
Result<Done> withdrawPlacement(Session& session, const PlacementId& placement, int seenVersion,
                               const Withdrawing& withdrawing);

/// The way back. `changeReason`: why the placement before it ends where it begins, where one does.
/// Fails with: EditConflict (restored since), NotPermitted, NotFound, InvalidInput (as
/// withPlacementBack).
Result<Done> restorePlacement(Session& session, const PlacementId& placement, int seenVersion,
                              const std::string& changeReason);

/// A placement with nobody of the register: parents, relatives, a hospital, elsewhere.
struct PlacementElsewhere {
    ChildId child;
    Date startsOn;
    std::string placeCode;     ///< PLACE
    std::string providerCode;  ///< PLACE_PROVIDER
    std::string postcode;      ///< may be empty
    std::string changeReason;  ///< why the placement until then ends
};
/// Fails with: NotPermitted, NotFound, InvalidInput (as withPlacement).
Result<PlacementId> placeElsewhere(Session& session, const PlacementElsewhere& elsewhere);

}  // namespace homeward::app
