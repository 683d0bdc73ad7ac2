#include "tests/ui/children/page_fixture.h"
#include "ui/matching/seekers/matching_page.h"
#include "ui/shared/look/card.h"
#include "ui/shared/tables/table_view.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::ui::test;

TEST_CASE("without a child on record Matching says what to do first", "[ui-page]")
{
    PageFixture fixture;
    const auto page = fixture.show<MatchingPage>({QStringLiteral("matching"), {}, {}});
    auto* none = find<EmptyState>(*page, "noChildrenState");
    CHECK(none->isVisible());
    CHECK_FALSE(find<TableView>(*page, "seekersView")->isVisible());
    Place asked;
    QObject::connect(page.get(), &Page::placeRequested, page.get(),
                     [&](const Place& place) { asked = place; });
    emit none->actionRequested();
    CHECK(asked.page == QStringLiteral("import"));
}
