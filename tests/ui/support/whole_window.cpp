#include "tests/ui/support/whole_window.h"

#include <QApplication>

#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/keys/shell_actions.h"
#include "ui/shell/session/open_authority.h"

namespace homeward::ui::test {

void openWholeWindow(OpenAuthority& open, const QSize& size)
{
    registerAllPages(open.registry);
    const ShellCommands nothing{[] {}, [] {}, [] {}, [] {}, [] {}};
    addShellActions(open.actions, open.dialogs, nothing);
    open.openWindow(makeAccountMenu(open.actions, *open.session));
    open.window->resize(size);
    open.window->show();
    QApplication::setActiveWindow(open.window.get());
}

}  // namespace homeward::ui::test
