#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSettings>

#include "tests/ui/support/ui_harness.h"
#include "ui/shared/tables/row_table.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct House {
    std::string name;
    std::optional<int> pence;
    Date since;
};

const House kMarsh{"Marsh 2", 61200, *Date::fromYmd(2025, 9, 30)};
const House kAsh{"ash 10", {}, *Date::fromYmd(2024, 1, 2)};
const House kDune{"", 1000000, *Date::fromYmd(2026, 3, 1)};

RowTable<House>::Columns houseColumns()
{
    using Table = RowTable<House>;
    return {Table::column("name", QStringLiteral("Household"), &House::name).unknownLast().share(5),
            Table::column("cost", QStringLiteral("A week"), &House::pence)
                .money()
                .exportedAs([](const House& house) {
                    return house.pence ? QString::number(*house.pence / 100) : QString();
                }),
            Table::column("since", QStringLiteral("Since"), &House::since)
                .first(Qt::DescendingOrder)
                .tone([](const House&) { return QStringLiteral("good"); })
                .explained(QStringLiteral("First day"))};
}

struct Houses : RowTable<House> {
    Houses() : RowTable(houseColumns(), nullptr)
    {
        eachRow(RecordIdRole, &House::name);
        setRows({kMarsh, kAsh, kDune});
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < rowCount(); ++row)
            names << text(rowAt(row).name);
        return names;
    }
};

}  // namespace

TEST_CASE("a table follows from its columns: words, keys, alignment, tones, headings", "[ui-model]")
{
    const Houses houses;
    CHECK(houses.index(0, 0).data().toString() == QStringLiteral("Marsh 2"));
    CHECK(houses.index(0, 1).data().toString() == QStringLiteral("£612"));
    CHECK(houses.index(1, 1).data().toString() == QStringLiteral("–"));
    CHECK_FALSE(houses.index(1, 1).data(SortRole).isValid());
    CHECK((houses.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0);
    CHECK((houses.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) !=
          0);
    CHECK(houses.index(0, 2).data().toString() == dateText(kMarsh.since));
    CHECK(houses.index(0, 2).data(ToneRole).toString() == QStringLiteral("good"));
    CHECK(houses.index(0, 1).data(RecordIdRole).toString() == QStringLiteral("Marsh 2"));
    CHECK(houses.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString() ==
          QStringLiteral("First day"));
    CHECK(houses.columnOf(QStringLiteral("since")) == 2);
}

TEST_CASE("words sort without minding case and numbers in them as numbers, the unknown last",
          "[ui-model]")
{
    Houses houses;
    const QAbstractItemModelTester tester(&houses,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    houses.sort(0, Qt::AscendingOrder);
    CHECK(houses.names() ==
          QStringList({QStringLiteral("ash 10"), QStringLiteral("Marsh 2"), QString()}));
    houses.sort(0, Qt::DescendingOrder);
    CHECK(houses.names() ==
          QStringList({QStringLiteral("Marsh 2"), QStringLiteral("ash 10"), QString()}));
    houses.sort(1, Qt::AscendingOrder);
    CHECK(houses.names().last() == QStringLiteral("ash 10"));
    houses.sort(-1);
    CHECK(houses.names().first() == QStringLiteral("Marsh 2"));
}

TEST_CASE("a filter leaves what passes, and a selected row stays itself when the order changes",
          "[ui-model]")
{
    Houses houses;
    const QPersistentModelIndex marsh = houses.indexOf(QStringLiteral("Marsh 2"));
    houses.sort(2, Qt::AscendingOrder);
    CHECK(marsh.data().toString() == QStringLiteral("Marsh 2"));
    houses.setFilter([](const House& house) { return house.pence.has_value(); });
    CHECK(houses.rowCount() == 2);
    CHECK(houses.totalCount() == 3);
    CHECK_FALSE(houses.indexOf(QStringLiteral("ash 10")).isValid());
}

TEST_CASE("a view takes width, order and what leaves from the columns", "[ui-table]")
{
    QSettings().clear();
    Houses houses;
    TableView view(
        {QStringLiteral("houses"), QStringLiteral("housesView"), QStringLiteral("Houses")},
        &houses);
    view.resize(600, 200);
    view.show();
    QCoreApplication::processEvents();
    CHECK(houses.names().first() == QString());  // the newest
    const int needed = view.fontMetrics().horizontalAdvance(QStringLiteral("£10,000"));
    CHECK(view.columnWidth(1) >= needed + 16);
    CHECK(view.columnWidth(0) > view.columnWidth(1));
    CHECK(view.horizontalHeader()->length() <= view.viewport()->width());
    CHECK(view.toCsv().contains(QStringLiteral("Marsh 2,612,")));
}
