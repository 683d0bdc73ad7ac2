// Two records of one person become one, and two again where that was wrong.
#include "app/session/drafts.h"
#include "app/records/merging.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "app/care/care.h"
#include "app/care/placements.h"
#include "app/exchange/import_return.h"
#include "app/needs/assessments.h"
#include "app/records/children.h"
#include "app/records/global_search.h"
#include "app/records/homes.h"
#include "app/session/use_case.h"
#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

void linkSiblings(app::Session& session, const ChildId& a, const ChildId& b)
{
    require(app::commit<Done>(session, "demonstration", Right::EditChildren,
                              [&](app::UnitOfWork& unit) -> Result<Done> {
                                  unit.children.linkSiblings(a, b);
                                  unit.audit("child", a.value, a, {}, {{"siblings", b.value}});
                                  return Done{};
                              }));
}

/// The social worker's record of a child, and one that came a second time.
struct Twice {
    app::Session& session() { return *fixture.session; }
    Child child(const ChildId& id) { return require(app::openChild(session(), id)).child; }
    CareHistory care(const ChildId& id)
    {
        return require(app::placementsOf(session(), id)).history;
    }

    void begin(const ChildId& id, const char* from, const char* placed = nullptr)
    {
        require(app::beginCare(session(), {id, day(from), "N1", "C2"}));
        require(
            app::placeElsewhere(session(), {id, day(placed ? placed : from), "P1", "PR0", {}, {}}));
    }
    void end(const ChildId& id, const char* on)
    {
        const CarePeriod period = care(id).periods.back();
        require(app::endCare(session(), period.id, period.rowVersion, day(on), "E4A"));
    }
    app::Merging merging(MergedCare which = MergedCare::Both)
    {
        return {first, child(first).rowVersion,       second, child(second).rowVersion,
                which, "One child under two numbers."};
    }
    void merge(MergedCare which = MergedCare::Both)
    {
        require(app::mergeChildren(session(), merging(which)));
    }
    void separate()
    {
        const auto merged = require(app::mergedInto(session(), first));
        REQUIRE(merged.size() == 1);
        CHECK(require(app::separateChildren(session(), merged[0].id)) == second);
    }
    bool trailHolds() { return require(app::verifyAuthority(session())).isWhole(); }

    AuthorityFixture fixture;
    ChildId first = fixture.addChild("100");
    ChildId second = fixture.addChild("A-200");
};

}  // namespace

TEST_CASE("two records of one child become one, with everything that was in either", "[app][merge]")
{
    Twice twice;
    Child second = twice.child(twice.second);
    second.upn = "A123456789012";
    second.language = "Polish";
    second.aboutMe.myHopes = "A dog.";
    require(app::saveChild(twice.session(), second));
    Child first = twice.child(twice.first);
    first.aboutMe.myHopes = "A cat.";
    require(app::saveChild(twice.session(), first));
    twice.begin(twice.second, "2024-01-10");
    twice.end(twice.second, "2024-06-01");
    twice.begin(twice.first, "2025-02-01");
    twice.fixture.assess(twice.second, 3, day("2024-03-01"));
    twice.fixture.assess(twice.first, 2, day("2025-03-01"));

    twice.merge();

    const Child merged = twice.child(twice.first);
    CHECK(merged.caseNumber == "100");
    CHECK(merged.upn == "A123456789012");
    CHECK(merged.language == "Polish");
    CHECK(merged.aboutMe.myHopes == "A cat.");
    CHECK(merged.formerNumbers == std::set<std::string>{"A-200"});
    const CareHistory care = twice.care(twice.first);
    REQUIRE(care.periods.size() == 2);
    CHECK(care.periods[0].startsOn == day("2024-01-10"));
    CHECK(care.placements.size() == 2);
    const auto assessments = require(app::assessmentsOf(twice.session(), twice.first));
    REQUIRE(assessments.size() == 2);
    CHECK(assessments[0].assessedOn == day("2024-03-01"));
    CHECK(faultOf(app::openChild(twice.session(), twice.second)) == "NotFound");

    SECTION("the other number finds the record, however it is written")
    {
        for (const char* number : {"A-200", "a-200", " A-200 "})
            CHECK(require(app::childNumbered(twice.session(), number)) == twice.first);
        const auto hits = require(app::search(twice.session(), "A-200"));
        REQUIRE(hits.size() == 1);
        CHECK(std::get<app::ChildRow>(hits[0].row).id == twice.first);
    }
    SECTION("nobody else gets the other number")
    {
        Child third = twice.child(twice.first);
        third.caseNumber = "A-200";
        third.formerNumbers.clear();
        CHECK(faultOf(app::addChild(twice.session(), third, app::SamePerson::AddAnyway)) ==
              "caseNumber already-exists");
    }
    SECTION("history tells of both, and of the merging")
    {
        const auto rows = require(app::historyOf(twice.session(), twice.first));
        CHECK(std::ranges::count(rows, "merge-children", &app::AuditRow::useCase) > 0);
        CHECK(std::ranges::count(rows, twice.second.value, &app::AuditRow::entityId) > 0);
        CHECK(std::ranges::count(rows, "begin-care", &app::AuditRow::useCase) >= 2);
    }
    SECTION("the way back gives each what was its own")
    {
        twice.fixture.assess(twice.first, 1, day("2025-09-01"));
        twice.separate();
        const Child back = twice.child(twice.second);
        CHECK(back.caseNumber == "A-200");
        CHECK(back.upn == "A123456789012");
        CHECK(back.aboutMe.myHopes == "A dog.");
        const Child kept = twice.child(twice.first);
        CHECK(kept.upn.empty());
        CHECK(kept.language.empty());
        CHECK(kept.aboutMe.myHopes == "A cat.");
        CHECK(kept.formerNumbers.empty());
        CHECK(twice.care(twice.second).placements.size() == 1);
        CHECK(twice.care(twice.first).placements.size() == 1);
        CHECK(require(app::assessmentsOf(twice.session(), twice.second)).size() == 1);
        CHECK(require(app::assessmentsOf(twice.session(), twice.first)).size() == 2);
        CHECK(require(app::childNumbered(twice.session(), "A-200")) == twice.second);
        CHECK(require(app::mergedInto(twice.session(), twice.first)).empty());
        twice.merge();
        CHECK(twice.care(twice.first).placements.size() == 2);
    }
    CHECK(twice.trailHolds());
}

TEST_CASE(
    "where both records say where the child lived, one is chosen and the other stays on record",
    "[app][merge]")
{
    Twice twice;
    twice.begin(twice.first, "2025-02-01");
    twice.begin(twice.second, "2025-01-15", "2025-01-20");
    CHECK(require(app::previewMerge(twice.session(), twice.first, twice.second)).careOverlaps);
    CHECK(faultOf(app::mergeChildren(twice.session(), twice.merging())) == "care care-overlaps");

    const CareHistory first = twice.care(twice.first);
    const CareHistory second = twice.care(twice.second);
    const auto days = [](const CareHistory& care) {
        std::vector<Date> starts;
        for (const auto& period : care.periods)
            starts.push_back(period.startsOn);
        for (const auto& placement : care.placements)
            starts.push_back(placement.startsOn);
        return starts;
    };
    const MergedCare which = GENERATE(MergedCare::Kept, MergedCare::Gone);
    twice.merge(which);
    CHECK(days(twice.care(twice.first)) == days(which == MergedCare::Kept ? first : second));
    const auto history = require(app::placementsOf(twice.session(), twice.first));
    REQUIRE(history.withdrawn.size() == 1);
    CHECK(history.withdrawn[0].placement.withdrawn == Withdrawal::SecondRecord);

    twice.separate();
    CHECK(days(twice.care(twice.first)) == days(first));
    CHECK(days(twice.care(twice.second)) == days(second));
    CHECK(twice.trailHolds());
}

TEST_CASE("records are merged only with a reason, by those who may, and while nobody writes",
          "[app][merge]")
{
    Twice twice;
    app::Merging merging = twice.merging();
    merging.reason = "  ";
    CHECK(faultOf(app::mergeChildren(twice.session(), merging)) == "reason required");
    merging = twice.merging();
    merging.gone = merging.kept;
    CHECK(faultOf(app::mergeChildren(twice.session(), merging)) == "child same-record");
    const auto officer = twice.fixture.signInAs(Role::FosteringWorker, "fw");
    CHECK(faultOf(app::mergeChildren(*officer, twice.merging())) == "NotPermitted");

    SECTION("somebody is writing about the one that goes")
    {
        const auto worker = twice.fixture.signInAs(Role::SocialWorker, "sw");
        require(app::keepDraft(*worker, "about-me", twice.second.value, "{}"));
        const auto refused = app::mergeChildren(twice.session(), twice.merging());
        CHECK(faultOf(refused) == "child draft-of-other");
        CHECK(refused.error().facts.at("person") == "Person sw");
    }
    SECTION("somebody changed one of them since")
    {
        merging = twice.merging();
        Child changed = twice.child(twice.second);
        changed.language = "Welsh";
        require(app::saveChild(twice.session(), changed));
        CHECK(faultOf(app::mergeChildren(twice.session(), merging)) == "EditConflict");
    }
    CHECK(twice.child(twice.second).caseNumber == "A-200");
}

TEST_CASE("brothers and sisters, and approvals that name the child, follow the record",
          "[app][merge]")
{
    Twice twice;
    const ChildId sister = twice.fixture.addChild("300");
    linkSiblings(twice.session(), twice.second, sister);
    const HomeId home = twice.fixture.addHome("H1");
    Home aunt = require(app::openHome(twice.session(), home)).home;
    aunt.kind = HomeKind::FamilyAndFriends;
    aunt.approval.namedChildren = {twice.second};
    require(app::saveHome(twice.session(), aunt));
    const auto named = [&] {
        return require(app::openHome(twice.session(), home)).home.approval.namedChildren;
    };
    const auto siblings = [&](const ChildId& child) {
        return require(app::openChild(twice.session(), child)).siblings;
    };

    twice.merge();
    CHECK(siblings(twice.first) == std::vector{sister});
    CHECK(siblings(sister) == std::vector{twice.first});
    CHECK(named() == std::set{twice.first});

    twice.separate();
    CHECK(siblings(twice.first).empty());
    CHECK(siblings(sister) == std::vector{twice.second});
    CHECK(named() == std::set{twice.second});
}

TEST_CASE("the way back is refused while a placement made since rests on both", "[app][merge]")
{
    Twice twice;
    twice.begin(twice.second, "2025-01-15");
    twice.merge();
    require(app::placeElsewhere(twice.session(),
                                {twice.first, day("2025-06-01"), "P1", "PR0", {}, "CARPL"}));
    const auto merged = require(app::mergedInto(twice.session(), twice.first));
    const auto refused = app::separateChildren(twice.session(), merged.at(0).id);
    CHECK(faultOf(refused) == "care rests-on-both");
    CHECK(refused.error().facts.at("start") == "2025-06-01");
    CHECK(twice.care(twice.first).placements.size() == 2);
}

TEST_CASE("what nobody knew of the one is taken from the other, and given back", "[app][merge]")
{
    Twice twice;
    Child first = twice.child(twice.first);
    first.sex = Sex::Unknown;
    require(app::saveChild(twice.session(), first));
    twice.merge();
    CHECK(twice.child(twice.first).sex == Sex::Male);
    twice.separate();
    CHECK(twice.child(twice.first).sex == Sex::Unknown);
    CHECK(twice.child(twice.second).sex == Sex::Male);
}

TEST_CASE("the way back is refused while the number is used", "[app][merge]")
{
    Twice twice;
    twice.merge();
    Child renamed = twice.child(twice.first);
    renamed.caseNumber = "A-200";
    require(app::saveChild(twice.session(), renamed));
    const auto merged = require(app::mergedInto(twice.session(), twice.first));
    CHECK(faultOf(app::separateChildren(twice.session(), merged.at(0).id)) ==
          "caseNumber already-exists");
    CHECK(twice.child(twice.first).formerNumbers == std::set<std::string>{"A-200"});
}

TEST_CASE("who opens the record that went is told where it is now", "[app][merge]")
{
    Twice twice;
    twice.merge();
    const auto gone = app::openChild(twice.session(), twice.second);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().facts.at("mergedId") == twice.first.value);
    CHECK(gone.error().facts.at("number") == "100");
}

TEST_CASE("a return that still uses the other number speaks of the record that stayed",
          "[app][merge][import]")
{
    Twice twice;
    const auto file = [&](const std::string& name, const std::string& rows) {
        const auto path = twice.fixture.temporary.path() / name;
        std::ofstream(path, std::ios::binary) << rows;
        return path;
    };
    const std::string header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    const std::string episodes =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
        "PL_POST,URN\n";
    const auto takeOver = [&](const std::vector<std::filesystem::path>& files) {
        const auto preview = require(app::previewImport(twice.session(), files));
        require(app::commitImport(twice.session(), preview));
        return preview;
    };
    const std::vector<std::filesystem::path> first{
        file("SSDA903_header_2023-24.csv", header + "A-200,M,01/05/2014,WBRI,,,\n"),
        file("SSDA903_episodes_2023-24.csv", episodes + "A-200,10/06/2023,S,C2,N1,U6,PR1,,,,,,\n")};
    takeOver(first);
    CHECK(twice.care(twice.second).placements.size() == 1);

    twice.merge();
    CHECK(require(app::previewImport(twice.session(), first)).rowsNew == 0);
    const auto preview =
        takeOver({file("SSDA903_header_2024-25.csv", header + "A-200,M,01/05/2014,WBRI,,,\n"),
                  file("SSDA903_episodes_2024-25.csv",
                       episodes + "A-200,10/06/2023,S,C2,N1,U6,PR1,01/09/2024,X1,CARPL,,,\n" +
                           "A-200,01/09/2024,P,C2,N1,U1,PR1,,,,,,\n")});
    CHECK(preview.childrenCreated == 0);
    const CareHistory care = twice.care(twice.first);
    REQUIRE(care.placements.size() == 2);
    CHECK(care.placements[1].startsOn == day("2024-09-01"));
    CHECK(faultOf(app::openChild(twice.session(), twice.second)) == "NotFound");
}
