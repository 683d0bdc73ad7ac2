#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <algorithm>

#include "app/authority/accounts.h"
#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/needs/frameworks.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/matching/shortlist/compare_view.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// A child in care whose list has at least `candidates` eligible households and `nearMisses`.
QString childWith(UiStage& stage, std::size_t candidates, std::size_t nearMisses)
{
    for (const app::ChildRow& child : stage.children()) {
        if (!child.inCare || child.assessments == 0)
            continue;
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (answer && answer->list.candidates.size() >= candidates &&
            answer->list.nearMisses.size() >= nearMisses)
            return text(child.id.value);
    }
    return {};
}

Place shortlistOf(const QString& child)
{
    return {QStringLiteral("shortlist"), child, {}};
}

bool typeInto(QDialog& dialog, const char* name, const QString& words)
{
    auto* edit = dialog.findChild<QPlainTextEdit*>(QLatin1String(name));
    if (edit)
        edit->setPlainText(words);
    return edit;
}

bool mayConfirm(QDialog& dialog)
{
    return dialog.findChild<QPushButton*>(QStringLiteral("confirmChoiceButton"))->isEnabled();
}

/// Presses the button that chooses, with a reason for the placement that ends where one is asked.
bool confirm(QDialog& dialog)
{
    if (auto* why = dialog.findChild<QComboBox*>(QStringLiteral("changeReasonChoice")))
        why->setCurrentIndex(1);
    dialog.findChild<QPushButton*>(QStringLiteral("confirmChoiceButton"))->click();
    return dialog.result() == QDialog::Accepted;
}

int freePlaces(UiStage& stage, const QString& home)
{
    return app::openHome(*stage.session, HomeId{utf8(home)})->summary.free;
}

}  // namespace

TEST_CASE("the best household is selected and explained when the list comes", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    auto& ranked = part<TableView>(*page, "rankedView");
    REQUIRE(ranked.model()->rowCount() >= 2);
    CHECK(ranked.currentIndex().row() == 0);
    CHECK(part<QLabel>(*page, "explainedHouseholdLabel").text() ==
          ranked.model()->index(0, CandidateTableModel::HouseholdColumn).data().toString());
    CHECK(part<QLabel>(*page, "scoreWordsLabel")
              .text()
              .contains(
                  ranked.model()->index(0, CandidateTableModel::ScoreColumn).data().toString()));
}

TEST_CASE("moving down the list explains the next household", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    auto& ranked = part<TableView>(*page, "rankedView");
    ranked.setFocus();
    QTest::keyClick(&ranked, Qt::Key_Down);
    CHECK(part<QLabel>(*page, "explainedHouseholdLabel").text() ==
          ranked.model()->index(1, CandidateTableModel::HouseholdColumn).data().toString());
}

TEST_CASE("changed terms run the search again", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    const int before = part<TableView>(*page, "rankedView").model()->rowCount();
    auto& kind = part<QComboBox>(*page, "placementTypeBox");
    kind.setCurrentIndex(kind.findData(QStringLiteral("parent-and-child")));
    REQUIRE(stage.settle());
    CHECK(part<TableView>(*page, "rankedView").model()->rowCount() < before);
}

TEST_CASE("a search that was stopped says so and can be run again", "[ui-page][cancel]")
{
    UiStage stage;
    const QString child = childWith(stage, 2, 0);
    stage.cancelNext();
    Page* page = stage.open(shortlistOf(child));
    auto& banner = part<Banner>(*page, "banner");
    REQUIRE(banner.isVisibleTo(page));
    CHECK(banner.accessibleName().contains(QStringLiteral("stopped")));
    const auto labels = page->findChildren<QLabel*>();
    CHECK(std::none_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisibleTo(page) && label->text().startsWith(QStringLiteral("Looking at"));
    }));
    CHECK_FALSE(part<QPushButton>(*page, "chooseButton").isEnabled());
    part<QPushButton>(banner, "bannerAction").click();
    REQUIRE(stage.settle());
    CHECK(part<TableView>(*page, "rankedView").model()->rowCount() >= 2);
    CHECK_FALSE(banner.isVisibleTo(page));
}

TEST_CASE("choosing a household makes the placement and the vacancy is gone", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString child = childWith(stage, 2, 0);
    Page* page = stage.open(shortlistOf(child));
    auto& ranked = part<TableView>(*page, "rankedView");
    const QString home = ranked.model()->index(0, 0).data(RecordIdRole).toString();
    const int before = freePlaces(stage, home);
    bool openedAtOnce = true;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        openedAtOnce = mayConfirm(dialog);
        return typeInto(dialog, "reasonEdit", QStringLiteral("Near school, steady.")) &&
               confirm(dialog);
    };
    Place asked;
    QObject::connect(page, &Page::placeRequested, page, [&](const Place& place) { asked = place; });

    QTest::mouseClick(&part<QPushButton>(*page, "chooseButton"), Qt::LeftButton);
    REQUIRE(stage.settle());

    CHECK_FALSE(openedAtOnce);
    CHECK(freePlaces(stage, home) == before - 1);
    const auto history = app::placementsOf(*stage.session, ChildId{utf8(child)});
    REQUIRE(history);
    CHECK(history->rows.back().placement.home == HomeId{utf8(home)});
    CHECK(history->rows.back().placement.startsOn == stageDay());
    CHECK(history->rows.back().decisionReason == "Near school, steady.");
    for (int i = 0; i < ranked.model()->rowCount(); ++i)
        CHECK(ranked.model()->index(i, 0).data(RecordIdRole).toString() != home);
    auto& banner = part<Banner>(*page, "banner");
    CHECK(banner.isVisibleTo(page));
    QTest::mouseClick(&part<QPushButton>(banner, "bannerAction"), Qt::LeftButton);
    CHECK(asked == Place{QStringLiteral("child"), child, QStringLiteral("placements")});
}

TEST_CASE("a near miss needs both reasons", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    const QString child = childWith(stage, 0, 1);
    REQUIRE_FALSE(child.isEmpty());
    Page* page = stage.open(shortlistOf(child));
    auto& near = part<TableView>(*page, "nearMissesView");
    part<QTabWidget>(*page, "shortlistTabs").setCurrentIndex(1);
    near.setFocus();
    near.selectRow(0);
    const QString home = near.model()->index(0, 0).data(RecordIdRole).toString();
    bool withOneReason = true;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        typeInto(dialog, "reasonEdit", QStringLiteral("The only home nearby."));
        withOneReason = confirm(dialog);
        return typeInto(dialog, "waiverReasonEdit", QStringLiteral("Agreed by the manager.")) &&
               confirm(dialog);
    };
    QTest::keyClick(&near, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(stage.settle());
    CHECK_FALSE(withOneReason);
    const auto history = app::placementsOf(*stage.session, ChildId{utf8(child)});
    CHECK(history->rows.back().placement.home == HomeId{utf8(home)});
}

TEST_CASE("a list that others made older stays as it was shown, says so and offers a new one",
          "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    UiStage stage(folder);
    const QString child = childWith(stage, 2, 0);
    Page* page = stage.open(shortlistOf(child));
    auto& ranked = part<TableView>(*page, "rankedView");
    auto& older = part<Banner>(*page, "olderBanner");
    const auto nameOf = [&](int row) {
        return ranked.model()->index(row, CandidateTableModel::HouseholdColumn).data().toString();
    };
    const HomeId home{utf8(ranked.model()->index(0, 0).data(RecordIdRole).toString())};
    CHECK(page->readAt());
    ranked.setFocus();
    ranked.selectRow(1);
    const QString chosen = nameOf(1);
    const QString before = nameOf(0);
    CHECK_FALSE(older.isVisibleTo(page));

    Home renamed = app::openHome(*stage.session, home)->home;
    renamed.name = "Renamed household";
    REQUIRE(app::saveHome(*stage.session, renamed));
    REQUIRE(stage.settle());
    CHECK(older.isVisibleTo(page));
    CHECK(nameOf(0) == before);
    CHECK(nameOf(ranked.currentIndex().row()) == chosen);
    CHECK(ranked.hasFocus());

    part<QPushButton>(older, "bannerAction").click();
    REQUIRE(stage.settle());
    CHECK_FALSE(older.isVisibleTo(page));
    CHECK(nameOf(0) == QStringLiteral("Renamed household"));
    CHECK(nameOf(ranked.currentIndex().row()) == chosen);
}

TEST_CASE("a place that has just gone keeps the reason for the next choice", "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    UiStage stage(folder);
    const QString child = childWith(stage, 2, 0);
    Page* page = stage.open(shortlistOf(child));
    auto& ranked = part<TableView>(*page, "rankedView");
    const HomeId home{utf8(ranked.model()->index(0, 0).data(RecordIdRole).toString())};
    QString offered;
    stage.dialogs.onRun = [&](QDialog& dialog) {
        offered = dialog.findChild<QPlainTextEdit*>(QStringLiteral("reasonEdit"))->toPlainText();
        const auto other = signInToDemonstration(folder);
        Home full = app::openHome(*other, home)->home;
        full.approval.places = 0;
        REQUIRE(app::saveHome(*other, full));
        return typeInto(dialog, "reasonEdit", QStringLiteral("Kept words.")) && confirm(dialog);
    };
    QTest::mouseClick(&part<QPushButton>(*page, "chooseButton"), Qt::LeftButton);
    REQUIRE(stage.settle());
    CHECK(part<Banner>(*page, "banner").isVisibleTo(page));
    stage.dialogs.onRun = [&](QDialog& dialog) {
        offered = dialog.findChild<QPlainTextEdit*>(QStringLiteral("reasonEdit"))->toPlainText();
        return false;
    };
    QTest::mouseClick(&part<QPushButton>(*page, "chooseButton"), Qt::LeftButton);
    CHECK(offered == QStringLiteral("Kept words."));
}

TEST_CASE("a social worker may look for a home but not choose one", "[ui-page]")
{
    const auto folder = copyOfDemonstration();
    {
        const auto admin = signInToDemonstration(folder);
        const Account worker{{}, "s.worker", "S. Worker", Role::SocialWorker, true, 0};
        homeward::test::addWorker(*admin, worker, "three plain words", stageEnvironment());
    }
    UiStage stage(*app::signIn(folder, "s.worker", Secret(std::string_view("three plain words")),
                               stageEnvironment()));
    Page* page = stage.open(shortlistOf(childWith(stage, 1, 0)));
    auto& button = part<QPushButton>(*page, "chooseButton");
    CHECK_FALSE(button.isEnabled());
    CHECK_FALSE(button.toolTip().isEmpty());
}

TEST_CASE("two selected households are compared side by side", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    auto& compare = part<QPushButton>(*page, "compareButton");
    CHECK_FALSE(compare.isEnabled());
    auto& ranked = part<TableView>(*page, "rankedView");
    ranked.setFocus();
    QTest::keyClick(&ranked, Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(compare.isEnabled());
    QTest::mouseClick(&compare, Qt::LeftButton);
    auto* view = page->findChild<CompareView*>();
    REQUIRE(view);
    CHECK(view->isVisibleTo(page));
    const QString second =
        ranked.model()->index(1, CandidateTableModel::HouseholdColumn).data().toString();
    const auto labels = view->findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(),
                      [&](const QLabel* l) { return l->text() == second; }));
    QTest::mouseClick(&part<QPushButton>(*view, "backToShortlistButton"), Qt::LeftButton);
    CHECK_FALSE(view->isVisibleTo(page));
}

TEST_CASE("why a household is not on the list is answered by typing its name", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 1, 0)));
    auto& rest = part<TableView>(*page, "notEligibleView");
    REQUIRE(rest.model()->rowCount() > 0);
    const QString household = rest.model()->index(0, 0).data().toString();
    auto& why = part<QLineEdit>(*page, "findHouseholdEdit");
    why.setFocus();
    QTest::keyClicks(&why, household.left(6));
    CHECK(rest.isVisibleTo(page));
    REQUIRE(rest.model()->rowCount() >= 1);
    CHECK_FALSE(rest.model()->index(0, 1).data().toString().isEmpty());
}

TEST_CASE("a reason belongs to the household it was written for", "[ui-page]")
{
    UiStage stage(copyOfDemonstration());
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    auto& ranked = part<TableView>(*page, "rankedView");
    auto& choose = part<QPushButton>(*page, "chooseButton");
    QString offered;
    const auto openDialog = [&](const QString& write) {
        stage.dialogs.onRun = [&](QDialog& dialog) {
            offered =
                dialog.findChild<QPlainTextEdit*>(QStringLiteral("reasonEdit"))->toPlainText();
            if (!write.isEmpty())
                typeInto(dialog, "reasonEdit", write);
            return false;
        };
        QTest::mouseClick(&choose, Qt::LeftButton);
    };
    openDialog(QStringLiteral("Near school."));
    ranked.setFocus();
    QTest::keyClick(&ranked, Qt::Key_Down);
    openDialog({});
    CHECK(offered.isEmpty());
    QTest::keyClick(&ranked, Qt::Key_Up);
    openDialog({});
    CHECK(offered == QStringLiteral("Near school."));
}

TEST_CASE("after comparing, the household in sight can be chosen", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open(shortlistOf(childWith(stage, 2, 0)));
    auto& ranked = part<TableView>(*page, "rankedView");
    auto& choose = part<QPushButton>(*page, "chooseButton");
    ranked.setFocus();
    QTest::keyClick(&ranked, Qt::Key_Down, Qt::ShiftModifier);
    part<QPushButton>(*page, "compareButton").click();
    CHECK_FALSE(choose.isVisibleTo(page));
    QTest::mouseClick(&part<QPushButton>(*page->findChild<CompareView*>(), "backToShortlistButton"),
                      Qt::LeftButton);
    CHECK(choose.isVisibleTo(page));
    CHECK(choose.isEnabled());
    CHECK(choose.text().contains(part<QLabel>(*page, "explainedHouseholdLabel").text().left(8)));
}

TEST_CASE("homes of another kind stand behind a button with their count", "[ui-page]")
{
    UiStage stage;
    for (const app::ChildRow& child : stage.children()) {
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (!answer || answer->list.otherKinds.empty())
            continue;
        const matching::OtherKind other = answer->list.otherKinds.front();
        Page* page = stage.open(shortlistOf(text(child.id.value)));
        const QString name = text(toKey(other.kind)) + QStringLiteral("Button");
        page->findChild<QPushButton*>(name)->click();
        REQUIRE(stage.settle());
        CHECK(part<QComboBox>(*page, "homeKindBox").currentData() == text(toKey(other.kind)));
        CHECK(part<TableView>(*page, "rankedView").model()->rowCount() == other.homes);
        return;
    }
    FAIL("no child for whom other kinds could be asked");
}

TEST_CASE("picking a child opens the shortlist", "[ui-page]")
{
    UiStage stage;
    Page* page = stage.open({QStringLiteral("matching"), {}, {}});
    Place asked;
    QObject::connect(page, &Page::placeRequested, page, [&](const Place& place) { asked = place; });
    auto& search = part<QLineEdit>(*page, "seekerSearchEdit");
    search.setFocus();
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !asked.page.isEmpty(); }));
    CHECK(asked.page == QStringLiteral("shortlist"));
    CHECK_FALSE(asked.record.isEmpty());
}

TEST_CASE("a need that the framework has no place for is said in red, and no household has a band",
          "[ui-page]")
{
    UiStage stage;
    const QString child = childWith(stage, 1, 0);
    auto framework = homeward::test::require(app::currentFramework(*stage.session));
    const auto latest =
        homeward::test::require(app::assessmentsOf(*stage.session, {utf8(child)})).back();
    const auto need = std::ranges::find_if(latest.ratings, [](const Rating& rating) {
        return rating.level && rating.level->value() > 0;
    });
    REQUIRE(need != latest.ratings.end());
    auto& domain = framework.domains[*framework.domainIndex(need->domainKey)];
    const QString title = text(domain.title);
    domain.key = "another-one";
    framework.version = "2.0";
    homeward::test::require(app::loadFramework(*stage.session, framework));

    Page* page = stage.open(shortlistOf(child));
    const auto& notice = part<QLabel>(*page, "needsNoticeLabel");
    CHECK(notice.property("role") == QStringLiteral("pill-problem"));
    CHECK(notice.text().contains(title));
    const QAbstractItemModel& ranked = *part<TableView>(*page, "rankedView").model();
    REQUIRE(ranked.rowCount() > 0);
    CHECK(ranked.index(0, CandidateTableModel::BandColumn).data() == QStringLiteral("No band"));
}
