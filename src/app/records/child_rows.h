#pragma once

#include "app/records/child_list.h"
#include "app/session/use_case.h"
#include "storage/records/child_list.h"

namespace homeward::app {

/// A line of storage as lists show it.
ChildRow rowOf(const storage::ChildLine& line, Date today);
storage::ChildList childList(Records& records, const Session& session);

}  // namespace homeward::app
