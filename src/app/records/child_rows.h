#pragma once

#include "app/records/child_list.h"
#include "app/session/use_case.h"
#include "storage/records/child_list.h"

namespace homeward::app {

/// A line of storage as lists show it.
ChildRow rowOf(const storage::ChildLine& line, Date today);
storage::ChildList childList(Records& records, const Session& session);

/// ReasonNeeded where the child is allocated to somebody else, the role does not work across, and
/// no reason was given since signing in.
std::optional<Error> reasonNeeded(Records& records, const Session& session, const Child& child);

}  // namespace homeward::app
