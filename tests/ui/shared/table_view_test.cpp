#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/tables/table_model.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward::ui;

namespace {

struct Table {
    Table()
    {
        model.setHorizontalHeaderLabels({QStringLiteral("Child"), QStringLiteral("Need")});
        add(QStringLiteral("Tyler B."), QStringLiteral("14"));
        add(QStringLiteral("Amal, the \"second\""), QStringLiteral("=1+1"));
        view.setModel(&model);
        view.resize(400, 200);
        view.show();
        QApplication::setActiveWindow(&view);
        view.setFocus();
    }
    void add(const QString& child, const QString& need)
    {
        model.appendRow({new QStandardItem(child), new QStandardItem(need)});
    }

    QStandardItemModel model;
    TableView view{QStringLiteral("test-table")};
};

}  // namespace

TEST_CASE("Ctrl+C copies the selected rows with their headers", "[ui-table]")
{
    Table table;
    table.view.selectRow(0);
    QTest::keyClick(&table.view, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == QStringLiteral("Child\tNeed\nTyler B.\t14\n"));
}

TEST_CASE("columns are copied in the order in which they are shown", "[ui-table]")
{
    Table table;
    table.view.horizontalHeader()->moveSection(1, 0);
    table.view.selectRow(0);
    table.view.copySelection();
    CHECK(QApplication::clipboard()->text() == QStringLiteral("Need\tChild\n14\tTyler B.\n"));
}

TEST_CASE("CSV quotes what needs it and lets no cell start a formula", "[ui-table]")
{
    Table table;
    CHECK(table.view.toCsv() ==
          QStringLiteral("Child,Need\r\nTyler B.,14\r\n\"Amal, the \"\"second\"\"\",'=1+1\r\n"));
}

TEST_CASE("a negative number in CSV stays a number", "[ui-table]")
{
    Table table;
    table.add(QStringLiteral("Jo"), QStringLiteral("-3"));
    CHECK(table.view.toCsv().endsWith(QStringLiteral("Jo,-3\r\n")));
}

TEST_CASE("Enter activates the current row once", "[ui-table]")
{
    Table table;
    QSignalSpy activated(&table.view, &TableView::rowActivated);
    table.view.setCurrentIndex(table.model.index(1, 0));
    QTest::keyClick(&table.view, Qt::Key_Return);
    REQUIRE(activated.size() == 1);
    CHECK(activated.first().first().toModelIndex().row() == 1);
}

TEST_CASE("where one row is spoken of, the current row is the highlighted one", "[ui-table]")
{
    Table table;
    TableView view(QStringLiteral("test-single"));
    view.setModel(&table.model);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.show();
    QApplication::setActiveWindow(&view);
    const auto currentIsHighlighted = [&] {
        return view.currentIndex().isValid() &&
               view.selectionModel()->isRowSelected(view.currentIndex().row());
    };
    view.setFocus(Qt::TabFocusReason);
    CHECK(currentIsHighlighted());
    const QPoint second = view.visualRect(table.model.index(1, 0)).center();
    for (int click = 0; click < 2; ++click) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, second);
        CHECK(view.currentIndex().row() == 1);
        CHECK(currentIsHighlighted());
    }
}

TEST_CASE("widths that a person chose come back", "[ui-table]")
{
    {
        Table table;
        table.view.setColumnWidth(0, 173);
        table.view.saveColumns();
    }
    Table again;
    CHECK(again.view.columnWidth(0) == 173);
}

TEST_CASE("columns share the width without a scroll bar, and headings stay whole", "[ui-table]")
{
    Table table;
    table.model.setHorizontalHeaderLabels(
        {QStringLiteral("Child"), QStringLiteral("A heading that needs room")});
    table.model.setHeaderData(0, Qt::Horizontal, 9, ShareRole);
    table.model.setHeaderData(1, Qt::Horizontal, 1, ShareRole);
    for (const int width : {420, 640, 500}) {
        table.view.resize(width, 200);
        QCoreApplication::processEvents();
        CHECK(table.view.columnWidth(0) + table.view.columnWidth(1) <=
              table.view.viewport()->width());
        const QFontMetrics letters(table.view.horizontalHeader()->font());
        CHECK(table.view.columnWidth(1) >=
              letters.horizontalAdvance(QStringLiteral("A heading that needs room")) + 16);
    }
}
