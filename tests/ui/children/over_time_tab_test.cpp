#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <set>

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

}  // namespace

TEST_CASE("every mark stands at its value, and lines that coincide take turns",
          "[ui-page][over-time]")
{
    NeedsChart chart;
    chart.show(kDays, {line("a", 0, 1), line("b", 0, 1), line("c", 3, 3)}, 4, {}, kDays.back());
    CHECK(chart.sharesLines());
    std::set<std::pair<double, double>> marks;
    std::vector<QPen> dashed;
    for (int i = 0; i < chart.graphCount(); ++i) {
        for (const QCPGraphData& point : *chart.graph(i)->data())
            marks.emplace(point.key, point.value);
        if (chart.graph(i)->lineStyle() != QCPGraph::lsNone &&
            chart.graph(i)->pen().style() == Qt::CustomDashLine)
            dashed.push_back(chart.graph(i)->pen());
    }
    const double first = kDays.front().daysSinceEpoch() * 86'400.0;
    const double second = kDays.back().daysSinceEpoch() * 86'400.0;
    CHECK(marks ==
          std::set<std::pair<double, double>>{{first, 0}, {first, 3}, {second, 1}, {second, 3}});
    REQUIRE(dashed.size() == 2);
    CHECK(dashed[0].dashOffset() != dashed[1].dashOffset());
}

TEST_CASE("lines that never meet are drawn whole", "[ui-page][over-time]")
{
    NeedsChart chart;
    chart.show(kDays, {line("a", 0, 1), line("b", 2, 3)}, 4, {}, kDays.back());
    CHECK_FALSE(chart.sharesLines());
    for (int i = 0; i < chart.graphCount(); ++i)
        CHECK(chart.graph(i)->pen().style() != Qt::CustomDashLine);
}

TEST_CASE("an unknown level is a hole, and a change of framework is marked", "[ui-page][over-time]")
{
    const std::vector<Date> days{kDays.front(), *Date::fromYmd(2025, 4, 1), kDays.back()};
    NeedsLine holed = line("a", 2, 1);
    holed.values = {2.0, std::nullopt, 1.0};
    NeedsChart chart;
    chart.show(days, {holed}, 4, {}, days.back(), {2});
    int lines = 0;
    for (int i = 0; i < chart.graphCount(); ++i)
        lines += chart.graph(i)->lineStyle() != QCPGraph::lsNone ? 1 : 0;
    CHECK(lines == 0);  // nothing joins the two points
    bool marked = false;
    for (int i = 0; i < chart.itemCount(); ++i)
        if (const auto* words = qobject_cast<QCPItemText*>(chart.item(i)))
            marked = marked || words->text() == QStringLiteral("another framework");
    CHECK(marked);
}

TEST_CASE("names of needs stay in sight when the table is scrolled sideways",
          "[ui-page][over-time]")
{
    UiStage stage;
    Page* const page =
        stage.open({QStringLiteral("child"), stage.someChild(), QStringLiteral("over-time")});
    page->window()->resize(1024, 700);
    find<QPushButton>(*page, "tableButton")->click();
    QCoreApplication::processEvents();
    auto* table = find<TableView>(*page, "needsTable");
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
