#include "app/exchange/postcodes.h"

#include <fstream>

#include "app/care/care.h"
#include "app/care/placements.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

std::filesystem::path fileOf(const AuthorityFixture& fixture, const std::string& text)
{
    const auto file = fixture.temporary.path() / "postcodes.csv";
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

constexpr const char* kOns =
    "pcd,pcds,doterm,oseast1m,osnrth1m,osgrdind\r\n"
    "ZZ1 1AA,ZZ1 1AA,,0610500,0310200,1\r\n"
    "ZZ2 3EG,ZZ2 3EG,202309,,,9\r\n"
    "ZZ15 4HJ,ZZ15 4HJ,,0620100,0305600,1\r\n";
constexpr const char* kCodePoint =
    "\"ZZ1 1AA\",10,610500,310200,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n"
    "\"ZZ154HJ\",10,620100,305600,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n";

std::optional<GridReference> placeOfPostcode(const AuthorityFixture& fixture,
                                             const std::string& written)
{
    return require(app::placeOfPostcode(*fixture.session, written));
}

std::string ruleOf(const Result<app::PostcodesLoaded>& loaded)
{
    return loaded ? "" : loaded.error().facts.at("rule");
}

}  // namespace

TEST_CASE("the directories of ONS and of Ordnance Survey give the same places", "[postcodes]")
{
    for (const char* text : {kOns, kCodePoint}) {
        AuthorityFixture fixture;
        const auto loaded = require(app::loadPostcodes(*fixture.session, {fileOf(fixture, text)}));
        CHECK(loaded.taken == 2);
        CHECK(loaded.withoutPlace == (text == kOns ? 1 : 0));
        CHECK(placeOfPostcode(fixture, "zz11aa") == GridReference{610'500, 310'200});
        CHECK(placeOfPostcode(fixture, "ZZ15 4HJ") == GridReference{620'100, 305'600});
        CHECK_FALSE(placeOfPostcode(fixture, "ZZ2 3EG"));
        CHECK_FALSE(placeOfPostcode(fixture, "ZZ1"));
        const auto directory = require(app::postcodeDirectory(*fixture.session));
        CHECK(directory.postcodes == 2);
        CHECK(directory.source == "postcodes.csv");
        CHECK(directory.loadedOn == day("2026-03-01"));
    }
}

TEST_CASE("a later directory replaces what a postcode was, and keeps the others", "[postcodes]")
{
    AuthorityFixture fixture;
    require(app::loadPostcodes(*fixture.session, {fileOf(fixture, kOns)}));
    require(app::loadPostcodes(*fixture.session,
                               {fileOf(fixture, "pcds,east1m,north1m\nZZ1 1AA,611000,311000\n")}));
    CHECK(placeOfPostcode(fixture, "ZZ1 1AA") == GridReference{611'000, 311'000});
    CHECK(placeOfPostcode(fixture, "ZZ15 4HJ"));
}

TEST_CASE("what is no directory is refused with its reason, and nothing is changed", "[postcodes]")
{
    AuthorityFixture fixture;
    const auto load = [&](const std::string& text) {
        return app::loadPostcodes(*fixture.session, {fileOf(fixture, text)});
    };
    CHECK(ruleOf(load("CHILD,SEX,DOB\n1,1,01/01/2010\n")) == "not-a-directory");
    CHECK(ruleOf(load("pcds,oseast1m,osnrth1m\nZZ2 3EG,,\n")) == "no-postcodes");
    CHECK(require(app::postcodeDirectory(*fixture.session)).postcodes == 0);
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::loadPostcodes(*worker, {fileOf(fixture, kOns)}).error().code ==
          ErrorCode::NotPermitted);
}

TEST_CASE("a postcode is enough for the distance between family and household", "[postcodes]")
{
    AuthorityFixture fixture;
    app::Session& session = *fixture.session;
    Home home = require(app::openHome(session, fixture.addHome("H1"))).home;
    home.postcode = "ZZ15 4HJ";
    require(app::saveHome(session, home));
    const ChildId child = fixture.addChild("100");
    const auto miles = [&]() -> std::optional<double> {
        return require(app::shortlist(session, {child, {}, {}, {}})).list.candidates.at(0).miles;
    };
    Child located = require(app::openChild(session, child)).child;
    located.familyLocation = GridReference{610'500, 310'200};
    require(app::saveChild(session, located));
    CHECK_FALSE(miles());
    require(app::loadPostcodes(session, {fileOf(fixture, kOns)}));
    REQUIRE(miles());
    CHECK(*miles() == Approx(6.6).margin(0.05));  // 9.6 km east, 4.6 km south
    home = require(app::openHome(session, home.id)).home;
    CHECK_FALSE(home.location);  // nobody typed it, and nobody is said to have
}
