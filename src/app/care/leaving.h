#pragma once

#include "app/session/session.h"
#include "domain/care_history.h"
#include "support/result.h"

namespace homeward::app {

// What is known beforehand of a placement that lasts. Both need Right::DecidePlacements;
// `seenVersion` is the row version the person saw. Both fail with: EditConflict (changed, ended or
// withdrawn since), NotPermitted, NotFound.

/// A household gave notice or a move is planned; without Leaving::by: it is taken back. Fails with
/// also: InvalidInput (rules of checkLeaving).
Result<Done> recordLeaving(Session& session, const PlacementId& placement, int seenVersion,
                           const Leaving& leaving);

/// How an emergency placement came within the terms: a variation, an exemption. Empty: it did not,
/// after all. Fails with also: InvalidInput (placement: within-terms where it never was outside).
Result<Done> settleOutsideTerms(Session& session, const PlacementId& placement, int seenVersion,
                                const std::string& settled);

}  // namespace homeward::app
