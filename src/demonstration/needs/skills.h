#pragma once

#include <vector>

#include "demonstration/place/houses.h"
#include "domain/account.h"

namespace homeward::demonstration {

/// Skills profiles of most homes, an older one for some; who is still being assessed and a few
/// others have none, and some domains are not known. Homes must have their ids.
std::vector<SkillsProfile> inventSkills(const Houses& houses, const std::vector<Account>& workers,
                                        const NeedsFramework& framework, const InventionPlan& plan,
                                        IdSource& ids);

}  // namespace homeward::demonstration
