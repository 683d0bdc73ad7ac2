#include "storage/records/home_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using storage::HomeRepository;
using storage::Transaction;

namespace {

void addProvider(StoreUnderTest& store)
{
    store.write([](Transaction& t) {
        HomeRepository(t).insert({ProviderId{"provider-1"}, "Northern Fostering", false});
    });
}

void addFrameworkAndAccount(StoreUnderTest& store)
{
    store.write([](Transaction& t) {
        storage::AccountRepository(t).insert(account(), stamp());
        storage::FrameworkRepository(t).insert(framework());
    });
}

SkillsProfile profile(const std::string& id, const char* home, const char* recordedOn,
                      std::vector<Rating> skills)
{
    return {SkillsProfileId{id}, HomeId{home},           FrameworkVersionId{"framework-1"},
            day(recordedOn),     AccountId{"account-1"}, "O. Grey",
            std::move(skills)};
}

}  // namespace

TEST_CASE("a home is read back exactly as it was written", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addProvider(store);
    const Home home = GENERATE(plainHome(), fullHome());
    store.write([&](Transaction& t) { HomeRepository(t).insert(home, stamp()); });
    CHECK(store.read([&](Transaction& t) { return HomeRepository(t).find(home.id); }) == home);
    CHECK(store.read([&](Transaction& t) {
        return HomeRepository(t).findByReference(home.reference);
    }) == home);
    CHECK_FALSE(store.read([](Transaction& t) { return HomeRepository(t).find(HomeId{"none"}); }));
}

TEST_CASE("homes are listed by name", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addProvider(store);
    store.write([](Transaction& t) {
        HomeRepository(t).insertMany({plainHome(), fullHome()}, stamp());
    });
    CHECK(store.read([](Transaction& t) { return HomeRepository(t).all(); }) ==
          std::vector<Home>{fullHome(), plainHome()});
}

TEST_CASE("a home can be edited once per version seen", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addProvider(store);
    store.write([](Transaction& t) { HomeRepository(t).insert(plainHome("home-2"), stamp()); });
    Home edited = fullHome("home-2");
    edited.reference = "changed";
    store.write([&](Transaction& t) {
        CHECK(HomeRepository(t).update(edited, stamp()));
        CHECK_FALSE(HomeRepository(t).update(plainHome("home-2"), stamp()));
    });
    edited.rowVersion = 2;
    CHECK(store.read([&](Transaction& t) { return HomeRepository(t).find(edited.id); }) == edited);
}

TEST_CASE("providers are listed by name", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addProvider(store);
    store.write([](Transaction& t) {
        HomeRepository(t).insert({ProviderId{"provider-2"}, "Borough service", true});
    });
    const auto providers = store.read([](Transaction& t) { return HomeRepository(t).providers(); });
    REQUIRE(providers.size() == 2);
    CHECK(providers[0].name == "Borough service");
    CHECK(providers[0].ownService);
    CHECK(providers[1].id.value == "provider-1");
    CHECK_FALSE(providers[1].ownService);
}

TEST_CASE("skills profiles keep their order, unknown levels and words", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addFrameworkAndAccount(store);
    const SkillsProfile older = profile("profile-1", "home-1", "2024-05-01", {rating("sleep", 0)});
    const SkillsProfile newer = profile("profile-2", "home-1", "2025-05-01",
                                        {rating("sleep", 4, "settles \"quickly\""),
                                         rating("anger", std::nullopt), rating("apart", 2)});
    const SkillsProfile none = profile("profile-3", "home-3", "2025-05-01", {});
    store.write([&](Transaction& t) {
        HomeRepository homes(t);
        homes.insertMany({plainHome("home-1"), plainHome("home-3")}, stamp());
        homes.insertMany({newer, none}, Timestamp{2000});
        homes.insert(older, Timestamp{9000});
    });
    CHECK(store.read([](Transaction& t) {
        return HomeRepository(t).profilesOf(HomeId{"home-1"});
    }) == std::vector<SkillsProfile>{newer, older});

    using Newest = std::map<HomeId, SkillsProfile>;
    CHECK(store.read([](Transaction& t) { return HomeRepository(t).newestProfiles(true); }) ==
          Newest{{HomeId{"home-1"}, newer}, {HomeId{"home-3"}, none}});
    SkillsProfile wordless = newer;
    for (Rating& skill : wordless.skills)
        skill.evidence = skill.strength = "";
    CHECK(store.read([](Transaction& t) { return HomeRepository(t).newestProfiles(false); }) ==
          Newest{{HomeId{"home-1"}, wordless}, {HomeId{"home-3"}, none}});
}
