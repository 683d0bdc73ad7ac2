#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/json_documents.h"

using namespace homeward;
using namespace homeward::exchange;
using Json = nlohmann::json;

namespace {

Json assessment()
{
    return {{"format", "homeward-assessment/1"},
            {"child", "501"},
            {"assessedOn", "2026-02-28"},
            {"ratings",
             {{{"domain", "sleep"},
               {"level", 3},
               {"evidence", "Wakes most nights"},
               {"strength", "Likes stories"}},
              {{"domain", "school"}, {"level", nullptr}, {"evidence", "Has not started yet"}}}}};
}

}  // namespace

TEST_CASE("an assessment file gives the agreed ratings", "[exchange][json]")
{
    const auto read = readAssessments(assessment().dump());
    REQUIRE(read.ok());
    REQUIRE(read->size() == 1);
    const AssessmentDocument& document = read->front();
    CHECK(document.caseNumber == "501");
    CHECK(document.assessedOn.toIso() == "2026-02-28");
    REQUIRE(document.ratings.size() == 2);
    CHECK(document.ratings[0] == Rating{"sleep", Perspective::Agreed, Level::fromInt(3),
                                        "Wakes most nights", "Likes stories", true});
    CHECK(document.ratings[1] ==
          Rating{"school", Perspective::Agreed, std::nullopt, "Has not started yet", "", true});
}

TEST_CASE("a list of assessments is read in its order", "[exchange][json]")
{
    Json second = assessment();
    second["child"] = "502";
    const auto read = readAssessments(Json{assessment(), second}.dump());
    REQUIRE(read.ok());
    REQUIRE(read->size() == 2);
    CHECK(read->at(1).caseNumber == "502");
    CHECK_FALSE(readAssessments("[]").ok());
}

TEST_CASE("a fault in an assessment file is named with its place", "[exchange][json]")
{
    Json json = assessment();
    std::string path;
    SECTION("a level of five")
    {
        json["ratings"][0]["level"] = 5, path = "/ratings/0/level";
    }
    SECTION("half a level")
    {
        json["ratings"][0]["level"] = 1.5, path = "/ratings/0/level";
    }
    SECTION("a level as text")
    {
        json["ratings"][0]["level"] = "3", path = "/ratings/0/level";
    }
    SECTION("no level at all")
    {
        json["ratings"][1].erase("level"), path = "/ratings/1";
    }
    SECTION("a date of another form")
    {
        json["assessedOn"] = "28/02/2026", path = "/assessedOn";
    }
    SECTION("a day that does not exist")
    {
        json["assessedOn"] = "2026-02-30", path = "/assessedOn";
    }
    SECTION("a domain twice")
    {
        json["ratings"][1]["domain"] = "sleep";
        path = "/ratings/1/domain";
    }
    SECTION("no child")
    {
        json["child"] = "", path = "/child";
    }
    const auto alone = readAssessments(json.dump());
    REQUIRE_FALSE(alone.ok());
    INFO(alone.error().facts.at("problems"));
    CHECK(alone.error().facts.at("path") == path);
    const auto inList = readAssessments(Json{assessment(), json}.dump());
    REQUIRE_FALSE(inList.ok());
    INFO(inList.error().facts.at("problems"));
    CHECK(inList.error().facts.at("path") == "/1" + path);
}

TEST_CASE("a draft is kept with every word, level and tick", "[exchange][json]")
{
    AssessmentDraft draft;
    draft.child.value = "child-1";
    draft.framework.value = "framework-1";
    draft.basedOn = AssessmentId{"assessment-1"};
    draft.assessedOn = *Date::fromYmd(2026, 5, 4);
    draft.ratings = {
        {"sleep", Perspective::Agreed, Level::fromInt(0), "Sleeps \"well\"\nmost nights", "Calm",
         true},
        {"sleep", Perspective::Child, std::nullopt, "", "", false},
        {"school", Perspective::SocialWorker, Level::fromInt(4), "\xc3\xa9", "", false}};
    const auto read = readDraft(writeDraft(draft));
    REQUIRE(read.ok());
    CHECK(*read == draft);
    draft.basedOn.reset();
    CHECK(*readDraft(writeDraft(draft)) == draft);
}

TEST_CASE("text in a draft that is not UTF-8 is kept as far as it can be", "[exchange][json]")
{
    AssessmentDraft draft;
    draft.ratings = {{"sleep", Perspective::Agreed, std::nullopt,
                      "a\xff"
                      "b",
                      "", true}};
    const auto read = readDraft(writeDraft(draft));
    REQUIRE(read.ok());
    CHECK(read->ratings.at(0).evidence ==
          "a\xef\xbf\xbd"
          "b");
}

TEST_CASE("a damaged draft is refused with the place", "[exchange][json]")
{
    AssessmentDraft draft;
    draft.ratings.emplace_back();
    Json json = Json::parse(writeDraft(draft));
    std::string path;
    SECTION("a level of nine")
    {
        json["ratings"][0]["level"] = 9, path = "/ratings/0/level";
    }
    SECTION("no level")
    {
        json["ratings"][0].erase("level"), path = "/ratings/0/level";
    }
    SECTION("a perspective nobody knows")
    {
        json["ratings"][0]["perspective"] = "neighbour";
        path = "/ratings/0/perspective";
    }
    SECTION("a rating that is no object")
    {
        json["ratings"][0] = 3, path = "/ratings/0";
    }
    SECTION("ratings that are no list")
    {
        json["ratings"] = 3, path = "/ratings";
    }
    SECTION("no child")
    {
        json.erase("child"), path = "/child";
    }
    SECTION("a day that does not exist")
    {
        json["assessedOn"] = "2026-13-01", path = "/assessedOn";
    }
    SECTION("another format")
    {
        json["format"] = "x", path = "/format";
    }
    const auto read = readDraft(json.dump());
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("path") == path);
}
