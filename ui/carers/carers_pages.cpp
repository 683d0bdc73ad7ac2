#include "ui/carers/carers_pages.h"

#include "ui/carers/carers_page.h"
#include "ui/carers/household_page.h"
#include "ui/carers/providers_page.h"
#include "ui/shared/page_registry.h"

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
