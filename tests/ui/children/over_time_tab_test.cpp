#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include "tests/ui/children/page_fixture.h"
#include "ui/children/needs/needs_chart.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

const std::vector<Date> kDays{*Date::fromYmd(2025, 1, 1), *Date::fromYmd(2025, 7, 1)};

NeedsLine line(const char* name, double first, double second)
{
    NeedsLine made;
    made.name = QString::fromLatin1(name);
    made.values = {first, second};
    return made;
}

double lowest(const NeedsChart& chart)
{
    double least = 99;
    for (int i = 0; i < chart.graphCount(); ++i)
        for (const QCPGraphData& point : *chart.graph(i)->data())
            least = std::min(least, point.value);
    return least;
}

}  // namespace

TEST_CASE("lines on one value are drawn beside each other and never below their value",
          "[ui-page][over-time]")
{
    NeedsChart chart;
    chart.show(kDays, {line("a", 0, 1), line("b", 0, 2), line("c", 3, 3)}, 4, {}, kDays.back());
    CHECK(chart.drawsSideBySide());
    CHECK(lowest(chart) == 0);
    CHECK(chart.yAxis->range().lower < 0);
    CHECK(chart.graph(0)->data()->at(0)->value != chart.graph(1)->data()->at(0)->value);
    CHECK(chart.graph(2)->data()->at(0)->value == 3);
}

TEST_CASE("lines that never meet are drawn on their values", "[ui-page][over-time]")
{
    NeedsChart chart;
    chart.show(kDays, {line("a", 0, 1), line("b", 2, 3)}, 4, {}, kDays.back());
    CHECK_FALSE(chart.drawsSideBySide());
    CHECK(chart.graph(1)->data()->at(1)->value == 3);
}

TEST_CASE("names of needs stay in sight when the table is scrolled sideways",
          "[ui-page][over-time]")
{
    UiStage stage;
    ChildRecordPage page(stage.context());
    page.resize(700, 560);
    page.show();
    page.open({QStringLiteral("child"), stage.someChild(), QStringLiteral("over-time")});
    find<QPushButton>(page, "tableButton")->click();
    QCoreApplication::processEvents();
    auto* table = find<TableView>(page, "needsTable");
    table->setColumnWidth(1, 900);
    QCoreApplication::processEvents();
    auto* names = find<QTableView>(*table, "frozenView");
    REQUIRE(names->isVisible());
    table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
    QCoreApplication::processEvents();
    CHECK(names->geometry().left() == table->viewport()->geometry().left());
    CHECK(names->width() == table->columnWidth(0));
    CHECK(names->columnWidth(0) == table->columnWidth(0));
    CHECK(names->isColumnHidden(1));
}
