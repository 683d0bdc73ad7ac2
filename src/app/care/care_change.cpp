#include "app/care/care_change.h"

#include <algorithm>

#include "app/trust/audit_fields.h"

namespace homeward::app {
namespace {

template <typename Record, typename IdType>
const Record* withId(const std::vector<Record>& records, const IdType& id)
{
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

/// One kind of record of one child: new ones, changed ones, and away with those that are in the
/// history no more.
template <typename Record>
std::optional<Error> writeRecords(UnitOfWork& unit, const ChildId& child,
                                  const std::vector<Record>& before, std::vector<Record>& after)
{
    for (const Record& record : before)
        if (!withId(after, record.id)) {
            unit.care.remove(record.id);
            unit.audit(entityName(record), record.id.value, child, auditFields(record), {});
        }
    for (Record& record : after) {
        record.child = child;
        if (record.id.isEmpty()) {
            record.id = unit.newId<decltype(record.id)>();
            unit.care.insert(record, unit.stamp());
            unit.audit(entityName(record), record.id.value, child, {}, auditFields(record));
            continue;
        }
        const Record* was = withId(before, record.id);
        if (was && *was == record)
            continue;
        if (!unit.care.update(record, unit.stamp()))
            return editConflict(entityName(record), record.id.value);
        unit.audit(entityName(record), record.id.value, child,
                   was ? auditFields(*was) : AuditFields{}, auditFields(record));
    }
    return std::nullopt;
}

void touchHomes(UnitOfWork& unit, const std::vector<Placement>& placements,
                const std::vector<Placement>& others)
{
    for (const Placement& placement : placements) {
        const Placement* other = withId(others, placement.id);
        if (placement.home && !(other && *other == placement))
            unit.touched(Aggregate::Home, placement.home->value);
    }
}

}  // namespace

std::optional<Error> writeHistory(UnitOfWork& unit, const ChildId& child, const CareHistory& before,
                                  CareHistory& after)
{
    if (auto error = writeRecords(unit, child, before.periods, after.periods))
        return error;
    if (auto error = writeRecords(unit, child, before.legalStatuses, after.legalStatuses))
        return error;
    return writeRecords(unit, child, before.placements, after.placements);
}

std::optional<Error> writeChange(UnitOfWork& unit, const ChildId& child, const CareHistory& before,
                                 CareHistory& after)
{
    if (auto error = writeHistory(unit, child, before, after))
        return error;
    for (const DaySpan& span : daysPutRight(before, after, unit.today()))
        unit.care.insert(DecidedDays{unit.newId<DecidedDaysId>(), child, span.first, span.last});
    unit.touched(Aggregate::Placement, child.value);
    if (before.periods != after.periods || before.legalStatuses != after.legalStatuses)
        unit.touched(Aggregate::CareHistory, child.value);
    touchHomes(unit, before.placements, after.placements);
    touchHomes(unit, after.placements, before.placements);
    return std::nullopt;
}

Result<CareRules> careRulesOf(UnitOfWork& unit, const ChildId& child)
{
    const auto record = unit.children.find(child);
    if (!record)
        return notFound("child", child.value);
    return CareRules{record->birthDate, unit.today()};
}

Result<CareHistory> changeHistory(UnitOfWork& unit, const ChildId& child, const CareRule& rule)
{
    const auto rules = careRulesOf(unit, child);
    if (!rules)
        return rules.error();
    const CareHistory before = unit.care.historyOf(child);
    auto after = rule(before, *rules);
    if (!after)
        return after.error();
    if (auto error = writeChange(unit, child, before, *after))
        return *error;
    return after;
}

}  // namespace homeward::app
