#include <QAbstractItemModelTester>
#include <catch2/catch.hpp>

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
    model.appendRows({home("Quill", {})});
    CHECK(homesShown(model).back() == QStringLiteral("Quill"));
    model.setRows({home("Petrov", {})});
    CHECK(model.rowCount() == 1);
    model.setRows({});
    CHECK(model.rowCount() == 0);
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
