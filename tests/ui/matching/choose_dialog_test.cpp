#include "ui/matching/choosing/choose_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/shared/fields/date_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

ChooseDialog::Subject subject()
{
    ChooseDialog::Subject subject;
    subject.household = QStringLiteral("Brook household");
    subject.child = QStringLiteral("T. Hill");
    subject.startsOn = stageDay();
    return subject;
}

QString moveWords(QWidget& dialog)
{
    return part<QLabel>(dialog, "moveLabel").text();
}

QPushButton& button(QWidget& dialog)
{
    return part<QPushButton>(dialog, "confirmChoiceButton");
}

/// A child of the demonstration with a candidate on the list, living somewhere or in no care.
QString childThat(UiStage& stage, bool livesSomewhere)
{
    for (const app::ChildRow& child : stage.children()) {
        if (child.assessments == 0)
            continue;
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (answer && !answer->list.candidates.empty() && child.inCare == livesSomewhere &&
            answer->current.has_value() == livesSomewhere)
            return text(child.id.value);
    }
    return {};
}

/// A child for whom there were homes to ask on the day before the last placement, and that day.
std::pair<QString, Date> childWithHomesBeforeTheLast(UiStage& stage)
{
    for (const app::ChildRow& child : stage.children()) {
        const auto history = app::placementsOf(*stage.session, child.id);
        if (!history || history->rows.empty() || child.assessments == 0)
            continue;
        const Date day = history->rows.back().placement.startsOn.plusDays(-1);
        const auto answer = app::shortlist(*stage.session, {child.id, day, {}, {}});
        if (answer && !answer->list.candidates.empty())
            return {text(child.id.value), day};
    }
    return {};
}

void press(Page& page)
{
    QTest::mouseClick(&part<QPushButton>(page, "chooseButton"), Qt::LeftButton);
}

}  // namespace

TEST_CASE("choosing says that the placement before ends and asks why", "[ui-page][choose]")
{
    auto about = subject();
    about.livesNow = QStringLiteral("Ash household, since 3 Mar 2026");
    ChooseDialog dialog(about);
    CHECK(moveWords(dialog).contains(QStringLiteral("Ash household, since 3 Mar 2026) ends")));
    part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Near school."));
    CHECK_FALSE(button(dialog).isEnabled());
    CHECK(button(dialog).toolTip().contains(QStringLiteral("why the placement before ends")));
    auto& why = part<QComboBox>(dialog, "changeReasonChoice");
    why.setCurrentIndex(why.findData(QStringLiteral("CHILD")));
    CHECK(button(dialog).isEnabled());
    CHECK(dialog.typed().changeReason == "CHILD");
}

TEST_CASE("nothing is asked about a placement before where there is none", "[ui-page][choose]")
{
    ChooseDialog dialog(subject());
    CHECK_FALSE(dialog.findChild<QComboBox*>(QStringLiteral("changeReasonChoice")));
    CHECK_FALSE(moveWords(dialog).contains(QStringLiteral("care begins")));
}

TEST_CASE("choosing says in words that care begins", "[ui-page][choose]")
{
    auto about = subject();
    about.careBegins = true;
    ChooseDialog dialog(about);
    CHECK(moveWords(dialog).contains(QStringLiteral("care begins with this placement")));
}

TEST_CASE("a refusal shows in the dialog, which stays open with what was typed",
          "[ui-page][choose]")
{
    ChooseDialog dialog(subject());
    int asked = 0;
    dialog.choose = [&](const ChooseDialog::Typed&) -> Result<PlacementId> {
        if (++asked == 1)
            return invalidInput("on", "overlaps", {{"startsOn", "2026-12-01"}});
        return PlacementId{"p-1"};
    };
    dialog.show();
    auto& reason = part<QPlainTextEdit>(dialog, "reasonEdit");
    reason.setPlainText(QStringLiteral("Near school."));
    button(dialog).click();
    auto& banner = part<Banner>(dialog, "banner");
    CHECK(dialog.isVisible());
    CHECK(banner.isVisible());
    CHECK(banner.accessibleName().contains(QStringLiteral("1 Dec 2026")));
    CHECK(reason.toPlainText() == QStringLiteral("Near school."));
    button(dialog).click();
    CHECK_FALSE(dialog.isVisible());
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK((*dialog.outcome())->value == "p-1");
}

TEST_CASE("a list that became outdated closes the dialog", "[ui-page][choose]")
{
    ChooseDialog dialog(subject());
    dialog.choose = [](const ChooseDialog::Typed&) -> Result<PlacementId> {
        return Error{ErrorCode::EditConflict, {}, {}};
    };
    dialog.show();
    part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Near school."));
    button(dialog).click();
    CHECK_FALSE(dialog.isVisible());
    CHECK(dialog.outcome()->error().code == ErrorCode::EditConflict);
}

TEST_CASE("Enter on the reason for the change chooses, it never gives the choice up",
          "[ui-page][choose]")
{
    auto about = subject();
    about.livesNow = QStringLiteral("Ash household");
    ChooseDialog dialog(about);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    auto& why = part<QComboBox>(dialog, "changeReasonChoice");
    why.setCurrentIndex(1);
    why.setFocus();
    QTest::keyClick(&why, Qt::Key_Return);
    CHECK(dialog.isVisible());
    part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Near school."));
    QTest::keyClick(&why, Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
}

TEST_CASE("the reason why a placement ended is kept with it", "[ui-page][choose]")
{
    UiStage stage(copyOfDemonstration());
    const QString child = childThat(stage, true);
    REQUIRE_FALSE(child.isEmpty());
    Page* page = stage.open({QStringLiteral("shortlist"), child, {}});
    stage.dialogs.onRun = [&](QDialog& dialog) {
        part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Near school."));
        auto& why = part<QComboBox>(dialog, "changeReasonChoice");
        why.setCurrentIndex(why.findData(QStringLiteral("CHILD")));
        button(dialog).click();
        return dialog.result() == QDialog::Accepted;
    };
    press(*page);
    REQUIRE(stage.settle());
    const auto history = app::placementsOf(*stage.session, ChildId{utf8(child)});
    REQUIRE(history);
    REQUIRE(history->rows.size() >= 2);
    const Placement& before = history->rows[history->rows.size() - 2].placement;
    CHECK(before.endsOn == stageDay());
    CHECK(before.changeReason == "CHILD");
}

TEST_CASE("a child not in care is told to come into care by the choice", "[ui-page][choose]")
{
    UiStage stage;
    const QString child = childThat(stage, false);
    REQUIRE_FALSE(child.isEmpty());
    Page* page = stage.open({QStringLiteral("shortlist"), child, {}});
    QString told;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        told = moveWords(dialog);
        return false;
    };
    press(*page);
    CHECK(told.contains(QStringLiteral("care begins")));
}

TEST_CASE("a day before another placement is refused in the dialog and the reason is kept",
          "[ui-page][choose]")
{
    UiStage stage(copyOfDemonstration());
    const auto [child, day] = childWithHomesBeforeTheLast(stage);
    REQUIRE_FALSE(child.isEmpty());
    const auto history = app::placementsOf(*stage.session, ChildId{utf8(child)});
    REQUIRE(history);
    Page* page = stage.open({QStringLiteral("shortlist"), child, {}});
    auto& from = part<QLineEdit>(*page, "neededFromEdit");
    from.setFocus();
    from.setText(text(day.toDayMonthYear()));
    QTest::keyClick(&from, Qt::Key_Return);
    REQUIRE(stage.settle());
    bool shownInside = false;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Kept words."));
        if (auto* why = dialog.findChild<QComboBox*>(QStringLiteral("changeReasonChoice")))
            why->setCurrentIndex(1);
        button(dialog).click();
        shownInside = dialog.result() != QDialog::Accepted &&
                      part<Banner>(dialog, "banner").isVisibleTo(&dialog);
        return false;
    };
    press(*page);
    REQUIRE(stage.settle());
    CHECK(shownInside);
    QString offered;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        offered = part<QPlainTextEdit>(dialog, "reasonEdit").toPlainText();
        return false;
    };
    press(*page);
    CHECK(offered == QStringLiteral("Kept words."));
    CHECK(app::placementsOf(*stage.session, ChildId{utf8(child)})->rows.size() ==
          history->rows.size());
}

TEST_CASE("an emergency outside the terms asks for the last day and who agreed",
          "[ui-page][choose]")
{
    auto about = subject();
    about.limitInTheWay = QStringLiteral("Approved for ages 0 to 9; the child is 11.");
    about.outsideTermsLatest = Date::fromIso("2026-12-03");
    ChooseDialog dialog(about);
    part<QPlainTextEdit>(dialog, "reasonEdit").setPlainText(QStringLiteral("Nobody else."));
    CHECK_FALSE(button(dialog).isEnabled());
    part<QPlainTextEdit>(dialog, "waiverReasonEdit").setPlainText(QStringLiteral("R. Vance"));
    CHECK(button(dialog).isEnabled());
    CHECK(dialog.typed().outsideTermsUntil == Date::fromIso("2026-12-03"));
    auto& lastDay = part<DateField>(dialog, "lastDayEdit");
    lastDay.setTyped(QStringLiteral("04/12/2026"));
    CHECK_FALSE(lastDay.settle());
}
