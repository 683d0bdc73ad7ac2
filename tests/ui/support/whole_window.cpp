#include "tests/ui/support/whole_window.h"

#include <QApplication>

#include "ui/shell/main_window.h"
#include "ui/shell/open_authority.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/workspaces.h"

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
