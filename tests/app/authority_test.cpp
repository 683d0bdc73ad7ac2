#include <fstream>
#include <iterator>

#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> contents(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) {
            std::ifstream input(entry.path(), std::ios::binary);
            files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(input), {}};
        }
    return files;
}

ErrorCode failure(const Result<std::unique_ptr<app::Session>>& result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

void overwrite(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

}  // namespace

TEST_CASE("a new authority opens with its first account and no other passphrase", "[authority]")
{
    AuthorityFixture fixture;
    CHECK(fixture.session->account().role == Role::Administrator);
    CHECK(fixture.session->authority().name == "Testshire");
    const auto before = contents(fixture.folder);
    CHECK(failure(app::signIn(fixture.folder, "admin", Secret("correct horse batterz"),
                              fixture.environment)) == ErrorCode::WrongPassphrase);
    CHECK(failure(app::signIn(fixture.folder, "nobody", Secret(kPassphrase),
                              fixture.environment)) == ErrorCode::WrongPassphrase);
    auto after = contents(fixture.folder);
    after.erase("sign-in.failures");  // the one trace, for the trail
    CHECK(after == before);
}

TEST_CASE("nothing readable stands in the database file", "[authority][privacy]")
{
    AuthorityFixture fixture;
    fixture.addChild("SECRETCASE1");
    fixture.session.reset();
    for (const auto& [name, text] : contents(fixture.folder)) {
        INFO(name);
        CHECK(text.find("SECRETCASE1") == std::string::npos);
        CHECK(text.find("SQLite format") == std::string::npos);
    }
}

TEST_CASE("a missing or damaged key file is told apart and nothing is touched", "[authority]")
{
    AuthorityFixture fixture;
    fixture.session.reset();
    const fs::path keys = fixture.folder / "keys.json";
    SECTION("missing")
    {
        fs::remove(keys);
        const auto before = contents(fixture.folder);
        CHECK(failure(app::signIn(fixture.folder, "admin", Secret(kPassphrase),
                                  fixture.environment)) == ErrorCode::KeyFileMissing);
        CHECK(contents(fixture.folder) == before);
    }
    SECTION("damaged")
    {
        overwrite(keys, "{ \"slots\": [");
        CHECK(failure(app::signIn(fixture.folder, "admin", Secret(kPassphrase),
                                  fixture.environment)) == ErrorCode::KeyFileDamaged);
    }
}

TEST_CASE("a foreign file in place of the database is refused and left as it is", "[authority]")
{
    AuthorityFixture fixture;
    fixture.session.reset();
    for (const char* leftover : {"authority.homeward-wal", "authority.homeward-shm"})
        fs::remove(fixture.folder / leftover);
    overwrite(fixture.folder / "authority.homeward", std::string(8192, 'x'));
    const auto before = contents(fixture.folder);
    CHECK(failure(app::signIn(fixture.folder, "admin", Secret(kPassphrase), fixture.environment)) ==
          ErrorCode::StoreForeign);
    CHECK(contents(fixture.folder) == before);
}

TEST_CASE("an authority is not made in a folder that holds something, nor with a weak passphrase",
          "[authority]")
{
    TemporaryFolder temporary;
    const auto clock = std::make_shared<FixedClock>(day("2026-03-01"));
    const app::Environment environment{clock, seededIds(1, 0), app::KdfCost::Test};
    app::NewAuthority plan;
    plan.folder = temporary.path() / "new";
    plan.name = "Testshire";
    plan.accountName = "admin";
    plan.personName = "A. Okafor";
    plan.passphrase = Secret("short");
    const auto weak = app::createAuthority(plan, environment);
    REQUIRE_FALSE(weak);
    CHECK(weak.error().facts.at("rule") == "weak-passphrase");
    CHECK_FALSE(fs::exists(plan.folder));
    plan.accountName = "Ada Admin!";
    CHECK(app::createAuthority(plan, environment).error().facts.at("field") == "accountName");
    plan.accountName = "admin";

    fs::create_directories(plan.folder);
    overwrite(plan.folder / "somebody's letter.txt", "kept");
    plan.passphrase = Secret(kPassphrase);
    const auto occupied = app::createAuthority(plan, environment);
    REQUIRE_FALSE(occupied);
    CHECK(occupied.error().facts.at("rule") == "not-empty");
    CHECK(contents(plan.folder).size() == 1);
}
