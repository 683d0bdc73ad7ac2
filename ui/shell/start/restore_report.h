#pragma once

#include <QString>

#include "app/authority/restore.h"

namespace homeward::ui {

/// What is lost if the backup takes the place of the present authority, in a sentence or two.
QString lostText(const app::BackupComparison& comparison);
/// Who made the changes that would be lost, one line each; empty: nobody.
QString lostByText(const app::BackupComparison& comparison);
/// Numbers of records that differ, one line each.
QString countsText(const app::BackupComparison& comparison);

}  // namespace homeward::ui
