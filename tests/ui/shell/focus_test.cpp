#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWindow>

#include "tests/ui/support/stray_windows.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/frame/workspaces.h"
#include "ui/shell/keys/double_click_guard.h"
#include "ui/shell/keys/focus_keeper.h"
#include "ui/shell/session/open_authority.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct Stage {
    Stage()
        : arrow(new QPushButton),
          page(new QWidget),
          first(new QPushButton),
          form(new QWidget),
          edit(new QLineEdit),
          keeper(&window, [this] { return page; })
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(arrow);
        column->addWidget(page);
        auto* inside = new QVBoxLayout(page);
        inside->addWidget(first);
        inside->addWidget(form);
        (new QVBoxLayout(form))->addWidget(edit);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    QWidget window;
    QPushButton* arrow;
    QWidget* page;
    QPushButton* first;
    QWidget* form;
    QLineEdit* edit;
    FocusKeeper keeper;
};

}  // namespace

TEST_CASE("a button that is disabled by its own click gets the keyboard back", "[ui-shell][focus]")
{
    Stage stage;
    stage.first->setFocus();
    stage.first->setEnabled(false);
    CHECK(QApplication::focusWidget() == stage.page);
    stage.first->setEnabled(true);
    CHECK(QApplication::focusWidget() == stage.first);
}

TEST_CASE("a field in a form that is disabled gets the keyboard back", "[ui-shell][focus]")
{
    Stage stage;
    stage.edit->setFocus();
    stage.form->setEnabled(false);
    CHECK(QApplication::focusWidget() == stage.page);
    stage.form->setEnabled(true);
    CHECK(QApplication::focusWidget() == stage.edit);
}

TEST_CASE("what is hidden leaves the keyboard to its page", "[ui-shell][focus]")
{
    Stage stage;
    stage.edit->setFocus();
    stage.form->hide();
    CHECK(QApplication::focusWidget() == stage.page);
    stage.form->show();
    CHECK(QApplication::focusWidget() == stage.page);
}

TEST_CASE("a button disabled for the work after its dialog gets the keyboard back",
          "[ui-shell][focus]")
{
    Stage stage;
    stage.first->setFocus();
    QWidget dialog;
    (new QVBoxLayout(&dialog))->addWidget(new QLineEdit);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    stage.first->setEnabled(false);
    QApplication::setActiveWindow(&stage.window);
    CHECK(QApplication::focusWidget() == stage.page);
    stage.first->setEnabled(true);
    CHECK(QApplication::focusWidget() == stage.first);
}

TEST_CASE("who went elsewhere meanwhile stays there", "[ui-shell][focus]")
{
    Stage stage;
    stage.first->setFocus();
    stage.first->setEnabled(false);
    stage.arrow->setFocus();
    stage.first->setEnabled(true);
    CHECK(QApplication::focusWidget() == stage.arrow);
}

TEST_CASE("unlocking gives the keyboard back to what had it", "[ui-shell][focus][lock]")
{
    CannedDialogs dialogs;
    OpenAuthority open(signInToDemonstration(demonstrationFolder()), dialogs);
    registerAllPages(open.registry);
    open.openWindow(new QMenu);
    open.window->show();
    QApplication::setActiveWindow(open.window.get());
    REQUIRE(waitForJobs(open.jobs));
    auto* search = open.window->findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    REQUIRE(search);
    search->setFocus();
    open.window->lock();
    CHECK(QApplication::focusWidget() != search);
    open.window->unlock();
    CHECK(QApplication::focusWidget() == search);
}

TEST_CASE("every workspace begins with the keyboard on its page", "[ui-shell][focus]")
{
    CannedDialogs dialogs;
    OpenAuthority open(signInToDemonstration(demonstrationFolder()), dialogs);
    registerAllPages(open.registry);
    open.openWindow(new QMenu);
    open.window->show();
    QApplication::setActiveWindow(open.window.get());
    const StrayWindows stray(*open.window);
    for (int number = 1; number <= 6; ++number) {
        INFO(number);
        QTest::keyClick(open.window.get(), static_cast<Qt::Key>(Qt::Key_0 + number),
                        Qt::ControlModifier);
        REQUIRE(waitForJobs(open.jobs));
        const QWidget* const now = QApplication::focusWidget();
        REQUIRE(now);
        CHECK((now == open.window->page() || open.window->page()->isAncestorOf(now)));
        CHECK(stray.count() == 0);
    }
}

TEST_CASE("the second press of a double click does not reach what came under the pointer",
          "[ui-shell][focus]")
{
    struct Counted : QWidget {
        using QWidget::QWidget;
        void mousePressEvent(QMouseEvent* event) override { event->accept(); }
        void mouseDoubleClickEvent(QMouseEvent* event) override
        {
            ++doubles;
            event->accept();
        }
        int doubles = 0;
    };
    QWidget window;
    Counted list(&window);
    Counted page(&window);
    new DoubleClickGuard(&window);
    window.resize(100, 100);
    list.resize(100, 100);
    page.resize(100, 100);
    page.hide();
    window.show();
    const auto press = [&](QEvent::Type type) {
        QMouseEvent event(type, QPointF(9, 9), window.mapToGlobal(QPointF(9, 9)), Qt::LeftButton,
                          Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.windowHandle(), &event);
    };
    const auto second = [&] {
        press(QEvent::MouseButtonPress);  // as the system tells it
        press(QEvent::MouseButtonDblClick);
        press(QEvent::MouseButtonRelease);
    };
    press(QEvent::MouseButtonPress);
    press(QEvent::MouseButtonRelease);
    second();
    CHECK(list.doubles == 1);
    press(QEvent::MouseButtonPress);
    press(QEvent::MouseButtonRelease);
    page.show();
    page.raise();
    second();
    CHECK(page.doubles == 0);
    press(QEvent::MouseButtonPress);
    press(QEvent::MouseButtonRelease);
    second();
    CHECK(page.doubles == 1);
}
