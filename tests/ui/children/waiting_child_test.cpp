#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/trust/audit_trail.h"
#include "tests/ui/children/page_fixture.h"
#include "tests/ui/support/held_store.h"
#include "ui/children/placements/placement_dialogs.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/fields/code_choice.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tasks/waits.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

Place at(const ChildId& child)
{
    return {QStringLiteral("child"), text(child.value), QStringLiteral("about-me")};
}

std::string hopesOf(PageFixture& fixture, const ChildId& child)
{
    return require(app::openChild(*fixture.authority.session, child)).child.aboutMe.myHopes;
}

}  // namespace

TEST_CASE("a record that waits to be saved keeps its words, is not left, and is saved or stopped",
          "[ui-page][child][ui-wait]")
{
    PageFixture fixture;
    const ChildId first = fixture.authority.addChild("398768");
    const ChildId second = fixture.authority.addChild("398769");
    auto* const page = fixture.show<ChildRecordPage>(at(first));
    auto* hopes = find<QPlainTextEdit>(*page, "myHopesEdit");
    auto* save = find<QPushButton>(*page, "saveButton");
    hopes->setPlainText(QStringLiteral("To play in goal."));
    {
        const HeldStore held(*fixture.authority.session);
        save->click();
        CHECK(Waits::instance().isWaiting());
        CHECK_FALSE(hopes->isEnabled());
        CHECK_FALSE(save->isEnabled());
        page->open(at(second));
        CHECK(page->place().record == text(first.value));
        REQUIRE(page->unsaved());
        CHECK(page->unsaved()->reason.code == ErrorCode::StoreLocked);
        Waits::instance().stop();
        CHECK(hopes->isEnabled());
        CHECK(hopes->toPlainText() == QStringLiteral("To play in goal."));
        REQUIRE(save->isEnabled());
        save->click();
        CHECK(Waits::instance().isWaiting());
    }
    REQUIRE(waitUntil([] { return !Waits::instance().isWaiting(); }));
    CHECK(hopesOf(fixture, first) == "To play in goal.");
    CHECK(hopes->toPlainText() == QStringLiteral("To play in goal."));
    CHECK(hopes->isEnabled());
    CHECK_FALSE(save->isEnabled());
    CHECK(page->keepUnsaved());
    CHECK_FALSE(page->unsaved());
    page->open(at(second));
    CHECK(page->place().record == text(second.value));
}

TEST_CASE(
    "a record that is opened while another program saves is shown at once, and the view logged "
    "later",
    "[ui-page][child][ui-wait]")
{
    PageFixture fixture;
    const ChildId child = fixture.authority.addChild("398768");
    const ChildId other = fixture.authority.addChild("398769");
    const auto viewsOf = [&](const ChildId& seen) {
        int views = 0;
        for (const auto& row :
             homeward::test::require(app::historyOf(*fixture.authority.session, seen)))
            views += row.useCase == "view-child" ? 1 : 0;
        return views;
    };
    ChildRecordPage* page = nullptr;
    {
        const HeldStore held(*fixture.authority.session);
        page = fixture.show<ChildRecordPage>(at(child));
        CHECK(find<QPlainTextEdit>(*page, "myHopesEdit")->isVisible());
        CHECK(page->place() == at(child));
        CHECK(viewsOf(child) == 0);
    }
    page->open(at(other));
    CHECK(waitUntil([&] { return viewsOf(child) == 1 && viewsOf(other) == 1; }));
}

TEST_CASE("a dialog goes on waiting by itself and closes once its answer is saved",
          "[ui-page][child][ui-wait]")
{
    app::PlacementRow row;
    row.placement.startsOn = day("2026-01-01");
    EndPlacementDialog dialog(row, day("2026-03-01"));
    int asked = 0;
    dialog.act = [&]() -> Result<Done> {
        if (++asked < 4)
            return Error{ErrorCode::StoreLocked, {}, {}};
        return Done{};
    };
    dialog.show();
    auto* reason = find<CodeChoice>(dialog, "endReasonChoice");
    reason->setCurrentIndex(reason->count() - 1);
    dialog.accept();
    CHECK(dialog.isVisible());
    CHECK_FALSE(find<QPushButton>(dialog, "endPlacementProceed")->isEnabled());
    REQUIRE(waitUntil([&] { return !dialog.isVisible(); }));
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(asked == 4);
}

TEST_CASE("a dialog that is given up saves nothing later", "[ui-page][child][ui-wait]")
{
    int asked = 0;
    {
        app::PlacementRow row;
        row.placement.startsOn = day("2026-01-01");
        EndPlacementDialog dialog(row, day("2026-03-01"));
        dialog.act = [&]() -> Result<Done> {
            ++asked;
            return Error{ErrorCode::StoreLocked, {}, {}};
        };
        dialog.show();
        auto* reason = find<CodeChoice>(dialog, "endReasonChoice");
        reason->setCurrentIndex(reason->count() - 1);
        dialog.accept();
        dialog.reject();
    }
    const int before = asked;
    REQUIRE(waitUntil([] { return !Waits::instance().isWaiting(); }));
    CHECK(asked == before);
}
