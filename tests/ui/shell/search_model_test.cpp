#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
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
    const QString name = text(stage.children().front().displayName);
    model.setHits(*app::search(*stage.session, utf8(name)));
    REQUIRE(model.rowCount() > 0);
    CHECK(model.index(0).data().toString() == name);
    CHECK(model.place(model.index(0)).page == QStringLiteral("child"));
    model.setHits(*app::search(*stage.session, "zzzzqqq"));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("search offers no free place of a home that is not approved", "[ui-model]")
{
    app::HomeRow home;
    home.name = "Marsh household";
    home.free = 2;
    home.status = ApprovalStatus::OnHold;
    SearchModel model;
    model.setHits({{home, 1}});
    REQUIRE(model.rowCount() == 1);
    const QString facts = model.index(0, 0).data(SearchModel::FactsRole).toString();
    CHECK_FALSE(facts.contains(QStringLiteral("free")));
    CHECK(facts.contains(QStringLiteral("on hold")));
}

namespace {

/// A search field with its popup, and where it led to.
struct SearchField {
    SearchField()
    {
        window.resize(900, 600);
        edit.setGeometry(100, 10, 400, 32);
        window.show();
        QApplication::setActiveWindow(&window);
        edit.setFocus();
    }
    QString hint() const { return popup.findChild<QLabel*>()->text(); }
    QAbstractItemModel& hits() { return *popup.findChild<QListView*>()->model(); }

    UiStage stage;
    QWidget window;
    QLineEdit edit{&window};
    SearchPopup popup{&edit, stage.context(), &window};
    QSignalSpy chosen{&popup, &SearchPopup::placeChosen};
};

}  // namespace

TEST_CASE("records looked at lately are offered where they were left, without those that are gone",
          "[ui-shell]")
{
    SearchField field;
    const Place home{QStringLiteral("home"), field.stage.someHome(), QStringLiteral("skills")};
    field.popup.setRecent({{QStringLiteral("child"), QStringLiteral("gone"), {}}, home});
    QTest::keyClick(&field.edit, Qt::Key_Down);
    REQUIRE(field.stage.settle());
    REQUIRE(field.hits().rowCount() == 1);
    QTest::keyClick(&field.edit, Qt::Key_Return);
    REQUIRE(field.chosen.size() == 1);
    CHECK(field.chosen.front().front().value<Place>() == home);
}

TEST_CASE("typing, Down and Enter go to the hit without a mouse", "[ui-shell]")
{
    SearchField field;
    QTest::keyClicks(&field.edit, text(field.stage.homes().front().name));
    CHECK(field.popup.isVisible());
    REQUIRE(field.stage.settle());
    QTest::keyClick(&field.edit, Qt::Key_Down);
    QTest::keyClick(&field.edit, Qt::Key_Up);
    QTest::keyClick(&field.edit, Qt::Key_Return);
    REQUIRE(field.chosen.size() == 1);
    CHECK_FALSE(field.popup.isVisible());
    CHECK(field.edit.text().isEmpty());

    QTest::keyClicks(&field.edit, QStringLiteral("a"));
    QTest::keyClick(&field.edit, Qt::Key_Escape);
    CHECK_FALSE(field.popup.isVisible());
    REQUIRE(field.stage.settle());
    CHECK_FALSE(field.popup.isVisible());
}

TEST_CASE("Enter right after typing goes to what was typed, not to what was found before",
          "[ui-shell]")
{
    SearchField field;
    const auto homes = field.stage.homes();
    QTest::keyClicks(&field.edit, text(homes.front().name));
    REQUIRE(field.stage.settle());
    REQUIRE(field.hits().rowCount() > 0);
    field.edit.selectAll();
    QTest::keyClicks(&field.edit, text(homes.back().name));
    QTest::keyClick(&field.edit, Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !field.chosen.isEmpty(); }));
    CHECK(field.chosen.front().front().value<Place>() ==
          Place{QStringLiteral("home"), text(homes.back().id.value), {}});
    REQUIRE(field.stage.settle());
    CHECK(field.chosen.size() == 1);
}

TEST_CASE("Enter that finds nothing leads nowhere, and typing on takes it back", "[ui-shell]")
{
    SearchField field;
    QTest::keyClicks(&field.edit, QStringLiteral("zzzzqqq"));
    QTest::keyClick(&field.edit, Qt::Key_Return);
    REQUIRE(field.stage.settle());
    CHECK(field.chosen.isEmpty());
    CHECK(field.hint().startsWith(QStringLiteral("Nothing found")));

    field.edit.selectAll();
    const auto homes = field.stage.homes();
    QTest::keyClicks(&field.edit, text(homes.front().name));
    QTest::keyClick(&field.edit, Qt::Key_Return);
    QTest::keyClicks(&field.edit, QStringLiteral(" x"));
    REQUIRE(field.stage.settle());
    CHECK(field.chosen.isEmpty());
}

TEST_CASE("what was found is let go of at the lock", "[ui-shell][lock]")
{
    SearchField field;
    QTest::keyClicks(&field.edit, text(field.stage.homes().front().name));
    REQUIRE(field.stage.settle());
    REQUIRE(field.hits().rowCount() > 0);
    field.popup.forget();
    CHECK(field.hits().rowCount() == 0);
    CHECK_FALSE(field.popup.isVisible());

    QTest::keyClicks(&field.edit, QStringLiteral("a"));
    field.popup.forget();  // while it is being read
    REQUIRE(field.stage.settle());
    CHECK(field.hits().rowCount() == 0);
    CHECK_FALSE(field.popup.isVisible());
}
