#include "ui/admin/admin_pages.h"

#include <QCoreApplication>

#include "app/authority/backups.h"
#include "app/session/session.h"
#include "ui/admin/admin_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

namespace {

/// For who can do something about it.
Result<QString> backupNotice(app::Session& session)
{
    if (!session.may(Right::ManageAccounts) || session.authority().demonstration)
        return QString();
    const auto state = app::backupState(session);
    if (!state)
        return state.error();
    if (state->lastFailed)
        return QCoreApplication::translate("homeward::ui::AdminPage", "Daily backup failed");
    if (!state->lastMade && state->folder.empty())
        return QCoreApplication::translate("homeward::ui::AdminPage", "Never backed up");
    return QString();
}

}  // namespace

void registerAdminPages(PageRegistry& registry)
{
    registry.add({QStringLiteral("admin"), QStringLiteral("admin"),
                  QCoreApplication::translate("homeward::ui::AdminPage", "Admin"),
                  QStringLiteral("admin"), 6, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new AdminPage(context, parent);
                  },
                  backupNotice, QStringLiteral("backups")});
}

}  // namespace homeward::ui
