#include "support/text/json_reading.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace homeward;

namespace {

constexpr JsonLimits kLimits{1000, 40, 10, 100, 4};

std::map<std::string, std::string> refusal(const std::string& text)
{
    const auto read = readJson(text, kLimits);
    INFO(text.substr(0, 60));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::InvalidInput);
    CHECK(read.error().facts.at("field") == "document");
    return read.error().facts;
}

}  // namespace

TEST_CASE("what is read is what a parser reads", "[support][json]")
{
    const std::string text =
        R"({"a": [1, -2, 3.5e2, true, false, null, "\u00e9\"\\/"], "b": {"c": []}, "": 0})";
    const auto read = readJson(text, kLimits);
    REQUIRE(read.ok());
    CHECK(*read == nlohmann::json::parse(text));
    CHECK(*readJson("  7 ", kLimits) == 7);
    CHECK(*readJson("\"x\"", kLimits) == "x");
    CHECK(*readJson("\xef\xbb\xbf[]", kLimits) == nlohmann::json::array());
}

TEST_CASE("what parsers let pass, or stop at by throwing, is refused with its place",
          "[support][json]")
{
    const auto [text, rule, line, column] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"[1e999]", "number-too-large", "1", "2"},
            {"[1,\n -1e400]", "number-too-large", "2", "2"},
            {"[" + std::string(500, '9') + "]", "number-too-large", "1", "2"},
            {"{\"a\": 1,\n  \"a\": 2}", "duplicate-key", "2", "3"},
            {"{\"a\": 1, \"\\u0061\": 2}", "duplicate-key", "1", "10"},
            {"[{\"x\\\"\": 1, \"x\\\"\": 2}]", "duplicate-key", "1", "13"},
            {"[\"b\\u0000\"]", "nul-in-text", "1", "2"},
            {"{\"b\\u0000\": 1}", "nul-in-text", "1", "2"},
            {std::string("[\"b\0\"]", 6), "not-json", "1", "4"},
            {"[\n\"\xc3\xa9\xc3\xa9\" 1]", "not-json", "2", "6"},
            {"[[[[[]]]]]", "too-deep", "1", "5"},
            {"[0,1,2,3,4,5,6,7,8,9,10]", "too-many-values", "1", "21"},
            {"[\"" + std::string(101, 'x') + "\"]", "text-too-long", "1", "2"},
            {"", "not-json", "1", "1"},
            {"{}{}", "not-json", "1", "3"},
            {"]", "not-json", "1", "1"},
            {"[\"a\nb\"]", "not-json", "1", "4"},
            {"[\"a", "not-json", "1", "4"},
            {"[\"a\\", "not-json", "1", "5"},
            {"[NaN]", "not-json", "1", "3"},
        }));
    const auto facts = refusal(text);
    INFO(text.substr(0, 60));
    CHECK(facts.at("rule") == rule);
    CHECK(facts.at("line") == line);
    CHECK(std::abs(std::stoi(facts.at("column")) - std::stoi(column)) <=
          (rule == "not-json" ? 1 : 0));
}

TEST_CASE("the name that stands twice is told", "[support][json]")
{
    CHECK(refusal(R"({"level": 1, "level": 2})").at("key") == "level");
}

TEST_CASE("lists and objects together have a limit, however they are nested", "[support][json]")
{
    std::string text = "[";
    for (int i = 0; i < 9; ++i)
        text += "[1,2,3,4,5,6],";
    CHECK(refusal(text + "1]").at("rule") == "too-many-values");
    CHECK(refusal(std::string(1001, ' ')).at("rule") == "too-large");
}

TEST_CASE("names have a limit of their own", "[support][json]")
{
    const auto read = readJson("{\"" + std::string(1001, 'n') + "\": 1}", JsonLimits{});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("rule") == "text-too-long");
}

TEST_CASE("blanks have a limit too", "[support][json]")
{
    const auto read = readJson("[1,\n" + std::string(70'000, ' ') + "2]", JsonLimits{});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("rule") == "text-too-long");
    CHECK(read.error().facts.at("line") == "1");
    CHECK(readJson("[1," + std::string(60'000, '\n') + "2]", JsonLimits{}).ok());
}

TEST_CASE("200,000 lists within one another are refused at the first too many", "[support][json]")
{
    for (const std::string& deep :
         {std::string(200'000, '['), std::string(200'000, '[') + std::string(200'000, ']')}) {
        const auto read = readJson(deep, JsonLimits{});
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().facts.at("rule") == "too-deep");
        CHECK(read.error().facts.at("column") == "17");
    }
}

TEST_CASE("a stop is heard while a text is looked over and while it is built",
          "[support][json][cancel]")
{
    std::string text = "[0";
    for (int i = 0; i < 100'000; ++i)
        text += ",0";
    text += ']';
    const int after = GENERATE(0, 1, 2, 10, 50);
    int asked = 0;
    const JsonLimits wide{1u << 24, 1'000'000, 1'000'000, 100, 4};
    const auto read = readJson(text, wide, {[&] { return asked++ >= after; }, {}});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Cancelled);
    CHECK(asked == after + 1);
}

TEST_CASE("a whole number is taken only where it is one and within its bounds", "[support][json]")
{
    const auto taken = [](const char* text, std::int64_t least, std::int64_t most) {
        return wholeNumber(nlohmann::json::parse(text), least, most);
    };
    CHECK(taken("4", 0, 4) == 4);
    CHECK(taken("-3", -5, 4) == -3);
    CHECK(taken("9223372036854775807", 0, INT64_MAX) == INT64_MAX);
    for (const char* text :
         {"5", "-1", "4.0", "1e300", "4294967296", "4294967300", "18446744073709551615",
          "-9223372036854775808", "\"3\"", "true", "null", "[3]", "100000000000000000000"})
        CHECK_FALSE(taken(text, 0, 4));
}
