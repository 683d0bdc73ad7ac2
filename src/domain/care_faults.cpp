#include "domain/care_faults.h"

#include <algorithm>

namespace homeward {
namespace {

struct Fault {
    std::string rule;
    std::string earlier;  ///< ids of the records
    std::string later;
    bool atStart = false;  ///< of `later`, where it is about one record
    Date day;
    bool isLike(const Fault& other) const
    {
        return rule == other.rule && earlier == other.earlier && later == other.later;
    }
};

template <typename Record>
void addFaultsAmong(const std::vector<Record>& records, Date birth, std::vector<Fault>& faults)
{
    const Record* previous = nullptr;
    for (const Record& record : records) {
        const std::string& id = record.id.value;
        if (record.endsOn && *record.endsOn < record.startsOn)
            faults.push_back({"ends-before-start", id, id, false, record.startsOn});
        if (record.startsOn < birth)
            faults.push_back({"before-birth", id, id, true, birth});
        if (previous && (!previous->endsOn || record.startsOn < *previous->endsOn))
            faults.push_back({"overlaps", previous->id.value, id, true, record.startsOn});
        previous = &record;
    }
}

/// Nobody lives in a place of care, or under a legal status, outside of care.
template <typename Record>
void addFaultsOutside(const std::vector<Record>& records, const std::vector<CarePeriod>& periods,
                      std::vector<Fault>& faults)
{
    for (const Record& record : records) {
        const auto beginsIn = [&](const CarePeriod& period) {
            return period.startsOn <= record.startsOn &&
                   (!period.endsOn || record.startsOn <= *period.endsOn);
        };
        const auto liesIn = [&](const CarePeriod& period) {
            return beginsIn(period) &&
                   (!period.endsOn || (record.endsOn && *record.endsOn <= *period.endsOn));
        };
        if (std::any_of(periods.begin(), periods.end(), liesIn))
            continue;
        const bool begins = std::any_of(periods.begin(), periods.end(), beginsIn);
        faults.push_back(
            {"outside-care", record.id.value, record.id.value, !begins, record.startsOn});
    }
}

std::vector<Fault> faultsOf(const CareHistory& history, Date birth)
{
    std::vector<Fault> faults;
    addFaultsAmong(history.periods, birth, faults);
    addFaultsAmong(history.legalStatuses, birth, faults);
    addFaultsAmong(history.placements, birth, faults);
    addFaultsOutside(history.placements, history.periods, faults);
    addFaultsOutside(history.legalStatuses, history.periods, faults);
    return faults;
}

/// One that came and went on a day stands before what took its place that day.
template <typename Record>
void sortByStart(std::vector<Record>& records)
{
    std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
        if (a.startsOn != b.startsOn)
            return a.startsOn < b.startsOn;
        return a.endsOn == a.startsOn && b.endsOn != b.startsOn;
    });
}

}  // namespace

Result<CareHistory> checked(const CareHistory& before, CareHistory after, const std::string& target,
                            Date birth)
{
    sortByStart(after.periods);
    sortByStart(after.legalStatuses);
    sortByStart(after.placements);
    const std::vector<Fault> known = faultsOf(before, birth);
    for (const Fault& fault : faultsOf(after, birth)) {
        if (std::any_of(known.begin(), known.end(),
                        [&](const Fault& one) { return fault.isLike(one); }))
            continue;
        const bool byStart = fault.earlier == fault.later ? fault.atStart : fault.later == target;
        return invalidInput(byStart ? "startsOn" : "endsOn", fault.rule,
                            {{"startsOn", fault.day.toIso()}});
    }
    return after;
}

}  // namespace homeward
