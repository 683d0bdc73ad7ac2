// Another's child is read with a reason only, through whatever door.
#include <map>

#include "app/care/placements.h"
#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/needs/insight.h"
#include "app/records/children.h"
#include "app/records/merging.h"
#include "app/trust/audit_trail.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("no door leads to another's child without a reason on record", "[app][access]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    const auto other = fixture.signInAs(Role::SocialWorker, "other");
    const ChildId id = fixture.addChild("100");
    const ChildId second = fixture.addChild("200");
    Child child = require(app::openChild(*fixture.session, id)).child;
    child.worker = worker->account().id;
    require(app::saveChild(*fixture.session, child));
    fixture.addHome("H1");
    const SearchId search = require(app::shortlist(*fixture.session, {id, {}, {}, {}})).search;

    const auto doors = [&](app::Session& session) {
        return std::map<std::string, std::string>{
            {"page", faultOf(app::openChild(session, id))},
            {"placements", faultOf(app::placementsOf(session, id))},
            {"assessments", faultOf(app::assessmentsOf(session, id))},
            {"draft", faultOf(app::openDraft(session, id))},
            {"needs", faultOf(app::openNeeds(session, id))},
            {"over time", faultOf(app::childOverTime(session, id))},
            {"history", faultOf(app::historyOf(session, id))},
            {"merged", faultOf(app::mergedInto(session, id))},
            {"merge", faultOf(app::previewMerge(session, second, id))},
            {"shortlist", faultOf(app::shortlist(session, {id, {}, {}, {}}))},
            {"searches", faultOf(app::searchesOf(session, id))},
            {"search", faultOf(app::openSearch(session, search))}};
    };
    for (const auto& [door, fault] : doors(*other)) {
        INFO(door);
        CHECK(fault == "ReasonNeeded");
    }
    require(app::giveReason(*other, id, "On duty this evening."));
    for (app::Session* session : {other.get(), worker.get(), fixture.session.get()})
        for (const auto& [door, fault] : doors(*session)) {
            INFO(door);
            CHECK(fault.empty());
        }
}
