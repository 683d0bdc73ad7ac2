#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/words/format.h"
#include "ui/shell/frame/search_model.h"
#include "ui/shell/frame/search_popup.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("the search model keeps the model contract when hits are replaced", "[ui-model]")
{
    UiStage stage;
    SearchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString name = text(stage.lists.children().front().displayName);
    model.search(stage.lists.children(), stage.lists.homes(), name);
    REQUIRE(model.rowCount() > 0);
    CHECK(model.index(0).data().toString() == name);
    CHECK(model.place(model.index(0)).page == QStringLiteral("child"));
    model.search(stage.lists.children(), stage.lists.homes(), QStringLiteral("zzzzqqq"));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("recent records that are gone are left out", "[ui-model]")
{
    UiStage stage;
    SearchModel model;
    const Place home{QStringLiteral("home"), stage.someHome(), {}};
    model.showRecent(stage.lists.children(), stage.lists.homes(),
                     {{QStringLiteral("child"), QStringLiteral("gone"), {}}, home});
    REQUIRE(model.rowCount() == 1);
    CHECK(model.place(model.index(0)) == home);
}

TEST_CASE("typing, Down and Enter go to the hit without a mouse", "[ui-shell]")
{
    UiStage stage;
    QWidget window;
    window.resize(900, 600);
    QLineEdit edit(&window);
    edit.setGeometry(100, 10, 400, 32);
    SearchPopup popup(&edit, stage.lists, &window);
    window.show();
    QApplication::setActiveWindow(&window);
    edit.setFocus();
    QSignalSpy chosen(&popup, &SearchPopup::placeChosen);
    const QString home = text(stage.lists.homes().front().name);
    QTest::keyClicks(&edit, home);
    CHECK(popup.isVisible());
    QTest::keyClick(&edit, Qt::Key_Down);
    QTest::keyClick(&edit, Qt::Key_Up);
    QTest::keyClick(&edit, Qt::Key_Return);
    REQUIRE(chosen.size() == 1);
    CHECK_FALSE(popup.isVisible());
    CHECK(edit.text().isEmpty());

    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Escape);
    CHECK_FALSE(popup.isVisible());
}
