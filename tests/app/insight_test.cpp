#include "app/needs/insight.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("change in need counts children with two assessments and shows its children", "[insight]")
{
    AuthorityFixture fixture;
    for (int i = 0; i < 6; ++i) {
        const ChildId child = fixture.addChild(std::to_string(100 + i));
        fixture.assess(child, 3, day("2025-01-10"));
        if (i < 5)
            fixture.assess(child, 2, day("2025-08-10"));
    }
    const auto data = require(app::insightData(*fixture.session));
    const auto change = analytics::needsChange(data.children, data.framework, {});
    CHECK(change.cohortSize == 6);
    CHECK(change.assessed == 6);
    CHECK(change.comparable == 5);
    REQUIRE_FALSE(change.domains.empty());
    CHECK(change.domains.front().children == 5);
    CHECK(change.domains.front().percent == Approx(-100.0 / 3));
    const auto behind = analytics::childrenBehind(data.children, data.framework, {},
                                                  data.framework.domains.front().key);
    CHECK(behind.size() == 5);
    CHECK(behind.front().latest - behind.front().first == -1);
    const std::string csv =
        app::needsChangeCsv(data, app::publishedChange(data, {}), {"How it was rounded."});
    CHECK(csv.find("total,,5,3.00,2.00,-1.00,-33,5,0,0") != std::string::npos);
    CHECK(csv.find("note,How it was rounded.") != std::string::npos);
}

TEST_CASE("a group below the suppression limit is not shown", "[insight]")
{
    AuthorityFixture fixture;
    for (int i = 0; i < 4; ++i) {
        const ChildId child = fixture.addChild(std::to_string(100 + i));
        fixture.assess(child, 3, day("2025-01-10"));
        fixture.assess(child, 2, day("2025-08-10"));
    }
    const auto data = require(app::insightData(*fixture.session));
    const auto change = analytics::needsChange(data.children, data.framework, {});
    CHECK(change.domains.front().suppressed);
    CHECK(analytics::childrenBehind(data.children, data.framework, {},
                                    data.framework.domains.front().key)
              .empty());
    CHECK(app::needsChangeCsv(data, app::publishedChange(data, {}), {}).find("suppressed") !=
          std::string::npos);
}
