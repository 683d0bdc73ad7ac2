// keys.json and audit.head as somebody with write access to the folder could leave them.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "storage/keys/key_file.h"
#include "storage/trail/audit_chain.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
using Json = nlohmann::json;

namespace {

Json keyFile()
{
    TemporaryFolder folder;
    const auto file = folder.path() / "keys.json";
    const Secret key = KeyFile::newDatabaseKey();
    REQUIRE(KeyFile::create(file, "Elmshire", false).ok());
    REQUIRE(KeyFile::putSlot(file, "o.grey", Secret(std::string_view("three calm otters")), key,
                             KdfLimits::least())
                .ok());
    std::ifstream in(file);
    return Json::parse(in);
}

Error refusalOf(const std::string& text)
{
    const auto described = KeyFile::describeText(text);
    INFO(text.substr(0, 60));
    REQUIRE_FALSE(described.ok());
    return described.error();
}

}  // namespace

TEST_CASE("a key file that was made to harm is damaged, at its place", "[storage][keys][hostile]")
{
    std::string many = "[{}";
    while (many.size() < 900'000)
        many += ",{}";
    for (const std::string& text : {std::string("[1e999]"), std::string(200'000, '['), many + "]",
                                    std::string("{\"slots\": [], \"slots\": []}"),
                                    std::string("{\"authority\": \"a\\u0000\"}"),
                                    std::string("{\"authority\": \"a\0\"}", 18), std::string()}) {
        const Error error = refusalOf(text);
        CHECK(error.code == ErrorCode::KeyFileDamaged);
        CHECK(error.facts.contains("line"));
        CHECK(error.facts.contains("column"));
    }
}

TEST_CASE("a cost that is no whole number within bounds is damaged, never cut to fit",
          "[storage][keys][hostile]")
{
    REQUIRE(KeyFile::describeText(keyFile().dump()).ok());
    for (const char* member : {"operations", "memory_bytes"})
        for (const char* number : {"-1", "0", "1.5", "8192.0", "1e300", "18446744073709551617",
                                   "18446744073709551615", "4294967296000", "\"3\"", "null"}) {
            Json json = keyFile();
            json["slots"][0][member] = Json::parse(number);
            INFO(member << " " << number);
            CHECK(refusalOf(json.dump()).code == ErrorCode::KeyFileDamaged);
        }
}

TEST_CASE("a form that an int cannot hold is never taken for this one", "[storage][keys][hostile]")
{
    for (const char* number : {"4294967297", "1e300", "1.0", "-1", "null"}) {
        Json json = keyFile();
        json["min_reader"] = Json::parse(number);
        INFO(number);
        CHECK(refusalOf(json.dump()).code == ErrorCode::KeyFileDamaged);
    }
    Json json = keyFile();
    json["min_reader"] = 2;
    CHECK(refusalOf(json.dump()).code == ErrorCode::StoreTooNew);
}

TEST_CASE("more slots than an authority has accounts are refused", "[storage][keys][hostile]")
{
    Json json = keyFile();
    const Json slot = json["slots"][0];
    for (int i = 0; i < 2'500; ++i)
        json["slots"].push_back(slot);
    CHECK(refusalOf(json.dump()).code == ErrorCode::KeyFileDamaged);
}

TEST_CASE("a pipe in the place of keys.json is told, never waited for", "[storage][keys][hostile]")
{
    TemporaryFolder folder;
    const auto file = folder.path() / "keys.json";
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    const auto described = KeyFile::describe(file);
    REQUIRE_FALSE(described.ok());
    CHECK(described.error().code == ErrorCode::StorageFailed);
}

TEST_CASE("an audit head that was made to harm is damaged", "[storage][audit][hostile]")
{
    TemporaryFolder folder;
    const auto file = folder.path() / "audit.head";
    const Secret key(std::string_view("an invented key of 32 characters"));
    const std::string hash(64, 'a');
    for (const std::string& text :
         {std::string("[1e999]"), std::string(256, '['), std::string(100'000, ' '),
          "{\"sequence\":1e300,\"hash\":\"" + hash + "\",\"check\":\"" + hash + "\"}",
          std::string("{\"sequence\":18446744073709551615,\"hash\":\"a\",\"check\":\"b\"}"),
          std::string("{\"sequence\":\"1\"}"), std::string("3")}) {
        std::ofstream(file, std::ios::binary) << text;
        const auto head = HeadFile::read(file, key);
        INFO(text.substr(0, 60));
        REQUIRE_FALSE(head.ok());
        CHECK(head.error().code == ErrorCode::KeyFileDamaged);
    }
}
