#pragma once

#include <QSettings>

#include "tests/support/authority_fixture.h"
#include "tests/ui/support/ui_harness.h"

namespace homeward::ui::test {

/// The program's one window on a fresh authority, without the demonstration.
struct PageFixture {
    /// The window's page at `place`, which must be of that type.
    template <typename PageType>
    PageType* show(const Place& place)
    {
        return typed<PageType>(stage.open(place));
    }
    /// The same after the window was locked and its pages were closed: as on another day.
    template <typename PageType>
    PageType* showAnew(const Place& place)
    {
        return typed<PageType>(stage.openAnew(place));
    }
    PageContext context() { return stage.context(); }
    bool settle() const { return stage.settle(); }

    homeward::test::AuthorityFixture authority;
    UiStage stage{authority.session};
    CannedDialogs& dialogs = stage.dialogs;
    Jobs& jobs = stage.jobs;

private:
    template <typename PageType>
    static PageType* typed(Page* page)
    {
        auto* const shown = dynamic_cast<PageType*>(page);
        REQUIRE(shown);
        return shown;
    }
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
