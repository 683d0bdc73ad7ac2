#pragma once

#include <QString>

#include "app/records/children.h"

namespace homeward::ui {

/// Where a child lives in a few words: the household, the kind of place, "no placement" while care
/// goes on without one, or "not in care now".
QString livesText(const app::ChildRow& child);
QString ageOf(const app::ChildRow& child);
/// What the column of ages sorts by: within a year the younger still comes first.
int youngestFirst(const app::ChildRow& child);
QString assessedText(const app::ChildRow& child);  ///< the day, or "not yet"
/// Empty: not assessed.
std::optional<int> totalNeed(const app::ChildRow& child);

}  // namespace homeward::ui
