#include "storage/audit_chain.h"

#include "storage/audit_row.h"
#include "storage/stored_lists.h"

namespace homeward::storage {
namespace {

StoredAuditEntry toEntry(const AuditRow& row)
{
    const std::optional<Timestamp> at = Timestamp::fromIso(row.at);
    if (!at)
        throw DamagedRecord("moment");
    return {row.sequence,
            *at,
            AccountId{row.account},
            {row.useCase, row.entity, row.entityId, ChildId{row.child},
             fieldsFromColumn(row.before), fieldsFromColumn(row.after)}};
}

/// Newest first, at most `limit`.
std::vector<StoredAuditEntry> newestWhere(soci::session& sql, const std::string& condition,
                                          const std::vector<std::string>& values, int limit)
{
    std::vector<StoredAuditEntry> entries;
    AuditRow row;
    Query query(sql, std::string("select ") + kAuditColumns + " from audit " + condition +
                         " order by sequence desc limit :most");
    readInto(query, row);
    for (const std::string& value : values)
        query.with(value);
    query.with(limit).forEach([&] { entries.push_back(toEntry(row)); });
    return entries;
}

}  // namespace

AuditChain::AuditChain(Transaction& transaction, const Secret& chainKey)
    : m_transaction(transaction), m_chainKey(chainKey)
{
}

void AuditChain::append(const AuditEntry& entry, const Stamp& stamp)
{
    append(std::vector<AuditEntry>{entry}, stamp);
}

void AuditChain::append(const std::vector<AuditEntry>& entries, const Stamp& stamp)
{
    if (entries.empty())
        return;
    ChainHead last = head();
    AuditRow row;
    row.at = stamp.at.toIso();
    row.account = stamp.by.value;
    Query query(m_transaction.session(),
                std::string("insert into audit (") + kAuditColumns +
                    ") values (:sequence, :at, :account, :use_case, :entity, :entity_id, :child,"
                    " :before, :after, :previous, :hash)");
    query.with(row.sequence).with(row.at).with(row.account).with(row.useCase).with(row.entity);
    query.with(row.entityId).with(row.child).with(row.before).with(row.after);
    query.with(row.previousHash).with(row.hash);
    for (const AuditEntry& entry : entries) {
        row.sequence = last.sequence + 1;
        row.useCase = entry.useCase;
        row.entity = entry.entity;
        row.entityId = entry.entityId;
        row.child = entry.child.value;
        row.before = fieldsToColumn(entry.before);
        row.after = fieldsToColumn(entry.after);
        row.previousHash = last.hash;
        row.hash = chainedHash(row, row.sequence, row.previousHash, m_chainKey);
        query.run();
        last = {row.sequence, row.hash};
    }
}

ChainHead AuditChain::head()
{
    ChainHead last;
    Query(m_transaction.session(),
          "select sequence, hash from audit order by sequence desc limit 1")
        .into(last.sequence)
        .into(last.hash)
        .first();
    return last;
}

std::vector<StoredAuditEntry> AuditChain::ofChild(const ChildId& child, int limit)
{
    return newestWhere(m_transaction.session(), "where child = :child", {child.value}, limit);
}

std::vector<StoredAuditEntry> AuditChain::ofEntity(const std::string& entity, const std::string& id,
                                                   int limit)
{
    return newestWhere(m_transaction.session(), "where entity = :entity and entity_id = :id",
                       {entity, id}, limit);
}

std::vector<StoredAuditEntry> AuditChain::newest(int limit)
{
    return newestWhere(m_transaction.session(), "", {}, limit);
}

void ViewLog::append(const std::string& id, const ChildId& child, const Stamp& stamp)
{
    Query(m_transaction.session(),
          "insert into view_log (id, at, account, child) values (:id, :at, :account, :child)")
        .with(id)
        .with(stamp.at)
        .with(stamp.by)
        .with(child)
        .run();
}

std::vector<ViewLog::View> ViewLog::ofChild(const ChildId& child, int limit)
{
    std::vector<View> views;
    View view;
    Query(m_transaction.session(),
          "select at, account from view_log where child = :child order by at desc, id desc"
          " limit :most")
        .into(view.at)
        .into(view.account)
        .with(child)
        .with(limit)
        .forEach([&] { views.push_back(view); });
    return views;
}

std::optional<Timestamp> ViewLog::latest(const ChildId& child, const AccountId& account)
{
    std::optional<Timestamp> latest;
    Timestamp at;
    Query(m_transaction.session(),
          "select at from view_log where child = :child and account = :account"
          " order by at desc limit 1")
        .into(at)
        .with(child)
        .with(account)
        .forEach([&] { latest = at; });
    return latest;
}

}  // namespace homeward::storage
