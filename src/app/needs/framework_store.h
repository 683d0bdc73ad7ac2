#pragma once

#include "app/session/use_case.h"
#include "domain/needs/needs_framework.h"
#include "matching/policy.h"

namespace homeward::app {

/// Stored frameworks and policies as values; fails with NotFound or, for a text that no longer
/// reads, StoreDamaged.
Result<NeedsFramework> storedFramework(Records& records, const FrameworkVersionId& id);
Result<NeedsFramework> currentFramework(Records& records);
FrameworkVersionId currentFrameworkId(Records& records);
Result<matching::Policy> currentPolicy(Records& records);

}  // namespace homeward::app
