#include "exchange/ssda903/merge_history.h"

#include <algorithm>
#include <utility>

namespace homeward::exchange::ssda903 {
namespace {

constexpr const char* kCareGoesOn = "X1";

bool hasNoNight(const Episode& episode)
{
    return episode.endsOn && *episode.endsOn <= episode.startsOn;
}

/// Whether `later`, given after `earlier` and with the same start, replaces it.
bool replaces(const Episode& later, const Episode& earlier)
{
    if (later.endsOn && earlier.endsOn)
        return *later.endsOn >= *earlier.endsOn;
    return later.endsOn.has_value() || !earlier.endsOn;
}

/// `episodes` sorted by start, those alike in the order given.
std::vector<Episode> onePerStart(std::vector<Episode> episodes)
{
    std::vector<Episode> kept;
    kept.reserve(episodes.size());
    for (Episode& episode : episodes) {
        if (kept.empty() || kept.back().startsOn != episode.startsOn)
            kept.push_back(std::move(episode));
        else if (replaces(episode, kept.back()))
            kept.back() = std::move(episode);
    }
    return kept;
}

/// Position after the episodes that follow `first` and end on the same day.
std::size_t endOfSameEnd(const std::vector<Episode>& episodes, std::size_t first)
{
    std::size_t next = first + 1;
    while (next < episodes.size() && episodes[next].endsOn == episodes[first].endsOn)
        ++next;
    return next;
}

/// Of episodes that end on one day, only the longest; but none is dropped where another episode
/// begins among them: there the longest is cut short, and the others would come back with the next import.
std::vector<Episode> longestPerEnd(std::vector<Episode> episodes)
{
    std::vector<Episode> kept;
    kept.reserve(episodes.size());
    for (std::size_t first = 0; first < episodes.size();) {
        const auto end = episodes[first].endsOn;
        const std::size_t next = end ? endOfSameEnd(episodes, first) : first + 1;
        const bool cutShort = end && next < episodes.size() && episodes[next].startsOn < *end;
        const std::size_t last = cutShort ? next : first + 1;
        for (std::size_t i = first; i < last; ++i)
            kept.push_back(std::move(episodes[i]));
        first = next;
    }
    return kept;
}

void endWhereNextBegins(std::vector<Episode>& episodes)
{
    for (std::size_t i = 0; i + 1 < episodes.size(); ++i) {
        const Date next = episodes[i + 1].startsOn;
        if (episodes[i].endsOn && *episodes[i].endsOn <= next)
            continue;
        episodes[i].endsOn = next;
        episodes[i].endReason = kCareGoesOn;
    }
}

}  // namespace

std::vector<Episode> mergeEpisodes(std::vector<Episode> episodes)
{
    std::erase_if(episodes, hasNoNight);
    std::stable_sort(episodes.begin(), episodes.end(), [](const Episode& a, const Episode& b) {
        return a.startsOn < b.startsOn;
    });
    episodes = longestPerEnd(onePerStart(std::move(episodes)));
    endWhereNextBegins(episodes);
    return episodes;
}

std::vector<std::string> historyFaults(const std::vector<Episode>& merged, Date birth)
{
    bool overlap = false;
    bool beforeBirth = false;
    bool endsBeforeStart = false;
    bool openBeforeAnother = false;
    for (std::size_t i = 0; i < merged.size(); ++i) {
        const Episode& episode = merged[i];
        beforeBirth = beforeBirth || episode.startsOn < birth;
        endsBeforeStart = endsBeforeStart || hasNoNight(episode);
        if (i + 1 == merged.size())
            break;
        openBeforeAnother = openBeforeAnother || !episode.endsOn;
        overlap = overlap || merged[i + 1].startsOn <= episode.startsOn ||
                  (episode.endsOn && *episode.endsOn > merged[i + 1].startsOn);
    }
    std::vector<std::string> faults;
    if (overlap)
        faults.emplace_back("overlap");
    if (beforeBirth)
        faults.emplace_back("before-birth");
    if (endsBeforeStart)
        faults.emplace_back("ends-before-start");
    if (openBeforeAnother)
        faults.emplace_back("open-before-another");
    return faults;
}

}  // namespace homeward::exchange::ssda903
