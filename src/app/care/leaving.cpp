#include "app/care/leaving.h"

#include "app/care/care_change.h"
#include "app/trust/audit_fields.h"
#include "domain/care_rules.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

using Change = std::function<std::optional<Error>(Placement&)>;

Result<Done> changeLasting(UnitOfWork& unit, const PlacementId& id, int seenVersion,
                           const Change& change)
{
    const auto seen = unit.care.findPlacement(id);
    if (!seen)
        return notFound("placement", id.value);
    if (seen->rowVersion != seenVersion || seen->withdrawn ||
        (seen->endsOn && *seen->endsOn <= unit.today()))
        return editConflict("placement", id.value);
    Placement changed = *seen;
    if (auto error = change(changed))
        return *error;
    if (changed == *seen)
        return Done{};
    if (!unit.care.update(changed, unit.stamp()))
        return editConflict("placement", id.value);
    unit.audit(entityName(changed), id.value, changed.child, auditFields(*seen),
               auditFields(changed));
    unit.touched(Aggregate::Placement, changed.child.value);
    if (changed.home)
        unit.touched(Aggregate::Home, changed.home->value);
    return Done{};
}

}  // namespace

Result<Done> recordLeaving(Session& session, const PlacementId& placement, int seenVersion,
                           const Leaving& leaving)
{
    return commit<Done>(
        session, "record-leaving", Right::DecidePlacements, [&](UnitOfWork& unit) -> Result<Done> {
            return changeLasting(unit, placement, seenVersion,
                                 [&](Placement& changed) -> std::optional<Error> {
                                     changed.leaving = leaving.by ? leaving : Leaving{};
                                     return checkLeaving(changed, unit.today());
                                 });
        });
}

Result<Done> settleOutsideTerms(Session& session, const PlacementId& placement, int seenVersion,
                                const std::string& settled)
{
    return commit<Done>(session, "settle-outside-terms", Right::DecidePlacements,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            return changeLasting(
                                unit, placement, seenVersion,
                                [&](Placement& changed) -> std::optional<Error> {
                                    if (!changed.outsideTerms.until)
                                        return invalidInput("placement", "within-terms");
                                    changed.outsideTerms.settled = trimmed(settled);
                                    return std::nullopt;
                                });
                        });
}

}  // namespace homeward::app
