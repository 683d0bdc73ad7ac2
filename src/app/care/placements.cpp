#include "app/care/placements.h"

#include <map>

#include "app/records/child_access.h"
#include "app/care/care_change.h"
#include "app/care/origins.h"
#include "app/trust/audit_fields.h"
#include "domain/statutory_codes.h"

namespace homeward::app {
namespace {

/// Rows of a child's placements, with what lists beside the record say of them.
class RowMaker {
public:
    RowMaker(Records& records, const Child& child, const CareHistory& history)
        : m_records(records), m_origins(records, child), m_history(history)
    {
        for (const Account& account : records.accounts.all())
            m_people[account.id] = account.personName;
        for (auto& decision : records.searches.decisionsOf(child.id)) {
            const PlacementId placement = decision.placement;
            m_decisions[placement] = std::move(decision);
        }
    }

    std::vector<PlacementRow> rowsOf(const std::vector<Placement>& placements)
    {
        std::vector<PlacementRow> rows;
        rows.reserve(placements.size());
        for (const Placement& placement : placements)
            rows.push_back(rowOf(placement));
        return rows;
    }

private:
    PlacementRow rowOf(const Placement& placement)
    {
        const StatutoryCodes& codes = StatutoryCodes::builtIn();
        PlacementRow row;
        row.placement = placement;
        row.began = m_origins.ofBeginning(placement);
        row.ended = m_origins.ofEnd(placement, m_history);
        row.placeLabel = codes.label("PLACE", placement.placeCode);
        row.providerLabel = codes.label("PLACE_PROVIDER", placement.providerCode);
        if (const auto home =
                placement.home ? m_records.homes.find(*placement.home) : std::optional<Home>()) {
            row.homeName = home->name;
            if (!home->providerName.empty())
                row.providerLabel = home->providerName;
        }
        if (const auto found = m_decisions.find(placement.id); found != m_decisions.end()) {
            row.decidedBy = m_people[found->second.decidedBy];
            row.decisionReason = found->second.reason;
        }
        return row;
    }

    Records& m_records;
    const Origins m_origins;
    const CareHistory& m_history;
    std::map<AccountId, std::string> m_people;
    std::map<PlacementId, storage::StoredDecision> m_decisions;
};

/// The placement as the person saw it.
Result<Placement> seenPlacement(UnitOfWork& unit, const PlacementId& id, int seenVersion)
{
    auto placement = unit.care.findPlacement(id);
    if (!placement)
        return notFound("placement", id.value);
    if (placement->rowVersion != seenVersion)
        return editConflict("placement", id.value);
    return *std::move(placement);
}

Result<Done> changeTerms(UnitOfWork& unit, const Placement& placement, const PlacementTerms& terms)
{
    if (placement.withdrawn)
        return editConflict("placement", placement.id.value);
    const auto history = changeHistory(
        unit, placement.child, [&](const CareHistory& before, const CareRules& rules) {
            return withPlacementTerms(before, placement.id, terms, rules);
        });
    if (!history)
        return history.error();
    return Done{};
}

/// Writes the placement itself, which is in the history before or after it, never in both.
std::optional<Error> writeMark(UnitOfWork& unit, const Placement& before, Placement& after)
{
    if (!unit.care.update(after, unit.stamp()))
        return editConflict("placement", after.id.value);
    unit.audit("placement", after.id.value, after.child, auditFields(before), auditFields(after));
    ++after.rowVersion;
    if (after.home)
        unit.touched(Aggregate::Home, after.home->value);
    return std::nullopt;
}

CareHistory without(CareHistory history, const PlacementId& placement)
{
    std::erase_if(history.placements, [&](const Placement& one) { return one.id == placement; });
    return history;
}

/// The days of the placement itself are put right as well, beside those of its neighbours.
void noteDays(UnitOfWork& unit, const Placement& withdrawn)
{
    CareHistory only;
    only.placements.push_back(withdrawn);
    for (const DaySpan& span : daysPutRight(only, {}, unit.today()))
        unit.care.insert(
            DecidedDays{unit.newId<DecidedDaysId>(), withdrawn.child, span.first, span.last});
}

}  // namespace

Result<PlacementHistory> placementsOf(Session& session, const ChildId& child)
{
    return queryChild<PlacementHistory>(
        session, "read placements", child, [&](Records& records) -> Result<PlacementHistory> {
            const auto found = records.children.find(child);
            if (!found)
                return notFound("child", child.value);
            PlacementHistory answer;
            answer.history = records.care.historyOf(child);
            RowMaker maker(records, *found, answer.history);
            answer.rows = maker.rowsOf(answer.history.placements);
            answer.withdrawn = maker.rowsOf(records.care.withdrawnOf(child));
            return answer;
        });
}

Result<Done> endPlacement(Session& session, const PlacementId& placement, int seenVersion,
                          Date endsOn, const std::string& changeReason)
{
    return commit<Done>(session, "end-placement", Right::DecidePlacements,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            const auto seen = seenPlacement(unit, placement, seenVersion);
                            if (!seen)
                                return seen.error();
                            if (seen->endsOn)
                                return editConflict("placement", placement.value);
                            return changeTerms(unit, *seen, {seen->startsOn, endsOn, changeReason});
                        });
}

Result<Done> correctPlacement(Session& session, const PlacementId& placement, int seenVersion,
                              const PlacementTerms& terms)
{
    return commit<Done>(session, "correct-placement", Right::DecidePlacements,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            const auto seen = seenPlacement(unit, placement, seenVersion);
                            if (!seen)
                                return seen.error();
                            return changeTerms(unit, *seen, terms);
                        });
}

Result<Done> withdrawPlacement(Session& session, const PlacementId& placement, int seenVersion,
                               const Withdrawing& withdrawing)
{
    return commit<Done>(
        session, "withdraw-placement", Right::DecidePlacements,
        [&](UnitOfWork& unit) -> Result<Done> {
            const auto seen = seenPlacement(unit, placement, seenVersion);
            if (!seen)
                return seen.error();
            if (seen->withdrawn)
                return editConflict("placement", placement.value);
            const CareHistory before = unit.care.historyOf(seen->child);
            auto after = withoutPlacement(before, placement, withdrawing.previousGoesOn);
            if (!after)
                return after.error();
            Placement marked = *seen;
            marked.withdrawn =
                seen->startsOn > unit.today() ? Withdrawal::Cancelled : Withdrawal::InError;
            marked.withdrawnNote = withdrawing.note;
            if (auto error = writeMark(unit, *seen, marked))
                return *error;
            noteDays(unit, *seen);
            if (auto error = writeChange(unit, seen->child, without(before, placement), *after))
                return *error;
            return Done{};
        });
}

Result<Done> restorePlacement(Session& session, const PlacementId& placement, int seenVersion,
                              const std::string& changeReason)
{
    return commit<Done>(session, "restore-placement", Right::DecidePlacements,
                        [&](UnitOfWork& unit) -> Result<Done> {
                            const auto seen = seenPlacement(unit, placement, seenVersion);
                            if (!seen)
                                return seen.error();
                            if (!seen->withdrawn)
                                return editConflict("placement", placement.value);
                            const auto rules = careRulesOf(unit, seen->child);
                            if (!rules)
                                return rules.error();
                            const CareHistory before = unit.care.historyOf(seen->child);
                            auto after = withPlacementBack(before, *seen, changeReason, *rules);
                            if (!after)
                                return after.error();
                            Placement restored = *seen;
                            restored.withdrawn.reset();
                            restored.withdrawnNote.clear();
                            if (auto error = writeMark(unit, *seen, restored))
                                return *error;
                            CareHistory others = without(*std::move(after), placement);
                            if (auto error = writeChange(unit, seen->child, before, others))
                                return *error;
                            return Done{};
                        });
}

Result<PlacementId> placeElsewhere(Session& session, const PlacementElsewhere& elsewhere)
{
    return commit<PlacementId>(
        session, "start-placement", Right::DecidePlacements,
        [&](UnitOfWork& unit) -> Result<PlacementId> {
            const auto history = changeHistory(
                unit, elsewhere.child, [&](const CareHistory& before, const CareRules& rules) {
                    Placement placement;
                    placement.startsOn = elsewhere.startsOn;
                    placement.placeCode = elsewhere.placeCode;
                    placement.providerCode = elsewhere.providerCode;
                    placement.placePostcode = elsewhere.postcode;
                    if (!before.placements.empty())
                        placement.homePostcode = before.placements.back().homePostcode;
                    return withPlacement(before, std::move(placement), elsewhere.changeReason,
                                         rules);
                });
            if (!history)
                return history.error();
            return history->placements.back().id;
        });
}

}  // namespace homeward::app
