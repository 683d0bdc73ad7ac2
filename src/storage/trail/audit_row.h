#pragma once

#include <cstdint>
#include <string>

#include "storage/engine/query.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

/// One row of the trail exactly as it stands in the table.
struct AuditRow {
    std::int64_t sequence = 0;
    std::string at;
    std::string account;
    std::string useCase;
    std::string entity;
    std::string entityId;
    std::string child;
    std::string before;
    std::string after;
    std::string previousHash;
    std::string hash;
    std::string rights;  ///< Digest of all accounts after this row (record_seals.h).
    std::string seals;   ///< Lines of record seals; last, because it may be long.
};

/// Columns in the order of readInto.
inline constexpr const char* kAuditColumns =
    "sequence, at, account, use_case, entity, entity_id, child, before_fields, after_fields,"
    " previous_hash, hash, rights, seals";

void readInto(Query& query, AuditRow& row);

/// The hash the row's contents would have at position `sequence` behind `previousHash`.
std::string chainedHash(const AuditRow& row, std::int64_t sequence, const std::string& previousHash,
                        const Secret& chainKey);

}  // namespace homeward::storage
