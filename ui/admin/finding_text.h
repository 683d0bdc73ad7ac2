#pragma once

#include <QString>
#include <QStringList>

#include "app/import_return.h"

namespace homeward::ui {

/// What is wrong with a row of a return, and where it helps, what to do.
QString findingText(const app::ImportFinding& finding);

/// Every reason that has words of its own.
QStringList knownFindingReasons();

}  // namespace homeward::ui
