#include "tests/ui/support/ui_harness.h"
#include "ui/shell/frame/navigation_history.h"

using namespace homeward::ui;

namespace {
Place place(const char* page, const char* record = "")
{
    return {QString::fromLatin1(page), QString::fromLatin1(record), {}};
}
}  // namespace

TEST_CASE("back and forward retrace the way", "[ui-shell]")
{
    NavigationHistory history;
    CHECK_FALSE(history.back());
    history.visit(place("my-work"));
    history.visit(place("children"));
    history.visit(place("child", "1"));
    CHECK(history.back() == place("children"));
    CHECK(history.back() == place("my-work"));
    CHECK_FALSE(history.canGoBack());
    CHECK(history.forward() == place("children"));
}

TEST_CASE("going somewhere new forgets what lay ahead", "[ui-shell]")
{
    NavigationHistory history;
    history.visit(place("my-work"));
    history.visit(place("children"));
    history.back();
    history.visit(place("insight"));
    CHECK_FALSE(history.canGoForward());
    CHECK(history.back() == place("my-work"));
}

TEST_CASE("the same place again is one step", "[ui-shell]")
{
    NavigationHistory history;
    history.visit(place("my-work"));
    history.visit(place("my-work"));
    CHECK_FALSE(history.canGoBack());
}

TEST_CASE("a move within the page is where back returns to", "[ui-shell]")
{
    NavigationHistory history;
    history.visit(place("child", "1"));
    Place tab = place("child", "1");
    tab.part = QStringLiteral("needs");
    history.replaceCurrent(tab);
    history.visit(place("children"));
    CHECK(history.back() == tab);
}
