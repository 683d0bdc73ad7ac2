#include "analytics/due.h"

#include <catch2/catch.hpp>

using namespace homeward;
using namespace homeward::analytics;

namespace {

Date day(int year, int month, int number)
{
    return *Date::fromYmd(year, month, number);
}

}  // namespace

TEST_CASE("needs are due on the day six months have passed, and where never assessed",
          "[analytics][due]")
{
    CHECK_FALSE(isAssessmentDue(day(2026, 1, 1), day(2026, 6, 30)));
    CHECK(isAssessmentDue(day(2026, 1, 1), day(2026, 7, 1)));
    CHECK(isAssessmentDue(std::nullopt, day(2026, 7, 1)));
}

TEST_CASE("months since a day are whole months", "[analytics][due]")
{
    CHECK(monthsSince(day(2025, 8, 31), day(2026, 4, 15)) == 7);
    CHECK(monthsSince(day(2026, 3, 16), day(2026, 4, 15)) == 0);
    CHECK_FALSE(monthsSince(std::nullopt, day(2026, 4, 15)));
}

TEST_CASE("due is exactly what was assessed before the first day that is not", "[due]")
{
    for (int days = 0; days < 900; ++days) {
        const Date today = day(2025, 1, 1).plusDays(days);
        const Date first = dueIfBefore(today);
        CHECK_FALSE(isAssessmentDue(first, today));
        CHECK(isAssessmentDue(first.plusDays(-1), today));
    }
}
