#pragma once

#include <QString>

class QApplication;

namespace homeward::ui {

/// What the command line of `homeward` asks for.
struct ShellOptions {
    QString authority;       ///< folder to open; empty: the last one, else first run
    QString account;         ///< prefilled at sign-in
    QString passphraseFile;  ///< signs in without asking; for a demonstration or a kiosk
    bool exitAfterStartup = false;
};

/// First run or sign-in, then the main window; locks, signs out, opens another authority. Returns
/// the exit code.
int runShell(QApplication& application, const ShellOptions& options);

}  // namespace homeward::ui
