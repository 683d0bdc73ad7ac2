#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/ui/children/page_fixture.h"
#include "ui/children/list/children_page.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct ListFixture : PageFixture {
    ChildrenPage* showList()
    {
        QSettings().clear();
        auto* page = show<ChildrenPage>({QStringLiteral("children"), {}, {}});
        QObject::connect(page, &Page::placeRequested,
                         [this](const Place& place) { asked = place; });
        return page;
    }
    Place asked;
};

/// Children of the fixture are in no placement, so they show under "All children".
void showAll(const ListFixture& fixture, QWidget& page)
{
    find<QComboBox>(page, "careChoice")->setCurrentIndex(2);
    REQUIRE(fixture.settle());
}

}  // namespace

TEST_CASE("typing in the search narrows the list and the count says so", "[ui-page][children]")
{
    ListFixture fixture;
    fixture.authority.addChild("100");
    fixture.authority.addChild("205");
    auto* const page = fixture.showList();
    showAll(fixture, *page);
    auto* view = find<TableView>(*page, "childrenView");
    CHECK(view->model()->rowCount() == 2);
    QTest::keyClicks(find<QLineEdit>(*page, "childrenSearch"), QStringLiteral("205"));
    REQUIRE(fixture.settle());
    CHECK(view->model()->rowCount() == 1);
    const auto labels = page->findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("1 of 2 children");
    }));
}

TEST_CASE("Down in the search goes to the list, Enter there opens the child", "[ui-page][children]")
{
    ListFixture fixture;
    const ChildId child = fixture.authority.addChild("100");
    auto* const page = fixture.showList();
    showAll(fixture, *page);
    QTest::keyClick(find<QLineEdit>(*page, "childrenSearch"), Qt::Key_Down);
    auto* view = find<TableView>(*page, "childrenView");
    QTest::keyClick(view, Qt::Key_Return);
    CHECK(fixture.asked == Place{QStringLiteral("child"), text(child.value), {}});
}

TEST_CASE("an authority without children leads to the import", "[ui-page][children]")
{
    ListFixture fixture;
    auto* const page = fixture.showList();
    CHECK_FALSE(find<TableView>(*page, "childrenView")->isVisible());
    CHECK_FALSE(find<EmptyState>(*page, "noMatchState")->isVisible());
    for (QPushButton* button : page->findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(QStringLiteral("Import")))
            button->click();
    CHECK(fixture.asked.page == QStringLiteral("import"));
}

TEST_CASE("a list that matches nothing offers to clear the filters", "[ui-page][children]")
{
    ListFixture fixture;
    fixture.authority.addChild("100");
    auto* const page = fixture.showList();
    QTest::keyClicks(find<QLineEdit>(*page, "childrenSearch"), QStringLiteral("zzz"));
    REQUIRE(fixture.settle());
    auto* view = find<TableView>(*page, "childrenView");
    CHECK_FALSE(view->isVisible());
    // Nobody is in care here: where the usual filter finds nobody either, everybody is shown.
    emit find<EmptyState>(*page, "noMatchState")->actionRequested();
    REQUIRE(fixture.settle());
    CHECK(view->isVisible());
    CHECK(view->model()->rowCount() == 1);
}

TEST_CASE("adding a child shows a broken rule beside its field, then opens the child",
          "[ui-page][children]")
{
    ListFixture fixture;
    fixture.authority.addChild("100");
    auto* const page = fixture.showList();
    bool refusedInside = false;
    fixture.dialogs.onRun = [&](QDialog& dialog) {
        auto* number = dialog.findChild<QLineEdit*>(QStringLiteral("caseNumberField"));
        number->setText(QStringLiteral("100"));
        dialog.findChild<QLineEdit*>(QStringLiteral("birthDateField"))
            ->setText(QStringLiteral("14/11/2020"));
        dialog.accept();
        refusedInside =
            dialog.result() != QDialog::Accepted && number->property("problem").toBool();
        number->setText(QStringLiteral("101"));
        dialog.accept();
        return dialog.result() == QDialog::Accepted;
    };
    find<QPushButton>(*page, "addChildButton")->click();
    CHECK(refusedInside);
    CHECK(fixture.asked.page == QStringLiteral("child"));
    CHECK(fixture.asked.part == QStringLiteral("about-me"));
    CHECK(require(app::openChild(*fixture.authority.session, {utf8(fixture.asked.record)}))
              .child.caseNumber == "101");
}

TEST_CASE("the list is exported as it is shown", "[ui-page][children][export]")
{
    ListFixture fixture;
    fixture.authority.addChild("100");
    fixture.authority.addChild("205");
    auto* const page = fixture.showList();
    showAll(fixture, *page);
    QTest::keyClicks(find<QLineEdit>(*page, "childrenSearch"), QStringLiteral("205"));
    REQUIRE(fixture.settle());
    fixture.dialogs.file = text((fixture.authority.temporary.path() / "list.csv").string());
    find<QPushButton>(*page, "exportButton")->click();
    REQUIRE(fixture.settle());
    QFile file(fixture.dialogs.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    CHECK(content.contains("205"));
    CHECK_FALSE(content.contains("100"));
    CHECK(QString::fromUtf8(content).endsWith(
        QStringLiteral("\r\nChildren: All children; “205”. As of 1 Mar 2026.\r\n")));
}

TEST_CASE("filters are remembered, the words typed are not", "[ui-page][children]")
{
    ListFixture fixture;
    fixture.authority.addChild("100");
    auto* const page = fixture.showList();
    showAll(fixture, *page);
    QTest::keyClicks(find<QLineEdit>(*page, "childrenSearch"), QStringLiteral("Tyler"));
    REQUIRE(fixture.settle());
    auto* const again = fixture.showAnew<ChildrenPage>({QStringLiteral("children"), {}, {}});
    CHECK(find<QComboBox>(*again, "careChoice")->currentIndex() == 2);
    CHECK(find<QLineEdit>(*again, "childrenSearch")->text().isEmpty());
}
