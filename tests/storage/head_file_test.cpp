#include <fstream>
#include <iterator>
#include <thread>

#include "storage/keys/key_file.h"
#include "storage/trail/audit_chain.h"
#include "tests/storage/store_under_test.h"

using namespace homeward;
using namespace homeward::test;
using namespace homeward::storage;
namespace fs = std::filesystem;

namespace {

struct Head {
    Head() { REQUIRE(HeadFile::replace(file, {}, key).ok()); }
    void advance(std::int64_t sequence, const std::string& hash) const
    {
        REQUIRE(HeadFile::advance(file, {}, {sequence, hash}, key).ok());
    }
    Result<std::optional<ChainHead>> read() const { return HeadFile::read(file, key); }
    std::int64_t sequence() const
    {
        const auto head = read();
        REQUIRE(head.ok());
        return *head ? (*head)->sequence : 0;
    }
    std::string bytes() const
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    TemporaryFolder folder;
    fs::path file = folder.path() / "audit.head";
    Secret key = derivedKey(fixedKey(), "auditlog");
};

const std::string kHash(64, 'a');

}  // namespace

TEST_CASE("a head is read back as it was kept", "[storage][audit]")
{
    const Head head;
    REQUIRE(head.read().ok());
    CHECK((*head.read())->sequence == 0);
    head.advance(1, kHash);
    head.advance(9'000'000'000, std::string(64, 'b'));
    const auto kept = head.read();
    REQUIRE(kept.ok());
    CHECK((*kept)->sequence == 9'000'000'000);
    CHECK((*kept)->hash == std::string(64, 'b'));
}

TEST_CASE("a head never moves back", "[storage][audit]")
{
    const Head head;
    head.advance(5, kHash);
    head.advance(4, std::string(64, 'b'));
    head.advance(5, std::string(64, 'c'));
    const auto kept = head.read();
    REQUIRE(kept.ok());
    CHECK((*kept)->sequence == 5);
    CHECK((*kept)->hash == kHash);
}

TEST_CASE("a head changed by hand fails its check and is left as evidence", "[storage][audit]")
{
    const Head head;
    head.advance(5, kHash);
    const std::string whole = head.bytes();
    const std::string content = GENERATE_COPY(
        [&] {
            std::string edited = whole;
            edited.replace(edited.find("\"sequence\":5"), 12, "\"sequence\":4");
            return edited;
        }(),
        whole.substr(0, 40), std::string("nonsense"), std::string("{}"));
    std::ofstream(head.file, std::ios::binary) << content;
    REQUIRE_FALSE(head.read().ok());
    CHECK(head.read().error().code == ErrorCode::KeyFileDamaged);
    CHECK_FALSE(HeadFile::advance(head.file, {5, kHash}, {6, kHash}, head.key).ok());
    CHECK(head.bytes() == content);
}

TEST_CASE("a head of another authority fails its check", "[storage][audit]")
{
    const Head head;
    head.advance(5, kHash);
    const auto read = HeadFile::read(head.file, derivedKey(fixedKey(1), "auditlog"));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::KeyFileDamaged);
}

TEST_CASE("a head that is gone or emptied is told and not made anew", "[storage][audit]")
{
    const Head head;
    head.advance(5, kHash);
    SECTION("gone")
    {
        fs::remove(head.file);
        REQUIRE(head.read().ok());
        CHECK_FALSE(head.read()->has_value());
        CHECK(HeadFile::advance(head.file, {5, kHash}, {6, kHash}, head.key).error().code ==
              ErrorCode::KeyFileMissing);
        CHECK_FALSE(fs::exists(head.file));
    }
    SECTION("emptied")
    {
        std::ofstream(head.file, std::ios::binary).flush();
        CHECK(head.read().error().code == ErrorCode::KeyFileDamaged);
        CHECK(HeadFile::advance(head.file, {5, kHash}, {6, kHash}, head.key).error().code ==
              ErrorCode::KeyFileDamaged);
        CHECK(head.bytes().empty());
    }
}

TEST_CASE("a head put back to an older one is not moved on", "[storage][audit]")
{
    const Head head;
    head.advance(5, kHash);
    CHECK(HeadFile::advance(head.file, {7, kHash}, {8, kHash}, head.key).error().code ==
          ErrorCode::EditConflict);
    CHECK(head.sequence() == 5);
}

TEST_CASE("a head says which file the store was, and the check covers it", "[storage][audit]")
{
    const Head head;
    REQUIRE(HeadFile::replace(head.file, {5, kHash, "1-42"}, head.key).ok());
    CHECK((*head.read())->store == "1-42");
    std::string edited = head.bytes();
    edited.replace(edited.find("1-42"), 4, "1-43");
    std::ofstream(head.file, std::ios::binary) << edited;
    CHECK(head.read().error().code == ErrorCode::KeyFileDamaged);
}

TEST_CASE("heads kept from several threads end at the highest", "[storage][audit]")
{
    const Head head;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&head, thread] {
            for (int i = 0; i < 200; ++i)
                (void)HeadFile::advance(head.file, {}, {1 + i * 4 + thread, kHash}, head.key);
        });
    for (int i = 0; i < 50; ++i)
        CHECK(head.read().ok());
    for (std::thread& thread : threads)
        thread.join();
    CHECK(head.sequence() == 800);
}
