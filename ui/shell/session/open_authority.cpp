#include "ui/shell/session/open_authority.h"

#include <QMenu>
#include <algorithm>

#include "ui/shell/frame/main_window.h"

namespace homeward::ui {

OpenAuthority::OpenAuthority(std::shared_ptr<app::Session> opened, Dialogs& theDialogs)
    : session(std::move(opened)), relay(*session), jobs(*session), dialogs(theDialogs)
{
}

OpenAuthority::~OpenAuthority() = default;

void OpenAuthority::openWindow(QMenu* accountMenu, const Whereabouts* before)
{
    window = std::make_unique<MainWindow>(PageContext{*session, jobs, relay, dialogs, &actions},
                                          registry, accountMenu);
    accountMenu->setParent(window.get(), Qt::Popup);
    if (before && !before->here.page.isEmpty())
        return window->resume(*before);

    const PageInfo* first = nullptr;
    for (const PageInfo& info : registry.pages())
        if (info.id == info.workspace && session->may(info.needs) &&
            (!first || info.order < first->order))
            first = &info;
    if (first)
        window->go({first->id, {}, {}});
}

}  // namespace homeward::ui
