#pragma once

#include <vector>

#include "demonstration/life.h"
#include "domain/account.h"

namespace homeward::demonstration {

/// People of the service: social workers for the children in care, and a few of every other role.
std::vector<Account> inventWorkers(const Cast& cast, const InventionPlan& plan, IdSource& ids);

/// Allocates every child in care today to a social worker, brothers and sisters to the same one;
/// the first kOwnCaseload or so to plan.ownAccount.
void allocateChildren(Cast& cast, const std::vector<Account>& workers, const InventionPlan& plan);

}  // namespace homeward::demonstration
