#include "storage/care_repository.h"
#include "storage/child_repository.h"
#include "storage/home_repository.h"
#include "storage/search_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

namespace {

void addBackground(StoreUnderTest& store)
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
    return {SearchId{id},
            ChildId{"a"},
            day("2025-01-01"),
            std::nullopt,
            std::nullopt,
            "1.0",
            FrameworkVersionId{"framework-1"},
            std::nullopt};
}

StoredDecision decision(const std::string& id, const std::string& searchId)
{
    return {DecisionId{id},
            SearchId{searchId},
            HomeId{"home-1"},
            PlacementId{"placement-1"},
            "Near school",
            std::nullopt,
            "",
            Timestamp{5},
            AccountId{"account-1"}};
}

}  // namespace

TEST_CASE("a shortlist is kept row by row as it was shown", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    const StoredEntry best{
        HomeId{"home-2"}, false, 87.125, "strong", 0.1 + 0.2, 0.5, SkillsProfileId{"profile-1"},
        "[{\"f\":1}]"};
    const StoredEntry near{HomeId{"home-1"}, true,         0,   "none", std::nullopt,
                           std::nullopt,     std::nullopt, "[]"};
    StoredSearch full = search("search-1");
    full.placementType = "long-term";
    full.maxMiles = 12.5;
    store.write([&](Transaction& t) { SearchRepository(t).insert(full, {best, near}, stamp()); });

    const auto entries = store.read(
        [](Transaction& t) { return SearchRepository(t).entriesOf(SearchId{"search-1"}); });
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].home == best.home);
    CHECK_FALSE(entries[0].nearMiss);
    CHECK(entries[0].score == best.score);
    CHECK(entries[0].band == "strong");
    CHECK(entries[0].needsFit == best.needsFit);
    CHECK(entries[0].practicalFit == best.practicalFit);
    CHECK(entries[0].skills == best.skills);
    CHECK(entries[0].contributions == best.contributions);
    CHECK(entries[1].home == near.home);
    CHECK(entries[1].nearMiss);
    CHECK(entries[1].needsFit == std::nullopt);
    CHECK(entries[1].practicalFit == std::nullopt);
    CHECK(entries[1].skills == std::nullopt);
}

TEST_CASE("decisions of a child say who decided what, why and when", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addBackground(store);
    StoredDecision waived = decision("decision-1", "search-2");
    waived.waivedLimit = "distance";
    waived.waiverReason = "Sibling there";
    waived.decidedAt = Timestamp{9};
    store.write([&](Transaction& t) {
        SearchRepository searches(t);
        searches.insert(search("search-1"), {}, stamp());
        searches.insert(search("search-2"), {}, stamp());
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
    addBackground(store);
    store.write([&](Transaction& t) {
        SearchRepository(t).insert(search("search-1"), {}, stamp());
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
