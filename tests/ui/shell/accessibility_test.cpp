#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QToolButton>

#include "tests/ui/support/all_places.h"
#include "tests/ui/support/letters.h"
#include "tests/ui/support/stray_windows.h"
#include "tests/ui/support/ui_harness.h"
#include "tests/ui/support/whole_window.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/session/lock_page.h"
#include "ui/shell/session/open_authority.h"
#include "ui/shell/start/create_authority_page.h"
#include "ui/shell/start/demonstration_page.h"
#include "ui/shell/start/restore_page.h"
#include "ui/shell/start/sign_in_page.h"
#include "ui/shell/start/start_window.h"
#include "ui/shell/start/welcome_page.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

bool takesFocus(const QWidget& widget)
{
    return widget.focusPolicy() != Qt::NoFocus && widget.isVisible() && widget.isEnabled();
}

/// What a screen reader says of it.
QString spokenName(QWidget& widget)
{
    QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QStringList withoutName(const QWidget& window)
{
    QStringList missing;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (takesFocus(*widget) && !widget->focusProxy() && spokenName(*widget).trimmed().isEmpty())
            missing << placeOf(*widget);
    return missing;
}

/// Part of a control that stands for the whole: the line edit inside a combo box or date field.
bool isInsideControl(const QWidget& widget)
{
    const QWidget* const parent = widget.parentWidget();
    return parent && (parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox") ||
                      parent->inherits("QAbstractItemView"));
}

/// Presses Tab until the focus is back where it began; those never reached.
QStringList notReachedByTab(QWidget& window)
{
    // Some go while Tab is pressed: what they describe is told beforehand.
    QHash<QWidget*, QString> wanted;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (takesFocus(*widget) && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
            !widget->focusProxy() && !isInsideControl(*widget) && !qobject_cast<QMenu*>(widget))
            // Of exclusive buttons the keyboard reaches one, and arrow keys the others.
            if (auto* button = qobject_cast<QAbstractButton*>(widget);
                !button ||
                !(button->autoExclusive() || (button->group() && button->group()->exclusive())))
                wanted.insert(widget, placeOf(*widget));

    QSet<QWidget*> reached;
    const qsizetype most = 3 * window.findChildren<QWidget*>().size() + 20;
    for (qsizetype step = 0; step < most && QApplication::focusWidget(); ++step) {
        QWidget* const here = QApplication::focusWidget();
        for (QWidget* w = here; w && w != &window; w = w->parentWidget())
            reached.insert(w);
        QTest::keyClick(here, Qt::Key_Tab);
    }
    QStringList missing;
    const QList<QWidget*> still = window.findChildren<QWidget*>();
    for (QWidget* widget : still)
        if (wanted.contains(widget) && !reached.contains(widget) && takesFocus(*widget))
            missing << wanted.value(widget);
    missing.sort();
    return missing;
}

void checkKeyboard(QWidget& window, QWidget& root)
{
    QApplication::setActiveWindow(&window);
    if (!QApplication::focusWidget() || !window.isAncestorOf(QApplication::focusWidget()))
        for (QWidget* widget : root.findChildren<QWidget*>())
            if (takesFocus(*widget)) {
                widget->setFocus();
                break;
            }
    const QStringList missing = notReachedByTab(window);
    CAPTURE(missing.join(u'\n').toStdString());
    CHECK(missing.isEmpty());
}

void checkNames(const QWidget& window)
{
    const QStringList missing = withoutName(window);
    CAPTURE(missing.join(u'\n').toStdString());
    CHECK(missing.isEmpty());
}

/// Fields whose prompt is cut off while they are empty.
QStringList cutPrompts(const QWidget& window)
{
    constexpr int kTextMargins = 4;  // QLineEdit draws its words two pixels from each side
    QStringList cut;
    for (QLineEdit* edit : window.findChildren<QLineEdit*>()) {
        if (!edit->isVisible() || edit->placeholderText().isEmpty())
            continue;
        QStyleOptionFrame option;
        option.initFrom(edit);
        option.lineWidth = edit->style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, edit);
        int room =
            edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit).width() -
            edit->textMargins().left() - edit->textMargins().right() - kTextMargins;
        for (const QToolButton* beside : edit->findChildren<QToolButton*>())
            room -= beside->isVisible() ? beside->width() : 0;
        if (edit->fontMetrics().horizontalAdvance(edit->placeholderText()) > room)
            cut << placeOf(*edit) + QStringLiteral(": ") + edit->placeholderText();
    }
    return cut;
}

struct Window {
    Window() : open(signInToDemonstration(copyOfDemonstration()), dialogs)
    {
        openWholeWindow(open);
        waitForJobs(open.jobs);
    }
    void go(const Place& place)
    {
        open.window->go(place);
        QCoreApplication::processEvents();
        waitForJobs(open.jobs);
        QTest::qWait(20);
    }

    CannedDialogs dialogs;
    OpenAuthority open;
};

template <typename Visit>
void visitAll(Visit visit)
{
    Window window;
    UiStage stage;
    const StrayWindows stray(*window.open.window);
    for (const NamedPlace& named : allPlaces(stage.someChild(), stage.someHome())) {
        CAPTURE(named.name.toStdString());
        window.go(named.place);
        CHECK(window.open.window->place().page == named.place.page);
        visit(*window.open.window);
        CHECK(stray.count() == 0);
    }
}

}  // namespace

TEST_CASE("every control of every page has a name that can be spoken", "[ui-access]")
{
    visitAll([](MainWindow& window) { checkNames(window); });
}

TEST_CASE("every control of every page is reached with Tab, and Tab is caught nowhere",
          "[ui-access]")
{
    visitAll([](MainWindow& window) { checkKeyboard(window, *window.page()); });
}

TEST_CASE("no prompt in an empty field is cut off", "[ui-access]")
{
    visitAll([](MainWindow& window) {
        const QStringList cut = cutPrompts(window);
        CAPTURE(cut.join(u'\n').toStdString());
        CHECK(cut.isEmpty());
    });
}

TEST_CASE("pages before and beside a session have names and a way through them", "[ui-access]")
{
    CannedDialogs dialogs;
    StartWindow window;
    window.resize(1366, 768);
    const auto authority = app::inspectAuthority(demonstrationFolder());
    REQUIRE(authority);
    StartPage* const pages[] = {new WelcomePage,
                                new CreateAuthorityPage(dialogs),
                                new DemonstrationPage,
                                new SignInPage(*authority, {}),
                                new RestorePage(dialogs, stageEnvironment(), {}),
                                new LockPage(QStringLiteral("A. Okafor"))};
    for (StartPage* page : pages) {
        CAPTURE(page->metaObject()->className());
        window.showPage(page);
        window.show();
        QTest::qWait(20);
        checkNames(window);
        checkKeyboard(window, *page);
    }
}

TEST_CASE("the commands of the program have words", "[ui-access]")
{
    Window window;
    for (const QAction* action : window.open.actions.all())
        CHECK_FALSE(action->text().isEmpty());
}
