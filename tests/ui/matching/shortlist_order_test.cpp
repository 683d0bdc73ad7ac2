#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>

#include "app/matching/matching_service.h"
#include "tests/ui/matching/answers.h"
#include "tests/ui/support/ui_harness.h"
#include "ui/matching/reasons/explanation.h"
#include "ui/matching/reasons/household_words.h"
#include "ui/matching/reasons/reasons_model.h"
#include "ui/matching/shortlist/candidate_table_model.h"
#include "ui/matching/shortlist/compare_view.h"
#include "ui/matching/shortlist/shortlist_report.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

/// Children in care whose list has at least `candidates` households.
QStringList childrenWith(UiStage& stage, std::size_t candidates)
{
    QStringList children;
    for (const app::ChildRow& child : stage.children()) {
        if (!child.inCare || child.assessments == 0)
            continue;
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (answer && answer->list.candidates.size() >= candidates)
            children << text(child.id.value);
        if (children.size() == 2)
            break;
    }
    return children;
}

/// A child in care whose list has households that can be asked, near misses and others.
QString childWithAllParts(UiStage& stage)
{
    for (const app::ChildRow& child : stage.children()) {
        if (!child.inCare || child.assessments == 0)
            continue;
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (answer && !answer->list.candidates.empty() && !answer->list.nearMisses.empty() &&
            !answer->list.notEligible.empty())
            return text(child.id.value);
    }
    FAIL("no child with all three parts");
    return {};
}

Place shortlistPlace(const QString& child)
{
    return {QStringLiteral("shortlist"), child, {}};
}

TableView& rankedOf(Page& page)
{
    return *page.findChild<TableView*>(QStringLiteral("rankedView"));
}

QString rankShown(const TableView& view, int row)
{
    // A tie stands beside the rank.
    return view.model()->index(row, CandidateTableModel::RankColumn).data(SortRole).toString();
}

/// Two of these three have one name.
app::ShortlistAnswer namesakes()
{
    matching::Household full = household("full", {3, 3, 3});
    full.places = 0;
    app::ShortlistAnswer answer =
        answerFor({household("a", {3, 2, 1}), household("b", {3, 3, 1}), full});
    answer.households[HomeId{"a"}].name = "Wilmot household";
    answer.households[HomeId{"full"}].name = "Wilmot household";
    return answer;
}

}  // namespace

TEST_CASE("a shortlist opens in rank order, whatever was sorted before", "[ui-page]")
{
    UiStage stage;
    const QStringList children = childrenWith(stage, 3);
    REQUIRE(children.size() == 2);
    Page* page = stage.open(shortlistPlace(children[0]));
    TableView& ranked = rankedOf(*page);
    ranked.sortByColumn(CandidateTableModel::RankColumn, Qt::DescendingOrder);
    REQUIRE(rankShown(ranked, 0) != QStringLiteral("1"));
    ranked.saveColumns();

    SECTION("for the next child")
    {
        page->open(shortlistPlace(children[1]));
        REQUIRE(stage.settle());
        CHECK(rankShown(ranked, 0) == QStringLiteral("1"));
        CHECK(rankShown(ranked, ranked.currentIndex().row()) == QStringLiteral("1"));
    }
    SECTION("for the same child again")
    {
        ranked.selectRow(1);
        page->open(shortlistPlace(children[0]));
        REQUIRE(stage.settle());
        CHECK(rankShown(ranked, 0) == QStringLiteral("1"));
        CHECK(rankShown(ranked, ranked.currentIndex().row()) == QStringLiteral("1"));
    }
    SECTION("after the program was started again")
    {
        UiStage later;
        TableView& again = rankedOf(*later.open(shortlistPlace(children[0])));
        CHECK(rankShown(again, 0) == QStringLiteral("1"));
        CHECK(again.currentIndex().row() == 0);
    }
}

TEST_CASE("what was typed about one child's list is gone for the next", "[ui-page]")
{
    UiStage stage;
    const QStringList children = childrenWith(stage, 1);
    REQUIRE(children.size() == 2);
    Page* page = stage.open(shortlistPlace(children[0]));
    auto* why = page->findChild<QLineEdit*>(QStringLiteral("findHouseholdEdit"));
    why->setText(QStringLiteral("Wilmot"));
    page->open(shortlistPlace(children[1]));
    REQUIRE(stage.settle());
    CHECK(why->text().isEmpty());
}

TEST_CASE("every part of the list is one key away, and the selection follows it", "[ui-page]")
{
    UiStage stage;
    const QString child = childWithAllParts(stage);
    const auto found = app::shortlist(*stage.session, {ChildId{utf8(child)}, {}, {}, {}});
    REQUIRE(found);
    const app::ShortlistAnswer& answer = *found;
    Page* page = stage.open(shortlistPlace(child));
    const auto explained = [&] {
        return page->findChild<QLabel*>(QStringLiteral("explainedHouseholdLabel"))->text();
    };
    auto* choose = page->findChild<QPushButton*>(QStringLiteral("chooseButton"));
    const auto nameIn = [&](const char* view) {
        auto* table = page->findChild<TableView*>(QLatin1String(view));
        return table->currentIndex().siblingAtColumn(0).data(RecordIdRole).toString();
    };
    const auto nameOf = [&](const QString& home) {
        return text(answer.households.at(HomeId{utf8(home)}).name);
    };
    CHECK(explained() == nameOf(text(answer.list.candidates[0].home.value)));
    page->findChild<QTabWidget*>(QStringLiteral("shortlistTabs"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    CHECK(page->findChild<TableView*>(QStringLiteral("nearMissesView"))->isVisibleTo(page));
    CHECK_FALSE(page->findChild<TableView*>(QStringLiteral("rankedView"))->isVisibleTo(page));
    CHECK(explained() == nameOf(nameIn("nearMissesView")));
    CHECK(choose->isEnabled());
    CHECK(choose->text().contains(explained().left(8)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ControlModifier);
    CHECK(page->findChild<TableView*>(QStringLiteral("notEligibleView"))->isVisibleTo(page));
    CHECK(explained() == nameOf(nameIn("notEligibleView")));
    CHECK_FALSE(choose->isEnabled());
}

TEST_CASE("what is explained is what is highlighted, by key, by click and by Ctrl and a click",
          "[ui-page]")
{
    UiStage stage;
    Page* const page = stage.open(shortlistPlace(childWithAllParts(stage)));
    auto& tabs = part<QTabWidget>(*page, "shortlistTabs");
    const auto isHighlighted = [&](const TableView& view) {
        return view.currentIndex().isValid() &&
               view.selectionModel()->isRowSelected(view.currentIndex().row());
    };
    part<TableView>(*page, "rankedView").setFocus();
    int at = 0;
    for (const char* name : {"rankedView", "nearMissesView", "notEligibleView"}) {
        INFO(name);
        QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(at++).center());
        auto& view = part<TableView>(*page, name);
        CHECK(isHighlighted(view));
        const QPoint cell = view.visualRect(view.currentIndex()).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, cell);
        CHECK(isHighlighted(view));
    }
}

TEST_CASE("a shortlist needs no sideways scrolling on a small laptop, and names are whole",
          "[ui-page]")
{
    UiStage stage;
    Page* const page = stage.open(shortlistPlace(childWithAllParts(stage)));
    auto& tabs = part<QTabWidget>(*page, "shortlistTabs");
    const auto& find = part<QLineEdit>(*page, "findHouseholdEdit");
    CHECK(tabs.rect().contains(QRect(find.mapTo(&tabs, QPoint()), find.size())));
    for (const char* name : {"rankedView", "nearMissesView"}) {
        INFO(name);
        const auto& view = part<TableView>(*page, name);
        tabs.setCurrentWidget(&part<TableView>(*page, name));
        CHECK(view.horizontalScrollBar()->maximum() == 0);
        CHECK(view.horizontalHeader()->length() <= view.viewport()->width());
    }
}

TEST_CASE("more than four selected say why they are not compared", "[ui-page]")
{
    UiStage stage;
    const QStringList children = childrenWith(stage, 5);
    REQUIRE_FALSE(children.isEmpty());
    Page* page = stage.open(shortlistPlace(children[0]));
    TableView& ranked = rankedOf(*page);
    auto* note = page->findChild<QLabel*>(QStringLiteral("compareNoteLabel"));
    auto* compare = page->findChild<QPushButton*>(QStringLiteral("compareButton"));
    ranked.setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&ranked, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(compare->isEnabled());
    CHECK_FALSE(note->isVisibleTo(page));
    QTest::keyClick(&ranked, Qt::Key_Down, Qt::ShiftModifier);
    CHECK_FALSE(compare->isEnabled());
    CHECK(note->isVisibleTo(page));
    CHECK(note->text().contains(QStringLiteral("at most 4")));
}

TEST_CASE("Escape leaves the comparison", "[ui-page]")
{
    UiStage stage;
    const QStringList children = childrenWith(stage, 2);
    REQUIRE_FALSE(children.isEmpty());
    Page* page = stage.open(shortlistPlace(children[0]));
    TableView& ranked = rankedOf(*page);
    ranked.setFocus();
    QTest::keyClick(&ranked, Qt::Key_Down, Qt::ShiftModifier);
    page->findChild<QPushButton*>(QStringLiteral("compareButton"))->click();
    auto* view = page->findChild<CompareView*>();
    REQUIRE(view->isVisibleTo(page));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(view->isVisibleTo(page));
}

TEST_CASE("households of one name are told apart by their reference", "[ui-model]")
{
    const app::ShortlistAnswer answer = namesakes();
    CandidateTableModel model;
    model.setRows(candidateRows(answer));
    const QModelIndex cell =
        model.indexOf(QStringLiteral("a")).siblingAtColumn(CandidateTableModel::HouseholdColumn);
    CHECK(cell.data().toString() == QStringLiteral("Wilmot household · R-a"));
    CHECK(cell.data(MutedTailRole).toString() == QStringLiteral("R-a"));
    const QModelIndex single =
        model.indexOf(QStringLiteral("b")).siblingAtColumn(CandidateTableModel::HouseholdColumn);
    CHECK(single.data().toString() == QStringLiteral("Household b"));
    CHECK_FALSE(single.data(MutedTailRole).isValid());
    NotEligibleTableModel rest;
    rest.setRows(notEligibleRows(answer));
    REQUIRE(rest.rowCount() == 1);
    CHECK(rest.index(0, 0).data().toString() == QStringLiteral("Wilmot household · R-full"));
    CHECK(shortlistHtml(answer, {}).contains(QStringLiteral("Wilmot household · R-a")));
}

TEST_CASE("an explanation says what kind of home it is and its number", "[ui-model]")
{
    app::ShortlistAnswer answer = answerFor({household("a", {3, 2, 1})});
    answer.households[HomeId{"a"}].kind = HomeKind::ChildrensHome;
    CHECK(explain(answer, answer.list.candidates.front()).identity ==
          label(HomeKind::ChildrensHome) + QStringLiteral(" · R-a"));
    CHECK(identityText(HomeKind::ChildrensHome, QStringLiteral("C1"), QStringLiteral("S10 2TN"))
              .endsWith(QStringLiteral("C1 · S10 2TN")));
}

TEST_CASE("a child who is not assessed has no score and no needs fit, and is told why",
          "[ui-model]")
{
    const app::ShortlistAnswer answer = answerFor({household("a", {1, 2, 3})}, false);
    CandidateTableModel model;
    model.setRows(candidateRows(answer));
    const QString dash = QStringLiteral("–");
    CHECK(model.index(0, CandidateTableModel::ScoreColumn).data().toString() == dash);
    CHECK(model.index(0, CandidateTableModel::UpToColumn).data().toString().isEmpty());
    CHECK(explain(answer, answer.list.candidates.front())
              .scoreWords.contains(QStringLiteral("not assessed")));
}
