#include <QLineEdit>
#include <QSignalSpy>

#include "tests/ui/support/ui_harness.h"
#include "ui/shell/session/idle_watch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace std::chrono_literals;

namespace {

/// A watch of ten minutes on clocks that the test sets.
struct Watched {
    Watched() : watch([this] { return now; }), idle(&watch, &IdleWatch::idle)
    {
        watch.setLimit(10min);
        watch.start();
    }
    void pass(std::chrono::milliseconds running, std::chrono::milliseconds wall)
    {
        now.running += running;
        now.wall += wall;
        watch.look();
    }

    Moment now{1h, 1000h};
    IdleWatch watch;
    QSignalSpy idle;
};

}  // namespace

TEST_CASE("nobody at the keyboard for the limit is idle, once", "[ui-shell][lock]")
{
    Watched w;
    w.pass(9min, 9min);
    CHECK(w.idle.isEmpty());
    w.pass(1min, 1min);
    CHECK(w.idle.size() == 1);
}

TEST_CASE("time asleep counts as idle", "[ui-shell][lock]")
{
    Watched w;
    w.pass(1s, 30min);
    CHECK(w.idle.size() == 1);
}

TEST_CASE("the first key after a sleep locks and is typed nowhere", "[ui-shell][lock]")
{
    Watched w;
    QLineEdit edit;
    edit.show();
    QTest::keyClicks(&edit, QStringLiteral("a"));
    w.now.wall += 30min;
    QTest::keyClicks(&edit, QStringLiteral("b"));
    CHECK(w.idle.size() == 1);
    CHECK(edit.text() == QStringLiteral("a"));
    QTest::keyClicks(&edit, QStringLiteral("c"));
    CHECK(edit.text() == QStringLiteral("ac"));
}

TEST_CASE("a wall clock set back neither locks nor hides what passes after it", "[ui-shell][lock]")
{
    Watched w;
    w.pass(1min, -5h);
    CHECK(w.idle.isEmpty());
    w.pass(8min, 8min);
    CHECK(w.idle.isEmpty());
    SECTION("awake")
    {
        w.pass(1min, 1min);
        CHECK(w.idle.size() == 1);
    }
    SECTION("asleep")
    {
        w.pass(0ms, 20min);
        CHECK(w.idle.size() == 1);
    }
}

TEST_CASE("each key begins the time anew", "[ui-shell][lock]")
{
    Watched w;
    QLineEdit edit;
    for (int i = 0; i < 4; ++i) {
        w.pass(6min, 6min);
        QTest::keyClicks(&edit, QStringLiteral("x"));
    }
    CHECK(w.idle.isEmpty());
    CHECK(edit.text().size() == 4);
}
