#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "app/care/care.h"
#include "app/care/placements.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/placements/care_dialogs.h"
#include "ui/children/placements/placement_dialogs.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/fields/code_choice.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/look/toast.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// A child in care with its parents since 1 February, with H1 since 1 March 2026, today.
struct OnPlacements {
    OnPlacements()
    {
        app::Session& session = *fixture.authority.session;
        require(app::beginCare(session, {child, day("2026-02-01"), "N1", "C1"}));
        require(app::placeElsewhere(session, {child, day("2026-02-01"), "P1", "PR0", {}, {}}));
        app::Choice choice{{}, fixture.authority.addHome("H1"), "Near school.", {}, {}, "CARPL"};
        require(chooseFromListNow(session, {child, {}, {}, {}}, choice));
        page = fixture.show<ChildRecordPage>(
            {QStringLiteral("child"), text(child.value), QStringLiteral("placements")});
        view = find<TableView>(*page, "placementsView");
    }
    /// The acts that are offered for what is selected.
    QStringList offered()
    {
        auto* menu = find<QPushButton>(*page, "placementActsButton")->menu();
        emit menu->aboutToShow();
        QStringList names;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                names << action->objectName();
        return names;
    }
    /// Chooses one of them; `answer` fills in the dialog that comes, and agrees.
    void act(const char* name, std::function<void(QDialog&)> answer)
    {
        CHECK(offered().contains(QLatin1String(name)));
        fixture.dialogs.onRun = [answer = std::move(answer)](QDialog& dialog) {
            dialog.show();
            QApplication::setActiveWindow(&dialog);
            answer(dialog);
            dialog.accept();
            return dialog.result() == QDialog::Accepted;
        };
        auto* menu = find<QPushButton>(*page, "placementActsButton")->menu();
        find<QAction>(*menu, name)->trigger();
    }
    QString shown(int row, int column) const
    {
        return view->model()->index(row, column).data().toString();
    }
    CareHistory history()
    {
        return require(app::placementsOf(*fixture.authority.session, child)).history;
    }

    PageFixture fixture;
    ChildId child = fixture.authority.addChild("100");
    ChildRecordPage* page = nullptr;
    TableView* view = nullptr;
};

}  // namespace

TEST_CASE("a placement entered in error goes from the table and comes back", "[ui-page][care]")
{
    OnPlacements shown;
    REQUIRE(shown.view->model()->rowCount() == 2);
    shown.view->selectRow(0);
    shown.act("withdrawPlacementAction", [](QDialog& dialog) {
        CHECK(find<QLineEdit>(dialog, "withdrawnNoteEdit")->hasFocus());
        find<QLineEdit>(dialog, "withdrawnNoteEdit")->setText(QStringLiteral("Another child."));
        CHECK(find<QCheckBox>(dialog, "previousGoesOnCheck")->isChecked());
    });
    REQUIRE(shown.view->model()->rowCount() == 1);
    CHECK(shown.shown(0, PlacementsTableModel::UntilColumn) == QStringLiteral("now"));

    auto* withdrawn = find<QCheckBox>(*shown.page, "showWithdrawnCheck");
    REQUIRE(withdrawn->isVisibleTo(shown.page));
    withdrawn->setChecked(true);
    REQUIRE(shown.view->model()->rowCount() == 2);
    CHECK(shown.shown(0, PlacementsTableModel::UntilColumn) == QStringLiteral("entered in error"));
    CHECK(shown.shown(0, PlacementsTableModel::EndReasonColumn) ==
          QStringLiteral("Another child."));
    shown.view->selectRow(0);
    CHECK(shown.offered().first() == QStringLiteral("restorePlacementAction"));
    shown.act("restorePlacementAction", [](QDialog& dialog) {
        find<CodeChoice>(dialog, "endReasonChoice")->setCode("CARPL");
    });
    CHECK(shown.history().placements.size() == 2);
    CHECK(shown.history().placements[0].changeReason == "CARPL");
    CHECK_FALSE(withdrawn->isVisibleTo(shown.page));
}

TEST_CASE("a broken rule stands beside its field, and the dialog stays", "[ui-page][care]")
{
    OnPlacements shown;
    shown.view->selectRow(0);
    QString problem;
    shown.act("correctPlacementAction", [&](QDialog& dialog) {
        auto* start = find<DateField>(dialog, "startDateEdit");
        CHECK(start->hasFocus());
        start->setText(QStringLiteral("15 Jan 2026"));
        dialog.accept();
        CHECK(dialog.isVisible());
        CHECK(start->hasFocus());
        problem = start->accessibleDescription();
        start->setText(QStringLiteral("27 Feb 2026"));
    });
    CHECK(problem == QStringLiteral("This overlaps with an entry that begins on 1 February 2026."));
    CHECK(shown.history().placements[1].startsOn == day("2026-02-27"));
    CHECK(shown.history().placements[0].endsOn == day("2026-02-27"));
    const auto* told = shown.page->window()->findChild<Toast*>();
    REQUIRE(told);
    CHECK(told->isVisible());
    CHECK(told->accessibleName().contains(QStringLiteral("Dates corrected")));
}

TEST_CASE("care ends with how it ended, and is taken back", "[ui-page][care]")
{
    OnPlacements shown;
    shown.act("endCareAction", [](QDialog& dialog) {
        auto* how = find<CodeChoice>(dialog, "endCodeChoice");
        CHECK(how->hasFocus());
        CHECK(how->findData(QStringLiteral("X1")) < 0);
        dialog.accept();
        CHECK(dialog.isVisible());
        CHECK(how->property("problem").toBool());
        how->setCode("E4A");
    });
    CHECK(shown.history().periods[0].endCode == "E4A");
    CHECK(shown.offered().contains(QStringLiteral("beginCareAction")));
    shown.act("correctCareAction",
              [](QDialog& dialog) { find<DateField>(dialog, "endDateEdit")->setText({}); });
    CHECK_FALSE(shown.history().periods[0].endsOn);
    CHECK_FALSE(shown.history().placements[1].endsOn);
}

TEST_CASE("a child goes to live elsewhere, with who provides the place suggested",
          "[ui-page][care]")
{
    OnPlacements shown;
    shown.fixture.authority.clock->set(
        {shown.fixture.authority.clock->now().msSinceEpoch + 5LL * 86'400'000});
    shown.act("placeElsewhereAction", [](QDialog& dialog) {
        auto* place = find<CodeChoice>(dialog, "placeChoice");
        place->setCode("R2");
        emit place->activated(place->currentIndex());
        CHECK(find<CodeChoice>(dialog, "providerChoice")->code() == "PR3");
        find<CodeChoice>(dialog, "endReasonChoice")->setCode("CARPL");
    });
    const CareHistory history = shown.history();
    REQUIRE(history.placements.size() == 3);
    CHECK(history.placements[2].placeCode == "R2");
    CHECK(history.placements[1].endsOn == day("2026-03-06"));
}

TEST_CASE("only what the role may do is offered", "[ui-page][care]")
{
    OnPlacements shown;
    shown.view->selectRow(0);
    CHECK(shown.offered().contains(QStringLiteral("withdrawPlacementAction")));
    const auto worker = shown.fixture.authority.signInAs(Role::SocialWorker, "worker");
    ChangeRelay relay(*worker);
    Jobs jobs(*worker);
    ChildRecordPage page({*worker, jobs, relay, shown.fixture.dialogs, nullptr});
    page.resize(1160, 640);
    page.show();
    page.open({QStringLiteral("child"), text(shown.child.value), QStringLiteral("placements")});
    find<TableView>(page, "placementsView")->selectRow(0);
    auto* menu = find<QPushButton>(page, "placementActsButton")->menu();
    emit menu->aboutToShow();
    CHECK_FALSE(menu->findChild<QAction*>(QStringLiteral("withdrawPlacementAction")));
    CHECK(menu->findChild<QAction*>(QStringLiteral("endCareAction")));
}

TEST_CASE("notice is recorded where the placement stands, and stands on the page of the child",
          "[ui-page][care]")
{
    OnPlacements shown;
    shown.view->selectRow(0);
    shown.act("leavingAction", [](QDialog& dialog) {
        find<DateField>(dialog, "leavesByEdit")->setText(QStringLiteral("28/03/2026"));
        find<DateField>(dialog, "noticeGivenEdit")->setText(QStringLiteral("01/03/2026"));
    });
    CHECK(shown.history().placements[1].leaving.by == day("2026-03-28"));
    const auto* notes = find<QLabel>(*shown.page, "placementNotesLabel");
    CHECK(notes->isVisible());
    CHECK(notes->text().contains(QStringLiteral("has to leave by 28 Mar 2026")));
    shown.act("leavingAction", [](QDialog& dialog) {
        find<DateField>(dialog, "leavesByEdit")->setText({});
        find<DateField>(dialog, "noticeGivenEdit")->setText({});
    });
    CHECK_FALSE(shown.history().placements[1].leaving.by);
    CHECK_FALSE(notes->isVisible());
}
