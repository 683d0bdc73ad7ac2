#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/care_history.h"
#include "support/result.h"

namespace homeward::app {

struct PlacementRow {
    Placement placement;
    std::string homeName;       ///< empty: only known from a return
    std::string placeLabel;     ///< label of the statutory code
    std::string providerLabel;  ///< provider's name, else label of the statutory code
    std::string decidedBy;      ///< who chose it and why, where it was decided in Homeward
    std::string decisionReason;
};

struct PlacementHistory {
    CareHistory history;
    std::vector<PlacementRow> rows;  ///< oldest first
};

/// Fails with: NotFound.
Result<PlacementHistory> placementsOf(Session& session, const ChildId& child);

/// Ends the current placement and, unless care goes on elsewhere, nothing else. Needs
/// Right::DecidePlacements. `changeReason`: REASON_PLACE_CHANGE. Fails with: EditConflict,
/// InvalidInput (endsOn: ends-before-start, in-future), NotPermitted, NotFound.
Result<Done> endPlacement(Session& session, const PlacementId& placement, int seenVersion,
                          Date endsOn, const std::string& changeReason);

}  // namespace homeward::app
