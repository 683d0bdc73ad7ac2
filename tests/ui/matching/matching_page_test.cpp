#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <algorithm>

#include "tests/ui/children/page_fixture.h"
#include "ui/matching/seekers/matching_page.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/words/format.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("the entry page lists whom a home is looked for, and Enter goes to who was typed",
          "[ui-page]")
{
    QSettings().clear();
    UiStage stage;
    const auto all = stage.children();
    const auto howMany = [&](const std::function<bool(const app::ChildRow&)>& is) {
        return static_cast<int>(std::count_if(all.begin(), all.end(), is));
    };
    Page* const page = stage.open({QStringLiteral("matching"), {}, {}});
    auto& view = part<TableView>(*page, "seekersView");
    CHECK(view.horizontalHeader()->length() <= view.viewport()->width());  // no sideways scrolling
    auto& scope = part<QComboBox>(*page, "seekerScopeBox");
    CHECK(view.model()->rowCount() == howMany([](const auto& row) { return row.inCare; }));
    scope.setCurrentIndex(1);
    REQUIRE(stage.settle());
    CHECK(view.model()->rowCount() ==
          howMany([](const auto& row) { return needsHome(row.urgency); }));
    scope.setCurrentIndex(2);
    REQUIRE(stage.settle());
    CHECK(view.model()->rowCount() ==
          howMany([](const auto& row) { return row.inCare && row.home.value.empty(); }));
    scope.setCurrentIndex(3);
    REQUIRE(stage.settle());
    CHECK(view.model()->rowCount() == static_cast<int>(all.size()));

    QSignalSpy wanted(page, &Page::placeRequested);
    auto& search = part<QLineEdit>(*page, "seekerSearchEdit");
    QTest::keyClicks(&search, text(all.back().caseNumber));
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(waitUntil([&] { return !wanted.isEmpty(); }));
    CHECK(wanted.front().front().value<Place>() ==
          Place{QStringLiteral("shortlist"), text(all.back().id.value), {}});
    QSettings().clear();
}

TEST_CASE("without a child on record Matching says what to do first", "[ui-page]")
{
    PageFixture fixture;
    auto* const page = fixture.show<MatchingPage>({QStringLiteral("matching"), {}, {}});
    auto* none = find<EmptyState>(*page, "noChildrenState");
    CHECK(none->isVisible());
    CHECK_FALSE(find<TableView>(*page, "seekersView")->isVisible());
    Place asked;
    QObject::connect(page, &Page::placeRequested, page, [&](const Place& place) { asked = place; });
    emit none->actionRequested();
    CHECK(asked.page == QStringLiteral("import"));
}
