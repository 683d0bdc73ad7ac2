#include <fstream>

#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

std::string firstFinding(app::Session& session)
{
    const auto report = require(app::verifyAuthority(session));
    return report.findings.empty() ? std::string() : report.findings.front().what;
}

}  // namespace

TEST_CASE("the trail of a used authority is whole", "[audit]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 2, day("2026-02-01"));
    const auto report = require(app::verifyAuthority(*fixture.session));
    CHECK(report.isWhole());
    CHECK(report.findings.empty());
    CHECK(report.rows > 3);
    CHECK(report.records > 3);
}

TEST_CASE("a lost or forged head of the trail is noticed", "[audit]")
{
    AuthorityFixture fixture;
    fixture.addChild("100");
    const auto head = fixture.folder / "audit.head";
    SECTION("lost")
    {
        std::filesystem::remove(head);
        CHECK(firstFinding(*fixture.session) == "trail.head-missing");
    }
    SECTION("forged")
    {
        std::ofstream(head, std::ios::trunc) << R"({"sequence":1,"hash":"00","check":"00"})";
        CHECK(firstFinding(*fixture.session) == "trail.head-forged");
    }
}

TEST_CASE("who may not verify is refused", "[audit][rights]")
{
    AuthorityFixture fixture;
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::verifyAuthority(*worker).error().code == ErrorCode::NotPermitted);
    CHECK(app::recentChanges(*worker).error().code == ErrorCode::NotPermitted);
}
