#include "domain/statutory_codes.h"

#include <catch2/catch.hpp>

#include "tests/support/dates.h"

using namespace homeward;
using homeward::test::day;

namespace {

const std::string kHeader = "field\tcode\tlabel\tvalid_from\tvalid_to\n";

}  // namespace

TEST_CASE("the collection year runs from 1 April to 31 March", "[domain][codes]")
{
    CHECK(collectionYearOf(day("2026-03-31")).startYear == 2025);
    CHECK(collectionYearOf(day("2026-04-01")).startYear == 2026);
    CHECK(CollectionYear{2025}.firstDay() == day("2025-04-01"));
    CHECK(CollectionYear{2025}.dayAfter() == day("2026-04-01"));
}

TEST_CASE("the built-in table names every code of the episodes file", "[domain][codes]")
{
    const StatutoryCodes& codes = StatutoryCodes::builtIn();
    CHECK(codes.label("PLACE", "K2") == "Children's home");
    CHECK(codes.codesOf("RNE").size() == 6);
    for (const char* field : {"CIN", "LS", "PLACE", "PLACE_PROVIDER", "REC", "RNE",
                              "REASON_PLACE_CHANGE", "ETHNIC", "SEX"}) {
        INFO(field);
        CHECK_FALSE(codes.codesOf(field).empty());
    }
}

TEST_CASE("a code belongs to its field", "[domain][codes]")
{
    const StatutoryCodes& codes = StatutoryCodes::builtIn();
    CHECK(codes.label("PLACE", "P1") != codes.label("ACTIV", "P1"));
    CHECK(codes.find("LS", "P1") == nullptr);
    CHECK(codes.label("PLACE", "Q9") == "Q9");
}

TEST_CASE("a code is valid in a year when it held on any of its days", "[domain][codes]")
{
    const StatutoryCodes& codes = StatutoryCodes::builtIn();
    const auto validIn = [&](const char* code, int startYear) {
        const auto* found = codes.find("PLACE", code);
        REQUIRE(found);
        return isValidIn(*found, {startYear});
    };
    CHECK(validIn("K2", 2017));
    CHECK(validIn("P2", 2023));  // to 27 October 2023
    CHECK_FALSE(validIn("P2", 2024));
    CHECK(validIn("H5", 2023));  // to 31 March 2024
    CHECK_FALSE(validIn("H5", 2024));
    CHECK_FALSE(validIn("K3", 2023));  // from 1 April 2024
    CHECK(validIn("K3", 2024));
    const StatutoryCodes::Code oneDay{"PLACE", "X", "X", day("2024-04-01"), day("2024-04-01")};
    CHECK(isValidIn(oneDay, {2024}));
    CHECK_FALSE(isValidIn(oneDay, {2023}));
}

TEST_CASE("a table is read with either line end", "[domain][codes]")
{
    const auto codes = StatutoryCodes::parse(
        "field\tcode\tlabel\tvalid_from\tvalid_to\r\nRNE\tS\tStarted\t2020-04-01\t\r\n");
    REQUIRE(codes.ok());
    REQUIRE(codes->find("RNE", "S"));
    CHECK(codes->find("RNE", "S")->label == "Started");
    CHECK(codes->find("RNE", "S")->validFrom == day("2020-04-01"));
    CHECK_FALSE(codes->find("RNE", "S")->validTo);
}

TEST_CASE("a table with a broken line is refused by line and field", "[domain][codes]")
{
    const auto [text, line, field] = GENERATE(table<std::string, std::string, std::string>(
        {{"", "1", "columns"},
         {"RNE\tS\tStarted\t\t\n", "1", "columns"},
         {kHeader + "RNE\tS\tStarted\n", "2", "columns"},
         {kHeader + "\tS\tStarted\t\t\n", "2", "field"},
         {kHeader + "RNE\t\tStarted\t\t\n", "2", "code"},
         {kHeader + "RNE\tS\t\t\t\n", "2", "label"},
         {kHeader + "RNE\tS\tStarted\t1/4/2020\t\n", "2", "valid_from"},
         {kHeader + "RNE\tS\tStarted\t\tlater\n", "2", "valid_to"},
         {kHeader + "RNE\tS\tStarted\t\t\nRNE\tS\tAgain\t\t\n", "3", "code"}}));
    INFO(text);
    const auto codes = StatutoryCodes::parse(text);
    REQUIRE_FALSE(codes.ok());
    CHECK(codes.error().code == ErrorCode::InvalidInput);
    CHECK(codes.error().facts.at("line") == line);
    CHECK(codes.error().facts.at("field") == field);
}

TEST_CASE("places are grouped as lists speak of them", "[domain][codes]")
{
    const auto [code, group] =
        GENERATE(table<std::string, PlaceGroup>({{"U1", PlaceGroup::FamilyAndFriends},
                                                 {"U3", PlaceGroup::FamilyAndFriends},
                                                 {"U4", PlaceGroup::Fostering},
                                                 {"U6", PlaceGroup::Fostering},
                                                 {"K1", PlaceGroup::ChildrensHome},
                                                 {"S1", PlaceGroup::ChildrensHome},
                                                 {"H5", PlaceGroup::Supported},
                                                 {"K3", PlaceGroup::Supported},
                                                 {"P2", PlaceGroup::Supported},
                                                 {"P1", PlaceGroup::WithParents},
                                                 {"A3", PlaceGroup::ForAdoption},
                                                 {"A6", PlaceGroup::ForAdoption},
                                                 {"R2", PlaceGroup::Other},
                                                 {"", PlaceGroup::Other}}));
    INFO(code);
    CHECK(placeGroupOf(code) == group);
}
