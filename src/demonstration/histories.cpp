#include "demonstration/histories.h"

#include <algorithm>
#include <map>

#include "demonstration/place/area.h"

namespace homeward::demonstration {
namespace {

/// From this day semi-independent living is registered supported accommodation: H5 becomes K3.
const Date kSupportedRegistered = *Date::fromYmd(2024, 4, 1);
constexpr int kPencePerPound = 100;
constexpr int kNoticeDays = 28;  ///< between notice and the last day, as fostering agreements say
constexpr double kNoticeShare = 0.02;
constexpr double kPlannedShare = 0.015;

/// Where and with whom a stay is, as the return says it.
struct PlaceFacts {
    std::optional<HomeId> home;
    std::string providerCode;
    std::string number;
    std::string postcode;
    std::optional<int> weeklyCostPence;
};

class HistoryMaker {
public:
    HistoryMaker(const Cast& cast, const Houses& houses, const InventionPlan& plan)
        : m_cast(cast), m_houses(houses), m_span(plan), m_random(plan.seed, "histories")
    {
    }

    CareHistory make(const Life& life)
    {
        CareHistory history;
        addPlacements(life, history);
        addPeriods(life, history);
        for (const CarePeriod& period : history.periods)
            addStatuses(life, period, history);
        return asImported(history);
    }

private:
    /// What splitting the return would give, with homes and costs from the records it came from.
    static CareHistory asImported(const CareHistory& made)
    {
        std::map<Date, const Placement*> byStart;
        for (const Placement& placement : made.placements)
            byStart[placement.startsOn] = &placement;
        CareHistory history = splitEpisodes(deriveEpisodes(made));
        for (Placement& placement : history.placements) {
            const Placement& from = *byStart.at(placement.startsOn);
            placement.home = from.home;
            placement.weeklyCostPence = from.weeklyCostPence;
        }
        return history;
    }

    // Placements

    void addPlacements(const Life& life, CareHistory& history)
    {
        for (std::size_t i = 0; i < life.stays.size(); ++i) {
            const Stay& stay = life.stays[i];
            const PlaceFacts facts = factsOf(stay);
            Placement placement;
            placement.startsOn = stay.from;
            placement.endsOn = stay.to;
            placement.placeCode = codeAt(life, stay, stay.from);
            placement.home = facts.home;
            placement.providerCode = facts.providerCode;
            placement.providerNumber = facts.number;
            placement.placePostcode = facts.postcode;
            placement.homePostcode = m_cast.families[life.family].postcode;
            placement.weeklyCostPence = facts.weeklyCostPence;
            if (const auto on = codeChanges(stay)) {
                Placement later = placement;
                placement.endsOn = on;
                placement.changeReason = "PLACE";
                later.startsOn = *on;
                later.startReason = "T";
                later.placeCode = codeAt(life, stay, *on);
                history.placements.push_back(std::move(placement));
                placement = std::move(later);
            }
            if (i + 1 < life.stays.size() && life.stays[i + 1].from == stay.to)
                placement.changeReason = reasonToMove(life.stays[i + 1]);
            history.placements.push_back(std::move(placement));
        }
    }

    static std::optional<Date> codeChanges(const Stay& stay)
    {
        const auto inside = [&](Date day) {
            return day > stay.from && (!stay.to || day < *stay.to);
        };
        if (stay.setting == Setting::Supported && inside(kSupportedRegistered))
            return kSupportedRegistered;
        if (stay.longTermFrom && inside(*stay.longTermFrom))
            return stay.longTermFrom;
        return std::nullopt;
    }

    static std::string codeAt(const Life& life, const Stay& stay, Date day)
    {
        const bool lasting = stay.longTermFrom && day >= *stay.longTermFrom;
        switch (stay.setting) {
            case Setting::Fostering:
                if (life.route == Route::Adoption)
                    return "U5";
                return lasting ? "U4" : "U6";
            case Setting::Kinship:
                return lasting ? "U1" : "U3";
            case Setting::ChildrensHome:
                return "K2";
            case Setting::Supported:
                return day < kSupportedRegistered ? "H5" : "K3";
            case Setting::Parents:
                return "P1";
            case Setting::Adoption:
                return "A6";
        }
        return {};
    }

    std::string reasonToMove(const Stay& next)
    {
        static const std::vector<std::string> planned{"CARPL", "OTHER", "CREQO", "CLOSE", "LAREQ"};
        static const std::vector<std::string> unplanned{"CREQB", "CREQO", "CHILD",
                                                        "OTHER", "STAND", "ALLEG"};
        return next.planned ? planned[m_random.weighted({78, 8, 6, 5, 3})]
                            : unplanned[m_random.weighted({44, 20, 14, 12, 5, 5})];
    }

    PlaceFacts factsOf(const Stay& stay)
    {
        if (stay.home == kNoHome)
            return factsOfUnknown(stay);
        const House& house = m_houses.all[stay.home];
        return {house.home.id, m_houses.suppliers[house.supplier].code, house.number,
                house.home.postcode, house.home.weeklyCostPence};
    }

    PlaceFacts factsOfUnknown(const Stay& stay)
    {
        PlaceFacts facts;
        facts.postcode = inventedPostcode(m_random);
        const auto weekly = [&](int least, int most) {
            return (least + 5 * m_random.between(0, (most - least) / 5)) * kPencePerPound;
        };
        switch (stay.setting) {
            case Setting::Fostering:
                facts.providerCode = m_random.chance(0.7) ? "PR4" : "PR5";
                facts.weeklyCostPence = weekly(850, 1'150);
                break;
            case Setting::Kinship:
                facts.providerCode = "PR1";
                facts.weeklyCostPence = weekly(250, 350);
                break;
            case Setting::ChildrensHome:
                facts.providerCode = "PR4";
                facts.weeklyCostPence = weekly(5'000, 7'000);
                break;
            case Setting::Supported:
                facts.providerCode = m_random.chance(0.6) ? "PR4" : "PR5";
                facts.weeklyCostPence = weekly(1'000, 1'700);
                break;
            case Setting::Parents:
                facts.providerCode = "PR0";
                break;
            case Setting::Adoption:
                facts.providerCode = "PR1";
                break;
        }
        if (stay.setting != Setting::Parents)
            facts.number = inventedProviderNumber(m_random);
        return facts;
    }

    // Care periods and how they end

    void addPeriods(const Life& life, CareHistory& history)
    {
        CarePeriod period;
        period.startsOn = life.enters;
        period.needCode = life.needCode;
        if (life.atHome) {
            CarePeriod before = period;
            before.endsOn = life.atHome->first;
            before.endCode = m_random.chance(0.7) ? "E4A" : "E4B";
            history.periods.push_back(std::move(before));
            period.startsOn = life.atHome->second;
        }
        period.endsOn = life.leaves;
        if (life.leaves)
            period.endCode = endCodeOf(life);
        history.periods.push_back(std::move(period));
    }

    std::string endCodeOf(const Life& life)
    {
        using Codes = std::vector<std::string>;
        const Stay& last = life.stays.back();
        const bool fostered =
            last.setting == Setting::Fostering || last.setting == Setting::Kinship;
        switch (life.exit) {
            case Exit::Adopted:
                return m_random.chance(0.4) ? "E11" : "E12";
            case Exit::Guardianship:
                if (last.setting == Setting::Kinship)
                    return "E45";
                return Codes{"E46", "E47", "E41", "E48"}[m_random.weighted({35, 35, 22, 8})];
            case Exit::Home:
                return m_random.chance(0.78) ? "E4A" : "E4B";
            case Exit::Independent:
                return m_random.chance(0.7) ? "E5" : "E6";
            case Exit::Adult:
                if (fostered && m_random.chance(0.5))
                    return "E17";
                return Codes{"E5", "E6", "E7", "E8"}[m_random.weighted({48, 24, 8, 20})];
            case Exit::Other:
            case Exit::None:
                break;
        }
        return Codes{"E8", "E13", "E3", "E9"}[m_random.weighted({50, 28, 12, 10})];
    }

    // Legal statuses

    struct Step {
        Date on;
        std::string code;
    };

    void addStatuses(const Life& life, const CarePeriod& period, CareHistory& history)
    {
        const std::vector<Step> steps = stepsOf(life);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            LegalStatus status;
            status.startsOn = std::max(steps[i].on, period.startsOn);
            status.endsOn = period.endsOn;
            if (i + 1 < steps.size())
                status.endsOn =
                    period.endsOn ? std::min(steps[i + 1].on, *period.endsOn) : steps[i + 1].on;
            if (status.endsOn && *status.endsOn <= status.startsOn)
                continue;
            status.code = steps[i].code;
            status.needCode = life.needCode;
            history.legalStatuses.push_back(std::move(status));
        }
    }

    std::vector<Step> stepsOf(const Life& life)
    {
        std::vector<Step> steps;
        const auto add = [&](std::optional<Date> on, const char* code) {
            if (on && *on <= m_span.today)
                steps.push_back({*on, code});
        };
        const bool protectedFirst = life.interimFrom == life.enters && m_random.chance(0.12);
        if (life.interimFrom != life.enters)
            add(life.enters, "V2");
        if (protectedFirst)
            add(life.enters, "L2");
        if (life.interimFrom)
            add(protectedFirst ? life.interimFrom->plusDays(8) : *life.interimFrom, "C1");
        add(life.fullFrom, "C2");
        add(life.placementFrom, "E1");
        return steps;
    }

    const Cast& m_cast;
    const Houses& m_houses;
    Span m_span;
    Random m_random;
};

void giveIds(CareHistory& history, const ChildId& child, IdSource& ids)
{
    for (CarePeriod& period : history.periods) {
        period.id = ids.make<CarePeriodId>();
        period.child = child;
        period.rowVersion = 1;
    }
    for (LegalStatus& status : history.legalStatuses) {
        status.id = ids.make<LegalStatusId>();
        status.child = child;
        status.rowVersion = 1;
    }
    for (Placement& placement : history.placements) {
        placement.id = ids.make<PlacementId>();
        placement.child = child;
        placement.rowVersion = 1;
    }
}

/// Where a household gave notice, and where a move is planned.
void inventLeaving(CareHistory& history, const Date today, Random& random)
{
    if (history.placements.empty() || history.placements.back().endsOn)
        return;
    Placement& placement = history.placements.back();
    const double chance = random.unit();
    const int since = random.between(1, kNoticeDays - 4);
    if (chance < kNoticeShare && placement.startsOn < today.plusDays(-since))
        placement.leaving = {today.plusDays(kNoticeDays - since), today.plusDays(-since)};
    else if (chance > 1 - kPlannedShare)
        placement.leaving = {today.plusDays(7 * random.between(2, 8)), {}};
}

}  // namespace

std::vector<CareHistory> inventHistories(const Cast& cast, const Houses& houses,
                                         const InventionPlan& plan, IdSource& ids)
{
    HistoryMaker maker(cast, houses, plan);
    Random leaving(plan.seed, "leaving");
    std::vector<CareHistory> histories;
    histories.reserve(cast.lives.size());
    for (const Life& life : cast.lives) {
        histories.push_back(maker.make(life));
        giveIds(histories.back(), life.child.id, ids);
        inventLeaving(histories.back(), plan.today, leaving);
    }
    return histories;
}

}  // namespace homeward::demonstration
