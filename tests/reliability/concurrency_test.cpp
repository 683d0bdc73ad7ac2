#include <catch2/catch.hpp>
#include <chrono>

#include "storage/engine/database.h"
#include "storage/keys/key_file.h"
#include "storage/records/child_repository.h"
#include "storage/trail/audit_chain.h"
#include "tests/reliability/other_process.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

namespace {

constexpr int kEditsEach = 500;
constexpr std::chrono::minutes kLongWait{2};
constexpr int kFirstError = 10;  ///< exit codes from here are error codes
const ChildId kChild{"child"};

struct Authority {
    std::filesystem::path folder;
    Secret key = Secret("0123456789abcdef0123456789abcdef");
    Secret chainKey = derivedKey(key, "auditlog");

    Result<std::unique_ptr<Database>> open() const
    {
        return Database::open(folder / "authority.db", key, folder / "backups");
    }
    std::filesystem::path headFile() const { return folder / "audit.head"; }
};

Result<Child> readChild(Database& database)
{
    return database.read<Child>("read child", [](Transaction& t) -> Result<Child> {
        return ChildRepository(t).find(kChild).value();
    });
}

/// Counts one up on what was seen, as an editor that was open for a while.
Result<ChainHead> saveOneMore(Database& database, const Authority& authority, Child seen)
{
    const Stamp stamp{Timestamp{1'700'000'000'000}, AccountId{"account"}};
    const int count = std::stoi(seen.preferredName) + 1;
    seen.preferredName = std::to_string(count);
    return database.write<ChainHead>("save child", [&](Transaction& t) -> Result<ChainHead> {
        if (!ChildRepository(t).update(seen, stamp))
            return Error{ErrorCode::EditConflict, "save child", {}};
        AuditChain chain(t, authority.chainKey);
        chain.append({"edit child", "child", kChild.value, kChild, {}, {{"n", seen.preferredName}}},
                     stamp);
        return chain.head();
    });
}

/// Sends "read", waits for the word to go on, then edits until it has won kEditsEach times.
/// Sends the number of conflicts it was told of.
int edit(const Authority& authority, const NumberChannel& channel)
{
    const auto opened = authority.open();
    if (!opened)
        return 1;
    // On a busy machine one may have to wait long; that is not what is asked here.
    (*opened)->setWaiting([](std::chrono::milliseconds waited) { return waited < kLongWait; });
    Result<Child> seen = readChild(**opened);
    if (!seen)
        return 2;
    channel.send(0);
    (void)channel.receive();
    int conflicts = 0;
    for (int won = 0; won < kEditsEach;) {
        const Result<ChainHead> saved = saveOneMore(**opened, authority, *seen);
        if (saved) {
            ++won;
            if (!HeadFile::advance(authority.headFile(), {}, *saved, authority.chainKey))
                return 3;
        } else if (saved.error().code == ErrorCode::EditConflict) {
            ++conflicts;
        } else {
            return kFirstError + static_cast<int>(saved.error().code);
        }
        seen = readChild(**opened);
        if (!seen)
            return 5;
    }
    channel.send(conflicts);
    return 0;
}

}  // namespace

TEST_CASE("two programs that edit one record lose no update and the loser is told", "[reliability]")
{
    const TemporaryFolder folder;
    const Authority authority{folder.path()};
    {
        const auto made = Database::create(folder.path() / "authority.db", authority.key);
        REQUIRE(made.ok());
        REQUIRE(HeadFile::replace(authority.headFile(), {}, authority.chainKey).ok());
        const auto added = (*made)->write<Done>("add child", [](Transaction& t) -> Result<Done> {
            Child child;
            child.id = kChild;
            child.caseNumber = "1";
            child.preferredName = "0";
            ChildRepository(t).insert(child, {Timestamp{}, AccountId{"account"}});
            return Done{};
        });
        REQUIRE(added.ok());
    }
    const auto work = [&](const NumberChannel& channel) { return edit(authority, channel); };
    OtherProcess first(work);
    OtherProcess second(work);
    // Both have read the same version before either may write, so one of them must lose.
    REQUIRE(first.channel().receive());
    REQUIRE(second.channel().receive());
    first.channel().send(1);
    second.channel().send(1);
    const std::optional<std::int64_t> firstConflicts = first.channel().receive();
    const std::optional<std::int64_t> secondConflicts = second.channel().receive();
    CHECK(first.exitCode() == 0);
    CHECK(second.exitCode() == 0);
    REQUIRE((firstConflicts && secondConflicts));
    CHECK(*firstConflicts + *secondConflicts >= 1);

    const auto opened = authority.open();
    REQUIRE(opened.ok());
    const Result<Child> child = readChild(**opened);
    REQUIRE(child.ok());
    CHECK(child->preferredName == std::to_string(2 * kEditsEach));
    CHECK(child->rowVersion == 1 + 2 * kEditsEach);
    const auto head = HeadFile::read(authority.headFile(), authority.chainKey);
    REQUIRE(head.ok());
    REQUIRE(head->has_value());
    CHECK((*head)->sequence == 2 * kEditsEach);
    const auto report = (*opened)->read<ChainReport>("verify", [&](Transaction& t) {
        return verifyChain(t, authority.chainKey, *head, RunControl{});
    });
    REQUIRE(report.ok());
    CHECK_FALSE(report->problem);
    CHECK(report->rows == 2 * kEditsEach);
}

TEST_CASE("two programs that open a new store at the same time both can write", "[reliability]")
{
    const TemporaryFolder folder;
    const Authority authority{folder.path()};
    REQUIRE(Database::create(folder.path() / "authority.db", authority.key).ok());
    const auto addChild = [&](const char* id) {
        return [&authority, id](const NumberChannel& channel) {
            (void)channel.receive();
            const auto opened = authority.open();
            if (!opened)
                return 1;
            const auto added = (*opened)->write<Done>("add", [&](Transaction& t) -> Result<Done> {
                Child child;
                child.id = ChildId{id};
                child.caseNumber = id;
                ChildRepository(t).insert(child, {Timestamp{}, AccountId{"account"}});
                return Done{};
            });
            return added.ok() ? 0 : 2;
        };
    };
    for (int round = 0; round < 10; ++round) {
        const std::string a = "a" + std::to_string(round);
        const std::string b = "b" + std::to_string(round);
        OtherProcess first(addChild(a.c_str()));
        OtherProcess second(addChild(b.c_str()));
        first.channel().send(1);
        second.channel().send(1);
        CHECK(first.exitCode() == 0);
        CHECK(second.exitCode() == 0);
    }
    const auto opened = authority.open();
    REQUIRE(opened.ok());
    const auto children = (*opened)->read<std::size_t>("count", [](Transaction& t) {
        return Result<std::size_t>(ChildRepository(t).all().size());
    });
    REQUIRE(children.ok());
    CHECK(*children == 20);
}
