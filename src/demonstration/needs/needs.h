#pragma once

#include <vector>

#include "demonstration/life.h"
#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"

namespace homeward::demonstration {

/// Completed assessments of all children: a first one within weeks, reviews about every six months.
/// Needs fall where a home answers them and rise around moves. About one child in twenty is never
/// assessed. Children must have their ids and workers, stays their fit.
std::vector<Assessment> inventAssessments(const Cast& cast, const std::vector<AccountId>& assessors,
                                          const NeedsFramework& framework,
                                          const InventionPlan& plan, IdSource& ids,
                                          const RunControl& control = {});

}  // namespace homeward::demonstration
