#include "storage/records/care_repository.h"
#include "storage/records/child_repository.h"
#include "storage/records/home_repository.h"
#include "storage/records/search_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

namespace {

void addSearched(StoreUnderTest& store)
{
    store.write([](Transaction& t) {
        FrameworkRepository(t).insert(framework());
        PolicyRepository(t).insert("1.0", "{}", Timestamp{1});
        ChildRepository(t).insert(plainChild("a"), stamp());
        HomeRepository(t).insertMany({plainHome("home-1"), plainHome("home-2")}, stamp());
        CareRepository(t).insert(placement("placement-1", ChildId{"a"}, "2025-01-01"), stamp());
    });
}

StoredSearch search(const std::string& id)
{
    StoredSearch made;
    made.id.value = id;
    made.child.value = "a";
    made.neededOn = day("2025-01-01");
    made.policyVersion = "1.0";
    made.framework.value = "framework-1";
    made.shown = "{}";
    made.openedAt = Timestamp{1};
    made.openedBy.value = "account-1";
    return made;
}

StoredDecision decision(const std::string& id, const std::string& searchId)
{
    StoredDecision made;
    made.id.value = id;
    made.search.value = searchId;
    made.home.value = "home-1";
    made.rank = 2;
    made.placement.value = "placement-1";
    made.reason = "Near school";
    made.decidedAt = Timestamp{5};
    made.decidedBy.value = "account-1";
    return made;
}

HouseholdVersion version(const std::string& home, int homeVersion, const std::string& skills)
{
    HouseholdVersion made;
    made.home.value = home;
    made.homeVersion = homeVersion;
    made.skills.value = skills;
    made.name = "Ärmel \"household\"";
    made.reference = "H1";
    made.kind = HomeKind::ChildrensHome;
    made.providerName = "Northside";
    made.ownService = false;
    made.postcode = "S1 2AB";
    made.weeklyCostPence = 91'250;
    return made;
}

}  // namespace

TEST_CASE("a search is kept with all it rests on and the list as it was shown", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addSearched(store);
    StoredSearch full = search("search-1");
    full.placementType = PlacementType::LongTerm;
    full.maxMiles = 12.5;
    full.placement.value = "placement-1";
    full.placementVersion = 3;
    full.lookedAt = 20;
    full.candidates = 7;
    full.nearMisses = 2;
    full.milliseconds = 0.1 + 0.2;
    full.shown = std::string(300'000, 'x') + "\xc3\xa4";
    store.write([&](Transaction& t) { SearchRepository(t).insert(full); });

    const auto found =
        store.read([](Transaction& t) { return SearchRepository(t).find(SearchId{"search-1"}); });
    REQUIRE(found);
    CHECK(found->child == full.child);
    CHECK(found->neededOn == full.neededOn);
    CHECK(found->placementType == PlacementType::LongTerm);
    CHECK(found->maxMiles == 12.5);
    CHECK(found->policyVersion == "1.0");
    CHECK(found->framework == full.framework);
    CHECK_FALSE(found->assessment);
    CHECK(found->placement == full.placement);
    CHECK(found->placementVersion == 3);
    CHECK(found->lookedAt == 20);
    CHECK(found->candidates == 7);
    CHECK(found->nearMisses == 2);
    CHECK(found->milliseconds == 0.1 + 0.2);
    CHECK(found->shown == full.shown);
    CHECK(found->openedAt == Timestamp{1});
    CHECK(found->openedBy == full.openedBy);
    CHECK_FALSE(store.read([](Transaction& t) { return SearchRepository(t).find(SearchId{"b"}); }));
}

TEST_CASE("searches of a child come newest first, and the newest of one person is found",
          "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addSearched(store);
    StoredSearch later = search("search-1");
    later.openedAt = Timestamp{9};
    StoredSearch other = search("search-3");
    other.openedAt = Timestamp{10};
    other.openedBy.value = "account-2";
    store.write([&](Transaction& t) {
        SearchRepository searches(t);
        searches.insert(later);
        searches.insert(search("search-2"));
        searches.insert(other);
    });
    store.read([](Transaction& t) {
        SearchRepository searches(t);
        const auto all = searches.ofChild(ChildId{"a"});
        REQUIRE(all.size() == 3);
        CHECK(all[0].id.value == "search-3");
        CHECK(all[1].id.value == "search-1");
        CHECK(all[2].id.value == "search-2");
        CHECK(all[0].shown.empty());
        CHECK(searches.newestOf(ChildId{"a"}, AccountId{"account-1"})->id.value == "search-1");
        CHECK_FALSE(searches.newestOf(ChildId{"a"}, AccountId{"account-3"}));
        CHECK(searches.ofChild(ChildId{"b"}).empty());
        return 0;
    });
}

TEST_CASE("a household is written once for each version of its record and its skills", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addSearched(store);
    std::vector<HouseholdVersion> first{version("home-1", 1, ""), version("home-2", 1, "")};
    std::vector<HouseholdVersion> again{version("home-1", 1, ""), version("home-1", 1, "skills"),
                                        version("home-1", 2, "skills")};
    store.write([&](Transaction& t) {
        SearchRepository(t).number(first);
        SearchRepository(t).number(again);
    });
    CHECK(first[0].number == 1);
    CHECK(first[1].number == 2);
    CHECK(again[0].number == 1);
    CHECK(again[1].number == 3);
    CHECK(again[2].number == 4);
    store.read([](Transaction& t) {
        const auto between = SearchRepository(t).versions(2, 3);
        REQUIRE(between.size() == 2);
        CHECK(between[0].home.value == "home-2");
        const HouseholdVersion& read = between[1];
        CHECK(read.number == 3);
        CHECK(read.homeVersion == 1);
        CHECK(read.skills.value == "skills");
        CHECK(read.name == "Ärmel \"household\"");
        CHECK(read.reference == "H1");
        CHECK(read.kind == HomeKind::ChildrensHome);
        CHECK(read.providerName == "Northside");
        CHECK_FALSE(read.ownService);
        CHECK(read.postcode == "S1 2AB");
        CHECK(read.weeklyCostPence == 91'250);
        // Those of earlier records are known by their numbers only.
        CHECK(SearchRepository(t).presentVersions().size() == 3);
        return 0;
    });
}

TEST_CASE("decisions of a child say who decided what, why and when", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addSearched(store);
    StoredDecision waived = decision("decision-1", "search-2");
    waived.waivedLimit = "distance";
    waived.waiverReason = "Sibling there";
    waived.decidedAt = Timestamp{9};
    store.write([&](Transaction& t) {
        SearchRepository searches(t);
        searches.insert(search("search-1"));
        searches.insert(search("search-2"));
        searches.insert(waived);
        searches.insert(decision("decision-2", "search-1"));
    });
    const auto decisions =
        store.read([](Transaction& t) { return SearchRepository(t).decisionsOf(ChildId{"a"}); });
    REQUIRE(decisions.size() == 2);
    CHECK(decisions[0].id.value == "decision-2");
    CHECK(decisions[0].waivedLimit == std::nullopt);
    CHECK(decisions[1].search.value == "search-2");
    CHECK(decisions[1].home.value == "home-1");
    CHECK(decisions[1].placement.value == "placement-1");
    CHECK(decisions[1].rank == 2);
    CHECK(decisions[1].reason == "Near school");
    CHECK(decisions[1].waivedLimit == "distance");
    CHECK(decisions[1].waiverReason == "Sibling there");
    CHECK(decisions[1].decidedAt == Timestamp{9});
    CHECK(decisions[1].decidedBy.value == "account-1");
    CHECK(store.read([](Transaction& t) { return SearchRepository(t).decisionsOf(ChildId{"b"}); })
              .empty());
}

TEST_CASE("a placement that a decision points at cannot be removed", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addSearched(store);
    store.write([&](Transaction& t) {
        SearchRepository(t).insert(search("search-1"));
        SearchRepository(t).insert(decision("decision-1", "search-1"));
    });
    const Result<Done> removed =
        store.database().write<Done>("remove placement", [](Transaction& t) -> Result<Done> {
            CareRepository(t).remove(PlacementId{"placement-1"});
            return Done{};
        });
    CHECK_FALSE(removed.ok());
    CHECK(store.read([](Transaction& t) {
        return CareRepository(t).findPlacement(PlacementId{"placement-1"});
    }));
}
