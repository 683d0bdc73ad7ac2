#include "ui/mywork/mywork_pages.h"

#include "app/records/my_work.h"
#include "app/session/session.h"
#include "ui/mywork/my_work_page.h"
#include "ui/shared/pages/page_registry.h"
#include "ui/shared/pages/record_lists.h"

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
    info.notice = [](const PageContext& context) {
        const app::MyWork work = app::myWorkOf(
            context.lists.children(), context.session.account().id, context.session.today());
        return work.due.empty()
                   ? QString()
                   : MyWorkPage::tr("%n to assess", nullptr, static_cast<int>(work.due.size()));
    };
    registry.add(std::move(info));
}

}  // namespace homeward::ui
