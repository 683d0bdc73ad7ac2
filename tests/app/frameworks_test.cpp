#include <fstream>

#include "app/care/care.h"
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

namespace {

/// A second version in which the first domain is gone and another one new; `replaces`: whether it
/// takes the place of the one that went.
NeedsFramework nextVersion(const AuthorityFixture& fixture, bool replaces)
{
    NeedsFramework next = require(app::currentFramework(*fixture.session));
    next.version = "2.0";
    const std::string gone = next.domains.front().key;
    next.domains.front().key = "body-and-health";
    next.domains.front().title = "Body and health";
    if (replaces)
        next.domains.front().replaces = {gone};
    return next;
}

}  // namespace

TEST_CASE("a known need without a successor is named in the shortlist, which gives no band",
          "[frameworks]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.addHome("H1");
    fixture.assess(child, 2, day("2026-01-10"));
    const std::string gone = require(app::currentFramework(*fixture.session)).domains.front().title;
    require(app::loadFramework(*fixture.session, nextVersion(fixture, false)));

    const auto shown = require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    CHECK(shown.request.leftOut == std::vector<matching::LeftOut>{{gone, 2}});
    REQUIRE(shown.list.candidates.size() == 1);
    CHECK(shown.list.candidates.front().band == matching::Band::NeedsLeftOut);
    const auto again = require(app::openSearch(*fixture.session, shown.search));
    CHECK(again.request.leftOut == shown.request.leftOut);
    CHECK(again.list.candidates.front().band == matching::Band::NeedsLeftOut);

    fixture.assess(child, 2, day("2026-02-20"));
    const auto assessed = require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    CHECK(assessed.request.leftOut.empty());
    CHECK(assessed.list.candidates.front().band != matching::Band::NeedsLeftOut);
}

TEST_CASE("a domain that replaces another takes its need and its skill to the shortlist",
          "[frameworks]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const HomeId home = fixture.addHome("H1");
    fixture.assess(child, 3, day("2026-01-10"));
    SkillsProfile profile;
    profile.home = home;
    const NeedsFramework first = require(app::currentFramework(*fixture.session));
    profile.framework = first.id;
    profile.recordedOn = day("2026-01-20");
    for (const auto& domain : first.domains) {
        Rating skill;
        skill.domainKey = domain.key;
        skill.level = level(3);
        skill.evidence = "Trained, and seen in two placements.";
        profile.skills.push_back(skill);
    }
    require(app::recordSkills(*fixture.session, profile, {}));
    require(app::loadFramework(*fixture.session, nextVersion(fixture, true)));

    const auto shown = require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    CHECK(shown.request.leftOut.empty());
    CHECK(shown.request.needs.front() == level(3));
    REQUIRE(shown.list.candidates.size() == 1);
    CHECK(shown.list.candidates.front().needsFit == 100.0);
}

TEST_CASE("what a framework changes is counted before it is made current", "[frameworks]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const ChildId left = fixture.addChild("101");
    fixture.addHome("H1");
    require(app::beginCare(*fixture.session, {child, day("2025-06-01"), "N1", "C1"}));
    fixture.assess(child, 2, day("2025-07-10"));
    fixture.assess(child, 1, day("2026-01-10"));
    fixture.assess(left, 4, day("2026-01-10"));
    require(app::shortlist(*fixture.session, {child, {}, {}, {}}));
    const std::string gone = require(app::currentFramework(*fixture.session)).domains.front().title;

    const auto lost =
        require(app::frameworkConsequences(*fixture.session, nextVersion(fixture, false)));
    CHECK(lost.change.assessments == 3);
    CHECK(lost.change.childrenWithoutBand == 1);  // the other one is not in care
    CHECK(lost.leftOutTitles == std::vector<std::string>{gone});
    CHECK(lost.newTitles == std::vector<std::string>{"Body and health"});
    CHECK(lost.change.childrenToAsk == 1);
    CHECK(lost.change.charts == 2);
    CHECK(lost.openSearches == 1);

    const auto kept =
        require(app::frameworkConsequences(*fixture.session, nextVersion(fixture, true)));
    CHECK(kept.change.assessments == 3);
    CHECK(kept.change.childrenWithoutBand == 0);
    CHECK(kept.change.charts == 0);
    CHECK(kept.newTitles.empty());

    const auto same = require(app::frameworkConsequences(
        *fixture.session, require(app::currentFramework(*fixture.session))));
    CHECK(same.change.assessments == 0);
    CHECK(same.openSearches == 0);
}
