#include "storage/records/child_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using storage::ChildRepository;
using storage::Transaction;

TEST_CASE("a child is read back exactly as it was written", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Child child = GENERATE(plainChild(), fullChild());
    store.write([&](Transaction& t) { ChildRepository(t).insert(child, stamp()); });

    CHECK(store.read([&](Transaction& t) { return ChildRepository(t).find(child.id); }) == child);
    CHECK(store.read([&](Transaction& t) {
        return ChildRepository(t).findByCaseNumber(child.caseNumber);
    }) == child);
    CHECK(store.read([](Transaction& t) { return ChildRepository(t).all(); }) ==
          std::vector<Child>{child});
}

TEST_CASE("a child that is not there is an empty answer", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    CHECK_FALSE(
        store.read([](Transaction& t) { return ChildRepository(t).find(ChildId{"none"}); }));
    CHECK_FALSE(
        store.read([](Transaction& t) { return ChildRepository(t).findByCaseNumber("none"); }));
    CHECK(store.read([](Transaction& t) { return ChildRepository(t).all(); }).empty());
}

TEST_CASE("an unanswered question about pets stays unanswered", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    Child asked = plainChild("asked");
    asked.likesPets = GENERATE(true, false);
    const Child notAsked = plainChild("not-asked");
    store.write([&](Transaction& t) { ChildRepository(t).insertMany({asked, notAsked}, stamp()); });

    const auto stored = [&](const Child& child) {
        return store.read([&](Transaction& t) { return *ChildRepository(t).find(child.id); });
    };
    CHECK(stored(asked).likesPets == asked.likesPets);
    CHECK(stored(notAsked).likesPets == std::nullopt);
}

TEST_CASE("an edited child has the next row version", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    store.write([&](Transaction& t) { ChildRepository(t).insert(plainChild(), stamp()); });
    Child edited = fullChild(plainChild().id.value);
    store.write([&](Transaction& t) { CHECK(ChildRepository(t).update(edited, stamp())); });

    edited.rowVersion = 2;
    CHECK(store.read([&](Transaction& t) { return ChildRepository(t).find(edited.id); }) == edited);
}

TEST_CASE("an edit of a child that a colleague changed writes nothing", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Child seen = plainChild();
    store.write([&](Transaction& t) { ChildRepository(t).insert(seen, stamp()); });
    Child first = seen;
    first.preferredName = "First";
    Child second = seen;
    second.preferredName = "Second";
    store.write([&](Transaction& t) { CHECK(ChildRepository(t).update(first, stamp())); });
    store.write([&](Transaction& t) { CHECK_FALSE(ChildRepository(t).update(second, stamp())); });

    const auto stored =
        store.read([&](Transaction& t) { return *ChildRepository(t).find(seen.id); });
    CHECK(stored.preferredName == "First");
    CHECK(stored.rowVersion == 2);
}

TEST_CASE("siblings are linked in both directions, once", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const ChildId a{"a"};
    const ChildId b{"b"};
    const ChildId c{"c"};
    store.write([&](Transaction& t) {
        ChildRepository children(t);
        children.insertMany({plainChild("a"), plainChild("b"), plainChild("c")}, stamp());
        children.linkSiblings(a, b);
        children.linkSiblings(b, a);
        children.linkSiblings(a, c);
    });
    CHECK(store.read([&](Transaction& t) { return ChildRepository(t).siblingsOf(a); }) ==
          std::vector<ChildId>{b, c});
    CHECK(store.read([&](Transaction& t) { return ChildRepository(t).siblingsOf(b); }) ==
          std::vector<ChildId>{a});
    using Links = std::vector<std::pair<ChildId, ChildId>>;
    CHECK(store.read([&](Transaction& t) { return ChildRepository(t).siblingLinks(); }) ==
          Links{{a, b}, {a, c}, {b, a}, {c, a}});
}
