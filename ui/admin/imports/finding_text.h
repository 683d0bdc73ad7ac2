#pragma once

#include <QString>

#include "app/exchange/import_return.h"

namespace homeward::ui {

/// What is wrong with a row of a return, and where it helps, what to do.
QString findingText(const Finding& finding);

}  // namespace homeward::ui
