#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "support/date.h"
#include "support/result.h"

namespace homeward::app {

/// A contradiction between the records, the audit trail and its head (audit.head) that nobody has
/// decided on yet. Found at sign-in or by a use case, told at once, and kept in the trail until an
/// administrator decides.
struct OpenConflict {
    std::string kind;  ///< "store-older", "another-trail", "rights-changed", "head-missing",
                       ///< "head-damaged", "head-not-written"
    Timestamp foundAt;
    std::string foundBy;              ///< Person's name; may be empty.
    std::int64_t keptSequence = 0;    ///< Newest row that audit.head knew; 0: not known.
    std::int64_t storedSequence = 0;  ///< Newest row of the trail when it was found.
    bool stopsWriting = false;        ///< Nothing can be changed until it is decided.
};

/// Facts for the sentence "verify.conflict.<kind>" of the message catalogue: first and last missing
/// row.
std::map<std::string, std::string> factsOf(const OpenConflict& conflict);

/// Oldest first. Needs Right::ReadRecords.
Result<std::vector<OpenConflict>> openConflicts(Session& session);

/// An administrator has looked: the records go on as they are, accounts are put back to what the
/// trail says, the head is written anew, and the trail keeps who decided and why. Needs
/// Right::ManageAccounts, by the trail's word. Fails with: InvalidInput (reason: required),
/// NotPermitted, NotFound (nothing to decide), and the errors of a use case.
Result<Done> decideConflicts(Session& session, const std::string& reason);

/// Compares head, trail and accounts now, and keeps what is new in the trail. For signing in; a use
/// case that meets a contradiction does the same. Gives the kind of the gravest open one; empty:
/// none.
Result<std::string> checkTrust(Session& session);

}  // namespace homeward::app
