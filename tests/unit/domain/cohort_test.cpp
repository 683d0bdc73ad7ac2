#include "domain/cohort.h"

#include <catch2/catch.hpp>

using namespace homeward;

TEST_CASE("a cohort is those children that pass every filter", "[domain][cohort]")
{
    CohortMember member;
    member.child = {"c"};
    member.ageYears = 12;
    member.sex = Sex::Female;
    member.placement = PlaceGroup::Fostering;
    member.provider = "Own service";
    member.entryYear = 2023;
    Cohort cohort{12, 12, Sex::Female, PlaceGroup::Fostering, "Own service", 2023, true};
    member.inCare = true;
    CHECK(belongsTo({}, member));
    CHECK(belongsTo(cohort, member));

    SECTION("age")
    {
        cohort.youngestYears = 13;
    }
    SECTION("age above")
    {
        cohort.oldestYears = 11;
    }
    SECTION("sex")
    {
        cohort.sex = Sex::Male;
    }
    SECTION("placement")
    {
        cohort.placement = PlaceGroup::ChildrensHome;
    }
    SECTION("not in care now")
    {
        member.placement = std::nullopt;
    }
    SECTION("provider")
    {
        cohort.provider = "Another";
    }
    SECTION("entry year")
    {
        cohort.entryYear = 2022;
    }
    SECTION("entry year not known")
    {
        member.entryYear = std::nullopt;
    }
    CHECK_FALSE(belongsTo(cohort, member));
}

TEST_CASE("a cohort is of who is in care on the day, of who left, or of both", "[domain][cohort]")
{
    CohortMember here;
    here.inCare = true;
    CohortMember left;
    Cohort cohort = childrenInCare();
    CHECK(scopeOf(cohort) == CareScope::InCare);
    CHECK(belongsTo(cohort, here));
    CHECK_FALSE(belongsTo(cohort, left));
    setScope(cohort, CareScope::Left);
    CHECK(belongsTo(cohort, left));
    CHECK_FALSE(belongsTo(cohort, here));
    setScope(cohort, CareScope::Ever);
    CHECK(belongsTo(cohort, here));
    CHECK(belongsTo(cohort, left));
}
