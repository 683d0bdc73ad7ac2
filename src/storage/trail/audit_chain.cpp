#include "storage/trail/audit_chain.h"

#include <limits>

#include "storage/records/stored_lists.h"
#include "storage/trail/audit_row.h"

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

/// What people read of the rows that `rest` chooses and orders; without hashes and seals.
std::vector<StoredAuditEntry> entriesWhere(soci::session& sql, const std::string& rest,
                                           const std::vector<std::string>& values, int limit)
{
    std::vector<StoredAuditEntry> entries;
    AuditRow row;
    Query query(sql,
                "select sequence, at, account, use_case, entity, entity_id, child, before_fields,"
                " after_fields from audit " +
                    rest + " limit :most");
    query.into(row.sequence).into(row.at).into(row.account).into(row.useCase).into(row.entity);
    query.into(row.entityId).into(row.child).into(row.before).into(row.after);
    for (const std::string& value : values)
        query.with(value);
    query.with(limit).forEach([&] { entries.push_back(toEntry(row)); });
    return entries;
}

std::vector<StoredAuditEntry> newestWhere(soci::session& sql, const std::string& condition,
                                          const std::vector<std::string>& values, int limit)
{
    return entriesWhere(sql, condition + " order by sequence desc", values, limit);
}

/// The part of `seals` that goes with row `index` of `rows`, so that no row grows long.
std::string shareOf(const std::vector<std::string>& seals, std::size_t index, std::size_t rows)
{
    std::string share;
    for (std::size_t i = index * seals.size() / rows; i < (index + 1) * seals.size() / rows; ++i)
        share += seals[i] + '\n';
    return share;
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

void AuditChain::append(const std::vector<AuditEntry>& entries, const Stamp& stamp,
                        const std::vector<std::string>& seals, const std::string& rights)
{
    if (entries.empty())
        return;
    ChainHead last = head();
    AuditRow row;
    row.rights = rights.empty() ? newestRights() : rights;
    row.at = stamp.at.toIso();
    row.account = stamp.by.value;
    Query query(m_transaction.session(),
                std::string("insert into audit (") + kAuditColumns +
                    ") values (:sequence, :at, :account, :use_case, :entity, :entity_id, :child,"
                    " :before, :after, :previous, :hash, :rights, :seals)");
    query.with(row.sequence).with(row.at).with(row.account).with(row.useCase).with(row.entity);
    query.with(row.entityId).with(row.child).with(row.before).with(row.after);
    query.with(row.previousHash).with(row.hash).with(row.rights).with(row.seals);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const AuditEntry& entry = entries[i];
        row.sequence = last.sequence + 1;
        row.useCase = entry.useCase;
        row.entity = entry.entity;
        row.entityId = entry.entityId;
        row.child = entry.child.value;
        row.before = fieldsToColumn(entry.before);
        row.after = fieldsToColumn(entry.after);
        row.previousHash = last.hash;
        row.seals = shareOf(seals, i, entries.size());
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

std::optional<std::string> AuditChain::hashOf(std::int64_t sequence)
{
    std::string hash;
    const bool found = Query(m_transaction.session(), "select hash from audit where sequence = :s")
                           .into(hash)
                           .with(sequence)
                           .first();
    return found ? std::optional(hash) : std::nullopt;
}

std::string AuditChain::newestRights()
{
    AuditRow row;
    Query query(m_transaction.session(), std::string("select ") + kAuditColumns +
                                             " from audit order by sequence desc limit 1");
    readInto(query, row);
    if (!query.first() || chainedHash(row, row.sequence, row.previousHash, m_chainKey) != row.hash)
        return {};
    return row.rights;
}

std::vector<StoredAuditEntry> AuditChain::ofUseCase(const std::string& entity,
                                                    const std::string& useCase)
{
    return entriesWhere(m_transaction.session(),
                        "where entity = :entity and use_case = :use_case order by sequence",
                        {entity, useCase}, std::numeric_limits<int>::max());
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

void ViewLog::append(const ChildId& child, const Stamp& stamp)
{
    std::int64_t sequence = 0;
    Query(m_transaction.session(), "select coalesce(max(sequence), 0) + 1 from view_log")
        .into(sequence)
        .first();
    Query(m_transaction.session(),
          "insert into view_log (sequence, at, account, child)"
          " values (:sequence, :at, :account, :child)")
        .with(sequence)
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
          "select at, account from view_log where child = :child order by sequence desc"
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
    Timestamp at;
    const bool found = Query(m_transaction.session(),
                             "select at from view_log where child = :child and account = :account"
                             " order by sequence desc limit 1")
                           .into(at)
                           .with(child)
                           .with(account)
                           .first();
    return found ? std::optional(at) : std::nullopt;
}

}  // namespace homeward::storage
