#include "exchange/ssda903/merge_history.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace homeward::exchange::ssda903 {
namespace {

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

/// All that is known of the episode that starts on one day.
struct Start {
    Episode standing;
    std::vector<std::optional<Date>> ends;  ///< of every source; sorted once all are there
};

/// `episodes` sorted by start, those alike in the order given.
std::vector<Start> groupedByStart(std::vector<Episode> episodes)
{
    std::vector<Start> starts;
    for (Episode& episode : episodes) {
        if (starts.empty() || starts.back().standing.startsOn != episode.startsOn) {
            starts.push_back({std::move(episode), {}});
            starts.back().ends.push_back(starts.back().standing.endsOn);
            continue;
        }
        Start& start = starts.back();
        start.ends.push_back(episode.endsOn);
        if (replaces(episode, start.standing))
            start.standing = std::move(episode);
    }
    for (Start& start : starts)
        std::sort(start.ends.begin(), start.ends.end());
    return starts;
}

/// Position after the starts that follow `first` and end on the same day.
std::size_t endOfSameEnd(const std::vector<Start>& starts, std::size_t first)
{
    std::size_t next = first + 1;
    while (next < starts.size() && starts[next].standing.endsOn == starts[first].standing.endsOn)
        ++next;
    return next;
}

/// Whether of the starts from `first` to before `next`, which all end on one day, the first alone
/// may stand: only where no part of the sources could bring a shorter one back later.
bool longestMayStandAlone(const std::vector<Start>& starts, std::size_t first, std::size_t next)
{
    const auto end = starts[first].standing.endsOn;
    if (next < starts.size() && starts[next].standing.startsOn < *end)
        return false;
    const std::vector<std::optional<Date>>& endsOfLongest = starts[first].ends;
    for (std::size_t i = first + 1; i < next; ++i) {
        const Start& shorter = starts[i];
        const bool knownWithOtherEnd = shorter.ends.front() != end || shorter.ends.back() != end;
        const bool boundaryRecorded =
            std::binary_search(endsOfLongest.begin(), endsOfLongest.end(),
                               std::optional<Date>(shorter.standing.startsOn));
        if (knownWithOtherEnd || boundaryRecorded)
            return false;
    }
    return true;
}

std::vector<Episode> longestPerEnd(std::vector<Start> starts)
{
    std::vector<Episode> kept;
    kept.reserve(starts.size());
    for (std::size_t first = 0; first < starts.size();) {
        const bool ended = starts[first].standing.endsOn.has_value();
        const std::size_t next = ended ? endOfSameEnd(starts, first) : first + 1;
        const bool alone = ended && longestMayStandAlone(starts, first, next);
        const std::size_t last = alone ? first + 1 : next;
        for (std::size_t i = first; i < last; ++i)
            kept.push_back(std::move(starts[i].standing));
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

// What a person put right

std::optional<DaySpan> spanWith(const std::vector<DaySpan>& spans, Date day)
{
    const auto found = std::find_if(spans.begin(), spans.end(), [&](const DaySpan& span) {
        return span.first <= day && day <= span.last;
    });
    return found == spans.end() ? std::nullopt : std::optional(*found);
}

bool isSamePlace(const Episode& a, const Episode& b)
{
    return a.placeCode == b.placeCode && a.providerCode == b.providerCode &&
           a.placePostcode == b.placePostcode && a.providerNumber == b.providerNumber;
}

/// The stored episode that takes the place of `episode`: the same place from another of the days,
/// else what holds on its day.
const Episode* standingFor(const std::vector<Episode>& stored, const DaySpan& span,
                           const Episode& episode)
{
    const Episode* holding = nullptr;
    for (const Episode& one : stored) {
        if (span.first <= one.startsOn && one.startsOn <= span.last && isSamePlace(one, episode))
            return &one;
        if (one.startsOn <= episode.startsOn && (!one.endsOn || episode.startsOn < *one.endsOn))
            holding = &one;
    }
    return holding;
}

/// Empty: nothing in it is news. `endDecided`: its end is on a day that was put right.
std::optional<Episode> newsIn(const Episode& episode, const std::vector<Episode>& stored,
                              const DaySpan& span, bool endDecided)
{
    const Episode* standing = standingFor(stored, span, episode);
    if (!standing)
        return std::nullopt;
    const bool endsLater =
        episode.endsOn && *episode.endsOn > span.last && !endDecided && !standing->endsOn;
    const bool isAnother =
        episode.legalStatus != standing->legalStatus || episode.needCode != standing->needCode;
    const bool hasStatus = !episode.legalStatus.empty() && isAnother &&
                           (standing->startsOn < episode.startsOn || standing->legalStatus.empty());
    if (!endsLater && !hasStatus)
        return std::nullopt;
    Episode news = *standing;
    if (endsLater) {
        news.endsOn = episode.endsOn;
        news.endReason = episode.endReason;
        news.changeReason = episode.changeReason;
    }
    if (hasStatus) {
        news.legalStatus = episode.legalStatus;
        news.needCode = episode.needCode;
        if (standing->startsOn < episode.startsOn) {
            news.startsOn = episode.startsOn;
            news.startReason = "L";
        }
    }
    return news;
}

const Episode* startingOn(const std::vector<Episode>& episodes, Date day)
{
    const auto found = std::find_if(episodes.begin(), episodes.end(), [&](const Episode& episode) {
        return episode.startsOn == day;
    });
    return found == episodes.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Episode> newsBeside(const std::vector<Episode>& stored,
                                const std::vector<DaySpan>& decided,
                                const std::vector<Episode>& fromReturn)
{
    std::vector<Episode> news;
    const Episode* replaced = nullptr;  // by what stands here
    for (const Episode& episode : fromReturn) {
        std::optional<DaySpan> span = spanWith(decided, episode.startsOn);
        // Another legal status in the same place: what held of the place holds on.
        if (!span && replaced && replaced->endsOn == episode.startsOn &&
            isSamePlace(*replaced, episode))
            span = DaySpan{episode.startsOn, episode.startsOn};
        replaced = nullptr;
        if (span) {
            const bool endDecided = episode.endsOn && spanWith(decided, *episode.endsOn);
            auto taken = newsIn(episode, stored, *span, endDecided);
            if (!taken || !isSamePlace(*taken, episode))
                replaced = &episode;
            if (taken)
                news.push_back(*std::move(taken));
            continue;
        }
        news.push_back(episode);
        const Episode* standing = startingOn(stored, episode.startsOn);
        if (standing && episode.endsOn && spanWith(decided, *episode.endsOn)) {
            news.back().endsOn = standing->endsOn;
            news.back().endReason = standing->endReason;
            news.back().changeReason = standing->changeReason;
        }
    }
    return news;
}

std::vector<Episode> mergeEpisodes(std::vector<Episode> episodes)
{
    std::erase_if(episodes, hasNoNight);
    std::stable_sort(episodes.begin(), episodes.end(),
                     [](const Episode& a, const Episode& b) { return a.startsOn < b.startsOn; });
    episodes = longestPerEnd(groupedByStart(std::move(episodes)));
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
