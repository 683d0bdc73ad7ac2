// A search is a record from the moment it is shown.
#include <algorithm>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/needs/frameworks.h"
#include "app/session/use_case.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "matching/shortlist_compare.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

/// A child who is assessed, and households that can, nearly can and cannot be asked.
struct Searching {
    AuthorityFixture fixture;
    ChildId child = fixture.addChild("100");
    HomeId near = fixture.addHome("H1", 2);
    HomeId young = fixture.addHome("H2", 2);
    HomeId full = fixture.addHome("H3", 0);
    app::SearchTerms terms{child, {}, {}, {}};

    Searching()
    {
        fixture.assess(child, 2, day("2026-02-01"));
        change(young, [](Home& home) { home.approval.oldestYears = 9; });
    }
    app::Session& session() { return *fixture.session; }
    app::ShortlistAnswer look(app::Looking looking = app::Looking::Opened)
    {
        return require(app::shortlist(session(), terms, {}, looking));
    }
    template <typename Edit>
    void change(const HomeId& id, Edit edit)
    {
        Home home = require(app::openHome(session(), id)).home;
        edit(home);
        require(app::saveHome(session(), home));
    }
    Result<PlacementId> choose(const app::ShortlistAnswer& shown, const HomeId& home)
    {
        app::Choice choice;
        choice.search = shown.search;
        choice.home = home;
        choice.reason = "Near school.";
        return app::choose(session(), choice);
    }
    /// The facts of the refusal; the test fails where the choice is taken.
    std::map<std::string, std::string> refusal(const app::ShortlistAnswer& shown,
                                               const HomeId& home)
    {
        const auto chosen = choose(shown, home);
        REQUIRE_FALSE(chosen);
        CHECK(chosen.error().code == ErrorCode::EditConflict);
        CHECK(require(app::placementsOf(session(), child)).rows.empty());
        return chosen.error().facts;
    }
    std::size_t searches() { return require(app::searchesOf(session(), child)).size(); }
    void pass(int minutes)
    {
        fixture.clock->set({fixture.clock->now().msSinceEpoch + minutes * 60'000LL});
    }
    SkillsProfileId recordSkills(const HomeId& home, int level)
    {
        const auto page = require(app::openHome(session(), home));
        SkillsProfile profile;
        profile.home = home;
        profile.framework = page.framework.id;
        profile.recordedOn = day("2026-03-01");
        for (const auto& domain : page.framework.domains) {
            Rating rating;
            rating.domainKey = domain.key;
            rating.level = test::level(level);
            rating.evidence = "Seen at level " + std::to_string(level);
            profile.skills.push_back(rating);
        }
        return require(app::recordSkills(
            session(), profile,
            page.profiles.empty() ? SkillsProfileId{} : page.profiles.front().id));
    }
};

void checkSame(const app::ShortlistAnswer& one, const app::ShortlistAnswer& other)
{
    CHECK(one.search == other.search);
    CHECK(one.openedAt == other.openedAt);
    CHECK(one.openedByName == other.openedByName);
    CHECK(one.list == other.list);
    CHECK(one.request == other.request);
    CHECK(one.framework.id == other.framework.id);
    CHECK(one.childName == other.childName);
    CHECK(one.assessment == other.assessment);
    CHECK(one.assessedOn == other.assessedOn);
    CHECK(one.current == other.current);
    CHECK(one.lookedAt == other.lookedAt);
    CHECK(one.milliseconds == other.milliseconds);
    CHECK(one.households == other.households);
}

}  // namespace

TEST_CASE("an old search shows the list as it was shown, whatever changed since", "[searches]")
{
    Searching search;
    search.recordSkills(search.near, 3);
    search.terms = {search.child, day("2026-03-09"), PlacementType::LongTerm, 12.5};
    Child child = require(app::openChild(search.session(), search.child)).child;
    child.familyLocation = GridReference{453'200.25, 389'100};
    child.schoolLocation = LatLon{53.38111, -1.4701};
    child.language = "Polish \"and\" Română";
    child.likesPets = true;
    require(app::saveChild(search.session(), child));
    search.change(search.near, [](Home& home) {
        home.location = GridReference{450'000, 389'000};
        home.postcode = "S10 2TN";
        home.weeklyCostPence = 45'000;
    });
    const auto shown = search.look();
    REQUIRE(shown.list.candidates.size() == 1);
    REQUIRE(shown.list.nearMisses.size() == 1);
    REQUIRE(shown.list.notEligible.size() == 1);
    REQUIRE_FALSE(shown.search.isEmpty());
    CHECK(shown.openedByName == "A. Okafor");
    checkSame(shown, require(app::openSearch(search.session(), shown.search)));

    search.pass(60);
    search.change(search.near, [](Home& home) {
        home.name = "Another name";
        home.approval.places = 1;
        home.weeklyCostPence = 1;
    });
    search.recordSkills(search.near, 1);
    search.fixture.assess(search.child, 4, day("2026-02-20"));
    child = require(app::openChild(search.session(), search.child)).child;
    child.preferredName = "Ty";
    require(app::saveChild(search.session(), child));
    const auto again = require(app::openSearch(search.session(), shown.search));
    checkSame(shown, again);
    CHECK(again.households.at(search.near).name == "Household H1");
    CHECK(search.look().list.candidates.front().score != again.list.candidates.front().score);
}

TEST_CASE("a list whose child has no assessment and lives somewhere is kept whole", "[searches]")
{
    Searching search;
    search.terms.child = search.fixture.addChild("101");
    require(
        chooseFromListNow(search.session(), search.terms, {{}, search.near, "Close.", {}, {}, {}}));
    const auto shown = search.look();
    CHECK(shown.current);
    CHECK(shown.households.size() == 3);
    checkSame(shown, require(app::openSearch(search.session(), shown.search)));
}

TEST_CASE("coming back to the same list is the same search, looking again is a new one",
          "[searches]")
{
    Searching search;
    const auto first = search.look();
    search.pass(5);
    const auto second = search.look();
    CHECK(second.search == first.search);
    CHECK(second.openedAt == first.openedAt);
    CHECK(search.searches() == 1);
    SECTION("when it is asked for")
    {
        CHECK(search.look(app::Looking::Afresh).search != first.search);
        CHECK(search.searches() == 2);
    }
    SECTION("on other terms")
    {
        search.terms.maxMiles = 10;
        CHECK(search.look().search != first.search);
    }
    SECTION("after a quarter of an hour")
    {
        search.pass(10);
        CHECK(search.look().search != first.search);
    }
    SECTION("by somebody else")
    {
        const auto officer = search.fixture.signInAs(Role::PlacementOfficer, "officer");
        CHECK(require(app::shortlist(*officer, search.terms)).search != first.search);
    }
    SECTION("when a row is another")
    {
        search.change(search.young, [](Home& home) { home.approval.oldestYears = 8; });
        CHECK(search.look().search != first.search);
    }
}

TEST_CASE("searches of a child say when, who, on which terms and what came of them", "[searches]")
{
    Searching search;
    CHECK(search.searches() == 0);
    const auto first = search.look();
    search.pass(20);
    search.terms.type = PlacementType::ShortTerm;
    const auto officer = search.fixture.signInAs(Role::PlacementOfficer, "officer");
    const auto second = require(app::shortlist(*officer, search.terms));
    require(search.choose(first, search.near));
    const auto list = require(app::searchesOf(search.session(), search.child));
    REQUIRE(list.size() == 2);
    CHECK(list[0].id == second.search);
    CHECK(list[0].openedByName == "Person officer");
    CHECK(list[0].openedAt == second.openedAt);
    CHECK(list[0].terms ==
          app::SearchTerms{search.child, day("2026-03-01"), PlacementType::ShortTerm, {}});
    CHECK(list[0].candidates == 1);
    CHECK(list[0].nearMisses == 1);
    CHECK(list[0].lookedAt == 3);
    CHECK(list[0].chosenNames.empty());
    CHECK(list[1].chosenNames == "Household H1");
}

TEST_CASE("a search and a choice from it stand in the trail and in the child's history",
          "[searches]")
{
    Searching search;
    const auto shown = search.look();
    require(search.choose(shown, search.near));
    const auto history = require(app::historyOf(search.session(), search.child));
    const auto opened = std::find_if(history.begin(), history.end(), [](const app::AuditRow& row) {
        return row.useCase == "open-shortlist";
    });
    REQUIRE(opened != history.end());
    CHECK(opened->entity == "search");
    CHECK(opened->entityId == shown.search.value);
    CHECK(opened->after.at("candidates") == "1");
    CHECK(opened->after.at("assessment") == shown.assessment.value);
    const auto decided = std::find_if(history.begin(), history.end(), [](const app::AuditRow& row) {
        return row.entity == "decision";
    });
    REQUIRE(decided != history.end());
    CHECK(decided->after.at("search") == shown.search.value);
    CHECK(decided->after.at("rank") == "1");
    CHECK(require(app::verifyAuthority(search.session())).isWhole());
}

TEST_CASE("a choice is refused where what its entry rests on has changed", "[searches]")
{
    Searching search;
    search.recordSkills(search.near, 2);
    const auto shown = search.look();
    search.pass(1);
    SECTION("the assessment was replaced")
    {
        search.fixture.assess(search.child, 3, day("2026-02-20"));
        const auto facts = search.refusal(shown, search.near);
        CHECK(facts.at("changed") == "assessment");
        CHECK(facts.at("assessment.was") == "2026-02-01");
        CHECK(facts.at("assessment.now") == "2026-02-20");
    }
    SECTION("the household has one free place less")
    {
        const ChildId other = search.fixture.addChild("101");
        require(chooseFromListNow(search.session(), {other, {}, {}, {}},
                                  {{}, search.near, "Close.", {}, {}, {}}));
        const auto facts = search.refusal(shown, search.near);
        CHECK(facts.at("changed") == "free-places");
        CHECK(facts.at("household") == "Household H1");
        CHECK(facts.at("free-places.was") == "2");
        CHECK(facts.at("free-places.now") == "1");
    }
    SECTION("skills were recorded anew")
    {
        search.recordSkills(search.near, 2);
        CHECK(search.refusal(shown, search.near).at("changed") == "skills");
    }
    SECTION("a limit stands in the way")
    {
        search.change(search.near, [](Home& home) { home.approval.oldestYears = 10; });
        const auto facts = search.refusal(shown, search.near);
        CHECK(facts.at("changed") == "limits");
        CHECK(facts.at("limits.now") == "age-terms");
    }
    SECTION("something else the list said is another")
    {
        search.change(search.near, [](Home& home) { home.approval.types.clear(); });
        // Without a type asked for, approved types say nothing.
        CHECK(search.choose(shown, search.near));
    }
    SECTION("the child's record changed")
    {
        Child child = require(app::openChild(search.session(), search.child)).child;
        child.likesPets = true;
        require(app::saveChild(search.session(), child));
        CHECK(search.refusal(shown, search.near).at("changed") == "child");
    }
    SECTION("the policy changed")
    {
        require(app::commit<Done>(search.session(), "load-policy", Right::ManageFrameworks,
                                  [](app::UnitOfWork& unit) -> Result<Done> {
                                      const auto now = unit.info.value("current-policy");
                                      std::string body = *unit.policies.body(*now);
                                      body.replace(body.find("\"" + *now + "\""), now->size() + 2,
                                                   "\"next\"");
                                      unit.policies.insert("next", body, unit.stamp().at);
                                      unit.info.set("current-policy", "next");
                                      return Done{};
                                  }));
        const auto facts = search.refusal(shown, search.near);
        CHECK(facts.at("changed") == "policy");
        CHECK(facts.at("policy.now") == "next");
    }
    SECTION("the framework changed")
    {
        NeedsFramework next = require(app::currentFramework(search.session()));
        next.version = "next";
        require(app::loadFramework(search.session(), next));
        CHECK(search.refusal(shown, search.near).at("changed") == "framework");
    }
}

TEST_CASE("a choice is refused where the child moved since", "[searches]")
{
    Searching search;
    const HomeId other = search.fixture.addHome("H4");
    const auto shown = search.look();
    require(search.choose(shown, other));
    const auto refused = search.choose(shown, search.near);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::EditConflict);
    CHECK(refused.error().facts.at("changed") == "placement");
    CHECK(require(app::placementsOf(search.session(), search.child)).rows.size() == 1);
}

TEST_CASE("a choice rests on its own entry only", "[searches]")
{
    Searching search;
    const auto shown = search.look();
    search.change(search.young, [](Home& home) { home.approval.oldestYears = 17; });
    search.change(search.near, [](Home& home) {
        home.note = "Away in August.";
        home.weeklyCostPence = 50'000;
    });
    CHECK(search.choose(shown, search.near));
}

TEST_CASE("nothing is chosen from a list that is not on record", "[searches]")
{
    Searching search;
    app::ShortlistAnswer unkept = search.look();
    unkept.search = {};
    const auto refused = search.choose(unkept, search.near);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("rule") == "not-kept");
    unkept.search = {"no-such-search"};
    CHECK(search.choose(unkept, search.near).error().code == ErrorCode::NotFound);
}

TEST_CASE("whoever may read records may open a search, and nobody else", "[searches]")
{
    Searching search;
    const auto shown = search.look();
    const auto worker = search.fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(require(app::openSearch(*worker, shown.search)).list == shown.list);
    require(app::removeAccount(search.session(), worker->account().id));
    CHECK(app::openSearch(*worker, shown.search).error().code == ErrorCode::NotPermitted);
    CHECK(app::searchesOf(*worker, search.child).error().code == ErrorCode::NotPermitted);
}

TEST_CASE("opening an old search is logged as a view of the child", "[searches]")
{
    Searching search;
    const auto shown = search.look();
    const auto worker = search.fixture.signInAs(Role::SocialWorker, "worker");
    require(app::openSearch(*worker, shown.search));
    const auto history = require(app::historyOf(search.session(), search.child));
    CHECK(std::any_of(history.begin(), history.end(), [](const app::AuditRow& row) {
        return row.useCase == "view-child" && row.personName == "Person worker";
    }));
}
