#pragma once

#include <optional>

#include "support/date.h"

namespace homeward::analytics {

/// Months after which a needs assessment should be looked at again.
/// Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33: reviews at
/// intervals of not more than six months after the second one.
inline constexpr int kReviewMonths = 6;

/// Whether needs have to be looked at again by `today`; never assessed (empty): yes.
bool isAssessmentDue(std::optional<Date> lastAssessedOn, Date today);

/// The first day of a last assessment by which needs are not due yet on `today`: due is what was
/// assessed before it.
Date dueIfBefore(Date today);

/// Whole months from `day` to `today`, 0 or more; empty: there was none.
std::optional<int> monthsSince(std::optional<Date> day, Date today);

}  // namespace homeward::analytics
