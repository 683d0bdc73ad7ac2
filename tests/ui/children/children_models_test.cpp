#include <QAbstractItemModelTester>
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

}  // namespace

TEST_CASE("the list of children keeps the model contract when rows are replaced and more come",
          "[ui-model][children]")
{
    ChildrenTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(fourChildren());
    model.appendRows({child("5", "Eve E.", 9)});
    CHECK(names(model).back() == QStringLiteral("Eve E."));
    CHECK(model.indexOf(QStringLiteral("5")).row() == 4);
    model.setRows({});
    CHECK(model.rowCount() == 0);
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
    needs.outcomes = {{"safe", "safe", 2, 2, {3.0, std::nullopt, 1.5}, {{3.0, 1.5}}}};
    needs.domains = {{"keeping-safe", "safe", 1, 1, {3.0, 2.0, 1.0}, {{3.0, 1.0}}},
                     {"behaviour", "safe", 1, 1, {std::nullopt, std::nullopt, 2.0}, std::nullopt}};
    needs.total = {"", "", 2, 2, {3.0, 2.0, 3.0}, {{3.0, 1.0}}};

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
