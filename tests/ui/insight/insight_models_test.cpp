#include <QAbstractItemModelTester>

#include "tests/ui/support/ui_harness.h"
#include "ui/insight/children_behind_model.h"
#include "ui/insight/cohort_filter.h"
#include "ui/insight/needs_change_model.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

NeedsFramework framework()
{
    NeedsFramework made;
    made.outcomes = {{"healthy", "Be Healthy"}, {"safe", "Be Safe"}};
    for (const char* key : {"health", "wellbeing"})
        made.domains.push_back({key, "healthy", key, {}, 1.0, {}, {}});
    for (const char* key : {"keeping-safe", "behaviour"})
        made.domains.push_back({key, "safe", key, {}, 1.0, {}, {}});
    return made;
}

analytics::DomainChange change(const char* key, double first, double latest,
                               std::optional<double> percent, int children = 40)
{
    analytics::DomainChange made;
    made.domainKey = key;
    made.children = children;
    made.firstMean = first;
    made.latestMean = latest;
    made.percent = percent;
    return made;
}

analytics::DomainChange suppressed(const char* key)
{
    analytics::DomainChange made;
    made.domainKey = key;
    made.suppressed = true;
    return made;
}

/// health -5%, wellbeing not shown, keeping-safe -20%, behaviour +2.4%.
analytics::NeedsChange mixedChange()
{
    analytics::NeedsChange made;
    made.cohortSize = 50;
    made.assessed = 45;
    made.comparable = 40;
    made.total = change("", 1.5, 1.35, -10.0);
    made.domains = {change("health", 2.0, 1.9, -5.0), suppressed("wellbeing"),
                    change("keeping-safe", 1.0, 0.8, -20.0), change("behaviour", 2.5, 2.56, 2.4)};
    return made;
}

std::vector<std::string> keys(const NeedsChangeModel& model)
{
    std::vector<std::string> found;
    for (const NeedsChangeRow& row : model.rows())
        found.push_back(row.domainKey);
    return found;
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace

TEST_CASE("needs change keeps the model contract when figures and order change", "[ui-model]")
{
    NeedsChangeModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChange(mixedChange(), framework());
    model.setOrder(ChangeOrder::ByFramework, ChangeMeasure::Levels);
    model.setChange({}, framework());
    CHECK(model.rowCount() == 1);
}

TEST_CASE("domains stand by size of reduction, all together first, the unknown last", "[ui-model]")
{
    NeedsChangeModel model;
    model.setChange(mixedChange(), framework());
    CHECK(keys(model) ==
          std::vector<std::string>{"", "keeping-safe", "health", "behaviour", "wellbeing"});

    model.setOrder(ChangeOrder::ByFramework, ChangeMeasure::Percent);
    CHECK(keys(model) ==
          std::vector<std::string>{"", "health", "wellbeing", "keeping-safe", "behaviour"});
}

TEST_CASE("the order by size follows the measure", "[ui-model]")
{
    analytics::NeedsChange figures = mixedChange();
    figures.domains[0] = change("health", 3.0, 2.5, -16.7);  // the larger fall in levels
    NeedsChangeModel model;
    model.setChange(figures, framework());
    CHECK(keys(model)[1] == "keeping-safe");
    model.setOrder(ChangeOrder::BySize, ChangeMeasure::Levels);
    CHECK(keys(model)[1] == "health");
}

TEST_CASE("a change is told with a true minus, a plus and the number of children", "[ui-model]")
{
    NeedsChangeModel model;
    model.setChange(mixedChange(), framework());
    CHECK(barText(model.rows()[1], ChangeMeasure::Percent) == QStringLiteral("−20%"));
    CHECK(barText(model.rows()[1], ChangeMeasure::Levels) == QStringLiteral("−0.20"));
    CHECK(barText(model.rows()[3], ChangeMeasure::Percent) == QStringLiteral("+2%"));
    CHECK(totalText(model) == QStringLiteral("Total need −10% for 40 children"));
    CHECK(cell(model, 1, NeedsChangeModel::ChildrenColumn) == QStringLiteral("40"));
}

TEST_CASE("a domain without a figure says why: nobody compared, new, or too few to publish",
          "[ui-model]")
{
    NeedsChangeModel model;
    analytics::NeedsChange figures = mixedChange();
    figures.domains[3] = suppressed("behaviour");
    figures.domains[3].isNew = true;
    model.setChange(figures, framework());
    const int row = model.rowOf("wellbeing");
    const NeedsChangeRow& hidden = model.rows()[static_cast<std::size_t>(row)];
    CHECK_FALSE(barValue(hidden, ChangeMeasure::Percent));
    CHECK(barText(hidden, ChangeMeasure::Percent) == QStringLiteral("nobody compared"));
    const NeedsChangeRow& added = model.rows()[static_cast<std::size_t>(model.rowOf("behaviour"))];
    CHECK(barText(added, ChangeMeasure::Percent) == QStringLiteral("new domain"));
    NeedsChangeRow published = hidden;
    published.published = true;
    CHECK(barText(published, ChangeMeasure::Percent) == QStringLiteral("fewer than 5 children"));
    CHECK(model.suppressedDomains() == 2);
    for (int column = NeedsChangeModel::FirstColumn; column < NeedsChangeModel::ColumnCount;
         ++column)
        CHECK(cell(model, row, column) == QStringLiteral("–"));
}

TEST_CASE("a hidden domain sorts last whichever way a column is sorted", "[ui-model]")
{
    NeedsChangeModel model;
    model.setChange(mixedChange(), framework());
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(NeedsChangeModel::PercentColumn, order);
        CHECK(model.index(model.rowCount() - 1, 0).data(RecordIdRole).toString() ==
              QStringLiteral("wellbeing"));
    }
}

TEST_CASE("a domain without need at first has no percentage but a level", "[ui-model]")
{
    analytics::NeedsChange figures = mixedChange();
    figures.domains[0] = change("health", 0.0, 0.5, std::nullopt);
    NeedsChangeModel model;
    model.setChange(figures, framework());
    const NeedsChangeRow& row = model.rows()[static_cast<std::size_t>(model.rowOf("health"))];
    CHECK_FALSE(barValue(row, ChangeMeasure::Percent));
    CHECK(barText(row, ChangeMeasure::Percent) == QStringLiteral("no need at first"));
    CHECK(barText(row, ChangeMeasure::Levels) == QStringLiteral("+0.50"));
}

TEST_CASE("children behind a figure keep the model contract and their order", "[ui-model]")
{
    ChildrenBehindModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Date first = *Date::fromIso("2025-01-10");
    const Date latest = *Date::fromIso("2025-08-02");
    model.setRows({{{"b"}, first, latest, 1, 3}, {{"a"}, first, latest, 3, 2}},
                  {{{"a"}, "Ada B."}, {{"b"}, "Tom W."}}, false);
    REQUIRE(model.rowCount() == 2);
    CHECK(cell(model, 0, ChildrenBehindModel::NameColumn) == QStringLiteral("Tom W."));
    CHECK(cell(model, 0, ChildrenBehindModel::ChangeColumn) == QStringLiteral("+2"));
    CHECK(cell(model, 1, ChildrenBehindModel::ChangeColumn) == QStringLiteral("−1"));
    CHECK(model.index(0, 0).data(RecordIdRole).toString() == QStringLiteral("b"));

    model.sort(ChildrenBehindModel::ChangeColumn, Qt::AscendingOrder);
    CHECK(cell(model, 0, ChildrenBehindModel::NameColumn) == QStringLiteral("Ada B."));
}

TEST_CASE("a cohort is told in words", "[ui-model]")
{
    Cohort cohort = childrenInCare();
    CHECK(cohortText(cohort) == QStringLiteral("children in care"));
    setScope(cohort, CareScope::Left);
    CHECK(cohortText(cohort) == QStringLiteral("children who left care"));
    setScope(cohort, CareScope::Ever);
    cohort.youngestYears = 5;
    cohort.oldestYears = 15;
    cohort.sex = Sex::Female;
    cohort.entryYear = 2023;
    CHECK(cohortText(cohort) ==
          QStringLiteral("girls aged 5 to 15 ever in care, came into care in 2023/24"));
}
