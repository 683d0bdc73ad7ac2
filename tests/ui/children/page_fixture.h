#pragma once

#include <QSettings>
#include <memory>

#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"

namespace homeward::ui::test {

/// A fresh authority, without the demonstration, and what a page is given in it.
struct PageFixture {
    PageContext context() { return {*authority.session, jobs, relay, dialogs, nullptr}; }

    /// Shows `page`, which hears of every commit as in the window.
    template <typename PageType>
    std::unique_ptr<PageType> show(const Place& place)
    {
        auto page = std::make_unique<PageType>(context());
        page->resize(1160, 640);
        page->show();
        QApplication::setActiveWindow(page.get());
        page->open(place);
        settle();
        return page;
    }
    bool settle() const { return waitForJobs(jobs); }

    homeward::test::AuthorityFixture authority;
    CannedDialogs dialogs;
    ChangeRelay relay{*authority.session};
    Jobs jobs{*authority.session};
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
