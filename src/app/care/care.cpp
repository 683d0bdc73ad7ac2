#include "app/care/care.h"

#include "app/care/care_change.h"

namespace homeward::app {
namespace {

/// The time in care as the person saw it.
Result<CarePeriod> seenPeriod(UnitOfWork& unit, const CarePeriodId& id, int seenVersion)
{
    auto period = unit.care.findPeriod(id);
    if (!period)
        return notFound("care-period", id.value);
    if (period->rowVersion != seenVersion)
        return editConflict("care-period", id.value);
    return *std::move(period);
}

Result<Done> writtenBy(const Result<CareHistory>& history)
{
    return history ? Result<Done>(Done{}) : Result<Done>(history.error());
}

}  // namespace

Result<CarePeriodId> beginCare(Session& session, const CareBeginning& beginning)
{
    return commit<CarePeriodId>(
        session, "begin-care", Right::EditChildren, [&](UnitOfWork& unit) -> Result<CarePeriodId> {
            const auto history = changeHistory(
                unit, beginning.child, [&](const CareHistory& before, const CareRules& rules) {
                    return withCareBegun(before, beginning.startsOn, beginning.needCode,
                                         beginning.legalStatus, rules);
                });
            if (!history)
                return history.error();
            return carePeriodOn(history->periods, beginning.startsOn)->id;
        });
}

Result<Done> endCare(Session& session, const CarePeriodId& period, int seenVersion, Date endsOn,
                     const std::string& endCode)
{
    return commit<Done>(
        session, "end-care", Right::EditChildren, [&](UnitOfWork& unit) -> Result<Done> {
            const auto seen = seenPeriod(unit, period, seenVersion);
            if (!seen)
                return seen.error();
            if (seen->endsOn)
                return editConflict("care-period", period.value);
            const CareTerms terms{seen->startsOn, endsOn, seen->needCode, endCode};
            return writtenBy(changeHistory(unit, seen->child,
                                           [&](const CareHistory& before, const CareRules& rules) {
                                               return withCareTerms(before, period, terms, rules);
                                           }));
        });
}

Result<Done> correctCare(Session& session, const CarePeriodId& period, int seenVersion,
                         const CareTerms& terms)
{
    return commit<Done>(
        session, "correct-care", Right::EditChildren, [&](UnitOfWork& unit) -> Result<Done> {
            const auto seen = seenPeriod(unit, period, seenVersion);
            if (!seen)
                return seen.error();
            return writtenBy(changeHistory(unit, seen->child,
                                           [&](const CareHistory& before, const CareRules& rules) {
                                               return withCareTerms(before, period, terms, rules);
                                           }));
        });
}

Result<Done> withdrawCare(Session& session, const CarePeriodId& period, int seenVersion)
{
    return commit<Done>(
        session, "withdraw-care", Right::EditChildren, [&](UnitOfWork& unit) -> Result<Done> {
            const auto seen = seenPeriod(unit, period, seenVersion);
            if (!seen)
                return seen.error();
            return writtenBy(
                changeHistory(unit, seen->child, [&](const CareHistory& before, const CareRules&) {
                    return withoutCare(before, period);
                }));
        });
}

Result<Done> recordLegalStatus(Session& session, const ChildId& child, Date startsOn,
                               const std::string& code)
{
    return commit<Done>(
        session, "record-legal-status", Right::EditChildren, [&](UnitOfWork& unit) -> Result<Done> {
            return writtenBy(
                changeHistory(unit, child, [&](const CareHistory& before, const CareRules& rules) {
                    return withLegalStatus(before, startsOn, code, rules);
                }));
        });
}

}  // namespace homeward::app
