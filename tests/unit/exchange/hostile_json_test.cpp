// Files made to stop, fill or slow the program: each is refused at its place, and the work it
// causes is counted.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "exchange/json_documents.h"

using namespace homeward;
using namespace homeward::exchange;
using Json = nlohmann::json;

namespace {

using Facts = std::map<std::string, std::string>;
using Reader = std::function<std::optional<Error>(const std::string&)>;

template <typename T>
std::optional<Error> errorOf(const Result<T>& read)
{
    return read ? std::nullopt : std::optional(read.error());
}

const std::vector<Reader>& readers()
{
    static const std::vector<Reader> all{
        [](const std::string& text) { return errorOf(readFramework(text)); },
        [](const std::string& text) { return errorOf(readPolicy(text)); },
        [](const std::string& text) { return errorOf(readAssessments(text)); },
        [](const std::string& text) { return errorOf(readDraft(text)); }};
    return all;
}

void requireRefused(const std::string& text, const std::vector<std::string>& rules)
{
    for (std::size_t i = 0; i < readers().size(); ++i) {
        INFO("reader " << i << ": " << text.substr(0, 40));
        const auto error = readers()[i](text);
        REQUIRE(error);
        CHECK(error->code == ErrorCode::InvalidInput);
        INFO(error->facts.at("rule"));
        CHECK(std::find(rules.begin(), rules.end(), error->facts.at("rule")) != rules.end());
    }
}

/// "[" and `piece` over and over to about `bytes`, and "]".
std::string listOf(const std::string& piece, std::size_t bytes)
{
    std::string text = "[" + piece;
    while (text.size() + piece.size() + 2 < bytes)
        text += "," + piece;
    return text + "]";
}

Json rating(const std::string& domain, const Json& level)
{
    return {{"domain", domain}, {"level", level}, {"evidence", "Seen."}};
}

Json oneRating(const std::string& domain, const Json& level)
{
    return Json::array({rating(domain, level)});
}

Json assessment(const Json& ratings)
{
    return {{"format", "homeward-assessment/1"},
            {"child", "501"},
            {"assessedOn", "2026-02-28"},
            {"ratings", ratings}};
}

Json firstOf(const Json& list, std::size_t count)
{
    Json part = Json::array();
    for (std::size_t i = 0; i < count; ++i)
        part.push_back(list[i]);
    return part;
}

Facts factsOf(const std::string& text)
{
    const auto read = readAssessments(text);
    REQUIRE_FALSE(read.ok());
    REQUIRE(read.error().code == ErrorCode::InvalidInput);
    return read.error().facts;
}

std::ptrdiff_t linesOf(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n') + 1;
}

}  // namespace

TEST_CASE("16 MB of empty objects is refused by every reader", "[exchange][json][hostile]")
{
    constexpr std::size_t k16Mb = 16'000'000;
    requireRefused(listOf("{}", k16Mb), {"too-many-values", "too-large"});
    std::string one(k16Mb, ' ');
    for (std::size_t i = 0; i + 1 < one.size(); i += 2)
        one[i] = '{', one[i + 1] = '}';
    requireRefused(one, {"not-json", "too-large", "too-many-values"});
}

TEST_CASE("numbers no double holds are refused by every reader, with line and column",
          "[exchange][json][hostile]")
{
    for (const char* text : {"[1e999]", "{\"a\": -1e999}", "1e400"})
        requireRefused(text, {"number-too-large"});
    const std::string whole = assessment(oneRating("sleep", 3)).dump(1);
    const std::size_t at = whole.find(": 3");
    REQUIRE(at != std::string::npos);
    const Facts facts = factsOf(whole.substr(0, at) + ": 1e400" + whole.substr(at + 3));
    CHECK(facts.at("rule") == "number-too-large");
    CHECK(facts.at("line") == "9");
    CHECK(facts.at("column") == "13");
}

TEST_CASE("a level that an int cannot hold is refused at its place, never cut to fit",
          "[exchange][json][hostile]")
{
    for (const char* number : {"4294967297", "18446744073709551617", "1e300", "-4294967295"}) {
        INFO(number);
        CHECK(factsOf(assessment(oneRating("sleep", Json::parse(number))).dump()).at("path") ==
              "/ratings/0/level");
        AssessmentDraft draft;
        draft.ratings.emplace_back();
        Json json = Json::parse(writeDraft(draft));
        json["ratings"][0]["level"] = Json::parse(number);
        const auto read = readDraft(json.dump());
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().facts.at("path") == "/ratings/0/level");
    }
}

TEST_CASE("200,000 deep is refused by every reader", "[exchange][json][hostile]")
{
    requireRefused(std::string(200'000, '['), {"too-deep"});
    std::string objects;
    for (int i = 0; i < 200'000; ++i)
        objects += "{\"a\":";
    requireRefused(objects, {"too-deep", "too-large"});
}

TEST_CASE("a name that stands twice is refused by every reader", "[exchange][json][hostile]")
{
    requireRefused("{\"format\": \"a\", \"form\\u0061t\": \"b\"}", {"duplicate-key"});
}

TEST_CASE("U+0000 is refused by every reader, raw and written out", "[exchange][json][hostile]")
{
    requireRefused("{\"format\": \"a\\u0000b\"}", {"nul-in-text"});
    requireRefused(std::string("{\"format\": \"a\0b\"}", 17), {"not-json"});
}

TEST_CASE("of 8,000 wrong entries 100 are listed and the others counted",
          "[exchange][json][hostile]")
{
    Json ratings = Json::array();
    for (int i = 0; i < 4'000; ++i)
        ratings.push_back(rating("sleep-" + std::to_string(i), 5));
    const Facts one = factsOf(assessment(ratings).dump());
    CHECK(one.at("rule") == "invalid-document");
    CHECK(one.at("path") == "/ratings/0/level");
    CHECK(linesOf(one.at("problems")) == 100);
    CHECK(one.at("more") == "3900");

    Json many = Json::array();
    for (int i = 0; i < 4; ++i)
        many.push_back(assessment(firstOf(ratings, 2'000)));
    const Facts several = factsOf(many.dump());
    CHECK(linesOf(several.at("problems")) == 100);
    CHECK(several.at("more") == "7900");
    CHECK(std::stoi(factsOf(listOf("0", 9'000)).at("more")) > 4'000);
}

TEST_CASE("a list of more entries than a file has is refused where it gets too long",
          "[exchange][json][hostile]")
{
    const Facts facts = factsOf(listOf("0", 16'000));
    CHECK(facts.at("rule") == "too-many-values");
    CHECK(facts.at("column") == "10001");
}

TEST_CASE("a text too long for its pattern is refused, not matched", "[exchange][json][hostile]")
{
    // std::regex goes a stack frame deeper with each character: 200,000 of them end the program.
    const std::string longKey(200'000, 'a');
    Json json = assessment(oneRating(longKey, 3));
    CHECK(factsOf(json.dump()).at("path") == "/ratings/0/domain");
    json = assessment(oneRating("sleep", 3));
    json["assessedOn"] = longKey;
    CHECK(factsOf(json.dump()).at("path") == "/assessedOn");
    Json framework = Json::parse(writeFramework(defaultFramework()));
    framework["domains"][3]["key"] = std::string(30'000, 'a');
    const auto read = readFramework(framework.dump());
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("path") == "/domains/3/key");
}

TEST_CASE("what a file calls its members never makes a message long", "[exchange][json][hostile]")
{
    Json json = assessment(oneRating("sleep", 3));
    for (int i = 0; i < 500; ++i)
        json["x" + std::string(900, 'y') + std::to_string(i)] = 1;
    CHECK(factsOf(json.dump()).at("problems").size() < 100 * 700);
}

TEST_CASE("a list within the list of assessments is refused", "[exchange][json][hostile]")
{
    Json nested = Json::array();
    nested.push_back(Json::array());
    nested[0].push_back(assessment(oneRating("sleep", 3)));
    CHECK(factsOf(nested.dump()).at("path") == "/0");
}

TEST_CASE("reading assessments stops before the next one when asked", "[exchange][json][cancel]")
{
    Json many = Json::array();
    for (int i = 0; i < 200; ++i)
        many.push_back(assessment(oneRating("sleep", 3)));
    const std::string text = many.dump();
    int documents = 0;
    RunControl control;
    control.report = [&](int done, int) { documents = done; };
    control.stop = [&] { return documents == 3; };
    const auto read = readAssessments(text, control);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Cancelled);
    CHECK(documents == 3);
}
