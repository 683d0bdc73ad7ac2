#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/text/text.h"
#include "ui/children/list/children_table_model.h"
#include "ui/children/needs/needs_lines_model.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/history/history_table_model.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

Date day(const char* iso)
{
    return *Date::fromIso(iso);
}

app::ChildRow child(const std::string& id, const std::string& name, int ageYears)
{
    app::ChildRow row;
    row.id = {id};
    row.caseNumber = "4" + id;
    row.displayName = name;
    row.searchText = foldedForSearch(name + " " + row.caseNumber);
    row.ageYears = ageYears;
    row.birthDate = day("2026-03-01").plusMonths(-12 * ageYears);
    row.inCare = true;
    row.placement = PlaceGroup::Fostering;
    row.placeCode = "U4";
    return row;
}

std::vector<app::ChildRow> fourChildren()
{
    auto ana = child("1", "Zoë A.", 3);
    auto ben = child("2", "Ben B.", 8);
    auto cem = child("3", "Cem C.", 12);
    auto dua = child("4", "Dua D.", 17);
    ben.worker = {"w1"};
    ben.lastAssessedOn = day("2026-01-05");
    ben.totalNeed = 20;
    cem.placement = PlaceGroup::ChildrensHome;
    cem.lastAssessedOn = day("2025-11-05");
    cem.totalNeed = 9;
    dua.inCare = false;
    dua.placement.reset();
    return {ana, ben, cem, dua};
}

std::vector<QString> names(const ChildrenTableModel& model)
{
    std::vector<QString> shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.push_back(model.index(row, ChildrenTableModel::NameColumn).data().toString());
    return shown;
}

using Names = std::vector<QString>;

}  // namespace

TEST_CASE("the list of children keeps the model contract when rows, filter and order change",
          "[ui-model][children]")
{
    ChildrenTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(fourChildren());
    const QPersistentModelIndex kept = model.indexOf(QStringLiteral("2"));
    model.sort(ChildrenTableModel::TotalNeedColumn, Qt::DescendingOrder);
    CHECK(kept.data().toString() == QStringLiteral("Ben B."));
    ChildrenFilter filter;
    filter.typed = QStringLiteral("b");
    model.setFilter(filter);
    CHECK(names(model) == Names{QStringLiteral("Ben B.")});
    model.setRows({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("the list of children is narrowed", "[ui-model][children]")
{
    ChildrenTableModel model;
    model.setRows(fourChildren());
    ChildrenFilter filter;
    filter.inCareOnly = false;
    SECTION("to those in care now unless all are asked for")
    {
        filter.inCareOnly = true;
        model.setFilter(filter);
        CHECK(model.rowCount() == 3);
    }
    SECTION("by name without minding accents or case")
    {
        filter.typed = QStringLiteral("ZOE");
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Zoë A.")});
    }
    SECTION("by every word that is typed")
    {
        filter.typed = QStringLiteral("cem 43");
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Cem C.")});
        filter.typed = QStringLiteral("cem 42");
        model.setFilter(filter);
        CHECK(model.rowCount() == 0);
    }
    SECTION("by age band, both ends included")
    {
        filter.youngestYears = 8;
        filter.oldestYears = 12;
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Ben B."), QStringLiteral("Cem C.")});
    }
    SECTION("by kind of place")
    {
        filter.placement = PlaceGroup::ChildrensHome;
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Cem C.")});
    }
    SECTION("by worker, and to those without one")
    {
        filter.worker = AccountId{"w1"};
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Ben B.")});
        filter.worker = AccountId{};
        model.setFilter(filter);
        CHECK(model.rowCount() == 3);
    }
    SECTION("to those assessed or not yet assessed")
    {
        filter.assessed = true;
        model.setFilter(filter);
        CHECK(model.rowCount() == 2);
        filter.assessed = false;
        model.setFilter(filter);
        CHECK(names(model) == Names{QStringLiteral("Zoë A."), QStringLiteral("Dua D.")});
    }
    CHECK(model.totalCount() == 4);
}

TEST_CASE("a child without a total sorts after every known one, whichever way",
          "[ui-model][children]")
{
    ChildrenTableModel model;
    ChildrenFilter all;
    all.inCareOnly = false;
    model.setFilter(all);
    model.setRows(fourChildren());
    model.sort(ChildrenTableModel::TotalNeedColumn, Qt::AscendingOrder);
    CHECK(names(model) == Names{QStringLiteral("Cem C."), QStringLiteral("Ben B."),
                                QStringLiteral("Zoë A."), QStringLiteral("Dua D.")});
    model.sort(ChildrenTableModel::TotalNeedColumn, Qt::DescendingOrder);
    CHECK(names(model) == Names{QStringLiteral("Ben B."), QStringLiteral("Cem C."),
                                QStringLiteral("Zoë A."), QStringLiteral("Dua D.")});
}

TEST_CASE("age sorts by birth date, the youngest first", "[ui-model][children]")
{
    ChildrenTableModel model;
    auto rows = fourChildren();
    rows[1].ageYears = rows[2].ageYears = 8;
    rows[1].birthDate = day("2017-06-01");
    rows[2].birthDate = day("2017-09-01");
    model.setRows(rows);
    model.sort(ChildrenTableModel::AgeColumn, Qt::AscendingOrder);
    CHECK(names(model) ==
          Names{QStringLiteral("Zoë A."), QStringLiteral("Cem C."), QStringLiteral("Ben B.")});
}

TEST_CASE("a letter typed over 10,000 children is answered within a sixtieth of a second",
          "[ui-model][children][bench]")
{
    std::vector<app::ChildRow> rows;
    for (int i = 0; i < 10'000; ++i)
        rows.push_back(
            child(std::to_string(i), "Child" + std::to_string(i % 977) + " Surname", i % 18));
    ChildrenTableModel model;
    model.setRows(rows);
    model.sort(ChildrenTableModel::NameColumn, Qt::AscendingOrder);
    double best = 1e9;
    for (int attempt = 0; attempt < 20; ++attempt) {
        ChildrenFilter filter;
        filter.typed = QString::number(attempt);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(filter);
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    INFO("fastest of 20: " << best << " ms");
    CHECK(best < 16);
}

TEST_CASE("placements show newest first, with the length of each", "[ui-model][placements]")
{
    app::PlacementRow first;
    first.placement.startsOn = day("2024-01-10");
    first.placement.endsOn = day("2024-01-20");
    first.placeLabel = "Foster placement";
    app::PlacementRow second;
    second.placement.startsOn = day("2024-01-20");
    second.homeName = "Marsh household";
    PlacementsTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({first, second}, day("2026-03-01"));
    CHECK(model.index(0, PlacementsTableModel::HomeColumn).data() ==
          QStringLiteral("Marsh household"));
    CHECK(model.index(0, PlacementsTableModel::UntilColumn).data() == QStringLiteral("now"));
    CHECK(model.index(1, PlacementsTableModel::LengthColumn).data(SortRole).toInt() == 10);
}

TEST_CASE("history tells changes from views and keeps the model contract", "[ui-model][history]")
{
    app::AuditRow view;
    view.useCase = "view-child";
    view.at = {2000};
    app::AuditRow change;
    change.sequence = 7;
    change.at = {1000};
    change.useCase = "save-child";
    change.before = {{"preferredName", ""}};
    change.after = {{"preferredName", "Ty"}};
    HistoryTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({change, view}, {});
    model.setShow(HistoryTableModel::Show::Everything);
    CHECK(model.rowCount() == 2);
    CHECK(model.rowAt(0).useCase == "view-child");  // newest first
    model.setShow(HistoryTableModel::Show::Changes);
    REQUIRE(model.rowCount() == 1);
    CHECK(model.index(0, HistoryTableModel::FieldsColumn).data().toString() ==
          QStringLiteral("Preferred name: – → Ty"));
    model.setShow(HistoryTableModel::Show::Views);
    REQUIRE(model.rowCount() == 1);
    CHECK(model.index(0, HistoryTableModel::WhatColumn).data().toString() ==
          QStringLiteral("Looked at this record"));
}

TEST_CASE("history words name people, domains and codes, and leave unknown keys as they are",
          "[ui-words][history]")
{
    HistoryNames names;
    names.ids["id-7"] = "A. Okafor";
    names.domains["keeping-safe"] = "Keeping safe";
    CHECK(useCaseText("complete-assessment") == QStringLiteral("Completed a needs assessment"));
    CHECK(useCaseText("paint-the-fence") == QStringLiteral("paint-the-fence"));
    CHECK(fieldText("level.keeping-safe", names) == QStringLiteral("Level, Keeping safe"));
    CHECK(fieldText("level.keeping-safe/child", names) ==
          QStringLiteral("Level, Keeping safe (child)"));
    CHECK(fieldText("shoeSize", names) == QStringLiteral("Shoe size"));
    CHECK(valueText("worker", "id-7", names) == QStringLiteral("A. Okafor"));
    CHECK(valueText("placeCode", "U4", names) != QStringLiteral("U4"));
    CHECK(valueText("types", "short-term, emergency", names) ==
          QStringLiteral("short term, emergency"));
    CHECK(valueText("note", "", names) == QStringLiteral("–"));
}

TEST_CASE("needs lines tell first, latest and change of outcomes, domains and the total",
          "[ui-model][needs]")
{
    NeedsFramework framework;
    framework.outcomes = {{"safe", "Be Safe"}};
    for (const char* key : {"keeping-safe", "behaviour"}) {
        NeedsFramework::Domain domain;
        domain.key = domain.title = key;
        domain.outcomeKey = "safe";
        framework.domains.push_back(domain);
    }
    analytics::NeedsOverTime needs;
    needs.dates = {day("2024-01-01"), day("2025-01-01"), day("2026-01-01")};
    needs.outcomes = {{"safe", "safe", {3.0, std::nullopt, 1.5}, {{3.0, 1.5}}}};
    needs.domains = {{"keeping-safe", "safe", {3.0, 2.0, 1.0}, {{3.0, 1.0}}},
                     {"behaviour", "safe", {std::nullopt, std::nullopt, 2.0}, std::nullopt}};
    needs.total = {"", "", {3.0, 2.0, 3.0}, {{3.0, 1.0}}};

    NeedsLinesModel changes(NeedsLinesModel::Form::FirstToLatest);
    const QAbstractItemModelTester tester(&changes,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    changes.setLines(needs.dates, needsLines(needs, framework, NeedsGrouping::Domains));
    CHECK(changes.index(0, 3).data().toString() == QStringLiteral("−2"));
    CHECK(changes.index(0, 3).data(ToneRole).toString() == QStringLiteral("good"));
    CHECK(changes.index(1, 3).data().toString() == QStringLiteral("–"));
    CHECK(needsLines(needs, framework, NeedsGrouping::Domains)[1].domainWithin == 1);

    NeedsLinesModel all(NeedsLinesModel::Form::EveryAssessment);
    all.setLines(needs.dates, needsLines(needs, framework, NeedsGrouping::Outcomes));
    REQUIRE(all.columnCount() == 5);
    CHECK(all.index(0, 2).data().toString() == QStringLiteral("unknown"));
    CHECK_FALSE(all.index(0, 2).data(SortRole).isValid());
    CHECK(all.index(0, 3).data().toString() == QStringLiteral("1.5"));
}
