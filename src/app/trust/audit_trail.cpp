#include "app/trust/audit_trail.h"

#include <algorithm>

#include "app/records/child_access.h"
#include "app/session/use_case.h"
#include "storage/records/merge_repository.h"

namespace homeward::app {
namespace {

constexpr std::size_t kIdLength = 36;  ///< other values of that length are no record's id either

std::map<AccountId, Account> accountsById(Records& records)
{
    std::map<AccountId, Account> accounts;
    for (Account& account : records.accounts.all()) {
        const AccountId id = account.id;
        accounts[id] = std::move(account);
    }
    return accounts;
}

AuditRow rowOf(const storage::StoredAuditEntry& stored, const std::map<AccountId, Account>& people)
{
    AuditRow row;
    row.sequence = stored.sequence;
    row.at = stored.at;
    row.useCase = stored.entry.useCase;
    row.entity = stored.entry.entity;
    row.entityId = stored.entry.entityId;
    row.before = stored.entry.before;
    row.after = stored.entry.after;
    if (const auto who = people.find(stored.account); who != people.end()) {
        row.accountName = who->second.name;
        row.personName = who->second.personName;
    }
    return row;
}

std::vector<AuditRow> rowsOf(Records& records,
                             const std::vector<storage::StoredAuditEntry>& entries)
{
    const auto people = accountsById(records);
    std::vector<AuditRow> rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries)
        rows.push_back(rowOf(entry, people));
    return rows;
}

std::vector<AuditRow> viewsOf(Records& records, const ChildId& child, int limit)
{
    const auto people = accountsById(records);
    std::vector<AuditRow> rows;
    for (const auto& view : records.views.ofChild(child, limit)) {
        storage::StoredAuditEntry entry;
        entry.at = view.at;
        entry.account = view.account;
        entry.entry = {"view-child", "child", child.value, child, {}, {}};
        rows.push_back(rowOf(entry, people));
    }
    return rows;
}

/// The child, and the records that became this one, of any depth.
std::vector<ChildId> withMerged(Records& records, const ChildId& child)
{
    storage::MergeRepository merges(records.transaction);
    std::vector<ChildId> ids{child};
    for (std::size_t i = 0; i < ids.size(); ++i)
        for (const ChildMerge& merge : merges.standingOf(ids[i]))
            ids.push_back(merge.gone);
    return ids;
}

}  // namespace

Result<std::vector<AuditRow>> historyOf(Session& session, const ChildId& child, int limit)
{
    return queryChild<std::vector<AuditRow>>(
        session, "history of child", child, [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().keys->chain);
            std::vector<AuditRow> rows;
            const auto add = [&](std::vector<AuditRow> more) {
                rows.insert(rows.end(), more.begin(), more.end());
            };
            for (const ChildId& one : withMerged(records, child)) {
                add(rowsOf(records, chain.ofChild(one, limit)));
                add(viewsOf(records, one, limit));
            }
            std::stable_sort(rows.begin(), rows.end(),
                             [](const AuditRow& a, const AuditRow& b) { return a.at > b.at; });
            return rows;
        });
}

Result<std::vector<AuditRow>> historyOf(Session& session, const HomeId& home, int limit)
{
    return query<std::vector<AuditRow>>(
        session, "history of home", [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().keys->chain);
            return rowsOf(records, chain.ofEntity("home", home.value, limit));
        });
}

Result<std::vector<AuditRow>> recentChanges(Session& session, int limit)
{
    return query<std::vector<AuditRow>>(
        session, "recent changes",
        [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().keys->chain);
            return rowsOf(records, chain.newest(limit));
        },
        Right::VerifyAudit);
}

namespace {

void addName(Records& records, const std::string& id, std::map<std::string, std::string>& names)
{
    if (id.size() != kIdLength || names.contains(id))
        return;
    if (const auto child = records.children.find({id}))
        names[id] = displayName(*child);
    else if (const auto home = records.homes.find({id}))
        names[id] = home->name;
    else if (const auto merge = storage::MergeRepository(records.transaction).mergeOf({id}))
        names[id] = merge->goneName;
}

}  // namespace

Result<std::map<std::string, std::string>> namesIn(Session& session,
                                                   const std::vector<AuditRow>& rows)
{
    using Names = std::map<std::string, std::string>;
    return query<Names>(session, "names", [&](Records& records) -> Result<Names> {
        Names names;
        for (const AuditRow& row : rows)
            for (const auto* values : {&row.before, &row.after})
                for (const auto& [field, value] : *values)
                    for (const std::string& id : textParts(value))
                        addName(records, id, names);
        return names;
    });
}

}  // namespace homeward::app
