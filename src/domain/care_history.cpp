#include "domain/care_history.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace homeward {
namespace {

// Splitting

bool placeDiffers(const Episode& a, const Episode& b)
{
    return a.placeCode != b.placeCode || a.providerCode != b.providerCode ||
           a.providerNumber != b.providerNumber || a.placePostcode != b.placePostcode;
}

/// Whether the start reason itself says that the child moved (all but L).
bool saysMoved(const std::string& startReason)
{
    return startReason.size() == 1 &&
           std::string_view("BPSTU").find(startReason[0]) != std::string_view::npos;
}

class HistoryBuilder {
public:
    void add(const Episode& episode)
    {
        const bool careStarts =
            !m_last || m_last->endsOn != episode.startsOn || m_last->endReason != kCareGoesOn;
        const bool placementStarts =
            careStarts || placeDiffers(*m_last, episode) || saysMoved(episode.startReason);
        const bool statusStarts = careStarts || !placementStarts ||
                                  m_last->legalStatus != episode.legalStatus ||
                                  m_last->needCode != episode.needCode;
        if (careStarts)
            startPeriod(episode);
        if (!placementStarts && m_hasStatus)
            m_history.legalStatuses.back().changeReason = m_last->changeReason;
        if (statusStarts)
            startStatus(episode, !placementStarts);
        if (placementStarts)
            startPlacement(episode);
        extendTo(episode);
        m_last = &episode;
    }
    CareHistory take() { return std::move(m_history); }

private:
    void startPeriod(const Episode& episode)
    {
        CarePeriod period;
        period.startsOn = episode.startsOn;
        period.needCode = episode.needCode;
        m_history.periods.push_back(std::move(period));
    }

    /// A stretch of care for which no legal status is on record has none.
    void startStatus(const Episode& episode, bool placementGoesOn)
    {
        m_hasStatus = !episode.legalStatus.empty();
        if (!m_hasStatus)
            return;
        LegalStatus status;
        status.startsOn = episode.startsOn;
        status.code = episode.legalStatus;
        status.needCode = episode.needCode;
        status.startReason = episode.startReason;
        if (placementGoesOn && m_last->homePostcode != episode.homePostcode)
            status.homePostcode = episode.homePostcode;
        m_history.legalStatuses.push_back(std::move(status));
    }

    /// Nor a placement: the last ended and care goes on.
    void startPlacement(const Episode& episode)
    {
        m_hasPlacement = !episode.placeCode.empty();
        if (!m_hasPlacement)
            return;
        Placement placement;
        placement.startsOn = episode.startsOn;
        placement.placeCode = episode.placeCode;
        placement.providerCode = episode.providerCode;
        placement.providerNumber = episode.providerNumber;
        placement.placePostcode = episode.placePostcode;
        placement.homePostcode = episode.homePostcode;
        placement.startReason = episode.startReason;
        m_history.placements.push_back(std::move(placement));
    }

    void extendTo(const Episode& episode)
    {
        CarePeriod& period = m_history.periods.back();
        period.endsOn = episode.endsOn;
        period.endCode =
            !episode.endsOn && episode.endReason == kCareGoesOn ? std::string{} : episode.endReason;
        if (m_hasStatus)
            m_history.legalStatuses.back().endsOn = episode.endsOn;
        if (!m_hasPlacement)
            return;
        m_history.placements.back().endsOn = episode.endsOn;
        m_history.placements.back().changeReason = episode.changeReason;
    }

    CareHistory m_history;
    bool m_hasPlacement = false;  ///< over the last episode
    bool m_hasStatus = false;
    const Episode* m_last = nullptr;
};

// Deriving

/// A stretch of one care period in which no record begins or ends, and what holds over it.
struct Stretch {
    Date from;
    std::optional<Date> to;
    bool first = false;  ///< of its care period
    bool last = false;
    const Placement* placement = nullptr;
    const LegalStatus* status = nullptr;

    bool placementBegins() const { return placement && placement->startsOn == from; }
    bool statusBegins() const { return status && status->startsOn == from; }
};

template <typename Record>
void addCuts(std::set<Date>& cuts, const std::vector<Record>& records, const CarePeriod& period,
             bool ownsLastDay)
{
    const auto inside = [&](Date day) {
        return day > period.startsOn && (!period.endsOn || day < *period.endsOn);
    };
    for (const Record& record : records) {
        if (inside(record.startsOn))
            cuts.insert(record.startsOn);
        if (record.endsOn && inside(*record.endsOn))
            cuts.insert(*record.endsOn);
        // Came and went on the last day of care: the return knows episodes without a night.
        if (ownsLastDay && record.endsOn == period.endsOn && record.startsOn == period.endsOn)
            cuts.insert(record.startsOn);
    }
}

/// The record that holds over the stretch, the last begun where several do; null: none.
template <typename Record>
const Record* holdingOver(const std::vector<Record>& records, const Stretch& stretch)
{
    const bool withoutNight = stretch.to == stretch.from;
    const Record* found = nullptr;
    for (const Record& record : records) {
        const bool notEnded = !record.endsOn || *record.endsOn > stretch.from ||
                              (withoutNight && *record.endsOn == stretch.from);
        if (record.startsOn <= stretch.from && notEnded)
            found = &record;
    }
    return found;
}

std::vector<Stretch> stretchesOf(const CareHistory& history, std::size_t index)
{
    const CarePeriod& period = history.periods[index];
    const bool restartsSameDay =
        index + 1 < history.periods.size() && history.periods[index + 1].startsOn == period.endsOn;
    std::set<Date> cuts{period.startsOn};
    addCuts(cuts, history.placements, period, !restartsSameDay);
    addCuts(cuts, history.legalStatuses, period, !restartsSameDay);

    std::vector<Stretch> stretches;
    for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
        const auto next = std::next(cut);
        const bool last = next == cuts.end();
        Stretch stretch{*cut, last ? period.endsOn : std::optional(*next), cut == cuts.begin(),
                        last};
        stretch.placement = holdingOver(history.placements, stretch);
        stretch.status = holdingOver(history.legalStatuses, stretch);
        stretches.push_back(stretch);
    }
    return stretches;
}

std::string startReasonOf(const Stretch& stretch)
{
    const bool moved = stretch.placementBegins();
    const bool statusBegins = stretch.statusBegins();
    std::string ofPlacement = moved ? stretch.placement->startReason : std::string{};
    const std::string ofStatus = statusBegins ? stretch.status->startReason : std::string{};
    if (moved && statusBegins) {
        if (!ofPlacement.empty() && ofPlacement == ofStatus)
            return ofPlacement;
        if (stretch.first)
            return "S";
        return ofPlacement == "T" || ofPlacement == "U" ? "U" : "B";
    }
    const std::string& recorded = moved ? ofPlacement : ofStatus;
    if (!recorded.empty())
        return recorded;
    if (stretch.first)
        return "S";
    return statusBegins ? "L" : "P";
}

std::string endReasonOf(const Stretch& stretch, const CarePeriod& period)
{
    const bool careGoesOn = !stretch.last || (!period.endsOn && period.endCode.empty());
    return careGoesOn ? std::string(kCareGoesOn) : period.endCode;
}

/// The reason is kept with the placement it ended, else with the legal status it ended.
std::string changeReasonOf(const Stretch& stretch, const Stretch* next)
{
    const bool placementGoesOn = next && next->placement == stretch.placement;
    if (stretch.placement && !placementGoesOn)
        return stretch.placement->changeReason;
    const bool statusGoesOn = next && next->status == stretch.status;
    return stretch.status && !statusGoesOn ? stretch.status->changeReason : std::string{};
}

/// `homePostcode` is the one in force before the stretch and becomes the one in force over it.
Episode episodeOver(const Stretch& stretch, const Stretch* next, const CarePeriod& period,
                    std::string& homePostcode)
{
    if (stretch.placement && (stretch.placementBegins() || stretch.first))
        homePostcode = stretch.placement->homePostcode;
    else if (stretch.statusBegins() && stretch.status->homePostcode)
        homePostcode = *stretch.status->homePostcode;

    Episode episode;
    episode.startsOn = stretch.from;
    episode.endsOn = stretch.to;
    episode.startReason = startReasonOf(stretch);
    episode.endReason = endReasonOf(stretch, period);
    episode.changeReason = changeReasonOf(stretch, next);
    episode.needCode = stretch.status ? stretch.status->needCode : period.needCode;
    if (stretch.status)
        episode.legalStatus = stretch.status->code;
    if (const Placement* placement = stretch.placement) {
        episode.placeCode = placement->placeCode;
        episode.providerCode = placement->providerCode;
        episode.providerNumber = placement->providerNumber;
        episode.placePostcode = placement->placePostcode;
        episode.homePostcode = homePostcode;
    }
    return episode;
}

template <typename Record>
const Record* holdingOn(const std::vector<Record>& records, Date day)
{
    const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) {
        return record.startsOn <= day && (!record.endsOn || day < *record.endsOn);
    });
    return found == records.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Episode> deriveEpisodes(const CareHistory& history)
{
    std::vector<Episode> episodes;
    for (std::size_t i = 0; i < history.periods.size(); ++i) {
        const std::vector<Stretch> stretches = stretchesOf(history, i);
        std::string homePostcode;
        for (std::size_t k = 0; k < stretches.size(); ++k) {
            const Stretch* next = k + 1 < stretches.size() ? &stretches[k + 1] : nullptr;
            episodes.push_back(episodeOver(stretches[k], next, history.periods[i], homePostcode));
        }
    }
    return episodes;
}

CareHistory splitEpisodes(const std::vector<Episode>& episodes)
{
    HistoryBuilder builder;
    for (const Episode& episode : episodes)
        builder.add(episode);
    return builder.take();
}

const Placement* placementOn(const std::vector<Placement>& placements, Date day)
{
    return holdingOn(placements, day);
}

const CarePeriod* carePeriodOn(const std::vector<CarePeriod>& periods, Date day)
{
    return holdingOn(periods, day);
}

}  // namespace homeward
