#include "ui/children/children_pages.h"

#include <QCoreApplication>

#include "ui/children/list/children_page.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

void registerChildrenPages(PageRegistry& registry)
{
    const auto say = [](const char* words) {
        return QCoreApplication::translate("homeward::ui::ChildrenPages", words);
    };
    registry.add({QStringLiteral("children"), QStringLiteral("children"),
                  say(QT_TRANSLATE_NOOP("homeward::ui::ChildrenPages", "Children")),
                  QStringLiteral("children"), 2, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new ChildrenPage(context, parent);
                  }});
    registry.add({QStringLiteral("child"), QStringLiteral("children"),
                  say(QT_TRANSLATE_NOOP("homeward::ui::ChildrenPages", "Child")),
                  QStringLiteral("children"), 2, Right::ReadRecords,
                  [](const PageContext& context, QWidget* parent) -> Page* {
                      return new ChildRecordPage(context, parent);
                  }});
}

}  // namespace homeward::ui
