#pragma once

#include "app/records/homes.h"
#include "storage/records/home_list.h"

namespace homeward::app {

/// A line of storage as lists show it.
HomeRow rowOf(const storage::HomeLine& line);

}  // namespace homeward::app
