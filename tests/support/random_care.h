#pragma once

#include <random>
#include <string>
#include <vector>

#include "domain/care_rules.h"

namespace homeward::test {

/// Clean random histories of one child, and acts of people upon them.
class RandomCare {
public:
    explicit RandomCare(unsigned seed) : m_engine(seed) {}

    static CareRules rules() { return {*Date::fromYmd(2010, 1, 1), *Date::fromYmd(2026, 3, 31)}; }

    /// One to three times in care with one to four placements each, now and then a gap between two
    /// or an open end.
    CareHistory history()
    {
        CareHistory made;
        Date day = Date::fromYmd(2020, 4, 1)->plusDays(below(200));
        const int periods = 1 + below(3);
        for (int p = 0; p < periods; ++p) {
            const bool open = p + 1 == periods && chance(2);
            addPeriod(made, day, open);
            day = made.periods.back().endsOn.value_or(day).plusDays(1 + below(200));
        }
        return made;
    }

    /// A person changes something; what the rules refuse is left out.
    Result<CareHistory> act(const CareHistory& history)
    {
        const Placement& placement = one(history.placements);
        const CarePeriod& period = one(history.periods);
        switch (below(6)) {
            case 0:
                return withPlacementTerms(history, placement.id,
                                          {moved(placement.startsOn), placement.endsOn, "CARPL"},
                                          rules());
            case 1:
                return withPlacementTerms(history, placement.id,
                                          {placement.startsOn, newEnd(placement.endsOn), "OTHER"},
                                          rules());
            case 2:
                return withoutPlacement(history, placement.id, chance(2));
            case 3:
                return withCareTerms(
                    history, period.id,
                    {period.startsOn, newEnd(period.endsOn), period.needCode, "E4A"}, rules());
            case 4:
                return withCareTerms(
                    history, period.id,
                    {moved(period.startsOn), period.endsOn, period.needCode, period.endCode},
                    rules());
            default:
                return withPlacementTerms(history, placement.id,
                                          {placement.startsOn, placement.startsOn, "OTHER"},
                                          rules());
        }
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    bool chance(int oneIn) { return below(oneIn) == 0; }
    template <typename Record>
    const Record& one(const std::vector<Record>& records)
    {
        return records[static_cast<std::size_t>(below(static_cast<int>(records.size())))];
    }

private:
    std::string nextId() { return "id-" + std::to_string(++m_ids); }
    Date moved(Date day) { return day.plusDays(below(41) - 20); }
    std::optional<Date> newEnd(const std::optional<Date>& end)
    {
        if (!end || chance(4))
            return end ? std::nullopt : std::optional(rules().today.plusDays(-below(60)));
        return moved(*end);
    }

    void addPeriod(CareHistory& made, Date start, bool open)
    {
        static constexpr const char* kPlaces[] = {"U6", "U4", "K2", "P1"};
        Date day = start;
        const int placements = 1 + below(4);
        for (int i = 0; i < placements; ++i) {
            Placement placement;
            placement.id.value = nextId();
            placement.startsOn = day;
            day = day.plusDays(2 + below(150));
            placement.endsOn = day;
            placement.placeCode = kPlaces[(i + below(3)) % 4];
            placement.providerCode = "PR1";
            placement.placePostcode = "ZZ" + std::to_string(m_ids) + " 1AA";
            placement.startReason = i == 0 ? "S" : "P";
            placement.changeReason = "CARPL";
            made.placements.push_back(placement);
            if (chance(5))
                day = day.plusDays(1 + below(20));
        }
        CarePeriod period;
        period.id.value = nextId();
        period.startsOn = start;
        period.needCode = "N1";
        LegalStatus status;
        status.id.value = nextId();
        status.startsOn = start;
        status.code = "C2";
        status.needCode = "N1";
        status.startReason = "S";
        if (open) {
            made.placements.back().endsOn.reset();
            made.placements.back().changeReason.clear();
        } else {
            period.endsOn = status.endsOn = made.placements.back().endsOn;
            period.endCode = "E4A";
        }
        made.periods.push_back(period);
        if (chance(2)) {  // an order is made meanwhile
            LegalStatus order = status;
            order.id.value = nextId();
            order.startsOn = start.plusDays(1 + below(60));
            order.code = "E1";
            order.startReason = "L";
            if (!period.endsOn || order.startsOn < *period.endsOn) {
                status.endsOn = order.startsOn;
                made.legalStatuses.push_back(status);
                status = order;
            }
        }
        made.legalStatuses.push_back(status);
    }

    std::mt19937 m_engine;
    int m_ids = 0;
};

}  // namespace homeward::test
