#include "ui/carers/carers_pages.h"

#include "ui/carers/household/household_page.h"
#include "ui/carers/list/carers_page.h"
#include "ui/carers/list/providers_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

void registerCarersPages(PageRegistry& registry)
{
    const QString workspace = QStringLiteral("carers");
    registry.add({workspace, workspace, CarersPage::tr("Carers"), QStringLiteral("carers"), 3,
                  Right::ReadRecords, [](const PageContext& context, QWidget* parent) -> Page* {
                      return new CarersPage(context, parent);
                  }});
    registry.add({QStringLiteral("providers"), workspace, ProvidersPage::tr("Providers"),
                  QStringLiteral("carers"), 0, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new ProvidersPage(context, parent);
                  }});
    registry.add({QStringLiteral("home"), workspace, HouseholdPage::tr("Household"),
                  QStringLiteral("carers"), 0, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new HouseholdPage(context, parent);
                  }});
}

}  // namespace homeward::ui
