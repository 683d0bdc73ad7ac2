#include "app/records/child_access.h"

namespace homeward::app {

std::optional<Error> reasonNeeded(Records& records, const Session& session, const ChildId& child)
{
    if (worksAcross(session.account().role) || session.impl().shared->hasReasonFor(child))
        return std::nullopt;
    const auto record = records.children.find(child);
    if (!record || record->worker.isEmpty() || record->worker == session.account().id)
        return std::nullopt;
    const auto worker = records.accounts.find(record->worker);
    return Error{ErrorCode::ReasonNeeded,
                 "child " + child.value,
                 {{"worker", worker ? worker->personName : std::string()}}};
}

}  // namespace homeward::app
