#include <fstream>

#include "app/needs/frameworks.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("an old assessment keeps the framework it was made with", "[frameworks]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 2, day("2026-01-10"));
    const FrameworkVersionId first = require(app::currentFramework(*fixture.session)).id;

    NeedsFramework own = require(app::currentFramework(*fixture.session));
    own.version = "2.0";
    own.domains[3].need[2] = "Our own council's words for this level, day to day.";
    const FrameworkVersionId second = require(app::loadFramework(*fixture.session, own));
    CHECK(require(app::currentFramework(*fixture.session)).id == second);
    CHECK(require(app::assessmentsOf(*fixture.session, child)).front().framework == first);
    CHECK(require(app::openDraft(*fixture.session, child)).framework.id == second);

    const auto rows = require(app::listFrameworks(*fixture.session));
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows)
        CHECK(row.assessments == (row.id == first ? 1 : 0));
    const auto changes = compareFrameworks(require(app::framework(*fixture.session, first)), own);
    REQUIRE(changes.changes.size() == 1);
    CHECK(changes.changes.front().where == "need.2");
}

TEST_CASE("the same version with other words is refused, with the same words it is left",
          "[frameworks]")
{
    AuthorityFixture fixture;
    NeedsFramework framework = require(app::currentFramework(*fixture.session));
    CHECK(require(app::loadFramework(*fixture.session, framework)) == framework.id);
    framework.domains[0].title = "Something else";
    CHECK(app::loadFramework(*fixture.session, framework).error().facts.at("rule") ==
          "already-exists");
}

TEST_CASE("a framework file with a fault says where it is", "[frameworks]")
{
    AuthorityFixture fixture;
    std::string json = app::frameworkJson(require(app::currentFramework(*fixture.session)));
    const auto file = fixture.temporary.path() / "own.json";
    const auto at = json.find("\"need\"");
    REQUIRE(at != std::string::npos);
    json.replace(at, 6, "\"nead\"");
    std::ofstream(file) << json;
    const auto refused = app::readFrameworkFile(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("path").find("/domains/0") == 0);
    std::ofstream(file, std::ios::trunc) << "{\n  \"key\": oops\n}";
    const auto broken = app::readFrameworkFile(file);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().facts.at("line") == "2");
}
