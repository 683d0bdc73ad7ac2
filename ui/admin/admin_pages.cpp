#include "ui/admin/admin_pages.h"

#include <QCoreApplication>

#include "ui/admin/admin_page.h"
#include "ui/shared/page_registry.h"

namespace homeward::ui {

void registerAdminPages(PageRegistry& registry)
{
    registry.add({QStringLiteral("admin"), QStringLiteral("admin"),
                  QCoreApplication::translate("homeward::ui::AdminPage", "Admin"),
                  QStringLiteral("admin"), 6, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new AdminPage(context, parent);
                  }});
}

}  // namespace homeward::ui
