#pragma once

#include <QString>

#include "ui/shell/session/shell.h"

class QApplication;

namespace homeward::ui {

/// Signs in with the passphrase file of `options` and writes results as writeResults does, without
/// a window. Failures are told on standard error. Returns the exit code: 0 done, 2 wrong use, 3
/// could not.
int runHeadless(QApplication& application, const ShellOptions& options, const QString& caseNumber,
                const QString& folder, bool replace);

}  // namespace homeward::ui
