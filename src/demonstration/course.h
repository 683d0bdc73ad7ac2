#pragma once

#include "demonstration/life.h"

namespace homeward::demonstration {

/// Fills Life::stays of everybody: how often and when the children move, and into what kind of
/// place. Brothers and sisters who live together share their moves. Homes are found later.
void inventCourses(Cast& cast, const InventionPlan& plan);

}  // namespace homeward::demonstration
