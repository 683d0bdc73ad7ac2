#include <fstream>

#include "app/audit_trail.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("the trail of a used authority is whole", "[audit]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 2, day("2026-02-01"));
    const auto verdict = require(app::verifyAudit(*fixture.session));
    CHECK_FALSE(verdict.fault);
    CHECK(verdict.rows >= 4);
}

TEST_CASE("a lost or forged head of the trail is noticed", "[audit]")
{
    AuthorityFixture fixture;
    fixture.addChild("100");
    const auto head = fixture.folder / "audit.head";
    SECTION("lost")
    {
        std::filesystem::remove(head);
        CHECK(require(app::verifyAudit(*fixture.session)).fault == app::ChainFault::HeadMissing);
    }
    SECTION("forged")
    {
        std::ofstream(head, std::ios::trunc) << R"({"sequence":1,"hash":"00","check":"00"})";
        CHECK(require(app::verifyAudit(*fixture.session)).fault == app::ChainFault::HeadForged);
    }
}

TEST_CASE("who may not verify is refused", "[audit][rights]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::verifyAudit(*worker).error().code == ErrorCode::NotPermitted);
    CHECK(app::recentChanges(*worker).error().code == ErrorCode::NotPermitted);
}
