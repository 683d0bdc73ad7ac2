#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "support/result.h"

namespace homeward::app {

/// One recorded change, or one view.
struct AuditRow {
    std::int64_t sequence = 0;  ///< 0 for a view
    Timestamp at;
    std::string accountName;
    std::string personName;
    std::string useCase;  ///< key, e.g. "complete-assessment", "view-child"
    std::string entity;   ///< e.g. "assessment"
    std::string entityId;
    std::map<std::string, std::string> before;  ///< changed fields only, JSON values as text
    std::map<std::string, std::string> after;
};

/// What the children and homes are called whose ids are values of the rows; other values are not in
/// it.
Result<std::map<std::string, std::string>> namesIn(Session& session,
                                                   const std::vector<AuditRow>& rows);

/// Changes and views of one child, newest first, at most `limit` of each.
Result<std::vector<AuditRow>> historyOf(Session& session, const ChildId& child, int limit = 500);
/// Changes to one home, newest first.
Result<std::vector<AuditRow>> historyOf(Session& session, const HomeId& home, int limit = 500);
/// All changes, newest first. Needs Right::VerifyAudit.
Result<std::vector<AuditRow>> recentChanges(Session& session, int limit = 500);

}  // namespace homeward::app
