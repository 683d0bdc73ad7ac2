#include <catch2/catch.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "storage/engine/database.h"
#include "storage/keys/key_file.h"
#include "storage/records/child_repository.h"
#include "storage/records/reference_repository.h"
#include "storage/trail/audit_chain.h"
#include "tests/reliability/other_process.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;

namespace {

/// HOMEWARD_ROUNDS=5 gives the thousand that are reported.
int kills()
{
    const char* const factor = std::getenv("HOMEWARD_ROUNDS");
    return 200 * (factor ? std::max(1, std::atoi(factor)) : 1);
}

constexpr std::uint32_t kSeed = 20'260'331;

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

/// Adds `count` children with an audit row each and counts the transaction; all or nothing.
std::optional<ChainHead> addChildren(Database& database, const Authority& authority, int count,
                                     std::int64_t transactionNumber)
{
    const Stamp stamp{Timestamp{1'700'000'000'000}, AccountId{"account"}};
    Result<ChainHead> written = database.write<ChainHead>("add children", [&](Transaction& t) {
        AuditChain chain(t, authority.chainKey);
        std::vector<Child> children;
        std::vector<AuditEntry> entries;
        for (int i = 0; i < count; ++i) {
            Child child;
            child.id = ChildId{std::to_string(transactionNumber) + "/" + std::to_string(i)};
            child.caseNumber = child.id.value;
            child.aboutMe.whatMattersToMe = std::string(200, 'x');
            entries.push_back({"add child", "child", child.id.value, child.id, {}, {}});
            children.push_back(std::move(child));
        }
        ChildRepository(t).insertMany(children, stamp);
        chain.append(entries, stamp);
        StoreInfo(t).set("transactions", std::to_string(transactionNumber));
        return Result<ChainHead>(chain.head());
    });
    return written.ok() ? std::optional(*written) : std::nullopt;
}

std::int64_t transactionsIn(Database& database)
{
    const auto stored = database.read<std::int64_t>("count", [](Transaction& t) {
        return Result<std::int64_t>(std::stoll(StoreInfo(t).value("transactions").value_or("0")));
    });
    return stored.ok() ? *stored : -1;
}

/// Writes until it is killed; sends the number of each transaction once it is committed.
int writeForEver(const Authority& authority, std::uint32_t seed, const NumberChannel& channel)
{
    const auto opened = authority.open();
    if (!opened)
        return 1;
    std::mt19937 random(seed);
    for (std::int64_t number = transactionsIn(**opened) + 1;; ++number) {
        const int count = 1 + static_cast<int>(random() % 4);
        const std::optional<ChainHead> head = addChildren(**opened, authority, count, number);
        if (!head)
            return 2;
        channel.send(number);
        if (!HeadFile::advance(authority.headFile(), {}, *head, authority.chainKey))
            return 3;
    }
}

/// How many transactions are there: no fewer than were reported, and at most the one more whose
/// report the kill cut short.
std::int64_t checkEverythingIsThere(const Authority& authority, std::int64_t lastReported)
{
    const auto opened = authority.open();
    REQUIRE(opened.ok());
    Database& database = **opened;
    CHECK(database.checkIntegrity().ok());
    const std::int64_t transactions = transactionsIn(database);
    CHECK(transactions >= lastReported);
    CHECK(transactions <= lastReported + 1);

    const auto head = HeadFile::read(authority.headFile(), authority.chainKey);
    REQUIRE(head.ok());
    const auto children = database.read<std::size_t>("count", [](Transaction& t) {
        return Result<std::size_t>(ChildRepository(t).all().size());
    });
    const auto report = database.read<ChainReport>("verify", [&](Transaction& t) {
        return verifyChain(t, authority.chainKey, *head, RunControl{});
    });
    REQUIRE(report.ok());
    CHECK_FALSE(report->problem);
    CHECK(report->rows == static_cast<std::int64_t>(*children));
    return transactions;
}

}  // namespace

TEST_CASE("a program killed at any moment of writing loses nothing it had committed",
          "[reliability]")
{
    const TemporaryFolder folder;
    const Authority authority{folder.path()};
    {
        const auto made = Database::create(folder.path() / "authority.db", authority.key);
        REQUIRE(made.ok());
        REQUIRE(HeadFile::replace(authority.headFile(), {}, authority.chainKey).ok());
        const auto head = addChildren(**made, authority, 1, 1);
        REQUIRE(head);
        REQUIRE(HeadFile::advance(authority.headFile(), {}, *head, authority.chainKey).ok());
    }
    std::mt19937 random(kSeed);
    std::int64_t lastReported = 1;
    for (int round = 0; round < kills(); ++round) {
        INFO("round " << round << " with seed " << kSeed);
        const std::uint32_t childSeed = random();
        OtherProcess writer([&](const NumberChannel& channel) {
            return writeForEver(authority, childSeed, channel);
        });
        // Some die while opening, most somewhere in or between transactions.
        for (std::uint32_t reports = random() % 8; reports > 0; --reports) {
            const std::optional<std::int64_t> number = writer.channel().receive();
            REQUIRE(number);
            lastReported = *number;
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 15'000));
        writer.kill();
        while (const std::optional<std::int64_t> number = writer.channel().receive())
            lastReported = *number;
        // The next writer goes on from what is there, reported or not.
        lastReported = checkEverythingIsThere(authority, lastReported);
    }
    CHECK(lastReported > kills());
}
