#include "domain/account.h"

#include <catch2/catch.hpp>

using namespace homeward;

TEST_CASE("everybody with an account may read records", "[domain][account]")
{
    for (const auto& [role, key] : EnumKeys<Role>::table) {
        INFO(key);
        CHECK(mayDo(role, Right::ReadRecords));
    }
}

TEST_CASE("a right is held by the roles whose work it is", "[domain][account]")
{
    CHECK(mayDo(Role::SocialWorker, Right::AssessNeeds));
    CHECK_FALSE(mayDo(Role::FosteringWorker, Right::AssessNeeds));
    CHECK(mayDo(Role::FosteringWorker, Right::EditHomes));
    CHECK_FALSE(mayDo(Role::SocialWorker, Right::EditHomes));
    CHECK(mayDo(Role::PlacementOfficer, Right::DecidePlacements));
    CHECK_FALSE(mayDo(Role::SocialWorker, Right::DecidePlacements));
    CHECK(mayDo(Role::Manager, Right::VerifyAudit));
    CHECK_FALSE(mayDo(Role::PlacementOfficer, Right::VerifyAudit));
}

TEST_CASE("only an administrator manages accounts, frameworks and returns", "[domain][account]")
{
    for (const auto& [role, key] : EnumKeys<Role>::table)
        for (const Right right :
             {Right::ManageAccounts, Right::ManageFrameworks, Right::ImportReturns}) {
            INFO(key << " " << toKey(right));
            CHECK(mayDo(role, right) == (role == Role::Administrator));
        }
}
