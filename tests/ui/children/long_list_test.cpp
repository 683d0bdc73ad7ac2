// A list longer than what is read at once, and its filters, through the page on a real authority.
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include "app/records/children.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/list/children_page.h"
#include "ui/children/list/children_table_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;
using homeward::test::require;

namespace {

constexpr int kChildren = 230;

/// 230 children, numbered 1000 to 1229 and with family names in that order, none in care; the list
/// shows them all.
struct LongList : PageFixture {
    LongList()
    {
        QSettings().clear();
        for (int i = 0; i < kChildren; ++i)
            authority.addChild(std::to_string(1000 + i));
        page = show<ChildrenPage>({QStringLiteral("children"), {}, {}});
        find<QComboBox>(*page, "careChoice")->setCurrentIndex(2);
        REQUIRE(settle());
        view = find<TableView>(*page, "childrenView");
        view->sortByColumn(ChildrenTableModel::CaseNumberColumn, Qt::AscendingOrder);
        REQUIRE(settle());
    }
    ~LongList() { QSettings().clear(); }
    int rows() const { return view->model()->rowCount(); }
    QString numberAt(int row) const
    {
        return view->model()->index(row, ChildrenTableModel::CaseNumberColumn).data().toString();
    }
    QString chosenNumber() const
    {
        return view->currentIndex()
            .siblingAtColumn(ChildrenTableModel::CaseNumberColumn)
            .data()
            .toString();
    }
    QLineEdit& search() const { return *find<QLineEdit>(*page, "childrenSearch"); }
    bool says(const QString& words) const
    {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == words)
                return true;
        return false;
    }
    void scrollToEnd() const
    {
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        REQUIRE(waitUntil([&] { return rows() == kChildren; }));
        REQUIRE(settle());
    }

    ChildrenPage* page = nullptr;
    TableView* view = nullptr;
};

}  // namespace

TEST_CASE("a long list shows its first stretch and counts the whole; scrolling reads on",
          "[ui-page][children][ui-list]")
{
    LongList list;
    CHECK(list.rows() == app::kSliceRows);
    CHECK(list.numberAt(0) == QStringLiteral("1000"));
    CHECK(list.says(QStringLiteral("230 of 230 children")));
    list.scrollToEnd();
    CHECK(list.numberAt(kChildren - 1) == QStringLiteral("1229"));
    CHECK_FALSE(list.view->model()->canFetchMore({}));
    CHECK(list.says(QStringLiteral("230 of 230 children")));
}

TEST_CASE("a long list leaves whole, scrolled to its end or not", "[ui-page][children][ui-list]")
{
    LongList list;
    SECTION("copied without a selection")
    {
        find<QPushButton>(*list.page, "copyButton")->click();
        REQUIRE(list.settle());
        const QString copied = QApplication::clipboard()->text();
        CHECK(copied.count(u'\n') == kChildren + 1);
        CHECK(copied.contains(QStringLiteral("1229")));
    }
    SECTION("selected with Ctrl+A")
    {
        QTest::keyClick(list.view, Qt::Key_A, Qt::ControlModifier);
        REQUIRE(list.settle());
        CHECK(list.view->selectionModel()->selectedRows().size() == kChildren);
    }
    SECTION("as CSV, of what was typed a moment before")
    {
        list.search().setText(QStringLiteral("122"));
        list.dialogs.file = text((list.authority.temporary.path() / "list.csv").string());
        find<QPushButton>(*list.page, "exportButton")->click();
        REQUIRE(waitUntil([&] { return QFile::exists(list.dialogs.file); }));
        REQUIRE(list.settle());
        QFile file(list.dialogs.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        CHECK(content.contains("1229"));
        CHECK_FALSE(content.contains("1000"));
    }
}

TEST_CASE("another order is that of the whole list, and keeps the chosen child in sight",
          "[ui-page][children][ui-list]")
{
    LongList list;
    list.view->selectRow(150);
    REQUIRE(list.chosenNumber() == QStringLiteral("1150"));
    list.view->sortByColumn(ChildrenTableModel::CaseNumberColumn, Qt::DescendingOrder);
    REQUIRE(list.settle());
    CHECK(list.numberAt(0) == QStringLiteral("1229"));
    CHECK(list.chosenNumber() == QStringLiteral("1150"));
    CHECK(
        list.view->viewport()->rect().intersects(list.view->visualRect(list.view->currentIndex())));
}

TEST_CASE("another list begins at its first row", "[ui-page][children][ui-list]")
{
    LongList list;
    list.view->verticalScrollBar()->setValue(120);
    list.search().setText(QStringLiteral("tyler"));
    REQUIRE(list.settle());
    CHECK(list.rows() == app::kSliceRows);
    CHECK(list.view->verticalScrollBar()->value() == 0);
}

TEST_CASE("what a colleague saves is read again as far as was scrolled to, in its place",
          "[ui-page][children][ui-list]")
{
    LongList list;
    list.scrollToEnd();
    list.view->selectRow(215);
    list.view->verticalScrollBar()->setValue(205);
    const int scrolled = list.view->verticalScrollBar()->value();
    const auto colleague = list.authority.signIn("admin");
    Child child =
        require(
            app::openChild(*colleague,
                           {utf8(list.view->model()->index(210, 0).data(RecordIdRole).toString())}))
            .child;
    child.givenName = "Renamed";
    require(app::saveChild(*colleague, child));
    list.stage.relay.look();
    REQUIRE(waitUntil([&] {
        return list.view->model()->index(210, 0).data().toString().contains(
            QStringLiteral("Renamed"));
    }));
    REQUIRE(list.settle());
    CHECK(list.rows() == kChildren);
    CHECK(list.chosenNumber() == QStringLiteral("1215"));
    CHECK(list.view->selectionModel()->selectedRows().size() == 1);
    CHECK(list.view->verticalScrollBar()->value() == scrolled);
}

TEST_CASE("Enter right after typing goes to the first child that was typed",
          "[ui-page][children][ui-list]")
{
    LongList list;
    list.view->selectRow(0);
    list.search().setFocus();
    QTest::keyClicks(&list.search(), QStringLiteral("1217"));
    QTest::keyClick(&list.search(), Qt::Key_Return);
    CHECK(list.search().hasFocus());  // until it is found
    REQUIRE(list.settle());
    CHECK(list.view->hasFocus());
    CHECK(list.chosenNumber() == QStringLiteral("1217"));
}

TEST_CASE("a slip of the finger finds the nearest children, and says so", "[ui-page][children]")
{
    LongList list;
    const auto* nearest = find<QLabel>(*list.page, "nearestLabel");
    CHECK_FALSE(nearest->isVisible());
    list.search().setText(QStringLiteral("tylre"));
    REQUIRE(list.settle());
    CHECK(list.rows() == app::kSliceRows);
    CHECK(nearest->isVisible());
    list.search().setText(QStringLiteral("tyler 1003"));
    REQUIRE(list.settle());
    CHECK(list.rows() == 1);
    CHECK_FALSE(nearest->isVisible());
    list.search().setText(QStringLiteral("zzzzqq"));
    REQUIRE(list.settle());
    CHECK_FALSE(list.view->isVisible());
    CHECK_FALSE(nearest->isVisible());
}

namespace {

/// The demonstration's children, and what of them the page shows.
struct Demonstration {
    Demonstration()
    {
        QSettings().clear();
        page = stage.open({QStringLiteral("children"), {}, {}});
        view = find<TableView>(*page, "childrenView");
    }
    ~Demonstration() { QSettings().clear(); }
    void settle() const { REQUIRE(stage.settle()); }
    void choose(const char* filter, int index) const
    {
        find<QComboBox>(*page, filter)->setCurrentIndex(index);
        settle();
    }
    void check(const std::function<bool(const app::ChildRow&)>& passes) const
    {
        QSet<QString> expected;
        for (const app::ChildRow& child : all)
            if (passes(child))
                expected << text(child.id.value);
        QSet<QString> shown;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            shown << view->model()->index(row, 0).data(RecordIdRole).toString();
        CHECK(shown == expected);
        CHECK(shown.size() < static_cast<int>(all.size()));
    }

    UiStage stage;
    std::vector<app::ChildRow> all = stage.children();
    Page* page = nullptr;
    TableView* view = nullptr;
};

/// Known keys of a column in their order, unknown ones last.
void checkOrder(const QAbstractItemModel& model, int column, bool descending)
{
    INFO("column " << column << (descending ? ", descending" : ", ascending"));
    QVariant before;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant key = model.index(row, column).data(SortRole);
        if (row > 0 && !before.isValid())
            CHECK_FALSE(key.isValid());
        if (before.isValid() && key.isValid() && key.typeId() != QMetaType::QString) {
            const double step = key.toDouble() - before.toDouble();
            CHECK((descending ? step <= 0 : step >= 0));
        }
        before = key;
    }
}

}  // namespace

TEST_CASE("each filter of the children leaves what it says", "[ui-page][children]")
{
    const Demonstration demo;
    SECTION("in care now, at first")
    {
        CHECK(demo.view->model()->rowCount() > 0);
        for (int row = 0; row < demo.view->model()->rowCount(); ++row) {
            const QString id = demo.view->model()->index(row, 0).data(RecordIdRole).toString();
            const auto found = std::find_if(demo.all.begin(), demo.all.end(), [&](const auto& one) {
                return text(one.id.value) == id;
            });
            REQUIRE(found != demo.all.end());
            CHECK(found->inCare);
        }
    }
    SECTION("age band, both ends included")
    {
        demo.choose("careChoice", 2);
        demo.choose("ageChoice", 2);
        demo.check([](const app::ChildRow& row) { return row.ageYears >= 5 && row.ageYears <= 9; });
    }
    SECTION("kind of place")
    {
        demo.choose("careChoice", 2);
        auto* place = find<QComboBox>(*demo.page, "placeChoice");
        demo.choose("placeChoice", place->findData(text(toKey(PlaceGroup::Fostering))));
        demo.check([](const app::ChildRow& row) { return row.placement == PlaceGroup::Fostering; });
    }
    SECTION("not assessed yet")
    {
        demo.choose("careChoice", 2);
        demo.choose("assessedChoice", 2);
        demo.check([](const app::ChildRow& row) { return row.assessments == 0; });
    }
    SECTION("a worker")
    {
        demo.choose("careChoice", 2);
        auto* workers = find<QComboBox>(*demo.page, "workerChoice");
        REQUIRE(workers->count() > 3);
        demo.choose("workerChoice", workers->count() - 1);
        const std::string worker = utf8(workers->currentData().toString());
        demo.check([&](const app::ChildRow& row) { return row.worker.value == worker; });
    }
}

TEST_CASE("every column of the children sorts both ways, with the unknown last",
          "[ui-page][children]")
{
    const Demonstration demo;
    demo.choose("careChoice", 2);
    for (int column = 0; column < demo.view->model()->columnCount(); ++column)
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            demo.view->sortByColumn(column, order);
            demo.settle();
            REQUIRE(demo.view->model()->rowCount() == static_cast<int>(demo.all.size()));
            checkOrder(*demo.view->model(), column, order == Qt::DescendingOrder);
        }
}
