#include "storage/records/reference_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

TEST_CASE("accounts are listed active first, then by name", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    Account left = account("account-1", "a.left");
    left.active = false;
    left.role = Role::Administrator;
    const Account b = account("account-2", "b.here");
    const Account c = account("account-3", "c.here");
    store.write([&](Transaction& t) {
        for (const Account& each : {c, left, b})
            AccountRepository(t).insert(each, stamp());
    });
    CHECK(store.read([](Transaction& t) { return AccountRepository(t).all(); }) ==
          std::vector<Account>{b, c, left});
    CHECK(store.read([&](Transaction& t) { return AccountRepository(t).find(left.id); }) == left);
    CHECK(store.read([](Transaction& t) { return AccountRepository(t).findByName("b.here"); }) ==
          b);
    CHECK_FALSE(store.read([](Transaction& t) { return AccountRepository(t).findByName("none"); }));
}

TEST_CASE("an account can be edited once per version seen", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    Account edited = account();
    store.write([&](Transaction& t) { AccountRepository(t).insert(edited, stamp()); });
    edited.role = Role::Manager;
    edited.active = false;
    store.write([&](Transaction& t) {
        CHECK(AccountRepository(t).update(edited, stamp()));
        CHECK_FALSE(AccountRepository(t).update(account(), stamp()));
    });
    edited.rowVersion = 2;
    CHECK(store.read([&](Transaction& t) { return AccountRepository(t).find(edited.id); }) ==
          edited);
}

TEST_CASE("two accounts cannot have one name", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    store.write([](Transaction& t) { AccountRepository(t).insert(account("account-1"), stamp()); });
    const Result<Done> result =
        store.database().write<Done>("add account", [](Transaction& t) -> Result<Done> {
            AccountRepository(t).insert(account("account-2"), stamp());
            return Done{};
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::EditConflict);
}

TEST_CASE("framework versions live side by side, newest first", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    StoredFramework older = framework("framework-2", "1.0");
    StoredFramework newer = framework("framework-1", "1.1");
    newer.loadedAt.msSinceEpoch += 1;
    newer.body = "{\"quote\": \"it's\"}";
    store.write([&](Transaction& t) {
        FrameworkRepository(t).insert(newer);
        FrameworkRepository(t).insert(older);
    });
    const auto all = store.read([](Transaction& t) { return FrameworkRepository(t).all(); });
    REQUIRE(all.size() == 2);
    CHECK(all[0].version == "1.1");
    CHECK(all[1].version == "1.0");
    const auto found =
        store.read([&](Transaction& t) { return FrameworkRepository(t).find(newer.id); });
    REQUIRE(found);
    CHECK(found->key == newer.key);
    CHECK(found->title == newer.title);
    CHECK(found->body == newer.body);
    CHECK(found->loadedAt == newer.loadedAt);
    CHECK(found->loadedBy == newer.loadedBy);
    CHECK_FALSE(store.read(
        [](Transaction& t) { return FrameworkRepository(t).find(FrameworkVersionId{"none"}); }));
}

TEST_CASE("a policy is found by its version", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    store.write([](Transaction& t) { PolicyRepository(t).insert("1.0", "{}", Timestamp{1}); });
    CHECK(store.read([](Transaction& t) { return PolicyRepository(t).body("1.0"); }) == "{}");
    CHECK_FALSE(store.read([](Transaction& t) { return PolicyRepository(t).body("2.0"); }));
}

TEST_CASE("a named setting holds its last value", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    store.write([](Transaction& t) {
        StoreInfo(t).set("current-policy", "1.0");
        StoreInfo(t).set("current-policy", "1.1");
    });
    CHECK(store.read([](Transaction& t) { return StoreInfo(t).value("current-policy"); }) == "1.1");
    CHECK_FALSE(store.read([](Transaction& t) { return StoreInfo(t).value("none"); }));
}
