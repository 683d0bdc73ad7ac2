// One person at two computers: each window keeps its own words.
#include "app/session/drafts.h"

#include "app/needs/assessments.h"
#include "app/records/my_work.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

struct TwoWindows {
    std::optional<std::string> read(app::Session& window)
    {
        return require(app::readDraft(window, "about-me", child.value));
    }
    void keep(app::Session& window, const char* words)
    {
        require(app::keepDraft(window, "about-me", child.value, words));
        fixture.clock->set({fixture.clock->now().msSinceEpoch + 1000});
    }
    std::vector<app::DraftVersion> others(app::Session& window)
    {
        return require(app::otherDrafts(window, "about-me", child.value));
    }

    AuthorityFixture fixture;
    ChildId child = fixture.addChild("100");
    app::Session& here = *fixture.session;
    std::unique_ptr<app::Session> there = fixture.signIn("admin");
};

}  // namespace

TEST_CASE("an older window writes over nothing that another one wrote", "[app][drafts]")
{
    TwoWindows two;
    CHECK_FALSE(two.read(two.here));
    two.keep(*two.there, "at the desk");
    two.keep(two.here, "on the way");
    two.keep(*two.there, "at the desk, later");
    two.keep(two.here, "on the way, later");
    CHECK(two.read(two.here) == "on the way, later");
    CHECK(two.read(*two.there) == "at the desk, later");
    CHECK(two.others(two.here).size() == 1);
    CHECK(two.others(*two.there).size() == 1);

    SECTION("the other one can be shown, and then this one is the other")
    {
        require(app::switchDraft(two.here, "about-me", two.child.value,
                                 two.others(two.here).front().writer));
        CHECK(two.read(two.here) == "at the desk, later");
        REQUIRE(two.others(two.here).size() == 1);
        require(app::switchDraft(two.here, "about-me", two.child.value,
                                 two.others(two.here).front().writer));
        CHECK(two.read(two.here) == "on the way, later");
    }
    SECTION("giving one up leaves the other")
    {
        require(app::dropDraft(two.here, "about-me", two.child.value));
        CHECK(two.read(*two.there) == "at the desk, later");
        CHECK(two.others(*two.there).empty());
    }
    SECTION("both stand in My work, as one line")
    {
        const auto work = require(app::myWork(two.here));
        REQUIRE(work.drafts.size() == 1);
        CHECK(work.drafts[0].kind == "about-me");
        CHECK(work.drafts[0].name == "Tyler Brook");
        CHECK(work.drafts[0].versions == 2);
    }
}

TEST_CASE("a window that goes on with a draft of before takes its place", "[app][drafts]")
{
    TwoWindows two;
    two.keep(two.here, "yesterday");
    CHECK(two.read(*two.there) == "yesterday");
    CHECK(two.others(*two.there).empty());
    two.keep(*two.there, "yesterday and today");
    const auto later = two.fixture.signIn("admin");
    CHECK(two.read(*later) == "yesterday and today");
    CHECK(two.others(*later).empty());

    SECTION("but not where it was gone on with there as well")
    {
        two.keep(two.here, "yesterday and tomorrow");
        two.keep(*two.there, "yesterday and today, later");
        CHECK(two.read(two.here) == "yesterday and tomorrow");
        CHECK(two.others(two.here).size() == 1);
    }
    SECTION("and giving it up gives up what it was begun from")
    {
        require(app::dropDraft(*later, "about-me", two.child.value));
        CHECK_FALSE(two.read(*two.fixture.signIn("admin")));
    }
}

TEST_CASE("completing an assessment leaves what another window wrote about the child",
          "[app][drafts]")
{
    TwoWindows two;
    app::OpenDraft desk = require(app::openDraft(*two.there, two.child));
    desk.draft.ratings.front().evidence = "Seen at school.";
    require(app::saveDraft(*two.there, desk.draft));
    two.fixture.clock->set({two.fixture.clock->now().msSinceEpoch + 1000});
    // Open since before.
    AssessmentDraft draft = desk.draft;
    for (Rating& rating : draft.ratings) {
        rating.level = level(1);
        rating.evidence = "Seen at home.";
        rating.confirmed = true;
    }
    require(app::saveDraft(two.here, draft));
    require(app::completeAssessment(two.here, draft));
    const auto left = require(app::openDraft(*two.there, two.child));
    CHECK(left.resumed);
    CHECK(left.draft.ratings.front().evidence == "Seen at school.");
    CHECK(left.outdated);
}
