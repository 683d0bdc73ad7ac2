#pragma once

#include "support/id.h"

namespace homeward::storage {

/// Children with neighbouring ids, both ends included: what questions about everybody read at a
/// time.
struct ChildSpan {
    ChildId first;
    ChildId last;
};

}  // namespace homeward::storage
