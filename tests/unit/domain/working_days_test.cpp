#include "domain/working_days.h"

#include <catch2/catch.hpp>
#include <string>

using namespace homeward;

namespace {

Date on(const char* iso)
{
    return Date::fromIso(iso).value();
}

/// Those that would else be working days.
std::string holidaysOf(int year)
{
    std::string days;
    for (Date day = Date::fromYmd(year, 1, 1).value(); day.year() == year; day = day.plusDays(1)) {
        const int weekday = (day.daysSinceEpoch() % 7 + 11) % 7;  // 0: Sunday
        if (isBankHoliday(day) && weekday != 0 && weekday != 6)
            days += day.toIso().substr(5) + ' ';
    }
    return days;
}

}  // namespace

// As published on gov.uk/bank-holidays; without those on a weekend.
TEST_CASE("bank holidays of England and Wales, with substitutes and days that were given once",
          "[domain]")
{
    CHECK(holidaysOf(2011) == "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27 ");
    CHECK(holidaysOf(2012) == "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26 ");
    CHECK(holidaysOf(2020) == "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28 ");
    CHECK(holidaysOf(2021) == "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 ");
    CHECK(holidaysOf(2022) == "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27 ");
    CHECK(holidaysOf(2023) == "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26 ");
    CHECK(holidaysOf(2024) == "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26 ");
    CHECK(holidaysOf(2026) == "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28 ");
    CHECK(holidaysOf(2027) == "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28 ");
}

TEST_CASE("six working days run over weekends and holidays", "[domain]")
{
    // A Thursday: Thu, Fri, Mon, Tue, Wed, Thu.
    CHECK(lastWorkingDay(on("2026-11-26"), 6) == on("2026-12-03"));
    // A Saturday: begins to count on Monday.
    CHECK(lastWorkingDay(on("2026-11-28"), 6) == on("2026-12-07"));
    // Christmas Eve, a Thursday: 24, 29, 30, 31 December, then 4 and 5 January.
    CHECK(lastWorkingDay(on("2026-12-24"), 6) == on("2027-01-05"));
    // Maundy Thursday: 2, 7, 8, 9, 10, 13 April.
    CHECK(lastWorkingDay(on("2026-04-02"), 6) == on("2026-04-13"));
    CHECK(lastWorkingDay(on("2026-11-27"), 1) == on("2026-11-27"));
}

TEST_CASE("working days between two days", "[domain]")
{
    CHECK(workingDaysBetween(on("2026-11-27"), on("2026-11-30")) == 1);
    CHECK(workingDaysBetween(on("2026-11-27"), on("2026-11-29")) == 0);
    CHECK(workingDaysBetween(on("2026-12-24"), on("2026-12-29")) == 1);
    CHECK(workingDaysBetween(on("2026-12-01"), on("2026-12-01")) == 0);
    CHECK(workingDaysBetween(on("2026-12-03"), on("2026-12-01")) == -2);
}
