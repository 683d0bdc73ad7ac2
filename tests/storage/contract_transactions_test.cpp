#include <stdexcept>

#include "storage/records/child_repository.h"
#include "tests/storage/sample_records.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using storage::ChildRepository;
using storage::Transaction;

namespace {

std::size_t childCount(StoreUnderTest& store)
{
    return store.read([](Transaction& t) { return ChildRepository(t).all(); }).size();
}

}  // namespace

TEST_CASE("a refused step rolls back the whole transaction", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<int> result =
        store.database().write<int>("save", [](Transaction& t) -> Result<int> {
            ChildRepository(t).insert(plainChild(), stamp());
            return Error{ErrorCode::EditConflict, "seen too long ago", {}};
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::EditConflict);
    CHECK(childCount(store) == 0);
}

TEST_CASE("a throw rolls back the whole transaction and becomes Internal", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<int> result =
        store.database().write<int>("save", [](Transaction& t) -> Result<int> {
            ChildRepository(t).insert(plainChild(), stamp());
            throw std::runtime_error("names the child");
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::Internal);
    CHECK(result.error().detail.find("names") == std::string::npos);
    CHECK(childCount(store) == 0);
}

TEST_CASE("a failing statement rolls back the statements before it", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<Done> result =
        store.database().write<Done>("save", [](Transaction& t) -> Result<Done> {
            ChildRepository(t).insertMany({plainChild("a"), plainChild("b"), plainChild("a")},
                                          stamp());
            return Done{};
        });
    REQUIRE_FALSE(result.ok());
    CHECK(childCount(store) == 0);
}

TEST_CASE("a failed insert leaves no bound value in the error", "[storage][privacy]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Child child = fullChild();
    store.write([&](Transaction& t) { ChildRepository(t).insert(child, stamp()); });
    const Result<Done> result =
        store.database().write<Done>("add child", [&](Transaction& t) -> Result<Done> {
            ChildRepository(t).insert(child, stamp());
            return Done{};
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::EditConflict);
    CHECK(result.error().detail.starts_with("add child: "));
    CHECK(result.error().facts.empty());
    for (const std::string& value : {child.id.value, child.caseNumber, child.givenName,
                                     child.familyName, child.upn, child.birthDate.toIso()}) {
        INFO(value);
        CHECK(result.error().detail.find(value) == std::string::npos);
    }
}

TEST_CASE("a read cannot write", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<Done> result =
        store.database().read<Done>("look", [](Transaction& t) -> Result<Done> {
            ChildRepository(t).insert(plainChild(), stamp());
            return Done{};
        });
    CHECK_FALSE(result.ok());
    CHECK(childCount(store) == 0);
    store.write([](Transaction& t) { ChildRepository(t).insert(plainChild(), stamp()); });
    CHECK(childCount(store) == 1);
}

TEST_CASE("what a transaction gives is handed on", "[storage]")
{
    StoreUnderTest store(GENERATE(from_range(engines())));
    const Result<std::string> result = store.database().write<std::string>(
        "answer", [](Transaction&) -> Result<std::string> { return std::string("done"); });
    REQUIRE(result.ok());
    CHECK(*result == "done");
}
