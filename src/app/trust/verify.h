#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session/session.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/text/keyed_enum.h"

namespace homeward::app {

/// One thing that is not as it should be. `facts` fill the sentence "verify.<what>" of the message
/// catalogue; ids, account names and row numbers, never words of records.
struct VerifyFinding {
    std::string what;
    std::map<std::string, std::string> facts;
    /// True: worth knowing, but nothing is damaged or changed by hand, e.g. a clock that was put
    /// back.
    bool isNote = false;
};

/// What was looked at and what was found, gravest first.
struct VerifyReport {
    std::int64_t rows = 0;     ///< Of the audit trail.
    std::int64_t records = 0;  ///< Compared with the trail.
    std::vector<VerifyFinding> findings;
    bool isWhole() const;  ///< Nothing but notes.
};

/// Every kind of finding, as `what`.
inline constexpr std::string_view kVerifyFindings[] = {"store.copied",
                                                       "store.damaged",
                                                       "store.unreadable",
                                                       "trail.edited",
                                                       "trail.removed",
                                                       "trail.reordered",
                                                       "trail.inserted",
                                                       "trail.end-cut-off",
                                                       "trail.head-missing",
                                                       "trail.head-forged",
                                                       "trail.clock",
                                                       "conflict.head-missing",
                                                       "conflict.head-damaged",
                                                       "conflict.head-not-written",
                                                       "conflict.store-older",
                                                       "conflict.another-trail",
                                                       "conflict.rights-changed",
                                                       "record.altered",
                                                       "record.missing",
                                                       "record.unsealed",
                                                       "record.revived",
                                                       "keys.not-ours",
                                                       "keys.old-slot",
                                                       "keys.slot-missing",
                                                       "keys.unreadable",
                                                       "rule.over-places",
                                                       "rule.placements-overlap",
                                                       "rule.ends-before-start"};

/// Whether the authority is whole: every page of the database (read anew from the disk), its own
/// integrity check, the audit trail row by row, all records against the trail, key slots,
/// contradictions still open, and the rules of records. Reads on a connection of its own. Progress
/// in per cent. O(records); 20,000 a second. Needs Right::VerifyAudit. Fails with: Cancelled,
/// NotPermitted, Locked.
Result<VerifyReport> verifyAuthority(Session& session, const RunControl& control = {});

}  // namespace homeward::app
