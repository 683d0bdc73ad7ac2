#pragma once

#include <optional>
#include <vector>

#include "app/children.h"

namespace homeward::ui {

/// Months after which a needs assessment should be looked at again.
/// Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33: reviews at
/// intervals of not more than six months after the second one.
inline constexpr int kReviewMonths = 6;

/// What waits for one person, from the children list.
struct MyWork {
    bool allChildren = false;  ///< nobody is allocated to this person, so everybody in care counts
    std::vector<app::ChildRow> children;  ///< mine, in care, in the order of the list
    std::vector<app::ChildRow> drafts;    ///< that this person began, of any child
    std::vector<app::ChildRow> due;  ///< of `children`: never assessed first, then the longest ago
};
MyWork myWorkOf(const std::vector<app::ChildRow>& all, const AccountId& me, Date today);

/// Whole months since the latest assessment; empty: never assessed.
std::optional<int> monthsSinceAssessed(const app::ChildRow& child, Date today);

}  // namespace homeward::ui
