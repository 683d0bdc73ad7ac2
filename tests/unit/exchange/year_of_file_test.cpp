#include "exchange/ssda903/year_of_file.h"

#include <catch2/catch.hpp>

#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;
using homeward::test::kReturnRead;

namespace {

Date day(int year, int month, int dayOfMonth)
{
    return *Date::fromYmd(year, month, dayOfMonth);
}

}  // namespace

TEST_CASE("the year is the first four digits that stand alone in a file name",
          "[exchange][ssda903]")
{
    const auto [name, year, isStart] = GENERATE(table<std::string, int, bool>({
        {"2017-header.csv", 2017, false},
        {"SSDA903_2024_Header.csv", 2024, false},
        {"header2019.csv", 2019, false},
        {"2023-24 header.csv", 2023, true},
        {"header_2023_2024.csv", 2023, true},
        {"ret202324.csv", 2023, true},
        {"1999-00.csv", 1999, true},
        {"2023-12-header.csv", 2023, false},
        {"20240612 header 2021.csv", 2021, false},
    }));
    const auto found = yearInName(name);
    REQUIRE(found);
    CHECK(found->year == year);
    CHECK(found->isStart == isStart);
    CHECK_FALSE(yearInName("header.csv"));
    CHECK_FALSE(yearInName("903-header-1234.csv"));
}

TEST_CASE("one rule for the year holds for all files together", "[exchange][ssda903]")
{
    YearRule rule(kReturnRead);
    SECTION("without dates a name gives the year the collection starts in")
    {
        CHECK(rule.yearOf({2021, false}).startYear == 2021);
    }
    SECTION("ends after the named year began speak for the start")
    {
        rule.addEpisode({2021, false}, day(2021, 5, 1), day(2022, 3, 1));
        CHECK(rule.yearOf({2021, false}).startYear == 2021);
    }
    SECTION("ends before the named year began speak for the end, for every file")
    {
        rule.addEpisode({2021, false}, day(2020, 5, 1), day(2020, 9, 1));
        CHECK(rule.yearOf({2021, false}).startYear == 2020);
        CHECK(rule.yearOf({2022, false}).startYear == 2021);
    }
    SECTION("open episodes alone are told by where they start")
    {
        rule.addEpisode({2021, false}, day(2020, 5, 1), std::nullopt);
        CHECK(rule.yearOf({2021, false}).startYear == 2020);
    }
    SECTION("most dates decide, not one")
    {
        rule.addEpisode({2021, false}, day(2020, 5, 1), day(2020, 9, 1));
        rule.addEpisode({2021, false}, day(2021, 5, 1), day(2021, 9, 1));
        rule.addEpisode({2021, false}, day(2021, 6, 1), day(2022, 4, 1));
        CHECK(rule.yearOf({2021, false}).startYear == 2021);
    }
    SECTION("a year that would start after today is the one the collection ends in")
    {
        rule.addBirth({2027, false}, day(2015, 1, 1));
        CHECK(rule.yearOf({2027, false}).startYear == 2026);
    }
    SECTION("a name with both years leaves no doubt")
    {
        rule.addEpisode({2021, false}, day(2020, 5, 1), day(2020, 9, 1));
        CHECK(rule.yearOf({2023, true}).startYear == 2023);
    }
}
