#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <random>
#include <thread>

#include "app/authority/authority.h"
#include "app/records/children.h"
#include "storage/keys/key_file.h"
#include "support/clock.h"
#include "support/secrets/stack_wipe.h"
#include "tests/reliability/other_process.h"
#include "tests/support/all_rows.h"
#include "tests/support/memory_search.h"
#include "tests/support/temporary_folder.h"

using namespace homeward;
using namespace homeward::test;

namespace {

constexpr Masked kTyped{"quillfeather lantern mosaic"};
constexpr Masked kGivenName{"Zephyrinelle"};
constexpr Masked kFamilyName{"Hollowbarrow-Quist-Amberley"};
constexpr Masked kFoldedName{"hollowbarrow-quist-amberley"};  // as lists are searched
constexpr Masked kFreed{"what is freed must not stay"};

/// What is looked for after somebody worked with an authority.
struct Seeds {
    explicit Seeds(const std::filesystem::path& folder)
        : key(storage::KeyFile::unlock(folder / "keys.json", "admin", kTyped.secret()).value()),
          keyBytes(Needle::of(key)),
          keyHex(Needle::hexOf(key, Needle::Letters::Small)),
          keyCapitalHex(Needle::hexOf(key, Needle::Letters::Capital)),
          chainKey(Needle::of(storage::derivedKey(key, "hwaudit1")))
    {
        key = Secret();
    }

    Secret key;  ///< only while the needles are made
    Needle keyBytes;
    Needle keyHex;
    Needle keyCapitalHex;
    Needle chainKey;
    Needle passphrase = Needle::of(kTyped);
    Needle passphrase16 = Needle::utf16Of(kTyped);
    Needle givenName = Needle::of(kGivenName);
    Needle familyName = Needle::of(kFamilyName);
    Needle foldedName = Needle::of(kFoldedName);
};

/// What a search found, sent to the test by the process that searched itself.
struct Found {
    int keyBytes = 0;
    int keyHex = 0;
    int chainKey = 0;
    int passphrase = 0;
    int names = 0;
};

void searchAndSend(const Seeds& seeds, const NumberChannel& channel)
{
    channel.send(countInMemory(seeds.keyBytes));
    channel.send(countInMemory(seeds.keyHex) + countInMemory(seeds.keyCapitalHex));
    channel.send(countInMemory(seeds.chainKey));
    channel.send(countInMemory(seeds.passphrase) + countInMemory(seeds.passphrase16));
    channel.send(countInMemory(seeds.givenName) + countInMemory(seeds.familyName) +
                 countInMemory(seeds.foldedName));
}

Found receive(const NumberChannel& channel)
{
    Found found;
    for (int* number :
         {&found.keyBytes, &found.keyHex, &found.chainKey, &found.passphrase, &found.names}) {
        const auto sent = channel.receive();
        REQUIRE(sent);
        *number = static_cast<int>(*sent);
    }
    return found;
}

app::Environment environment()
{
    const auto clock = std::make_shared<FixedClock>(*Date::fromYmd(2026, 3, 1));
    return {clock, seededIds(7, clock->now().msSinceEpoch), app::KdfCost::Test};
}

Result<std::unique_ptr<app::Session>> enter(const std::filesystem::path& folder)
{
    return app::signIn(folder, "admin", kTyped.secret(), environment());
}

/// Makes the authority with a child in it, in a process of its own: this one stays clean.
void makeAuthority(const std::filesystem::path& folder)
{
    OtherProcess maker([&](const NumberChannel&) {
        app::NewAuthority plan;
        plan.folder = folder;
        plan.name = "Testshire";
        plan.accountName = "admin";
        plan.personName = "A. Okafor";
        plan.passphrase = kTyped.secret();
        if (!app::createAuthority(plan, environment()))
            return 1;
        const auto session = enter(folder);
        Child child;
        child.caseNumber = "1001";
        child.givenName = kGivenName.text();
        child.familyName = kFamilyName.text();
        child.birthDate = *Date::fromYmd(2014, 5, 1);
        return session && app::addChild(**session, child) ? 0 : 2;
    });
    REQUIRE(maker.exitCode() == 0);
}

/// Lists the children and opens each, as pages do. A call of its own: what it leaves on the stack
/// is dead.
[[gnu::noinline]] bool lookAtChildren(app::Session& session)
{
    const auto children = test::allChildren(session);
    if (!children || children->empty())
        return false;
    for (const app::ChildRow& row : *children)
        if (!app::openChild(session, row.id))
            return false;
    return true;
}

/// The end is what the test waits for: no report of the test framework, no words of the C library.
void dieQuietly()
{
    for (const int fatal : {SIGSEGV, SIGBUS, SIGABRT})
        ::signal(fatal, SIG_DFL);
    ::close(STDERR_FILENO);
}

/// The bytes of kFreed put into `block`.
void fill(void* block)
{
    for (std::size_t i = 0; i < kFreed.size(); ++i)
        static_cast<volatile char*>(block)[i] = kFreed.at(i);
}

void checkNothingLeft(const Found& found)
{
    CHECK(found.keyBytes == 0);
    CHECK(found.keyHex == 0);
    CHECK(found.chainKey == 0);
    CHECK(found.passphrase == 0);
    CHECK(found.names == 0);
}

}  // namespace

TEST_CASE("the search of memory finds what is there", "[memory]")
{
    const Needle needle = Needle::of(kFreed);
    REQUIRE(countInMemory(needle) == 0);
    void* const block = std::malloc(100);
    fill(block);
    CHECK(countInMemory(needle) == 1);
    std::free(block);
}

TEST_CASE("what is freed or moved is overwritten, however it was allocated", "[memory]")
{
    const Needle needle = Needle::of(kFreed);
    REQUIRE(countInMemory(needle) == 0);
    const std::size_t size = GENERATE(40, 300, 5'000, 200'000, 5'000'000);
    INFO(size << " bytes");
    SECTION("malloc")
    {
        void* const block = std::malloc(size);
        fill(block);
        std::free(block);
    }
    SECTION("calloc")
    {
        void* const block = std::calloc(1, size);
        fill(block);
        std::free(block);
    }
    SECTION("aligned_alloc")
    {
        void* const block = std::aligned_alloc(64, (size + 63) / 64 * 64);
        fill(block);
        std::free(block);
    }
    SECTION("new")
    {
        auto* const block = new char[size];
        fill(block);
        delete[] block;
    }
    SECTION("realloc to more")
    {
        void* block = std::malloc(size);
        fill(block);
        void* const inTheWay = std::malloc(size);
        block = std::realloc(block, size * 3);
        CHECK(countInMemory(needle) == 1);
        std::free(block);
        std::free(inTheWay);
    }
    SECTION("realloc to less")
    {
        auto* block = static_cast<char*>(std::malloc(size * 2));
        fill(block + size);
        block = static_cast<char*>(std::realloc(block, size));
        CHECK(countInMemory(needle) == 0);
        std::free(block);
    }
    CHECK(countInMemory(needle) == 0);
}

TEST_CASE("a block that is freed twice still ends the program", "[memory]")
{
    const std::size_t size = GENERATE(24, 200, 1'000);
    OtherProcess careless([&](const NumberChannel&) {
        dieQuietly();
        void* volatile block = std::malloc(size);
        std::free(block);
        std::free(block);
        return 0;
    });
    CHECK(careless.exitCode() == -1);
}

TEST_CASE("blocks keep what is in them through every change of size, on several threads",
          "[memory]")
{
    const auto work = [](unsigned seed) {
        std::mt19937 random(seed);
        std::vector<std::pair<unsigned char*, std::size_t>> blocks(64, {nullptr, 0});
        for (int step = 0; step < 20'000; ++step) {
            auto& [block, size] = blocks[random() % blocks.size()];
            const auto mark = static_cast<unsigned char>(size % 251);
            for (std::size_t i = 0; i < size; i += 97)
                if (block[i] != mark)
                    return false;
            const std::size_t next = random() % (step % 100 == 0 ? 300'000 : 3'000) + 1;
            auto* const moved = static_cast<unsigned char*>(std::realloc(block, next));
            for (std::size_t i = 0; i < std::min(size, next); i += 97)
                if (moved[i] != mark)
                    return false;
            std::memset(moved, static_cast<int>(next % 251), next);
            block = moved;
            size = next;
        }
        for (auto& [block, size] : blocks)
            std::free(block);
        return true;
    };
    bool kept[4] = {};
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 4; ++i)
        threads.emplace_back([&, i] { kept[i] = work(i); });
    for (std::thread& thread : threads)
        thread.join();
    for (const bool one : kept)
        CHECK(one);
}

TEST_CASE("nothing beside a secret can be read or written", "[memory]")
{
    OtherProcess reader([](const NumberChannel&) {
        dieQuietly();
        const Secret secret(std::size_t{32});
        const volatile unsigned char* const bytes = secret.data();
        return bytes[31] + bytes[32] == 0 ? 1 : 2;
    });
    CHECK(reader.exitCode() == -1);
}

TEST_CASE("behind the lock neither key nor names are in memory, and the passphrase opens it again",
          "[memory]")
{
    const TemporaryFolder temporary;
    const auto folder = temporary.path() / "authority";
    makeAuthority(folder);
    OtherProcess person([&](const NumberChannel& channel) {
        const Seeds seeds(folder);
        auto session = enter(folder);
        if (!session || !lookAtChildren(**session))
            return 1;
        app::lockSession(**session);
        wipeDeadStack();
        searchAndSend(seeds, channel);
        if (lookAtChildren(**session) || !app::unlockSession(**session, kTyped.secret()) ||
            !lookAtChildren(**session))
            return 2;
        app::lockSession(**session);
        wipeDeadStack();
        searchAndSend(seeds, channel);
        return 0;
    });
    for (const char* time : {"locked", "locked again"}) {
        INFO(time);
        checkNothingLeft(receive(person.channel()));
    }
    CHECK(person.exitCode() == 0);
}

TEST_CASE(
    "the key is in memory while somebody is signed in, their passphrase is not; after signing "
    "out neither is",
    "[memory]")
{
    const TemporaryFolder temporary;
    const auto folder = temporary.path() / "authority";
    makeAuthority(folder);
    OtherProcess person([&](const NumberChannel& channel) {
        const Seeds seeds(folder);
        auto session = enter(folder);
        if (!session || !lookAtChildren(**session))
            return 1;
        searchAndSend(seeds, channel);
        session->reset();
        wipeDeadStack();
        searchAndSend(seeds, channel);
        return 0;
    });
    const Found signedIn = receive(person.channel());
    CHECK(signedIn.keyBytes > 0);
    CHECK(signedIn.chainKey > 0);
    CHECK(signedIn.names > 0);
    CHECK(signedIn.passphrase == 0);
    checkNothingLeft(receive(person.channel()));
    CHECK(person.exitCode() == 0);
}
