#include "app/records/placements.h"

#include <map>

#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "domain/statutory_codes.h"

namespace homeward::app {

Result<PlacementHistory> placementsOf(Session& session, const ChildId& child)
{
    return query<PlacementHistory>(
        session, "read placements", [&](Records& records) -> Result<PlacementHistory> {
            if (!records.children.find(child))
                return notFound("child", child.value);
            std::map<AccountId, std::string> people;
            for (const Account& account : records.accounts.all())
                people[account.id] = account.personName;
            std::map<PlacementId, storage::StoredDecision> decisions;
            for (auto& decision : records.searches.decisionsOf(child)) {
                const PlacementId placement = decision.placement;
                decisions[placement] = std::move(decision);
            }
            PlacementHistory answer;
            answer.history = records.care.historyOf(child);
            const StatutoryCodes& codes = StatutoryCodes::builtIn();
            for (const Placement& placement : answer.history.placements) {
                PlacementRow row;
                row.placement = placement;
                row.placeLabel = codes.label("PLACE", placement.placeCode);
                row.providerLabel = codes.label("PLACE_PROVIDER", placement.providerCode);
                if (const auto home = placement.home ? records.homes.find(*placement.home)
                                                     : std::optional<Home>()) {
                    row.homeName = home->name;
                    if (!home->providerName.empty())
                        row.providerLabel = home->providerName;
                }
                if (const auto found = decisions.find(placement.id); found != decisions.end()) {
                    row.decidedBy = people[found->second.decidedBy];
                    row.decisionReason = found->second.reason;
                }
                answer.rows.push_back(std::move(row));
            }
            return answer;
        });
}

Result<Done> endPlacement(Session& session, const PlacementId& placement, int seenVersion,
                          Date endsOn, const std::string& changeReason)
{
    return commit<Done>(
        session, "end-placement", Right::DecidePlacements, [&](UnitOfWork& unit) -> Result<Done> {
            const auto before = unit.care.findPlacement(placement);
            if (!before)
                return notFound("placement", placement.value);
            if (endsOn <= before->startsOn)
                return invalidInput("endsOn", "ends-before-start");
            if (endsOn > unit.today())
                return invalidInput("endsOn", "in-future");
            if (!changeReason.empty() &&
                !StatutoryCodes::builtIn().find("REASON_PLACE_CHANGE", changeReason))
                return invalidInput("changeReason", "unknown-code");
            if (before->endsOn)
                return editConflict("placement", placement.value);
            Placement after = *before;
            after.endsOn = endsOn;
            after.changeReason = changeReason;
            after.rowVersion = seenVersion;
            if (!unit.care.update(after, unit.stamp()))
                return editConflict("placement", placement.value);
            unit.audit("placement", placement.value, before->child, auditFields(*before),
                       auditFields(after));
            unit.touched(Aggregate::Placement, before->child.value);
            if (before->home)
                unit.touched(Aggregate::Home, before->home->value);
            return Done{};
        });
}

}  // namespace homeward::app
