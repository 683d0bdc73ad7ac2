#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "storage/engine/transaction.h"
#include "support/date.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

/// What the audit trail holds behind one row.
struct TrailSince {
    std::int64_t rows = 0;
    std::optional<Timestamp> first;  ///< empty: no rows
    std::optional<Timestamp> last;
    std::vector<std::pair<AccountId, std::int64_t>> byAccount;  ///< most rows first
};

/// Hash of row `sequence` of the trail; empty: there is no such row. Throws storage exceptions.
std::optional<std::string> trailHash(Transaction& transaction, std::int64_t sequence);

/// What one row of the trail is about.
struct TrailSubject {
    std::string entity;
    std::string id;
    ChildId child;  ///< empty: concerns no child
};

/// Number of the newest row; 0: there is none. Throws storage exceptions.
std::int64_t newestTrailRow(Transaction& transaction);

/// What rows `first` to `last` are about, in their order, `most` of them. Throws storage
/// exceptions.
std::vector<TrailSubject> trailSubjects(Transaction& transaction, std::int64_t first,
                                        std::int64_t last, int most);

enum class TrailRows {
    All,
    Work  ///< what people recorded; not backups, sign-ins and exports, which tell of no record
};

/// Throws storage exceptions.
TrailSince trailSince(Transaction& transaction, std::int64_t sequence, TrailRows which);

/// How many records of each kind the store holds; kinds are keys ("child", "home", ...), the same
/// in every store of one schema. Throws storage exceptions.
std::vector<std::pair<std::string, std::int64_t>> recordCounts(Transaction& transaction);

/// A value that only who holds the chain key can make for this row, hex.
std::string keptRowCheck(std::int64_t sequence, const std::string& hash, const Secret& chainKey);

}  // namespace homeward::storage
