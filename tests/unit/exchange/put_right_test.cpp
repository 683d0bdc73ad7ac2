#include <catch2/catch.hpp>

#include "exchange/ssda903/merge_history.h"
#include "tests/support/random_care.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

namespace {

std::string describe(const std::vector<Episode>& episodes)
{
    std::string text;
    for (const Episode& episode : episodes)
        text += episode.startsOn.toIso() + ".." + (episode.endsOn ? episode.endsOn->toIso() : "") +
                " " + episode.startReason + " " + episode.placeCode + " " + episode.placePostcode +
                " " + episode.endReason + " " + episode.changeReason + "\n";
    return text;
}

std::vector<Episode> merged(const std::vector<Episode>& stored, const std::vector<DaySpan>& decided,
                            const std::vector<Episode>& fromReturn)
{
    std::vector<Episode> episodes = stored;
    const auto news = newsBeside(stored, decided, fromReturn);
    episodes.insert(episodes.end(), news.begin(), news.end());
    return mergeEpisodes(std::move(episodes));
}

Episode episode(const char* from, const char* until, const char* postcode)
{
    Episode made;
    made.startsOn = *Date::fromIso(from);
    made.endsOn = Date::fromIso(until);
    made.startReason = "P";
    made.legalStatus = "C2";
    made.placeCode = "U6";
    made.placePostcode = postcode;
    made.endReason = "X1";
    return made;
}

}  // namespace

TEST_CASE("what a person put right outlives the return that says what stood before",
          "[exchange][ssda903][property]")
{
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
    RandomCare random(seed);
    int changed = 0;
    for (int i = 0; i < 500; ++i) {
        const CareHistory before = random.history();
        CareHistory after = before;
        std::vector<DaySpan> decided;
        const int acts = 1 + random.below(4);
        for (int act = 0; act < acts && !after.placements.empty(); ++act)
            if (const auto next = random.act(after)) {
                for (const DaySpan& span : daysPutRight(after, *next, RandomCare::rules().today))
                    decided.push_back(span);
                after = *next;
            }
        if (after == before)
            continue;
        ++changed;
        const auto old = deriveEpisodes(before);
        // As it is merged: episodes without a night are in no return.
        const auto stored = mergeEpisodes(deriveEpisodes(after));
        const auto result = merged(stored, decided, old);
        INFO("before\n"
             << describe(old) << "after\n"
             << describe(stored) << "and then\n"
             << describe(result));
        CHECK((result == stored));
    }
    CHECK(changed > 150);
}

TEST_CASE("a return still brings what is news", "[exchange][ssda903]")
{
    const DaySpan movedStart{*Date::fromIso("2025-05-01"), *Date::fromIso("2025-05-03")};
    const std::vector<Episode> stored{episode("2025-05-03", "", "ZZ1 1AA")};
    SECTION("the end of a placement whose first day was corrected here")
    {
        const auto result = merged(
            stored, {movedStart},
            {episode("2025-05-01", "2025-09-01", "ZZ1 1AA"), episode("2025-09-01", "", "ZZ2 2BB")});
        REQUIRE(result.size() == 2);
        CHECK(result[0].startsOn == *Date::fromIso("2025-05-03"));
        CHECK(result[0].endsOn == Date::fromIso("2025-09-01"));
        CHECK(result[1].placePostcode == "ZZ2 2BB");
    }
    SECTION("another legal status, but not the place that was in error")
    {
        Episode other = episode("2025-06-01", "", "ZZ9 9ZZ");
        other.legalStatus = "E1";
        const DaySpan inError{*Date::fromIso("2025-06-01"), *Date::fromIso("2025-08-01")};
        const auto result = merged(stored, {inError}, {other});
        REQUIRE(result.size() == 2);
        CHECK(result[1].legalStatus == "E1");
        CHECK(result[1].placePostcode == "ZZ1 1AA");
        CHECK(result[1].startReason == "L");
    }
    SECTION("what happens on other days")
    {
        const auto later = episode("2025-10-01", "", "ZZ3 3CC");
        CHECK(newsBeside(stored, {movedStart}, {later}) == std::vector{later});
    }
}
