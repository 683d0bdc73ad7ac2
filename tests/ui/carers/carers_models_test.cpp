#include <QAbstractItemModelTester>
#include <catch2/catch.hpp>

#include "support/text/text.h"
#include "ui/carers/household/skills_draft.h"
#include "ui/carers/list/home_table_model.h"
#include "ui/shared/cells/cell_roles.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

app::HomeRow home(const char* name, std::optional<int> costPence)
{
    app::HomeRow row;
    row.id.value = name;
    row.name = name;
    row.searchText = foldedForSearch(name);
    row.places = 2;
    row.weeklyCostPence = costPence;
    return row;
}

QStringList homesShown(const QAbstractItemModel& model)
{
    QStringList homes;
    for (int i = 0; i < model.rowCount(); ++i)
        homes << model.index(i, 0).data(RecordIdRole).toString();
    return homes;
}

}  // namespace

TEST_CASE("the carers table keeps the model contract when rows are replaced", "[ui-model]")
{
    HomeTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({home("Marsh", 61200), home("Petrov", {})});
    HomeCriteria criteria;
    criteria.foldedTyped = "marsh";
    model.setCriteria(criteria);
    CHECK(model.rowCount() == 1);
    model.setRows({home("Petrov", {})});
    CHECK(model.rowCount() == 0);
    model.setRows({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a home without a known cost sorts after every known one, both ways", "[ui-model]")
{
    HomeTableModel model;
    model.setRows({home("unknown", {}), home("dear", 115000), home("cheap", 9900)});
    model.sort(HomeTableModel::CostColumn, Qt::AscendingOrder);
    CHECK(homesShown(model) == QStringList({QStringLiteral("cheap"), QStringLiteral("dear"),
                                            QStringLiteral("unknown")}));
    model.sort(HomeTableModel::CostColumn, Qt::DescendingOrder);
    CHECK(homesShown(model) == QStringList({QStringLiteral("dear"), QStringLiteral("cheap"),
                                            QStringLiteral("unknown")}));
}

TEST_CASE("each filter of the carers list leaves what it says", "[ui-model]")
{
    app::HomeRow own = home("own", {});
    own.free = 1;
    app::HomeRow agency = home("agency", {});
    agency.ownService = false;
    agency.kind = HomeKind::ChildrensHome;
    agency.skillsRecordedOn = Date::fromYmd(2026, 1, 5);
    app::HomeRow held = home("held", {});
    held.status = ApprovalStatus::OnHold;
    held.free = 2;
    HomeTableModel model;
    model.setRows({own, agency, held});
    HomeCriteria criteria;
    QStringList expected;
    SECTION("kind")
    {
        criteria.kind = HomeKind::ChildrensHome;
        expected << QStringLiteral("agency");
    }
    SECTION("status")
    {
        criteria.status = ApprovalStatus::OnHold;
        expected << QStringLiteral("held");
    }
    SECTION("agency")
    {
        criteria.ownService = false;
        expected << QStringLiteral("agency");
    }
    SECTION("a free place in an approved home")
    {
        criteria.withFreePlace = true;
        expected << QStringLiteral("own");
    }
    SECTION("no skills yet")
    {
        criteria.hasSkills = false;
        expected << QStringLiteral("own") << QStringLiteral("held");
    }
    model.setCriteria(criteria);
    CHECK(homesShown(model) == expected);
}

TEST_CASE("free places of homes that are not approved are not counted", "[ui-model]")
{
    app::HomeRow own = home("own", {});
    own.free = 1;
    app::HomeRow held = home("held", {});
    held.status = ApprovalStatus::OnHold;
    held.free = 2;
    HomeTableModel model;
    model.setRows({own, held});
    CHECK(model.freePlaces() == 1);
}

TEST_CASE("a draft of a skills profile comes back as it was", "[ui-model]")
{
    NeedsFramework framework;
    framework.id.value = "f";
    framework.domains.resize(2);
    framework.domains[0].key = "a";
    framework.domains[1].key = "b";
    SkillsProfile newest;
    newest.id.value = "p";
    newest.skills = {{"b", Perspective::Agreed, Level::fromInt(3), "Course in 2025", "calm", true}};
    const SkillsDraft draft = skillsDraftFrom(framework, &newest, *Date::fromYmd(2026, 3, 9));
    REQUIRE(draft.ratings.size() == 2);
    CHECK_FALSE(draft.ratings[0].level.has_value());
    CHECK(draft.ratings[1].level == Level::fromInt(3));
    CHECK(draft.basedOn.value == "p");
    CHECK(skillsDraftFrom(toJson(draft)) == draft);
    CHECK_FALSE(skillsDraftFrom(std::string("{")).has_value());
}
