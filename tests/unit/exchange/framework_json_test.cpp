#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/json_documents.h"

using namespace homeward;
using namespace homeward::exchange;
using Json = nlohmann::json;

namespace {

Json five(const std::string& stem)
{
    Json list = Json::array();
    for (int i = 0; i < 5; ++i)
        list.push_back(stem + " " + std::to_string(i));
    return list;
}

Json domain(const std::string& key, const std::string& outcome)
{
    return {{"key", key},          {"outcome", outcome},          {"title", "Title of " + key},
            {"guidance", "About"}, {"need", five(key + " need")}, {"skill", five(key + " skill")}};
}

Json framework()
{
    return {{"format", "homeward-needs-framework/1"},
            {"key", "small"},
            {"version", "1.0"},
            {"title", "A small framework"},
            {"language", "en-GB"},
            {"needLevels", five("need")},
            {"skillLevels", five("skill")},
            {"outcomes",
             {{{"key", "being-well"}, {"title", "Being well"}},
              {{"key", "learning"}, {"title", "Learning"}}}},
            {"domains", {domain("sleep", "being-well"), domain("school", "learning")}}};
}

std::map<std::string, std::string> factsOf(const Json& json)
{
    const auto read = readFramework(json.dump());
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::InvalidInput);
    return read.error().facts;
}

}  // namespace

TEST_CASE("a framework is read with all its words", "[exchange][json]")
{
    Json json = framework();
    json["domains"][1]["weight"] = 1.5;
    const auto read = readFramework(json.dump());
    REQUIRE(read.ok());
    CHECK(read->id.isEmpty());
    CHECK(read->key == "small");
    CHECK(read->language == "en-GB");
    CHECK(read->needLevels[4] == "need 4");
    CHECK(read->skillLevels[0] == "skill 0");
    REQUIRE(read->domains.size() == 2);
    CHECK(read->domains[0].weight == 1.0);
    CHECK(read->domains[1].weight == 1.5);
    CHECK(read->domains[1].outcomeKey == "learning");
    CHECK(read->domains[1].need[3] == "school need 3");
    CHECK(read->domains[1].skill[2] == "school skill 2");
}

TEST_CASE("a written framework is read back the same", "[exchange][json]")
{
    const std::string text = writeFramework(*readFramework(framework().dump()));
    const auto again = readFramework(text);
    REQUIRE(again.ok());
    CHECK(writeFramework(*again) == text);
}

TEST_CASE("domains of one outcome are brought together in the outcomes' order", "[exchange][json]")
{
    Json json = framework();
    json["domains"] = {domain("school", "learning"), domain("sleep", "being-well"),
                       domain("reading", "learning")};
    const auto read = readFramework(json.dump());
    REQUIRE(read.ok());
    CHECK(read->domains[0].key == "sleep");
    CHECK(read->domains[1].key == "school");
    CHECK(read->domains[2].key == "reading");
}

TEST_CASE("a fault in a framework is named with its place", "[exchange][json]")
{
    Json json = framework();
    std::string path;
    SECTION("an empty sentence")
    {
        json["domains"][1]["need"][2] = "", path = "/domains/1/need/2";
    }
    SECTION("a number for a sentence")
    {
        json["needLevels"][0] = 7, path = "/needLevels/0";
    }
    SECTION("four levels")
    {
        json["domains"][0]["skill"].erase(4);
        path = "/domains/0/skill";
    }
    SECTION("a missing title")
    {
        json["domains"][0].erase("title"), path = "/domains/0";
    }
    SECTION("a member nobody knows")
    {
        json["domains"][0]["colour"] = "red", path = "/domains/0";
    }
    SECTION("a key with capitals")
    {
        json["outcomes"][0]["key"] = "Being Well", path = "/outcomes/0/key";
    }
    SECTION("a weight of nothing")
    {
        json["domains"][0]["weight"] = 0, path = "/domains/0/weight";
    }
    SECTION("another format")
    {
        json["format"] = "other/1", path = "/format";
    }
    SECTION("no domains")
    {
        json["domains"] = Json::array(), path = "/domains";
    }
    SECTION("a domain key twice")
    {
        json["domains"][1]["key"] = "sleep", path = "/domains/1/key";
    }
    SECTION("an outcome key twice")
    {
        json["outcomes"][1]["key"] = "being-well";
        json["domains"][1]["outcome"] = "being-well";
        path = "/outcomes/1/key";
    }
    SECTION("an outcome that is not there")
    {
        json["outcomes"].push_back({{"key", "extra"}, {"title", "Extra"}});
        json["domains"].push_back(domain("more", "extra"));
        json["domains"][1]["outcome"] = "nowhere";
        path = "/domains/1/outcome";
    }
    SECTION("an outcome without a domain")
    {
        json["outcomes"].push_back({{"key", "lonely"}, {"title", "Lonely"}});
        path = "/outcomes/2";
    }
    const auto facts = factsOf(json);
    CHECK(facts.at("rule") == "invalid-document");
    CHECK(facts.at("path") == path);
    CHECK(facts.at("problems").starts_with(path + ": "));
}

TEST_CASE("all faults of a framework are listed, one line each", "[exchange][json]")
{
    Json json = framework();
    json["domains"][0]["need"][2] = "";
    json["domains"][1]["skill"][4] = nullptr;
    json.erase("title");
    const std::string problems = factsOf(json).at("problems");
    CHECK(std::count(problems.begin(), problems.end(), '\n') == 2);
    CHECK(problems.find("/domains/0/need/2: ") != std::string::npos);
    CHECK(problems.find("/domains/1/skill/4: ") != std::string::npos);
    CHECK(problems.find("/: missing title") != std::string::npos);
}

TEST_CASE("text that is not JSON is refused with line and column", "[exchange][json]")
{
    const auto [text, line, column] = GENERATE(table<std::string, std::string, std::string>({
        {"{\n  \"key\": \"a\",\n  \"title\" \"b\"\n}", "3", "13"},
        {"", "1", "1"},
        {"{", "1", "2"},
        {"[1,]", "1", "4"},
        {"{\"a\": \"\xff\"}", "1", "8"},
    }));
    const auto read = readFramework(text);
    REQUIRE_FALSE(read.ok());
    INFO(text);
    CHECK(read.error().facts.at("rule") == "not-json");
    CHECK(read.error().facts.at("line") == line);
    CHECK(std::abs(std::stoi(read.error().facts.at("column")) - std::stoi(column)) <= 2);
}

TEST_CASE("JSON of another shape is refused, never a crash", "[exchange][json]")
{
    for (const char* text : {"null", "[]", "3", "\"text\"", "{}"}) {
        CHECK_FALSE(readFramework(text).ok());
        CHECK_FALSE(readPolicy(text).ok());
        CHECK_FALSE(readAssessments(text).ok());
        CHECK_FALSE(readDraft(text).ok());
    }
    CHECK_FALSE(readFramework(std::string(100'000, '[')).ok());
}

TEST_CASE("the framework built into the program is sound", "[exchange][json]")
{
    const NeedsFramework& framework = defaultFramework();
    CHECK(framework.outcomes.size() == 6);
    CHECK(framework.domains.size() == 12);
    CHECK(readFramework(writeFramework(framework)).ok());
}

TEST_CASE("which domains one replaces is read, written, and never the domain itself",
          "[exchange][json]")
{
    Json json = framework();
    json["domains"][1]["replaces"] = {"lessons", "reading"};
    const auto read = readFramework(json.dump());
    REQUIRE(read);
    CHECK(read->domains[1].replaces == std::vector<std::string>{"lessons", "reading"});
    CHECK(readFramework(writeFramework(*read))->domains[1].replaces == read->domains[1].replaces);

    json["domains"][1]["replaces"] = {"school"};
    const auto refused = readFramework(json.dump());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("problems").find("replaces-itself") != std::string::npos);
}
