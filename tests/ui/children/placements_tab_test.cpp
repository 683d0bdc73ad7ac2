#include <QHeaderView>
#include <QLabel>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "tests/ui/children/page_fixture.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/children/record/child_record_page.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

namespace {

struct Chosen {
    ChildId child;
    HomeId home;
};

/// A child in care and the best household for it.
Chosen someMatch(UiStage& stage)
{
    for (const app::ChildRow& child : stage.children()) {
        if (!child.inCare)
            continue;
        const auto answer = app::shortlist(*stage.session, {child.id, {}, {}, {}});
        if (answer && !answer->list.candidates.empty())
            return {child.id, answer->list.candidates.front().home};
    }
    FAIL("nobody to place");
    return {};
}

void choose(UiStage& stage, const Chosen& chosen)
{
    const app::SearchTerms terms{chosen.child, {}, {}, {}};
    const auto shown = app::shortlist(*stage.session, terms);
    REQUIRE(shown);
    app::Choice choice;
    choice.search = shown->search;
    choice.home = chosen.home;
    choice.reason = "Near school.";
    REQUIRE(app::choose(*stage.session, choice));
    REQUIRE(stage.settle());
}

}  // namespace

TEST_CASE("placements show a household that was chosen while the page was away",
          "[ui-page][placements]")
{
    UiStage stage(copyOfDemonstration());
    const Chosen chosen = someMatch(stage);
    const Place place{QStringLiteral("child"), text(chosen.child.value),
                      QStringLiteral("placements")};
    auto* view = find<TableView>(*stage.open(place), "placementsView");
    const int before = view->model()->rowCount();
    stage.open({QStringLiteral("carers"), {}, {}});
    choose(stage, chosen);
    stage.open(place);
    CHECK(view->model()->rowCount() == before + 1);
}

TEST_CASE("a household counts its free places anew when it is shown again", "[ui-page][home]")
{
    UiStage stage(copyOfDemonstration());
    const Chosen chosen = someMatch(stage);
    const Place place{QStringLiteral("home"), text(chosen.home.value), {}};
    const Page* page = stage.open(place);
    const auto facts = [&] {
        QString all;
        for (const QLabel* label : page->findChild<PageHeader*>()->findChildren<QLabel*>())
            all += label->text();
        return all;
    };
    const QString before = facts();
    stage.open({QStringLiteral("children"), {}, {}});
    choose(stage, chosen);
    stage.open(place);
    CHECK(facts() != before);
}

TEST_CASE("a placement to come says from when, not since now", "[ui-model][placements]")
{
    app::PlacementRow row;
    row.placement.startsOn = *Date::fromYmd(2026, 11, 23);
    PlacementsTableModel model;
    model.setRows({row}, *Date::fromYmd(2026, 11, 22));
    const QString until = model.index(0, PlacementsTableModel::UntilColumn).data().toString();
    const QString length = model.index(0, PlacementsTableModel::LengthColumn).data().toString();
    CHECK(until == QStringLiteral("to come"));
    CHECK(length == QStringLiteral("from 23 Nov 2026"));
    model.setRows({row}, *Date::fromYmd(2026, 11, 24));
    CHECK(model.index(0, PlacementsTableModel::UntilColumn).data().toString() ==
          QStringLiteral("now"));
}

TEST_CASE("the table of placements needs no scroll bar on a small laptop", "[ui-page][placements]")
{
    UiStage stage;
    Page* const page =
        stage.open({QStringLiteral("child"), stage.someChild(), QStringLiteral("placements")});
    auto* view = find<TableView>(*page, "placementsView");
    CHECK(view->horizontalHeader()->length() <= view->viewport()->width());
}
