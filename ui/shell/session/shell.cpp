#include "ui/shell/session/shell.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

#include "ui/shared/look/dialogs.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/keys/enter_presses.h"
#include "ui/shell/session/shell_controller.h"

namespace homeward::ui {

namespace {
constexpr int kCouldNot = 3;
}

int runShell(QApplication& application, const ShellOptions& options)
{
    Theme::instance().install(application);
    Theme::instance().setMode(Settings::theme());
    EnterPresses enter;
    application.installEventFilter(&enter);
    DesktopDialogs dialogs;
    app::Environment environment = app::Environment::real();
    environment.rescueFolder =
        std::filesystem::path(
            utf8(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))) /
        "rescue";
    ShellController shell(options, environment, registerAllPages, dialogs);
    if (options.exitAfterStartup) {
        QObject::connect(&shell, &ShellController::ready, &application, &QCoreApplication::quit,
                         Qt::QueuedConnection);
        QObject::connect(
            &shell, &ShellController::failed, &application,
            [] { QCoreApplication::exit(kCouldNot); }, Qt::QueuedConnection);
    }
    shell.start();
    return QApplication::exec();
}

}  // namespace homeward::ui
