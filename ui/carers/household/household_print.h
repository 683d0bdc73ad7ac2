#pragma once

#include "app/records/homes.h"
#include "ui/shared/output/record_print.h"

namespace homeward::ui {

/// One home on paper: its fields as they are on screen, who lives there, and the skills that count.
PrintedRecord printedHousehold(const app::HomePage& page, PrintedRecord::Lines fields);

}  // namespace homeward::ui
