#include "support/date.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

#include "support/clock.h"

using namespace homeward;

namespace {

Date day(const char* iso)
{
    return Date::fromIso(iso).value();
}

}  // namespace

TEST_CASE("today is the day of the place, also in the first hour of British summer time", "[date]")
{
    const char* before = std::getenv("TZ");
    const std::string zone = before ? before : "";
    ::setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0", 1);
    ::tzset();
    CHECK(localDate(*Timestamp::fromIso("2026-06-30T23:30:00.000Z")) == day("2026-07-01"));
    CHECK(localDate(*Timestamp::fromIso("2026-01-31T23:30:00.000Z")) == day("2026-01-31"));
    before ? ::setenv("TZ", zone.c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
}

TEST_CASE("a day that the calendar does not have is refused", "[support][date]")
{
    const auto text = GENERATE("2025-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
                               "1799-12-31", "3000-01-01", "1900-02-29");
    INFO(text);
    CHECK_FALSE(Date::fromIso(text));
}

TEST_CASE("a day is read from its ISO form only when all of it is there", "[support][date]")
{
    CHECK(Date::fromIso("2024-02-29") == Date::fromYmd(2024, 2, 29));
    CHECK(Date::fromIso("1970-01-01")->daysSinceEpoch() == 0);
    const auto text = GENERATE("", "2026-3-31", "2026-03-31 ", "26-03-31", "2026/03/31",
                               "2026-03-3x", "+026-03-31");
    INFO(text);
    CHECK_FALSE(Date::fromIso(text));
}

TEST_CASE("a day of a statutory return may leave out leading zeros", "[support][date]")
{
    CHECK(Date::fromDayMonthYear("31/03/2026") == day("2026-03-31"));
    CHECK(Date::fromDayMonthYear("1/3/2026") == day("2026-03-01"));
    const auto text = GENERATE("", "31/03/26", "31-03-2026", "/03/2026", "031/03/2026", "31//2026",
                               "32/01/2026", "29/02/2025", "31/03/20266");
    INFO(text);
    CHECK_FALSE(Date::fromDayMonthYear(text));
}

TEST_CASE("a day written is the same day read", "[support][date]")
{
    for (Date at = day("1999-12-01"); at < day("2004-04-01"); at = at.plusDays(1)) {
        REQUIRE(Date::fromIso(at.toIso()) == at);
        REQUIRE(Date::fromDayMonthYear(at.toDayMonthYear()) == at);
    }
}

TEST_CASE("months later is the same day or the last of a shorter month", "[support][date]")
{
    CHECK(day("2026-01-31").plusMonths(1) == day("2026-02-28"));
    CHECK(day("2024-01-31").plusMonths(1) == day("2024-02-29"));
    CHECK(day("2026-11-30").plusMonths(3) == day("2027-02-28"));
    CHECK(day("2026-03-15").plusMonths(-12) == day("2025-03-15"));
    CHECK(day("2024-02-29").plusMonths(12) == day("2025-02-28"));
}

TEST_CASE("age counts completed years", "[support][date]")
{
    CHECK(ageYears(day("2014-06-10"), day("2026-06-09")) == 11);
    CHECK(ageYears(day("2014-06-10"), day("2026-06-10")) == 12);
    CHECK(ageYears(day("2016-02-29"), day("2025-02-28")) == 8);
    CHECK(ageYears(day("2016-02-29"), day("2025-03-01")) == 9);
    CHECK(ageYears(day("2026-06-10"), day("2026-06-09")) < 0);
}

TEST_CASE("days between two days are negative backwards", "[support][date]")
{
    CHECK(daysBetween(day("2026-03-31"), day("2026-04-02")) == 2);
    CHECK(daysBetween(day("2026-04-02"), day("2026-03-31")) == -2);
}

TEST_CASE("a moment written is the same moment read", "[support][date]")
{
    const auto ms = GENERATE(std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'774'967'527'123},
                             std::int64_t{86'399'999}, std::int64_t{-86'400'000});
    CHECK(Timestamp::fromIso(Timestamp{ms}.toIso()) == Timestamp{ms});
}

TEST_CASE("a moment before 1970 lies on its own day", "[support][date]")
{
    CHECK(Timestamp{-1}.toIso() == "1969-12-31T23:59:59.999Z");
    CHECK(Timestamp{-1}.utcDate() == day("1969-12-31"));
}

TEST_CASE("a moment with an impossible hour is refused", "[support][date]")
{
    CHECK(Timestamp::fromIso("2026-03-31T14:32:07.123Z"));
    const auto text =
        GENERATE("2026-03-31T24:00:00.000Z", "2026-03-31T14:60:00.000Z", "2026-03-31T14:00:60.000Z",
                 "2026-02-30T14:00:00.000Z", "2026-03-31T14:32:07.123", "2026-03-31 14:32:07.123Z");
    INFO(text);
    CHECK_FALSE(Timestamp::fromIso(text));
}

TEST_CASE("a fixed clock stands on its day until it is set", "[support][clock]")
{
    FixedClock clock(day("2026-03-31"));
    CHECK(clock.today() == day("2026-03-31"));
    clock.set(Timestamp::fromIso("2026-04-02T00:00:00.000Z").value());
    CHECK(clock.today() == day("2026-04-02"));
}
