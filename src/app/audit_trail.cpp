#include "app/audit_trail.h"

#include <algorithm>

#include "app/use_case.h"

namespace homeward::app {
namespace {

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

std::vector<AuditRow> rowsOf(Records& records, const std::vector<storage::StoredAuditEntry>& entries)
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

ChainFault faultOf(storage::ChainProblem problem)
{
    switch (problem) {
        case storage::ChainProblem::Edited: return ChainFault::Edited;
        case storage::ChainProblem::Removed: return ChainFault::Removed;
        case storage::ChainProblem::Reordered: return ChainFault::Reordered;
        case storage::ChainProblem::Inserted: return ChainFault::Inserted;
        case storage::ChainProblem::EndCutOff: return ChainFault::EndCutOff;
        case storage::ChainProblem::HeadMissing: return ChainFault::HeadMissing;
        case storage::ChainProblem::HeadForged: return ChainFault::HeadForged;
    }
    return ChainFault::Edited;
}

}  // namespace

Result<std::vector<AuditRow>> historyOf(Session& session, const ChildId& child, int limit)
{
    return query<std::vector<AuditRow>>(
        session, "history of child", [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().shared->chainKey);
            std::vector<AuditRow> rows = rowsOf(records, chain.ofChild(child, limit));
            std::vector<AuditRow> views = viewsOf(records, child, limit);
            rows.insert(rows.end(), views.begin(), views.end());
            std::stable_sort(rows.begin(), rows.end(),
                             [](const AuditRow& a, const AuditRow& b) { return a.at > b.at; });
            return rows;
        });
}

Result<std::vector<AuditRow>> historyOf(Session& session, const HomeId& home, int limit)
{
    return query<std::vector<AuditRow>>(
        session, "history of home", [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().shared->chainKey);
            return rowsOf(records, chain.ofEntity("home", home.value, limit));
        });
}

Result<std::vector<AuditRow>> recentChanges(Session& session, int limit)
{
    return query<std::vector<AuditRow>>(
        session, "recent changes",
        [&](Records& records) -> Result<std::vector<AuditRow>> {
            storage::AuditChain chain(records.transaction, session.impl().shared->chainKey);
            return rowsOf(records, chain.newest(limit));
        },
        Right::VerifyAudit);
}

Result<ChainVerdict> verifyAudit(Session& session, const RunControl& control)
{
    const SharedState& shared = *session.impl().shared;
    return query<ChainVerdict>(
        session, "verify audit",
        [&](Records& records) -> Result<ChainVerdict> {
            const auto head =
                storage::HeadFile::read(headFile(shared.authority.folder), shared.chainKey);
            if (!head && head.error().code != ErrorCode::KeyFileDamaged)
                return head.error();
            if (!head)
                return ChainVerdict{0, ChainFault::HeadForged, 0, {}, {}};
            auto report =
                storage::verifyChain(records.transaction, shared.chainKey, *head, control);
            if (!report)
                return report.error();
            ChainVerdict verdict{report->rows, std::nullopt, report->sequence,
                                 report->expectedHash, report->foundHash};
            if (report->problem)
                verdict.fault = faultOf(*report->problem);
            return verdict;
        },
        Right::VerifyAudit);
}

}  // namespace homeward::app
