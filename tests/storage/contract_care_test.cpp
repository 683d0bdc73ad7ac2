#include "storage/records/care_repository.h"
#include "storage/records/child_repository.h"
#include "storage/records/home_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using storage::CareRepository;
using storage::Transaction;

namespace {

void addChildrenAndHome(StoreUnderTest& store)
{
    store.write([](Transaction& t) {
        storage::ChildRepository(t).insertMany({plainChild("a"), plainChild("b")}, stamp());
        storage::HomeRepository(t).insert(plainHome("home-1"), stamp());
    });
}

/// Every optional field filled in one record of each kind, empty in the other; in order of start.
CareHistory historyOf(const std::string& child)
{
    const ChildId id{child};
    CarePeriod ended = carePeriod(child + " period 1", id, "2020-01-01");
    ended.endsOn = day("2020-06-01");
    ended.endCode = "E4A";
    LegalStatus left = legalStatus(child + " status 1", id, "2020-01-01");
    left.endsOn = day("2020-06-01");
    left.needCode = "N2";
    left.startReason = "S";
    left.changeReason = "CARPL";
    left.homePostcode = "ZZ9 9ZZ";
    Placement moved = placement(child + " placement 1", id, "2020-01-01");
    moved.home = HomeId{"home-1"};
    moved.endsOn = day("2020-06-01");
    moved.providerCode = "PR4";
    moved.providerNumber = "SC012345";
    moved.placePostcode = "ZZ1 1ZZ";
    moved.homePostcode = "ZZ2 2ZZ";
    moved.startReason = "S";
    moved.changeReason = "ALLEG";
    moved.weeklyCostPence = 0;
    return {{ended, carePeriod(child + " period 2", id, "2021-03-04")},
            {left, legalStatus(child + " status 2", id, "2021-03-04")},
            {moved, placement(child + " placement 2", id, "2021-03-04")}};
}

CareHistory stored(StoreUnderTest& store, const char* child)
{
    return store.read([&](Transaction& t) { return CareRepository(t).historyOf(ChildId{child}); });
}

}  // namespace

TEST_CASE("a care history is read back exactly as it was written", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    const CareHistory a = historyOf("a");
    const CareHistory b = historyOf("b");
    SECTION("record by record")
    {
        store.write([&](Transaction& t) {
            CareRepository care(t);
            for (const CareHistory& history : {a, b}) {
                for (const CarePeriod& period : history.periods)
                    care.insert(period, stamp());
                for (const LegalStatus& status : history.legalStatuses)
                    care.insert(status, stamp());
                for (const Placement& placed : history.placements)
                    care.insert(placed, stamp());
            }
        });
    }
    SECTION("many at once")
    {
        store.write([&](Transaction& t) { CareRepository(t).insertMany({a, b}, stamp()); });
    }
    CHECK(stored(store, "a") == a);
    CHECK(stored(store, "b") == b);
    const auto all = store.read([](Transaction& t) { return CareRepository(t).allHistories(); });
    CHECK(all == std::map<ChildId, CareHistory>{{ChildId{"a"}, a}, {ChildId{"b"}, b}});
    CHECK(store.read([&](Transaction& t) {
        return CareRepository(t).findPlacement(a.placements[1].id);
    }) == a.placements[1]);
    CHECK_FALSE(store.read(
        [&](Transaction& t) { return CareRepository(t).findPlacement(PlacementId{"none"}); }));
}

TEST_CASE("a history is in order of start, however it was written", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    store.write([&](Transaction& t) {
        CareRepository(t).insert(placement("1 late", ChildId{"a"}, "2022-01-01"), stamp());
        CareRepository(t).insert(placement("2 early", ChildId{"a"}, "2021-01-01"), stamp());
    });
    const CareHistory history = stored(store, "a");
    REQUIRE(history.placements.size() == 2);
    CHECK(history.placements[0].id.value == "2 early");
    CHECK(history.placements[1].id.value == "1 late");
}

TEST_CASE("a placement holds on its first day and not on the day it ends", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    store.write([&](Transaction& t) { CareRepository(t).insertMany({historyOf("a")}, stamp()); });
    const auto [on, expected] = GENERATE(table<const char*, std::size_t>({{"2019-12-31", 0},
                                                                          {"2020-01-01", 1},
                                                                          {"2020-05-31", 1},
                                                                          {"2020-06-01", 0},
                                                                          {"2021-03-04", 1},
                                                                          {"2030-01-01", 1}}));
    const Date asked = day(on);
    INFO(on);
    CHECK(
        store.read([&](Transaction& t) { return CareRepository(t).placementsOn(asked); }).size() ==
        expected);
}

TEST_CASE("placements in a home are those of all times that name it", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    const CareHistory a = historyOf("a");
    const CareHistory b = historyOf("b");
    store.write([&](Transaction& t) { CareRepository(t).insertMany({b, a}, stamp()); });
    CHECK(store.read([](Transaction& t) {
        return CareRepository(t).placementsIn(HomeId{"home-1"});
    }) == std::vector<Placement>{a.placements[0], b.placements[0]});
    CHECK(
        store.read([](Transaction& t) { return CareRepository(t).allPlacements(); }) ==
        std::vector<Placement>{a.placements[0], a.placements[1], b.placements[0], b.placements[1]});
}

TEST_CASE("each care record can be edited once per version seen", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    CareHistory history = historyOf("a");
    store.write([&](Transaction& t) { CareRepository(t).insertMany({history}, stamp()); });
    CarePeriod period = history.periods[1];
    period.endsOn = day("2022-01-01");
    LegalStatus status = history.legalStatuses[1];
    status.homePostcode = "ZZ3 3ZZ";
    Placement placed = history.placements[0];
    placed.home.reset();
    placed.weeklyCostPence.reset();
    const auto editAll = [&](bool expected) {
        store.write([&](Transaction& t) {
            CHECK(CareRepository(t).update(period, stamp()) == expected);
            CHECK(CareRepository(t).update(status, stamp()) == expected);
            CHECK(CareRepository(t).update(placed, stamp()) == expected);
        });
    };
    editAll(true);
    editAll(false);

    period.rowVersion = status.rowVersion = placed.rowVersion = 2;
    history.periods[1] = period;
    history.legalStatuses[1] = status;
    history.placements[0] = placed;
    CHECK(stored(store, "a") == history);
}

TEST_CASE("care records can be removed", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    CareHistory history = historyOf("a");
    store.write([&](Transaction& t) {
        CareRepository(t).insertMany({history}, stamp());
        CareRepository(t).remove(history.periods[0].id);
        CareRepository(t).remove(history.legalStatuses[0].id);
        CareRepository(t).remove(history.placements[0].id);
    });
    CHECK(stored(store, "a") ==
          CareHistory{{history.periods[1]}, {history.legalStatuses[1]}, {history.placements[1]}});
}

TEST_CASE("a placement of a child that does not exist is refused", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<Done> result =
        store.database().write<Done>("place", [](Transaction& t) -> Result<Done> {
            CareRepository(t).insert(placement("p", ChildId{"nobody"}, "2020-01-01"), stamp());
            return Done{};
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::EditConflict);
}

TEST_CASE("a withdrawn placement stays on record and is in no history or list", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    CareHistory history = historyOf("a");
    Placement withdrawn = history.placements[0];
    withdrawn.withdrawn = Withdrawal::InError;
    withdrawn.withdrawnNote = "Another child.";
    store.write([&](Transaction& t) {
        CareRepository(t).insertMany({history}, stamp());
        CHECK(CareRepository(t).update(withdrawn, stamp()));
    });
    withdrawn.rowVersion = 2;
    history.placements.erase(history.placements.begin());
    CHECK(stored(store, "a") == history);
    store.read([&](Transaction& t) {
        CareRepository care(t);
        CHECK(care.findPlacement(withdrawn.id) == withdrawn);
        CHECK(care.withdrawnOf(ChildId{"a"}) == std::vector<Placement>{withdrawn});
        CHECK(care.allHistories()[ChildId{"a"}] == history);
        CHECK(care.allPlacements() == history.placements);
        CHECK(care.placementsOn(day("2020-03-01")).empty());
        CHECK(care.placementsIn(HomeId{"home-1"}).empty());
        return 0;
    });
}

TEST_CASE("days that were put right are kept by child", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    addChildrenAndHome(store);
    const DecidedDays days{DecidedDaysId{"d"}, ChildId{"a"}, day("2024-05-01"), day("2024-05-03")};
    store.write([&](Transaction& t) { CareRepository(t).insert(days); });
    const auto all = store.read([](Transaction& t) { return CareRepository(t).allDecidedDays(); });
    REQUIRE(all.size() == 1);
    CHECK(all.at(ChildId{"a"}) == std::vector<DecidedDays>{days});
}
