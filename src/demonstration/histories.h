#pragma once

#include "demonstration/life.h"
#include "demonstration/place/houses.h"
#include "domain/care_history.h"

namespace homeward::demonstration {

/// The working records of every life, in the same order, as importing their return would make them
/// (splitEpisodes of deriveEpisodes), with homes and costs. Children and homes must have their ids.
std::vector<CareHistory> inventHistories(const Cast& cast, const Houses& houses,
                                         const InventionPlan& plan, IdSource& ids);

}  // namespace homeward::demonstration
