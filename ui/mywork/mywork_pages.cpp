#include "ui/mywork/mywork_pages.h"

#include "app/records/my_work.h"
#include "ui/mywork/my_work_page.h"
#include "ui/shared/pages/page_registry.h"

namespace homeward::ui {

void registerMyWorkPages(PageRegistry& registry)
{
    PageInfo info;
    info.id = QStringLiteral("my-work");
    info.workspace = info.id;
    info.title = MyWorkPage::tr("My work");
    info.icon = QStringLiteral("my-work");
    info.order = 1;
    info.create = [](const PageContext& context, QWidget* parent) -> Page* {
        return new MyWorkPage(context, parent);
    };
    info.notice = [](app::Session& session) -> Result<QString> {
        const auto due = app::countDue(session);
        if (!due)
            return due.error();
        return *due == 0 ? QString() : MyWorkPage::tr("%n to assess", nullptr, *due);
    };
    registry.add(std::move(info));
}

}  // namespace homeward::ui
