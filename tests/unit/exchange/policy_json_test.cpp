#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "exchange/json_documents.h"

using namespace homeward;
using namespace homeward::exchange;
using homeward::matching::Factor;
using homeward::matching::Policy;
using Json = nlohmann::json;

TEST_CASE("the policy built into the program has the values of the method", "[exchange][json]")
{
    CHECK(writePolicy(defaultPolicy()) == writePolicy(Policy{}));
}

TEST_CASE("a written policy is read back with every value", "[exchange][json]")
{
    Policy policy;
    policy.version = "2026-1";
    policy.emphasis = {0, 1, 2, 3, 4};
    policy.penalty = {0, 0.1, 0.2, 0.3, 0.4};
    policy.needsWeight = 0.6;
    policy.practicalWeight = 0.4;
    policy.strongFrom = 90;
    policy.goodFrom = 70;
    policy.withSupportFrom = 55.5;
    policy.criticalShortfall = 1;
    policy.criticalNeed = 2;
    policy.nearMiles = 3;
    policy.farMiles = 30;
    policy.usualFosteringLimit = 2;
    policy.factorWeights = {{Factor::Pets, 0.5}, {Factor::SchoolDistance, 2}};
    const auto read = readPolicy(writePolicy(policy));
    REQUIRE(read.ok());
    CHECK(writePolicy(*read) == writePolicy(policy));
    CHECK(read->version == "2026-1");
    CHECK(read->emphasis == policy.emphasis);
    CHECK(read->penalty == policy.penalty);
    CHECK(read->needsWeight == 0.6);
    CHECK(read->practicalWeight == 0.4);
    CHECK(read->strongFrom == 90);
    CHECK(read->goodFrom == 70);
    CHECK(read->withSupportFrom == 55.5);
    CHECK(read->criticalShortfall == 1);
    CHECK(read->criticalNeed == 2);
    CHECK(read->nearMiles == 3);
    CHECK(read->farMiles == 30);
    CHECK(read->usualFosteringLimit == 2);
    CHECK(read->factorWeights == policy.factorWeights);
}

TEST_CASE("a fault in a policy is named with its place", "[exchange][json]")
{
    Json json = Json::parse(writePolicy(Policy{}));
    std::string path;
    SECTION("a member left out")
    {
        json.erase("nearMiles"), path = "";
    }
    SECTION("a misspelt member")
    {
        json["nearMile"] = 3, path = "";
    }
    SECTION("a factor nobody knows")
    {
        json["factorWeights"]["mood"] = 1, path = "/factorWeights";
    }
    SECTION("a negative weight")
    {
        json["factorWeights"]["pets"] = -1, path = "/factorWeights/pets";
    }
    SECTION("a penalty above 1")
    {
        json["penalty"][4] = 1.5, path = "/penalty/4";
    }
    SECTION("text for a number")
    {
        json["farMiles"] = "40", path = "/farMiles";
    }
    SECTION("a fraction for a level")
    {
        json["criticalNeed"] = 2.5, path = "/criticalNeed";
    }
    SECTION("weights that do not add up")
    {
        json["needsWeight"] = 0.8, path = "/needsWeight";
    }
    SECTION("bands out of order")
    {
        json["goodFrom"] = 90, path = "/goodFrom";
    }
    SECTION("a falling emphasis")
    {
        json["emphasis"][3] = 0.1, path = "/emphasis/3";
    }
    SECTION("far nearer than near")
    {
        json["farMiles"] = 5, path = "/farMiles";
    }
    const auto read = readPolicy(json.dump());
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::InvalidInput);
    INFO(read.error().facts.at("problems"));
    CHECK(read.error().facts.at("path") == path);
}
