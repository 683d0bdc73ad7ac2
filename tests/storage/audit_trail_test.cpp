#include "tests/storage/audited_store.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

TEST_CASE("the trail gives back what was appended, newest first", "[storage][audit]")
{
    AuditedStore store;
    store.store().write([&](Transaction& t) {
        AuditChain(t, store.chainKey)
            .append({{"place child", "placement", "p1", ChildId{"a"}, {}, {{"home", "h1"}}},
                     {"edit home", "home", "h1", {}, {{"note", "\"old\", 'n'"}}, {{"note", ""}}},
                     {"edit child", "child", "a", ChildId{"a"}, {}, {}}},
                    stamp());
    });
    const auto newest =
        store.store().read([&](Transaction& t) { return AuditChain(t, store.chainKey).newest(2); });
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].sequence == 3);
    CHECK(newest[1].sequence == 2);
    CHECK(newest[1].at == stamp().at);
    CHECK(newest[1].account == stamp().by);
    CHECK(newest[1].entry.useCase == "edit home");
    CHECK(newest[1].entry.child.isEmpty());
    CHECK(newest[1].entry.before == std::map<std::string, std::string>{{"note", "\"old\", 'n'"}});
    CHECK(newest[1].entry.after == std::map<std::string, std::string>{{"note", ""}});

    const auto ofChild = store.store().read(
        [&](Transaction& t) { return AuditChain(t, store.chainKey).ofChild(ChildId{"a"}, 10); });
    REQUIRE(ofChild.size() == 2);
    CHECK(ofChild[0].entry.entity == "child");
    CHECK(ofChild[1].entry.after.at("home") == "h1");
    const auto ofHome = store.store().read(
        [&](Transaction& t) { return AuditChain(t, store.chainKey).ofEntity("home", "h1", 10); });
    REQUIRE(ofHome.size() == 1);
    CHECK(ofHome[0].sequence == 2);
}

TEST_CASE("an untouched trail verifies with its head, also when the head lags", "[storage][audit]")
{
    AuditedStore store(3);
    const ChainHead lagging = store.head();
    store.append(600);
    for (const ChainHead& head : {lagging, store.head(), ChainHead{}}) {
        const ChainReport report = store.verify(head);
        CHECK(report.rows == 603);
        CHECK_FALSE(report.problem);
    }
}

TEST_CASE("an empty trail verifies without a head", "[storage][audit]")
{
    AuditedStore store;
    CHECK_FALSE(store.verify(std::nullopt).problem);
    CHECK(store.head().sequence == 0);
}

TEST_CASE("a rolled back change leaves no row in the trail", "[storage][audit]")
{
    AuditedStore store(2);
    const ChainHead before = store.head();
    const Result<Done> refused =
        store.store().database().write<Done>("refused", [&](Transaction& t) -> Result<Done> {
            AuditChain(t, store.chainKey).append({"x", "y", "z", {}, {}, {}}, stamp());
            return Error{ErrorCode::EditConflict, "refused", {}};
        });
    CHECK_FALSE(refused.ok());
    CHECK(store.head().hash == before.hash);
    store.append(1);
    CHECK_FALSE(store.verify(store.head()).problem);
}

TEST_CASE("verifying reports how far it is and can be stopped", "[storage][audit][cancel]")
{
    AuditedStore store(600);
    int reports = 0;
    RunControl control;
    control.report = [&](int, int total) {
        ++reports;
        CHECK(total == 600);
    };
    control.stop = [&] { return reports == 2; };
    const ChainHead head = store.head();
    const Result<ChainReport> report = store.store().database().read<ChainReport>(
        "verify", [&](Transaction& t) { return verifyChain(t, store.chainKey, head, control); });
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == ErrorCode::Cancelled);
    CHECK(reports == 2);
}

TEST_CASE("views of a child are listed newest first", "[storage][audit]")
{
    AuditedStore store;
    store.store().write([](Transaction& t) {
        ViewLog log(t);
        log.append(ChildId{"a"}, {Timestamp{1000}, AccountId{"account-1"}});
        log.append(ChildId{"a"}, {Timestamp{2000}, AccountId{"account-2"}});
        log.append(ChildId{"b"}, {Timestamp{3000}, AccountId{"account-1"}});
    });
    const auto views =
        store.store().read([](Transaction& t) { return ViewLog(t).ofChild(ChildId{"a"}, 10); });
    REQUIRE(views.size() == 2);
    CHECK(views[0].account.value == "account-2");
    CHECK(views[1].at == Timestamp{1000});
}
