#include "tests/ui/admin/admin_stage.h"
#include "ui/admin/trail/audit_table_model.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("checking the trail says that it is whole and how many rows were looked at", "[ui-page]")
{
    AdminStage admin("audit");
    admin.fixture.addChild("100");
    admin.click("verifyButton");
    CHECK(admin.words().contains(QLatin1String("The authority is whole")));
    CHECK(admin.words().contains(QLatin1String("as it was written")));
    CHECK(admin.find<QPushButton>("verifyButton")->isEnabled());
}

TEST_CASE("recent changes name who did what and are found by words", "[ui-page]")
{
    AdminStage admin("audit");
    homeward::test::require(app::addAccount(*admin.stage.session,
                                            {{}, "b.nowak", "B. Nowak", Role::Manager, true, 0},
                                            Secret(std::string_view("three unrelated words"))));
    REQUIRE(admin.stage.settle());
    REQUIRE(waitUntil([&] {
        return admin.cell("auditTable", 0, AuditTableModel::WhatColumn) ==
               QStringLiteral("Added an account");
    }));
    CHECK(admin.cell("auditTable", 0, AuditTableModel::WhoColumn) == QStringLiteral("A. Okafor"));
    CHECK(admin.cell("auditTable", 0, AuditTableModel::FieldsColumn)
              .contains(QStringLiteral("Role: Manager")));
    admin.type("auditSearchEdit", QStringLiteral("nowak"));
    CHECK(admin.table("auditTable").rowCount() == 1);
    admin.type("auditSearchEdit", QStringLiteral("no such word"));
    CHECK(admin.table("auditTable").rowCount() == 0);
}
