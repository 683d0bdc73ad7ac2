#include "storage/trail/audit_row.h"

#include "storage/keys/keyed_hash.h"

namespace homeward::storage {

void readInto(Query& query, AuditRow& row)
{
    query.into(row.sequence).into(row.at).into(row.account).into(row.useCase).into(row.entity);
    query.into(row.entityId).into(row.child).into(row.before).into(row.after);
    query.into(row.previousHash).into(row.hash).into(row.rights).into(row.seals);
}

std::string chainedHash(const AuditRow& row, std::int64_t sequence, const std::string& previousHash,
                        const Secret& chainKey)
{
    return KeyedHash(chainKey, "homeward audit row 2")
        .add(static_cast<long long>(sequence))
        .add(row.at)
        .add(row.account)
        .add(row.useCase)
        .add(row.entity)
        .add(row.entityId)
        .add(row.child)
        .add(row.before)
        .add(row.after)
        .add(previousHash)
        .add(row.rights)
        .add(row.seals)
        .hex();
}

}  // namespace homeward::storage
