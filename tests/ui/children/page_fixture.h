#pragma once

#include <QSettings>
#include <memory>

#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"

namespace homeward::ui::test {

/// A fresh authority, without the demonstration, and what a page is given in it.
struct PageFixture {
    PageContext context() { return {*authority.session, jobs, lists, dialogs, nullptr}; }

    /// Shows `page` and tells it of every commit of this person.
    template <typename PageType>
    std::unique_ptr<PageType> show(const Place& place)
    {
        auto page = std::make_unique<PageType>(context());
        page->resize(1160, 640);
        page->show();
        QApplication::setActiveWindow(page.get());
        token = authority.session->changes().subscribe(
            [shown = page.get()](const app::ChangeSet& changes) { shown->changed(changes); });
        page->open(place);
        return page;
    }

    homeward::test::AuthorityFixture authority;
    CannedDialogs dialogs;
    Jobs jobs{*authority.session};
    RecordLists lists{*authority.session, jobs};
    std::shared_ptr<void> token;
};

template <typename Widget>
Widget* find(QWidget& page, const char* name)
{
    auto* widget = page.findChild<Widget*>(QString::fromLatin1(name));
    if (!widget)
        FAIL("no widget named " << name);
    return widget;
}

}  // namespace homeward::ui::test
