#include <catch2/catch.hpp>

#include "demonstration/random.h"
#include "tests/unit/demonstration/invented.h"

using namespace homeward;
using namespace homeward::demonstration;

namespace {

bool sameRecords(const InventedAuthority& a, const InventedAuthority& b)
{
    return a.homes == b.homes && a.skills == b.skills && a.accounts == b.accounts &&
           a.children == b.children && a.siblings == b.siblings && a.histories == b.histories &&
           a.assessments == b.assessments;
}

}  // namespace

TEST_CASE("[demonstration] the same plan gives the same records")
{
    InventionPlan plan = test::usualPlan();
    plan.children = 60;
    plan.households = 30;
    CHECK(sameRecords(test::invented(plan), test::invented(plan)));
}

TEST_CASE("[demonstration] another seed gives other children and other homes")
{
    InventionPlan plan = test::usualPlan();
    plan.children = 60;
    plan.households = 30;
    InventionPlan other = plan;
    other.seed = 2;
    const auto a = test::invented(plan);
    const auto b = test::invented(other);
    CHECK_FALSE(a.children == b.children);
    CHECK_FALSE(a.homes == b.homes);
    CHECK_FALSE(a.histories == b.histories);
}

TEST_CASE("[demonstration] draws are the same on every machine")
{
    Random random(1, "subject");
    std::string drawn;
    for (int i = 0; i < 8; ++i)
        drawn += std::to_string(random.between(0, 99)) + " ";
    CHECK(drawn == "44 50 50 27 71 0 98 0 ");
}

TEST_CASE("[demonstration] subjects draw from streams of their own")
{
    Random first(1, "homes");
    Random second(1, "people");
    CHECK(first.below(1'000'000) != second.below(1'000'000));
}

TEST_CASE("[demonstration] a weighted draw never picks what has no weight")
{
    Random random(3, "weights");
    int middle = 0;
    for (int i = 0; i < 2'000; ++i) {
        const std::size_t drawn = random.weighted({1, 2, 0, 1});
        REQUIRE(drawn != 2);
        middle += drawn == 1 ? 1 : 0;
    }
    CHECK(middle > 850);
    CHECK(middle < 1'150);
}

TEST_CASE("[demonstration][cancel] stopping the invention returns Cancelled")
{
    const InventionPlan plan = test::usualPlan();
    const auto ids = seededIds(1, 0);
    RunControl control;
    control.stop = [] { return true; };
    const auto authority = invent(plan, test::sixDomains(), *ids, control);
    REQUIRE_FALSE(authority.ok());
    CHECK(authority.error().code == ErrorCode::Cancelled);
}
