// A search is on record from the moment it is shown, and can be opened as it was shown.
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/records/homes.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/matching/shortlist/changed_words.h"
#include "ui/matching/shortlist/search_terms_bar.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// The shortlist of a child with at least two eligible households, on a copy.
struct ListStage {
    std::filesystem::path folder = copyOfDemonstration();
    UiStage stage{folder};
    ChildId child;
    Page* page = nullptr;

    ListStage()
    {
        for (const app::ChildRow& row : stage.children()) {
            const auto answer = app::shortlist(*stage.session, {row.id, {}, {}, {}});
            if (row.inCare && row.assessments > 0 && answer && answer->list.candidates.size() > 1) {
                child = row.id;
                break;
            }
        }
        page = stage.open(place());
    }
    Place place(const SearchId& search = {}) const
    {
        return {QStringLiteral("shortlist"), text(child.value), text(search.value)};
    }
    std::vector<app::EarlierSearch> searches() { return *app::searchesOf(*stage.session, child); }
    TableView& ranked() { return part<TableView>(*page, "rankedView"); }
    HomeId homeOf(int row)
    {
        return {utf8(ranked().model()->index(row, 0).data(RecordIdRole).toString())};
    }
    QStringList shownRows()
    {
        QStringList rows;
        for (const char* name : {"rankedView", "nearMissesView", "notEligibleView"}) {
            const QAbstractItemModel& model = *part<TableView>(*page, name).model();
            for (int row = 0; row < model.rowCount(); ++row)
                for (int column = 0; column < model.columnCount(); ++column)
                    rows << model.index(row, column).data().toString();
        }
        return rows;
    }
    QString banner() { return part<Banner>(*page, "banner").accessibleName(); }
    void press(const char* name)
    {
        QTest::mouseClick(&part<QPushButton>(*page, name), Qt::LeftButton);
        REQUIRE(stage.settle());
    }
    /// Another program changes a household.
    template <typename Edit>
    void changeOutside(const HomeId& id, Edit edit)
    {
        const auto other = signInToDemonstration(folder);
        Home home = app::openHome(*other, id)->home;
        edit(home);
        REQUIRE(app::saveHome(*other, home));
    }
};

bool confirmChoice(QDialog& dialog)
{
    if (auto* why = dialog.findChild<QComboBox*>(QStringLiteral("changeReasonChoice")))
        why->setCurrentIndex(1);
    dialog.findChild<QPlainTextEdit*>(QStringLiteral("reasonEdit"))
        ->setPlainText(QStringLiteral("Near school."));
    dialog.findChild<QPushButton*>(QStringLiteral("confirmChoiceButton"))->click();
    return dialog.result() == QDialog::Accepted;
}

}  // namespace

TEST_CASE("an earlier search is opened from the list of searches and reads as it was shown",
          "[ui-page]")
{
    ListStage shown;
    const QStringList rows = shown.shownRows();
    const SearchId search = shown.searches().front().id;
    shown.changeOutside(shown.homeOf(0), [](Home& home) {
        home.name = "Renamed household";
        home.approval.places = 0;
    });
    shown.page->open(shown.place());
    REQUIRE(shown.stage.settle());
    CHECK(shown.shownRows() != rows);

    shown.press("earlierButton");
    auto& list = part<TableView>(*shown.page, "earlierSearchesView");
    REQUIRE(list.isVisibleTo(shown.page));
    REQUIRE(list.model()->rowCount() == static_cast<int>(shown.searches().size()));
    REQUIRE(list.model()->rowCount() >= 2);
    CHECK(list.model()->index(0, 4).data().toString() == QStringLiteral("nobody chosen"));
    for (int row = 0; row < list.model()->rowCount(); ++row)
        if (list.model()->index(row, 0).data(RecordIdRole).toString() == text(search.value))
            list.selectRow(row);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Return);
    REQUIRE(shown.stage.settle());

    CHECK(shown.page->place() == shown.place(search));
    CHECK(shown.shownRows() == rows);
    CHECK(shown.banner().contains(QStringLiteral("As it was shown on")));
    CHECK_FALSE(part<QPushButton>(*shown.page, "chooseButton").isVisibleTo(shown.page));
    CHECK_FALSE(part<QComboBox>(*shown.page, "placementTypeBox").isEnabled());
    CHECK(part<QPushButton>(*shown.page, "reportButton").isEnabled());

    SECTION("a commit changes nothing of it")
    {
        app::ChangeSet changes;
        changes.aggregates = {app::Aggregate::Home};
        emit shown.stage.relay.changed(changes);
        REQUIRE(shown.stage.settle());
        CHECK(shown.shownRows() == rows);
    }
    SECTION("looking again shows the list as it is now")
    {
        part<QPushButton>(part<Banner>(*shown.page, "banner"), "bannerAction").click();
        REQUIRE(shown.stage.settle());
        CHECK(shown.page->place() == shown.place());
        CHECK(shown.shownRows() != rows);
        CHECK(part<QComboBox>(*shown.page, "placementTypeBox").isEnabled());
        CHECK(part<QPushButton>(*shown.page, "chooseButton").isVisibleTo(shown.page));
    }
}

TEST_CASE("Escape leaves the list of earlier searches", "[ui-page]")
{
    ListStage shown;
    shown.press("earlierButton");
    auto& list = part<TableView>(*shown.page, "earlierSearchesView");
    CHECK(list.accessibleName().contains(QStringLiteral("Earlier searches")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(list.isVisibleTo(shown.page));
    CHECK(shown.ranked().isVisibleTo(shown.page));
}

TEST_CASE("a choice whose entry changed says what did and offers to look again", "[ui-page]")
{
    ListStage shown;
    const HomeId home = shown.homeOf(0);
    shown.stage.dialogs.onRun = [&](QDialog& dialog) {
        shown.changeOutside(home, [](Home& changed) {
            changed.name = "Hesketh household";
            changed.approval.places += 1;
        });
        return confirmChoice(dialog);
    };
    const std::size_t before = shown.searches().size();
    shown.press("chooseButton");
    CHECK(shown.banner().contains(
        QStringLiteral("Hesketh household had 1 free place and has 2 now.")));
    CHECK(shown.searches().size() == before);
    part<QPushButton>(part<Banner>(*shown.page, "banner"), "bannerAction").click();
    REQUIRE(shown.stage.settle());
    CHECK(shown.searches().size() == before + 1);
    shown.stage.dialogs.onRun = confirmChoice;
    const int row = [&] {
        for (int i = 0; i < shown.ranked().model()->rowCount(); ++i)
            if (shown.homeOf(i) == home)
                return i;
        return -1;
    }();
    REQUIRE(row >= 0);
    shown.ranked().selectRow(row);
    shown.press("chooseButton");
    const auto history = app::placementsOf(*shown.stage.session, shown.child);
    CHECK(history->rows.back().placement.home == home);
    const auto searches = shown.searches();
    CHECK(std::any_of(searches.begin(), searches.end(), [](const app::EarlierSearch& search) {
        return search.chosenNames == "Hesketh household";
    }));
}

TEST_CASE("who chooses another household than the first is asked why not the first", "[ui-page]")
{
    ListStage shown;
    QString first;
    QString second;
    shown.stage.dialogs.onRun = [&](QDialog& dialog) {
        auto* label = dialog.findChild<QLabel*>(QStringLiteral("rankLabel"));
        (first.isNull() ? first : second) = label ? label->text() : QStringLiteral("none");
        return false;
    };
    shown.press("chooseButton");
    shown.ranked().selectRow(1);
    shown.press("chooseButton");
    CHECK(first == QStringLiteral("none"));
    CHECK(second.contains(QStringLiteral("number 2")));
    CHECK(second.contains(QStringLiteral("why not the first")));
}

TEST_CASE("the report of an earlier search says when and to whom it was shown", "[ui-model]")
{
    ListStage shown;
    const auto answer = app::openSearch(*shown.stage.session, shown.searches().front().id);
    REQUIRE(answer);
    ShortlistReport report;
    report.asShown = QStringLiteral("As it was shown on a day");
    CHECK(shortlistHtml(*answer, report).contains(report.asShown));
    const auto now = app::shortlist(*shown.stage.session, {shown.child, {}, {}, {}});
    CHECK(shortlistCsv(*answer) == shortlistCsv(*now));
}

TEST_CASE("every kind of change since a list was shown has a sentence", "[ui-model]")
{
    const auto sentence = [](std::map<std::string, std::string> facts) {
        facts["household"] = "Hesketh household";
        return changedSentences({ErrorCode::EditConflict, "", facts}).join(QLatin1Char('|'));
    };
    CHECK(sentence({{"changed", "assessment"},
                    {"assessment.was", "2026-11-12"},
                    {"assessment.now", "2026-11-20"}}) ==
          QStringLiteral(
              "The assessment of 12 November 2026 was replaced by the one of 20 November 2026."));
    CHECK(sentence({{"changed", "assessment"}, {"assessment.now", "2026-11-20"}})
              .contains(QStringLiteral("assessed since")));
    CHECK(sentence({{"changed", "free-places,skills"},
                    {"free-places.was", "2"},
                    {"free-places.now", "1"}}) ==
          QStringLiteral("Hesketh household had 2 free places and has 1 now.|The skills of Hesketh "
                         "household were recorded anew."));
    CHECK(sentence({{"changed", "policy"}, {"policy.was", "1"}, {"policy.now", "2"}}) ==
          QStringLiteral("The matching policy changed: it was 1 and is 2 now."));
    CHECK(sentence({{"changed", "limits"}, {"limits.now", "age-terms"}})
              .contains(label(matching::Limit::AgeTerms)));
    for (const char* what : {"framework", "child", "placement", "household"})
        CHECK_FALSE(sentence({{"changed", what}}).isEmpty());
    CHECK(changedSentences({ErrorCode::EditConflict, "", {}}).isEmpty());
}
