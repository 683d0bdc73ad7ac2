#pragma once

#include <optional>
#include <string>

#include "app/session/session.h"
#include "domain/care_rules.h"
#include "support/result.h"

// Care begins and ends. All need Right::EditChildren: it is the social worker who knows. The rules,
// and which field breaks which, stand in domain/care_rules.h.

namespace homeward::app {

struct CareBeginning {
    ChildId child;
    Date startsOn;
    std::string needCode;     ///< CIN
    std::string legalStatus;  ///< LS; empty: not known yet
};
/// Fails with: NotFound, NotPermitted, InvalidInput (as withCareBegun).
Result<CarePeriodId> beginCare(Session& session, const CareBeginning& beginning);

/// Ends care, and with it the placement and the legal status of that day. `endCode`: REC.
/// Fails with: EditConflict (changed or ended since), NotFound, NotPermitted, InvalidInput (as
/// withCareTerms).
Result<Done> endCare(Session& session, const CarePeriodId& period, int seenVersion, Date endsOn,
                     const std::string& endCode);

/// Corrects a time in care, or takes its end back. Fails with: as endCare.
Result<Done> correctCare(Session& session, const CarePeriodId& period, int seenVersion,
                         const CareTerms& terms);

/// Care that was entered in error; the audit trail keeps it, and beginCare is the way back.
/// Fails with: EditConflict, NotFound, NotPermitted, InvalidInput (as withoutCare).
Result<Done> withdrawCare(Session& session, const CarePeriodId& period, int seenVersion);

/// Fails with: NotFound, NotPermitted, InvalidInput (as withLegalStatus).
Result<Done> recordLegalStatus(Session& session, const ChildId& child, Date startsOn,
                               const std::string& code);

}  // namespace homeward::app
