#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "domain/care_history.h"

using namespace homeward;

namespace {

/// Random merged histories: sorted, without overlap, as untidy as returns are.
class Histories {
public:
    explicit Histories(unsigned seed) : m_engine(seed) {}

    std::vector<Episode> next()
    {
        std::vector<Episode> episodes;
        Date start = Date::fromYmd(2017, 4, 1)->plusDays(below(900));
        const int count = 1 + below(9);
        Episode current = freshEpisode("S");
        for (int i = 0; i < count; ++i) {
            const bool last = i + 1 == count;
            current.startsOn = start;
            finish(current, last);
            episodes.push_back(current);
            if (last)
                break;
            // Merged histories have at most one episode that starts on a day.
            const bool gap = current.endsOn == current.startsOn || chance(5);
            start = current.endsOn->plusDays(gap ? 1 + below(200) : 0);
            current = chance(6) ? freshEpisode(pick({"S", "P", "B"})) : changed(current);
        }
        return episodes;
    }

private:
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    bool chance(int oneIn) { return below(oneIn) == 0; }
    std::string pick(std::initializer_list<const char*> values)
    {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }
    std::string place() { return pick({"U6", "U4", "K2", "P1", "T0"}); }
    std::string postcode() { return pick({"", "AB1 2CD", "EF3 4GH"}); }

    Episode freshEpisode(const std::string& startReason)
    {
        Episode episode;
        episode.startReason = startReason;
        episode.legalStatus = pick({"C1", "C2", "V2", "V3"});
        episode.needCode = pick({"N1", "N5", ""});
        episode.placeCode = place();
        episode.providerCode = pick({"PR1", "PR4"});
        episode.homePostcode = postcode();
        episode.placePostcode = postcode();
        episode.providerNumber = pick({"", "1000001", "1000002"});
        return episode;
    }

    /// The episode after `before`: its start reason and what changes need not agree.
    Episode changed(Episode before)
    {
        before.startReason = pick({"S", "P", "L", "T", "U", "B"});
        if (chance(2))
            before.legalStatus = pick({"C1", "C2", "E1"});
        if (chance(2))
            before.placeCode = place();
        if (chance(4))
            before.homePostcode = postcode();
        if (chance(4))
            before.placePostcode = postcode();
        if (chance(8))
            before.needCode = pick({"N1", "N4"});
        if (chance(8))
            before.providerNumber = pick({"", "1000003"});
        return before;
    }

    void finish(Episode& episode, bool last)
    {
        episode.changeReason = pick({"", "", "CARPL", "OTHER"});
        episode.endsOn = episode.startsOn.plusDays(chance(10) ? 0 : 1 + below(400));
        episode.endReason = pick({"X1", "X1", "X1", "E4A", "E8"});
        if (last && chance(2))
            episode.endsOn = std::nullopt;
    }

    std::mt19937 m_engine;
};

std::string describe(const std::vector<Episode>& episodes)
{
    std::string text;
    for (const Episode& e : episodes) {
        text += e.startsOn.toIso() + ".." + (e.endsOn ? e.endsOn->toIso() : "");
        for (const std::string& part :
             {e.startReason, e.legalStatus, e.needCode, e.placeCode, e.providerCode, e.endReason,
              e.changeReason, e.homePostcode, e.placePostcode, e.providerNumber})
            text += "|" + part;
        text += "\n";
    }
    return text;
}

template <typename Record>
bool followOneAnother(const std::vector<Record>& records)
{
    for (std::size_t i = 0; i + 1 < records.size(); ++i)
        if (!records[i].endsOn || *records[i].endsOn > records[i + 1].startsOn)
            return false;
    return true;
}

}  // namespace

TEST_CASE("deriving episodes gives back what was split", "[domain][care][property]")
{
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
    Histories histories(seed);
    for (int i = 0; i < 1000; ++i) {
        const std::vector<Episode> episodes = histories.next();
        INFO("seed " << seed << ", history " << i);
        const CareHistory history = splitEpisodes(episodes);
        REQUIRE(describe(deriveEpisodes(history)) == describe(episodes));
        REQUIRE(deriveEpisodes(history) == episodes);
        REQUIRE(splitEpisodes(deriveEpisodes(history)) == history);
    }
}

TEST_CASE("records of one kind never overlap", "[domain][care][property]")
{
    Histories histories(11);
    for (int i = 0; i < 1000; ++i) {
        const CareHistory history = splitEpisodes(histories.next());
        INFO("history " << i);
        REQUIRE(followOneAnother(history.periods));
        REQUIRE(followOneAnother(history.placements));
        REQUIRE(followOneAnother(history.legalStatuses));
    }
}

TEST_CASE("any day in care has the placement and the episode of that day",
          "[domain][care][property]")
{
    Histories histories(12);
    for (int i = 0; i < 200; ++i) {
        const std::vector<Episode> episodes = histories.next();
        const CareHistory history = splitEpisodes(episodes);
        for (const Episode& episode : episodes) {
            if (episode.endsOn == episode.startsOn)
                continue;
            const Placement* placement = placementOn(history.placements, episode.startsOn);
            REQUIRE(placement);
            REQUIRE(placement->placeCode == episode.placeCode);
            REQUIRE(carePeriodOn(history.periods, episode.startsOn));
        }
    }
}
