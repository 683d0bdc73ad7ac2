#include "ui/admin/admin_pages.h"

#include <QCoreApplication>

#include "app/authority/backups.h"
#include "app/session/session.h"
#include "ui/admin/admin_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

namespace {

/// For who can do something about it.
QString backupNotice(const PageContext& context)
{
    if (!context.session.may(Right::ManageAccounts) || context.session.authority().demonstration)
        return {};
    const auto state = app::backupState(context.session);
    if (!state)
        return {};
    if (state->lastFailed)
        return QCoreApplication::translate("homeward::ui::AdminPage", "Daily backup failed");
    if (!state->lastMade && state->folder.empty())
        return QCoreApplication::translate("homeward::ui::AdminPage", "Never backed up");
    return {};
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
