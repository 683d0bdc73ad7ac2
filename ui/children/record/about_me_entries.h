#pragma once

#include "domain/child.h"
#include "ui/shared/fields/entries.h"

namespace homeward::ui {

/// What stands in the fields of About me. Of note: "birthDate" is ISO, or as typed where it is no
/// day; "likesPets" is "yes", "no" or empty; "worker" is an id.
using AboutMeEntries = Entries;

}  // namespace homeward::ui
