#include "app/records/children.h"

#include "app/records/child_access.h"
#include "app/records/child_rows.h"
#include "app/session/asking.h"
#include "app/session/use_case.h"
#include "app/session/waiting.h"
#include "app/trust/audit_fields.h"
#include "storage/records/merge_repository.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

/// Pages read a record again after each change; that is not another look at the child.
constexpr std::int64_t kSameVisitMs = 15 * 60 * 1000;

Result<int> storeChanged(UnitOfWork& unit, const Child& child)
{
    const auto before = unit.children.find(child.id);
    if (!before)
        return notFound("child", child.id.value);
    if (auto checked = checkChild(child, unit.today(), &*before); !checked)
        return checked.error();
    if (auto other = unit.children.findByCaseNumber(child.caseNumber);
        other && other->id != child.id)
        return invalidInput("caseNumber", "already-exists");
    if (!unit.children.update(child, unit.stamp()))
        return editConflict("child", child.id.value);
    unit.audit("child", child.id.value, child.id, auditFields(*before), auditFields(child));
    unit.touched(Aggregate::Child, child.id.value);
    return child.rowVersion + 1;
}

/// Empty: no record seems to be about the same person.
std::optional<Error> samePersonError(UnitOfWork& unit, const Child& child)
{
    for (const Child& known : unit.children.bornOn(child.birthDate))
        if (seemsSamePerson(known, child))
            return invalidInput("child", "same-person",
                                {{"id", known.id.value},
                                 {"name", displayName(known)},
                                 {"number", known.caseNumber}});
    return std::nullopt;
}

}  // namespace

/// Whether looking now is another visit than the last look. A clock that was put back makes another
/// one: rather one view too many on record than one too few.
bool isAnotherVisit(Records& records, const ChildId& child, const AccountId& account, Timestamp now)
{
    const auto latest = records.views.latest(child, account);
    const std::int64_t passed = latest ? now.msSinceEpoch - latest->msSinceEpoch : 0;
    return !latest || passed < 0 || passed >= kSameVisitMs;
}

namespace {

/// Where the record went into another one, which that is.
Error notThere(Records& records, const ChildId& id)
{
    Error error = notFound("child", id.value);
    storage::MergeRepository merges(records.transaction);
    auto merge = merges.mergeOf(id);
    while (merge) {
        if (const auto child = records.children.find(merge->kept)) {
            error.facts = {{"merged", displayName(*child)},
                           {"number", child->caseNumber},
                           {"mergedId", child->id.value}};
            break;
        }
        merge = merges.mergeOf(merge->kept);
    }
    return error;
}

}  // namespace

Result<Done> giveReason(Session& session, const ChildId& id, const std::string& reason)
{
    if (trimmed(reason).empty())
        return invalidInput("reason", "required");
    auto given = commit<Done>(
        session, "open-with-reason", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<Done> {
            if (!unit.children.find(id))
                return notFound("child", id.value);
            unit.audit("child", id.value, id, {}, {{"reason", std::string(trimmed(reason))}});
            return Done{};
        });
    if (given)
        session.impl().shared->keepReasonFor(id);
    return given;
}

Result<ChildPage> openChild(Session& session, const ChildId& id)
{
    return queryChild<ChildPage>(session, "open child", id,
                                 [&](Records& records) -> Result<ChildPage> {
                                     auto child = records.children.find(id);
                                     const auto line = childList(records, session).find(id);
                                     if (!child || !line)
                                         return notThere(records, id);
                                     ChildPage page;
                                     page.summary = rowOf(*line, session.today());
                                     page.child = std::move(*child);
                                     page.siblings = records.children.siblingsOf(id);
                                     for (const ChildId& sibling : page.siblings)
                                         if (const auto other = records.children.find(sibling))
                                             page.siblingNames.push_back(displayName(*other));
                                     return page;
                                 });
}

void recordView(Session& session, const ChildId& id)
{
    SharedState& shared = *session.impl().shared;
    const Timestamp now = shared.environment.clock->now();
    const AccountId account = session.account().id;
    const auto due = query<bool>(session, "view due", [&](Records& records) -> Result<bool> {
        return isAnotherVisit(records, id, account, now);
    });
    if (due && *due)
        shared.oweView(id, now);
    logOwedViews(session);
}

void logOwedViews(Session& session)
{
    SharedState& shared = *session.impl().shared;
    const auto owed = shared.takeOwedViews();
    if (owed.empty())
        return;
    const AccountId account = session.account().id;
    const NoWaiting atOnce(session);
    // A view is a write of its own kind: no change, so no audit row.
    const auto logged = commit<Done>(session, "view-child", Right::ReadRecords,
                                     [&](UnitOfWork& unit) -> Result<Done> {
                                         for (const auto& [child, at] : owed) {
                                             if (!isAnotherVisit(unit, child, account, at))
                                                 continue;
                                             unit.views.append(child, {at, account});
                                             unit.touched(Aggregate::View, child.value);
                                         }
                                         return Done{};
                                     });
    if (!logged)
        for (const auto& [child, at] : owed)
            shared.oweView(child, at);
}

Result<ChildId> addChild(Session& session, const Child& child, SamePerson samePerson)
{
    if (auto checked = checkChild(child, session.today()); !checked)
        return checked.error();
    return commit<ChildId>(
        session, "add-child", Right::EditChildren, [&](UnitOfWork& unit) -> Result<ChildId> {
            if (unit.children.findByCaseNumber(child.caseNumber))
                return invalidInput("caseNumber", "already-exists");
            if (samePerson == SamePerson::Ask)
                if (auto same = samePersonError(unit, child))
                    return *same;
            Child added = child;
            added.id = unit.newId<ChildId>();
            unit.children.insert(added, unit.stamp());
            unit.audit("child", added.id.value, added.id, {}, auditFields(added));
            unit.touched(Aggregate::Child, added.id.value);
            return added.id;
        });
}

Result<int> saveChild(Session& session, const Child& child)
{
    return commit<int>(session, "save-child", Right::EditChildren,
                       [&](UnitOfWork& unit) { return storeChanged(unit, child); });
}

}  // namespace homeward::app
