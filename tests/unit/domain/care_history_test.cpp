#include "domain/care_history.h"

#include <catch2/catch.hpp>

#include "tests/support/dates.h"

using namespace homeward;
using homeward::test::day;

namespace {

Episode episode(const char* from, const char* to, const char* startReason, const char* endReason)
{
    Episode result;
    result.startsOn = day(from);
    if (*to)
        result.endsOn = day(to);
    result.startReason = startReason;
    result.endReason = endReason;
    result.legalStatus = "C2";
    result.needCode = "N1";
    result.placeCode = "U6";
    result.providerCode = "PR1";
    result.homePostcode = "AB1 2CD";
    result.placePostcode = "EF3 4GH";
    result.providerNumber = "1000001";
    return result;
}

Episode with(Episode episode, std::string Episode::*field, const char* value)
{
    episode.*field = value;
    return episode;
}

void checkRoundTrip(const std::vector<Episode>& episodes)
{
    CHECK(deriveEpisodes(splitEpisodes(episodes)) == episodes);
}

CarePeriod period(const char* from, const char* to)
{
    CarePeriod result;
    result.startsOn = day(from);
    if (*to)
        result.endsOn = day(to);
    return result;
}

LegalStatus status(const char* from, const char* to, const char* code)
{
    LegalStatus result;
    result.startsOn = day(from);
    if (*to)
        result.endsOn = day(to);
    result.code = code;
    return result;
}

Placement placement(const char* from, const char* to, const char* placeCode)
{
    Placement result;
    result.startsOn = day(from);
    if (*to)
        result.endsOn = day(to);
    result.placeCode = placeCode;
    return result;
}

}  // namespace

TEST_CASE("no episodes are no records", "[domain][care]")
{
    CHECK(splitEpisodes({}) == CareHistory{});
    CHECK(deriveEpisodes({}).empty());
}

TEST_CASE("one open episode is one period, one legal status and one placement", "[domain][care]")
{
    const std::vector<Episode> episodes{episode("2024-05-01", "", "S", "X1")};
    const CareHistory history = splitEpisodes(episodes);
    REQUIRE(history.periods.size() == 1);
    REQUIRE(history.legalStatuses.size() == 1);
    REQUIRE(history.placements.size() == 1);
    CHECK(history.periods[0].needCode == "N1");
    CHECK(history.periods[0].endCode.empty());
    CHECK_FALSE(history.periods[0].endsOn);
    CHECK(history.legalStatuses[0].code == "C2");
    CHECK(history.placements[0].placeCode == "U6");
    CHECK(history.placements[0].startReason == "S");
    checkRoundTrip(episodes);
}

TEST_CASE("a change of legal status leaves the placement whole", "[domain][care]")
{
    const std::vector<Episode> episodes{
        episode("2024-05-01", "2024-07-01", "S", "X1"),
        with(episode("2024-07-01", "2024-09-01", "L", "E4A"), &Episode::legalStatus, "V2")};
    const CareHistory history = splitEpisodes(episodes);
    CHECK(history.periods.size() == 1);
    CHECK(history.legalStatuses.size() == 2);
    REQUIRE(history.placements.size() == 1);
    CHECK(history.placements[0].endsOn == day("2024-09-01"));
    CHECK(history.periods[0].endCode == "E4A");
    checkRoundTrip(episodes);
}

TEST_CASE("a move leaves the legal status whole and keeps the reason with the placement that ended",
          "[domain][care]")
{
    Episode first =
        with(episode("2024-05-01", "2024-07-01", "S", "X1"), &Episode::changeReason, "CARPL");
    const std::vector<Episode> episodes{
        first, with(episode("2024-07-01", "", "P", "X1"), &Episode::placeCode, "K2")};
    const CareHistory history = splitEpisodes(episodes);
    CHECK(history.legalStatuses.size() == 1);
    REQUIRE(history.placements.size() == 2);
    CHECK(history.placements[0].changeReason == "CARPL");
    CHECK(history.placements[1].changeReason.empty());
    checkRoundTrip(episodes);
}

TEST_CASE("a new placement begins where any fact of the place changes", "[domain][care]")
{
    const auto field = GENERATE(&Episode::placeCode, &Episode::providerCode,
                                &Episode::providerNumber, &Episode::placePostcode);
    const std::vector<Episode> episodes{episode("2024-05-01", "2024-07-01", "S", "X1"),
                                        with(episode("2024-07-01", "", "L", "X1"), field, "other")};
    CHECK(splitEpisodes(episodes).placements.size() == 2);
    checkRoundTrip(episodes);
}

TEST_CASE("the return may say that the child moved although the place reads the same",
          "[domain][care]")
{
    const auto [startReason, placements] = GENERATE(
        table<std::string, std::size_t>({{"P", 2}, {"T", 2}, {"B", 2}, {"U", 2}, {"L", 1}}));
    INFO(startReason);
    const std::vector<Episode> episodes{
        episode("2024-05-01", "2024-07-01", "S", "X1"),
        episode("2024-07-01", "2024-08-01", startReason.c_str(), "E8")};
    CHECK(splitEpisodes(episodes).placements.size() == placements);
    checkRoundTrip(episodes);
}

TEST_CASE("a gap begins a new care period with its own records", "[domain][care]")
{
    const std::vector<Episode> episodes{episode("2024-05-01", "2024-07-01", "S", "E4A"),
                                        episode("2024-07-02", "", "S", "X1")};
    const CareHistory history = splitEpisodes(episodes);
    CHECK(history.periods.size() == 2);
    CHECK(history.legalStatuses.size() == 2);
    CHECK(history.placements.size() == 2);
    checkRoundTrip(episodes);
}

TEST_CASE("a gap after an episode that said care goes on is still a gap", "[domain][care]")
{
    const std::vector<Episode> episodes{episode("2024-05-01", "2024-07-01", "S", "X1"),
                                        episode("2024-07-05", "", "P", "X1")};
    const CareHistory history = splitEpisodes(episodes);
    REQUIRE(history.periods.size() == 2);
    CHECK(history.periods[0].endCode == "X1");
    checkRoundTrip(episodes);
}

TEST_CASE("care that ends and starts again the same day is two care periods", "[domain][care]")
{
    const std::vector<Episode> episodes{episode("2024-05-01", "2024-07-01", "S", "E4B"),
                                        episode("2024-07-01", "", "S", "X1")};
    const CareHistory history = splitEpisodes(episodes);
    REQUIRE(history.periods.size() == 2);
    CHECK(history.periods[0].endCode == "E4B");
    CHECK(history.placements.size() == 2);
    checkRoundTrip(episodes);
}

TEST_CASE("an episode without a night at the end of care is kept", "[domain][care]")
{
    checkRoundTrip(
        {episode("2024-05-01", "2024-07-01", "S", "X1"),
         with(episode("2024-07-01", "2024-07-01", "L", "E4A"), &Episode::legalStatus, "L2")});
    checkRoundTrip(
        {episode("2024-05-01", "2024-07-01", "S", "X1"),
         with(episode("2024-07-01", "2024-07-01", "P", "E4A"), &Episode::placeCode, "T0")});
    checkRoundTrip({episode("2024-05-01", "2024-07-01", "S", "E4A"),
                    episode("2024-07-01", "2024-07-01", "S", "E4A")});
    checkRoundTrip(
        {episode("2024-05-01", "2024-05-01", "S", "E4A"), episode("2024-07-01", "", "S", "X1")});
}

TEST_CASE("what the return says at a change of legal status only is kept", "[domain][care]")
{
    Episode first =
        with(episode("2024-05-01", "2024-07-01", "S", "X1"), &Episode::changeReason, "OTHER");
    Episode second =
        with(episode("2024-07-01", "2024-08-01", "L", "X1"), &Episode::homePostcode, "ZZ9 9ZZ");
    Episode third = with(second, &Episode::needCode, "N4");
    third.startsOn = day("2024-08-01");
    third.endsOn = day("2024-09-01");
    Episode fourth = with(third, &Episode::homePostcode, "");
    fourth.startsOn = day("2024-09-01");
    fourth.endsOn = std::nullopt;
    fourth.changeReason = "CHILD";
    const std::vector<Episode> episodes{first, second, third, fourth};
    CHECK(splitEpisodes(episodes).placements.size() == 1);
    checkRoundTrip(episodes);
}

TEST_CASE("an open episode that already names why care will end keeps it", "[domain][care]")
{
    checkRoundTrip({episode("2024-05-01", "", "S", "E11")});
}

TEST_CASE("start reasons of records made here are derived", "[domain][care]")
{
    CareHistory history;
    history.periods = {period("2024-05-01", "")};
    history.legalStatuses = {status("2024-05-01", "2024-06-01", "V2"),
                             status("2024-06-01", "2024-08-01", "C1"),
                             status("2024-08-01", "", "C2")};
    history.placements = {placement("2024-05-01", "2024-07-01", "U6"),
                          placement("2024-07-01", "2024-08-01", "K2"),
                          placement("2024-08-01", "", "U4")};
    const auto reasons = [&] {
        std::string text;
        for (const Episode& e : deriveEpisodes(history))
            text += e.startReason;
        return text;
    };
    CHECK(reasons() == "SLPB");
    history.placements[2].startReason = "T";
    CHECK(reasons() == "SLPU");
    history.placements[2].startReason = "P";
    CHECK(reasons() == "SLPB");
}

TEST_CASE("a time in care without a placement is an episode without a place", "[domain][care]")
{
    CareHistory history;
    history.periods = {period("2024-05-01", "2024-09-01")};
    history.periods[0].needCode = "N3";
    history.periods[0].endCode = "E4A";
    history.placements = {placement("2024-05-01", "2024-06-01", "U6"),
                          placement("2024-08-01", "2024-09-01", "U4")};
    const std::vector<Episode> episodes = deriveEpisodes(history);
    REQUIRE(episodes.size() == 3);
    CHECK(episodes[1].startsOn == day("2024-06-01"));
    CHECK(episodes[1].endsOn == day("2024-08-01"));
    CHECK(episodes[1].placeCode.empty());
    CHECK(episodes[1].needCode == "N3");
    CHECK(episodes[2].endReason == "E4A");
}

TEST_CASE("a placement holds from its first day to the day before its end", "[domain][care]")
{
    const std::vector<Placement> placements{placement("2024-05-01", "2024-07-01", "U6"),
                                            placement("2024-07-01", "2024-08-01", "K2"),
                                            placement("2024-09-01", "", "U4")};
    CHECK(placementOn(placements, day("2024-04-30")) == nullptr);
    CHECK(placementOn(placements, day("2024-05-01")) == &placements[0]);
    CHECK(placementOn(placements, day("2024-06-30")) == &placements[0]);
    CHECK(placementOn(placements, day("2024-07-01")) == &placements[1]);
    CHECK(placementOn(placements, day("2024-08-01")) == nullptr);
    CHECK(placementOn(placements, day("2030-01-01")) == &placements[2]);
}

TEST_CASE("a care period holds from its first day to the day before its end", "[domain][care]")
{
    const std::vector<CarePeriod> periods{period("2024-05-01", "2024-07-01"),
                                          period("2024-07-01", "")};
    CHECK(carePeriodOn(periods, day("2024-04-30")) == nullptr);
    CHECK(carePeriodOn(periods, day("2024-06-30")) == &periods[0]);
    CHECK(carePeriodOn(periods, day("2024-07-01")) == &periods[1]);
}
