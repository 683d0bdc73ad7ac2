#include "app/care/origins.h"

#include <algorithm>

#include "domain/identity.h"
#include "exchange/ssda903/reported_cells.h"
#include "storage/records/reported_repository.h"

namespace homeward::app {

using Kind = DateOrigin::Kind;

Origins::Origins(Records& records, const Child& child)
    : m_decided(records.care.decidedDaysOf(child.id))
{
    storage::ReportedRepository reports(records.transaction);
    const std::string today = caseNumberKey(child.caseNumber);
    std::vector<std::string> keys{today};
    for (const auto& [former, current] : records.children.formerKeys())
        if (current == today)
            keys.push_back(former);
    for (const std::string& key : keys)
        for (const ReportedRow& row : reports.standingOf(key))
            if (row.table == ReportedTable::Episodes)
                if (const auto read = exchange::ssda903::episodeFrom(row.cells))
                    m_told.push_back({read->episode, {Kind::Return, row.file, row.line, row.year}});
    std::ranges::stable_sort(m_told, {}, [](const Told& told) { return told.origin.year; });
}

bool Origins::isDecided(Date day) const
{
    return std::ranges::any_of(m_decided, [day](const DecidedDays& days) {
        return days.firstOn <= day && day <= days.lastOn;
    });
}

/// The first row of a return that says it; of the same place, where one is.
const Origins::Told* Origins::toldBeginning(const Placement& placement) const
{
    const Told* found = nullptr;
    for (const Told& told : m_told) {
        if (told.episode.startsOn != placement.startsOn)
            continue;
        if (told.episode.placeCode == placement.placeCode)
            return &told;
        if (!found)
            found = &told;
    }
    return found;
}

DateOrigin Origins::ofBeginning(const Placement& placement) const
{
    if (isDecided(placement.startsOn))
        return {};
    const Told* told = toldBeginning(placement);
    return told ? told->origin : DateOrigin{};
}

DateOrigin Origins::ofEnd(const Placement& placement, const CareHistory& history) const
{
    if (!placement.endsOn || isDecided(*placement.endsOn))
        return {};
    for (const Told& told : m_told)
        if (told.episode.endsOn == placement.endsOn &&
            told.episode.startsOn >= placement.startsOn &&
            told.episode.startsOn <= *placement.endsOn)
            return told.origin;
    // No return says it: where both placements come from returns, the next one's first day is
    // taken.
    const auto next =
        std::ranges::find(history.placements, *placement.endsOn, &Placement::startsOn);
    const bool derived = toldBeginning(placement) && next != history.placements.end() &&
                         toldBeginning(*next) != nullptr;
    return derived ? DateOrigin{Kind::Guessed, {}, 0, 0} : DateOrigin{};
}

}  // namespace homeward::app
