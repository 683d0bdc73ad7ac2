#include "ui/insight/insight_pages.h"

#include <QCoreApplication>

#include "ui/insight/insight_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

void registerInsightPages(PageRegistry& registry)
{
    registry.add({QStringLiteral("insight"), QStringLiteral("insight"),
                  QCoreApplication::translate("homeward::ui::InsightPage", "Insight"),
                  QStringLiteral("insight"), 5, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new InsightPage(context, parent);
                  }});
}

}  // namespace homeward::ui
