#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/care_history.h"
#include "support/result.h"

// What people may do to the care history of one child: every function gives the history as it would
// be, or the rule that stands against it and the field that breaks it (startsOn, endsOn, ...). A
// history that broke a rule before, say from a return, is not refused for that: only what the
// change itself breaks counts. Records that are new have empty ids.

namespace homeward {

/// What has to be known beside the history.
struct CareRules {
    Date birth;
    Date today;
};

/// A placement begins; where the child lives until then ends that day, for `changeReason`
/// (REASON_PLACE_CHANGE). A child who is not in care on that day starts to be. `startReason` is
/// filled in. Fails with: InvalidInput (startsOn: overlaps where another begins later,
/// before-birth; placeCode, providerCode, changeReason: unknown-code).
Result<CareHistory> withPlacement(CareHistory history, Placement placement,
                                  const std::string& changeReason, const CareRules& rules);

/// When a placement was, and why it ended.
struct PlacementTerms {
    Date startsOn;
    std::optional<Date> endsOn;  ///< Empty: it lasts.
    std::string changeReason;    ///< Kept only with an end.
};

/// Ends a placement, corrects its days, moves one that is still to come, or takes its end back.
/// A placement that ended where this one starts moves along, and so does care that began with it.
/// It may end on the day it began. Fails with: NotFound, InvalidInput (startsOn, endsOn:
/// ends-before-start, in-future, overlaps, before-birth, outside-care; changeReason: unknown-code).
Result<CareHistory> withPlacementTerms(const CareHistory& history, const PlacementId& placement,
                                       const PlacementTerms& terms, const CareRules& rules);

/// The placement that went over into this one, which goes on if this one never was; null: none.
const Placement* placementBefore(const CareHistory& history, const Placement& placement);

/// As if the placement never was. `previousGoesOn`: the one before lasts as long as this one did.
/// Care that began for nothing but this placement goes with it. Fails with: NotFound.
Result<CareHistory> withoutPlacement(const CareHistory& history, const PlacementId& placement,
                                     bool previousGoesOn);

/// The way back from withoutPlacement; `changeReason`: why the placement before it ends where it
/// begins. Fails with: InvalidInput (startsOn: overlaps, before-birth; endsOn: outside-care).
Result<CareHistory> withPlacementBack(CareHistory history, Placement placement,
                                      const std::string& changeReason, const CareRules& rules);

/// The placement that withPlacementBack ends where `withdrawn` begins; null: none.
const Placement* placementCutBy(const CareHistory& history, const Placement& withdrawn);

/// Care begins. `legalStatus` (LS) may be empty: not known yet. Fails with: InvalidInput (startsOn:
/// in-care-already, in-future, before-birth, overlaps; needCode: required, unknown-code;
/// legalStatus: unknown-code, not-in-year).
Result<CareHistory> withCareBegun(CareHistory history, Date startsOn, const std::string& needCode,
                                  const std::string& legalStatus, const CareRules& rules);

/// A time in care, as a person may correct it.
struct CareTerms {
    Date startsOn;
    std::optional<Date> endsOn;  ///< Empty: care goes on.
    std::string needCode;        ///< CIN
    std::string endCode;         ///< REC, needed with an end.
};

/// Ends care, corrects it, or takes its end back; what began or ended with it moves along: the
/// placement and the legal status of its first and of its last day. Fails with: NotFound,
/// InvalidInput (startsOn, endsOn: ends-before-start, in-future, overlaps, before-birth,
/// outside-care, later-placement; needCode, endCode: required, unknown-code).
Result<CareHistory> withCareTerms(const CareHistory& history, const CarePeriodId& period,
                                  const CareTerms& terms, const CareRules& rules);

/// As if care never began, with its legal statuses. Fails with: NotFound, InvalidInput (startsOn:
/// has-placements).
Result<CareHistory> withoutCare(const CareHistory& history, const CarePeriodId& period);

/// A legal status holds from a day in care until the next; one that begins on the same day is
/// corrected. Fails with: InvalidInput (startsOn: outside-care, in-future; legalStatus: required,
/// unknown-code, not-in-year).
Result<CareHistory> withLegalStatus(CareHistory history, Date startsOn, const std::string& code,
                                    const CareRules& rules);

/// What is known beforehand of the end of a placement. Fails with: InvalidInput (leavesBy: required
/// where notice was given, ends-before-start, before-notice; noticeGivenOn: in-future).
std::optional<Error> checkLeaving(const Placement& placement, Date today);

/// An emergency outside the terms of the approval: at most kOutsideTermsDays working days from the
/// first on. Fails with: InvalidInput (outsideTermsUntil: required, ends-before-start, too-late
/// with fact latest; outsideTermsAgreedBy: required).
std::optional<Error> checkOutsideTerms(const Placement& placement);

/// Days, both included.
struct DaySpan {
    Date first;
    Date last;
    bool operator==(const DaySpan&) const = default;
};

/// The days of which `after` says otherwise than `before` did, where a return may still say what
/// stood before: a start or an end that was moved or taken back, a record that is gone. What was
/// only added or ended needs none.
std::vector<DaySpan> daysPutRight(const CareHistory& before, const CareHistory& after, Date today);

}  // namespace homeward
