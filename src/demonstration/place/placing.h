#pragma once

#include "demonstration/life.h"
#include "demonstration/place/houses.h"

namespace homeward::demonstration {

/// Finds homes for all stays: within places and terms, brothers and sisters together where a home
/// has room for them, near and able rather than not. A stay without a home is one that is only
/// known from the return. Homes kept for relatives that no family needs become ordinary foster
/// households.
void placeEverybody(Cast& cast, Houses& houses, const InventionPlan& plan,
                    const RunControl& control = {});

}  // namespace homeward::demonstration
