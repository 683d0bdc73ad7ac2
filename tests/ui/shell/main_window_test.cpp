#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/support/ui_harness.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/keys/enter_presses.h"
#include "ui/shell/session/open_authority.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// Notes what the window tells it.
class NotingPage final : public Page {
public:
    NotingPage(const QString& id, QWidget* parent) : Page(parent), m_place{id, {}, {}}
    {
        setFocusPolicy(Qt::StrongFocus);
    }
    void open(const Place& place) override { m_place = place; }
    Place place() const override { return m_place; }
    bool keepUnsaved() override
    {
        ++kept;
        return !full;
    }
    std::optional<Unsaved> unsaved() const override
    {
        if (!full)
            return {};
        return Unsaved{QStringLiteral("Tyler B."), {ErrorCode::StorageFull, {}, {}}};
    }

    bool full = false;  ///< nothing can be kept

    int kept = 0;
    Place m_place;
};

struct Window {
    Window() : open(signInToDemonstration(demonstrationFolder()), dialogs)
    {
        for (const QString& id : {QStringLiteral("one"), QStringLiteral("two")}) {
            PageInfo info;
            info.id = info.workspace = info.title = id;
            info.icon = QStringLiteral("children");
            info.order = id == QStringLiteral("one") ? 1 : 2;
            info.create = [this, id](const PageContext&, QWidget* parent) {
                return pages[id] = new NotingPage(id, parent);
            };
            open.registry.add(info);
        }
        PageInfo secret = *open.registry.find(QStringLiteral("one"));
        secret.id = QStringLiteral("detail");
        open.registry.add(secret);
        open.openWindow(new QMenu);
        open.window->show();
        QApplication::setActiveWindow(open.window.get());
        waitForJobs(open.jobs);
    }
    MainWindow& window() { return *open.window; }
    static Place at(const char* id, const char* record = "")
    {
        return {QString::fromLatin1(id), QString::fromLatin1(record), {}};
    }

    CannedDialogs dialogs;
    QHash<QString, NotingPage*> pages;
    OpenAuthority open;
};

}  // namespace

TEST_CASE("the window starts on the first workspace and keys lead to the others", "[ui-shell]")
{
    Window w;
    CHECK(w.window().place() == Window::at("one"));
    QTest::keyClick(&w.window(), Qt::Key_2, Qt::ControlModifier);
    CHECK(w.window().place() == Window::at("two"));
    QTest::keyClick(&w.window(), Qt::Key_Left, Qt::AltModifier);
    CHECK(w.window().place() == Window::at("one"));
    QTest::keyClick(&w.window(), Qt::Key_Right, Qt::AltModifier);
    CHECK(w.window().place() == Window::at("two"));
}

TEST_CASE("leaving a page keeps what was not saved", "[ui-shell]")
{
    Window w;
    w.window().go(Window::at("two"));
    CHECK(w.pages[QStringLiteral("one")]->kept == 1);
}

TEST_CASE("a page that cannot keep what was typed stays, whatever is asked for", "[ui-shell]")
{
    Window w;
    w.window().go(Window::at("two"));
    w.window().go(Window::at("one"));
    NotingPage* const one = w.pages[QStringLiteral("one")];
    one->full = true;
    w.window().go(Window::at("two"));
    CHECK(w.window().place() == Window::at("one"));
    auto* workspace = w.window().findChild<QToolButton*>(QStringLiteral("workspaceButton-two"));
    REQUIRE(workspace);
    workspace->click();
    CHECK(w.window().place() == Window::at("one"));
    CHECK_FALSE(workspace->isChecked());
    w.window().go(Window::at("one", "7"));
    CHECK(w.window().place() == Window::at("one"));
    QTest::keyClick(&w.window(), Qt::Key_Left, Qt::AltModifier);
    CHECK(w.window().place() == Window::at("one"));
    CHECK(w.dialogs.asked.empty());

    one->full = false;
    QTest::keyClick(&w.window(), Qt::Key_Left, Qt::AltModifier);
    CHECK(w.window().place() == Window::at("two"));
    QTest::keyClick(&w.window(), Qt::Key_Right, Qt::AltModifier);
    CHECK(w.window().place() == Window::at("one"));
}

TEST_CASE("closing the window without what was typed is asked with the reason", "[ui-shell]")
{
    Window w;
    w.pages[QStringLiteral("one")]->full = true;
    w.dialogs.answer = false;
    w.window().close();
    CHECK(w.window().isVisible());
    REQUIRE(w.dialogs.asked.size() == 1);
    const Question question = w.dialogs.asked.front();
    CHECK(question.text.contains(QStringLiteral("What you typed about Tyler B.")));
    CHECK(question.text.contains(QStringLiteral("no room left on the disk")));
    CHECK(question.keep == QStringLiteral("Stay"));
    CHECK(question.proceed == QStringLiteral("Leave without it"));
    w.dialogs.answer = true;
    w.window().close();
    CHECK_FALSE(w.window().isVisible());
}

TEST_CASE("a locked window says that words are not kept, but not whose they are",
          "[ui-shell][lock]")
{
    Window w;
    auto* kept = w.window().findChild<QLabel*>(QStringLiteral("keptLabel"));
    REQUIRE(kept);
    w.pages[QStringLiteral("one")]->full = true;
    w.window().lock();
    CHECK(w.window().isLocked());
    CHECK(kept->isVisible());
    CHECK(kept->text().contains(QStringLiteral("could not be saved")));
    w.dialogs.answer = false;
    w.window().close();
    REQUIRE(w.dialogs.asked.size() == 1);
    CHECK_FALSE(w.dialogs.asked.front().text.contains(QStringLiteral("Tyler")));
    w.window().unlock();
    w.pages[QStringLiteral("one")]->full = false;
    w.window().lock();
    CHECK(kept->text().contains(QStringLiteral("kept as a draft")));
}

TEST_CASE("a workspace comes back where it was left, and once more goes to its list", "[ui-shell]")
{
    Window w;
    w.window().go(Window::at("detail", "7"));
    QTest::keyClick(&w.window(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(&w.window(), Qt::Key_1, Qt::ControlModifier);
    CHECK(w.window().place() == Window::at("detail", "7"));
    QTest::keyClick(&w.window(), Qt::Key_1, Qt::ControlModifier);
    CHECK(w.window().place() == Window::at("one"));
}

TEST_CASE("a locked window shows nothing, answers to no key and has kept drafts",
          "[ui-shell][lock]")
{
    Window w;
    w.window().go(Window::at("two"));
    const int kept = w.pages[QStringLiteral("two")]->kept;
    w.window().lock();
    CHECK(w.window().isLocked());
    CHECK(w.pages[QStringLiteral("two")]->kept == kept + 1);
    CHECK_FALSE(w.pages[QStringLiteral("two")]->isVisible());
    CHECK_FALSE(w.window().windowTitle().contains(QStringLiteral("two")));
    QTest::keyClick(&w.window(), Qt::Key_1, Qt::ControlModifier);
    CHECK(w.window().place() == Window::at("two"));
    w.window().unlock();
    CHECK(w.pages[QStringLiteral("two")]->isVisible());
    QTest::keyClick(&w.window(), Qt::Key_1, Qt::ControlModifier);
    CHECK(w.window().place() == Window::at("one"));
}

TEST_CASE("a running job shows in the status bar and can be stopped there", "[ui-shell][cancel]")
{
    Window w;
    std::atomic<bool> started = false;
    w.open.jobs.run<int>(
        nullptr, QStringLiteral("Import 3 of 5"),
        [&](app::Session&, const RunControl& control) -> Result<int> {
            started = true;
            while (!control.stopRequested())
                QTest::qSleep(1);
            return Error{ErrorCode::Cancelled, {}, {}};
        },
        [](const Result<int>&) {});
    REQUIRE(waitUntil([&] { return started.load(); }));
    QPushButton* stop = nullptr;
    for (QPushButton* button : w.window().findChildren<QPushButton*>())
        if (button->isVisible() &&
            button->accessibleName() == QStringLiteral("Cancel: Import 3 of 5"))
            stop = button;
    REQUIRE(stop);
    stop->click();
    CHECK(waitUntil([&] { return w.open.jobs.isIdle(); }));
    CHECK_FALSE(stop->isVisible());
}

TEST_CASE("work that cannot stop is not offered to be stopped", "[ui-shell][cancel]")
{
    Window w;
    bool offered = true;
    bool answered = false;
    QPointer<Job> job;
    QObject::connect(&w.open.jobs, &Jobs::started, &w.open.jobs, [&](Job* started) {
        job = started;
        offered = false;
        for (const QPushButton* button : w.window().findChildren<QPushButton*>())
            offered = offered || (button->isVisible() &&
                                  button->accessibleName().startsWith(QStringLiteral("Cancel:")));
    });
    w.open.jobs.run<int>(
        nullptr, QStringLiteral("Changing"),
        [](app::Session&, const RunControl&) -> Result<int> { return 1; },
        [&](const Result<int>&) { answered = true; }, Stopping::Never);
    REQUIRE(job);
    CHECK_FALSE(offered);
    job->cancel();
    CHECK(waitUntil([&] { return w.open.jobs.isIdle(); }));
    CHECK(answered);
}

TEST_CASE("a demonstration says that it is invented", "[ui-shell]")
{
    Window w;
    auto* label = w.window().findChild<QLabel*>(QStringLiteral("inventedLabel"));
    REQUIRE(label);
    CHECK(label->isVisible());
}

TEST_CASE("Enter presses the button that has the focus", "[ui-shell]")
{
    EnterPresses enter;
    qApp->installEventFilter(&enter);
    QPushButton button;
    int pressed = 0;
    QObject::connect(&button, &QPushButton::clicked, [&] { ++pressed; });
    QTest::keyClick(&button, Qt::Key_Return);
    CHECK(pressed == 1);
    button.setEnabled(false);
    QTest::keyClick(&button, Qt::Key_Return);
    CHECK(pressed == 1);
}
