#pragma once

#include "demonstration/life.h"
#include "domain/needs/needs_framework.h"

namespace homeward::demonstration {

/// Families and their children: who they are, when they come into care and leave it, and what they
/// need when care begins. Ids stay empty; nobody has a home yet.
Cast inventPeople(const InventionPlan& plan, const NeedsFramework& framework);

}  // namespace homeward::demonstration
