#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "support/keyed_enum.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// One recorded change, or one view.
struct AuditRow {
    std::int64_t sequence = 0;   ///< 0 for a view
    Timestamp at;
    std::string accountName;
    std::string personName;
    std::string useCase;         ///< key, e.g. "complete-assessment", "view-child"
    std::string entity;          ///< e.g. "assessment"
    std::string entityId;
    std::map<std::string, std::string> before;  ///< changed fields only, JSON values as text
    std::map<std::string, std::string> after;
};

/// Changes and views of one child, newest first, at most `limit` of each.
Result<std::vector<AuditRow>> historyOf(Session& session, const ChildId& child, int limit = 500);
/// Changes to one home, newest first.
Result<std::vector<AuditRow>> historyOf(Session& session, const HomeId& home, int limit = 500);
/// All changes, newest first. Needs Right::VerifyAudit.
Result<std::vector<AuditRow>> recentChanges(Session& session, int limit = 500);

enum class ChainFault { Edited, Removed, Reordered, Inserted, EndCutOff, HeadMissing, HeadForged };

struct ChainVerdict {
    std::int64_t rows = 0;                 ///< looked at
    std::optional<ChainFault> fault;       ///< empty: the trail is whole
    std::int64_t sequence = 0;             ///< first bad row (for Removed and EndCutOff: the first missing one)
    std::string expectedHash;              ///< hex
    std::string foundHash;
};
/// Recomputes the whole chain. Needs Right::VerifyAudit. Fails with: Cancelled, NotPermitted.
Result<ChainVerdict> verifyAudit(Session& session, const RunControl& control = {});

}  // namespace homeward::app

template <>
struct homeward::EnumKeys<homeward::app::ChainFault> {
    using F = homeward::app::ChainFault;
    static constexpr std::pair<F, std::string_view> table[] = {
        {F::Edited, "edited"},        {F::Removed, "removed"},
        {F::Reordered, "reordered"},  {F::Inserted, "inserted"},
        {F::EndCutOff, "end-cut-off"}, {F::HeadMissing, "head-missing"},
        {F::HeadForged, "head-forged"}};
};
