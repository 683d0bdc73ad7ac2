#include "exchange/ssda903/merge_history.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace homeward;
using namespace homeward::exchange::ssda903;

namespace {

const Date kFirst = *Date::fromYmd(2020, 4, 1);

/// From day `start` to day `end` of the test's calendar; 0: open.
Episode episode(int start, int end, const std::string& place = "U4")
{
    Episode made;
    made.startsOn = kFirst.plusDays(start);
    if (end != 0)
        made.endsOn = kFirst.plusDays(end);
    made.startReason = "P";
    made.legalStatus = "C2";
    made.placeCode = place;
    made.endReason = end != 0 ? "E4A" : "X1";
    return made;
}

Episode goingOn(Episode made)
{
    made.endReason = "X1";
    return made;
}

using Episodes = std::vector<Episode>;

Episodes joined(Episodes first, const Episodes& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

}  // namespace

TEST_CASE("episodes of several years become one history", "[exchange][ssda903]")
{
    SECTION("of two with the same start the ended one stands, whichever comes first")
    {
        CHECK(mergeEpisodes({episode(1, 0), episode(1, 9)}) == Episodes{episode(1, 9)});
        CHECK(mergeEpisodes({episode(1, 9), episode(1, 0)}) == Episodes{episode(1, 9)});
    }
    SECTION("of two ended ones with the same start the later end stands")
    {
        CHECK(mergeEpisodes({episode(1, 9), episode(1, 5)}) == Episodes{episode(1, 9)});
    }
    SECTION("of two with the same end the longer stands")
    {
        CHECK(mergeEpisodes({episode(5, 9), episode(1, 9)}) == Episodes{episode(1, 9)});
        CHECK(mergeEpisodes({episode(1, 9), episode(5, 9), episode(9, 12)}) ==
              Episodes{episode(1, 9), episode(9, 12)});
    }
    SECTION("of two alike in start and end the last given stands")
    {
        CHECK(mergeEpisodes({episode(1, 9, "U4"), episode(1, 9, "K2")}) ==
              Episodes{episode(1, 9, "K2")});
        CHECK(mergeEpisodes({episode(1, 0, "K2"), episode(1, 0, "U4")}) ==
              Episodes{episode(1, 0, "U4")});
    }
    SECTION("an overlap ends the earlier where the next begins, and care goes on")
    {
        CHECK(mergeEpisodes({episode(1, 9), episode(5, 12)}) ==
              Episodes{goingOn(episode(1, 5)), episode(5, 12)});
    }
    SECTION("an open episode followed by another is closed at its start")
    {
        CHECK(mergeEpisodes({episode(1, 0), episode(5, 0)}) ==
              Episodes{goingOn(episode(1, 5)), episode(5, 0)});
    }
    SECTION("a gap stays a gap")
    {
        CHECK(mergeEpisodes({episode(20, 0), episode(1, 9)}) ==
              Episodes{episode(1, 9), episode(20, 0)});
    }
    SECTION("an episode without a night is dropped")
    {
        CHECK(mergeEpisodes({episode(1, 9), episode(9, 9), episode(9, 12)}) ==
              Episodes{episode(1, 9), episode(9, 12)});
    }
    SECTION("nothing gives nothing")
    {
        CHECK(mergeEpisodes({}).empty());
    }
}

TEST_CASE("a shorter episode that another source speaks for is not lost to a longer one",
          "[exchange][ssda903]")
{
    SECTION("because another begins in between")
    {
        CHECK(mergeEpisodes({episode(1, 9), episode(3, 4), episode(5, 9)}) ==
              Episodes{goingOn(episode(1, 3)), episode(3, 4), episode(5, 9)});
    }
    SECTION("because it is also known with another end")
    {
        CHECK(mergeEpisodes({episode(1, 9), episode(5, 7), episode(5, 9)}) ==
              Episodes{goingOn(episode(1, 5)), episode(5, 9)});
    }
    SECTION("because the longer is also known to end where it begins")
    {
        CHECK(mergeEpisodes({episode(1, 5), episode(5, 9), episode(1, 9)}) ==
              Episodes{goingOn(episode(1, 5)), episode(5, 9)});
    }
}

TEST_CASE(
    "merging any episodes gives a sound history, and merging it with all sources changes nothing",
    "[exchange][ssda903][property]")
{
    std::mt19937 random(20260630);
    const auto upTo = [&](int most) { return static_cast<int>(random() % unsigned(most + 1)); };
    for (int round = 0; round < 20'000; ++round) {
        Episodes sources;
        for (int i = upTo(7); i >= 0; --i) {
            const int start = 1 + upTo(9);
            sources.push_back(episode(start, upTo(5) == 0 ? 0 : start + upTo(8),
                                      "U" + std::to_string(4 + upTo(2))));
        }
        const Episodes merged = mergeEpisodes(sources);
        REQUIRE(historyFaults(merged, kFirst).empty());
        REQUIRE(mergeEpisodes(merged) == merged);
        REQUIRE(mergeEpisodes(joined(merged, sources)) == merged);
    }
}

namespace {

/// A history without overlap, with or without gaps; the last episode may be open.
Episodes randomEpisodes(std::mt19937& random)
{
    static const char* const kPlaces[] = {"U4", "U6", "K2", "P1"};
    Episodes history;
    int day = static_cast<int>(random() % 500);
    for (int i = static_cast<int>(random() % 12); i >= 0; --i) {
        const int length = 1 + static_cast<int>(random() % 400);
        history.push_back(goingOn(episode(day, day + length, kPlaces[random() % 4])));
        day += length;
        if (random() % 5 == 0) {
            history.back().endReason = "E4A";
            day += 1 + static_cast<int>(random() % 60);
        }
    }
    if (random() % 2 == 0) {
        history.back().endsOn.reset();
        history.back().endReason = "X1";
    }
    return history;
}

/// What the return of the year from day `first` would hold of a history.
Episodes yearOf(const Episodes& history, int first)
{
    Episodes held;
    for (Episode part : history) {
        const Date from = kFirst.plusDays(first);
        const Date to = kFirst.plusDays(first + 365);
        if (part.startsOn >= to || (part.endsOn && *part.endsOn <= from))
            continue;
        if (part.endsOn && *part.endsOn > to) {
            part.endsOn.reset();
            part.endReason = "X1";
        }
        held.push_back(part);
    }
    return held;
}

}  // namespace

TEST_CASE(
    "the returns of several years give the history back, and any of them again changes nothing",
    "[exchange][ssda903][property]")
{
    std::mt19937 random(903);
    for (int round = 0; round < 3'000; ++round) {
        const Episodes history = randomEpisodes(random);
        std::vector<Episodes> returns;
        for (int first = 0; first < 6000; first += 365)
            returns.push_back(yearOf(history, first));

        std::vector<Episodes> shuffled = returns;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        Episodes sources;
        for (const Episodes& year : shuffled)
            sources = joined(std::move(sources), year);
        const Episodes merged = mergeEpisodes(sources);
        REQUIRE(merged == history);

        Episodes again;
        for (const Episodes& year : returns)
            if (random() % 2 == 0)
                again = joined(std::move(again), year);
        REQUIRE(mergeEpisodes(joined(merged, again)) == merged);

        // Year after year, as an authority does it, comes to the same.
        Episodes grown;
        for (const Episodes& year : returns)
            grown = mergeEpisodes(joined(std::move(grown), year));
        REQUIRE(grown == history);
    }
}

TEST_CASE("faults of a history are named", "[exchange][ssda903]")
{
    using Faults = std::vector<std::string>;
    CHECK(historyFaults({episode(1, 5), episode(5, 0)}, kFirst).empty());
    CHECK(historyFaults({episode(1, 6), episode(5, 0)}, kFirst) == Faults{"overlap"});
    CHECK(historyFaults({episode(5, 6), episode(1, 2)}, kFirst) == Faults{"overlap"});
    CHECK(historyFaults({episode(1, 5)}, kFirst.plusDays(2)) == Faults{"before-birth"});
    CHECK(historyFaults({episode(5, 5)}, kFirst) == Faults{"ends-before-start"});
    CHECK(historyFaults({episode(1, 0), episode(5, 0)}, kFirst) == Faults{"open-before-another"});
}
