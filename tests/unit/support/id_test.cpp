#include "support/id.h"

#include <catch2/catch.hpp>

#include <set>

#include "support/clock.h"

using namespace homeward;

namespace {

constexpr std::int64_t kStartMs = 0x0123'4567'89abLL;

bool looksLikeUuidV7(const std::string& text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-'))
            return false;
        if (!dash && std::string("0123456789abcdef").find(text[i]) == std::string::npos)
            return false;
    }
    const std::string variants = "89ab";
    return text[14] == '7' && variants.find(text[19]) != std::string::npos;
}

}  // namespace

TEST_CASE("an id has the shape of a UUID of version 7", "[support][id]")
{
    const auto real = randomIds(std::make_shared<SystemClock>());
    const auto seeded = seededIds(7, kStartMs);
    for (int i = 0; i < 100; ++i) {
        CHECK(looksLikeUuidV7(real->next()));
        CHECK(looksLikeUuidV7(seeded->next()));
    }
}

TEST_CASE("an id begins with the time it was made", "[support][id]")
{
    CHECK(seededIds(7, kStartMs)->next().substr(0, 13) == "01234567-89ab");
    const auto clock = std::make_shared<FixedClock>(Timestamp{kStartMs});
    CHECK(randomIds(clock)->next().substr(0, 13) == "01234567-89ab");
}

TEST_CASE("ids of one source rise, within one millisecond and past its 4096 ids", "[support][id]")
{
    const auto ids = seededIds(7, kStartMs);
    std::string last = ids->next();
    for (int i = 0; i < 10'000; ++i) {
        std::string next = ids->next();
        REQUIRE(last < next);
        last = std::move(next);
    }
}

TEST_CASE("ids rise when the clock is set back", "[support][id]")
{
    const auto clock = std::make_shared<FixedClock>(Timestamp{kStartMs});
    const auto ids = randomIds(clock);
    const std::string before = ids->next();
    clock->set(Timestamp{kStartMs - 60'000});
    CHECK(before < ids->next());
}

TEST_CASE("the same seed gives the same ids and another seed others", "[support][id]")
{
    const auto a = seededIds(1, kStartMs);
    const auto b = seededIds(1, kStartMs);
    const auto c = seededIds(2, kStartMs);
    const std::string first = a->next();
    CHECK(first == b->next());
    CHECK(first != c->next());
}

TEST_CASE("real ids of one moment differ between sources", "[support][id]")
{
    const auto clock = std::make_shared<FixedClock>(Timestamp{kStartMs});
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(randomIds(clock)->next());
    CHECK(seen.size() == 100);
}

TEST_CASE("an id is empty until it is made", "[support][id]")
{
    CHECK(ChildId{}.isEmpty());
    CHECK_FALSE(seededIds(1, kStartMs)->make<ChildId>().isEmpty());
}
