#include "ui/matching/matching_pages.h"

#include <QCoreApplication>

#include "ui/matching/seekers/matching_page.h"
#include "ui/matching/shortlist/shortlist_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

void registerMatchingPages(PageRegistry& registry)
{
    const QString workspace = QStringLiteral("matching");
    registry.add({workspace, workspace, MatchingPage::tr("Matching"), QStringLiteral("matching"), 4,
                  Right::ReadRecords, [](const PageContext& context, QWidget* parent) -> Page* {
                      return new MatchingPage(context, parent);
                  }});
    registry.add({QStringLiteral("shortlist"), workspace, ShortlistPage::tr("Shortlist"),
                  QStringLiteral("matching"), 0, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new ShortlistPage(context, parent);
                  }});
}

}  // namespace homeward::ui
