#pragma once

#include <QString>

#include "app/children.h"

namespace homeward::ui {

/// Where a child lives in a few words: the household, the kind of place, "no placement" while care
/// goes on without one, or "not in care now".
QString livesText(const app::ChildRow& child);

}  // namespace homeward::ui
