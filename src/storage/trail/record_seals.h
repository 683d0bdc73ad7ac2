#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "storage/engine/transaction.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

// Every commit writes into the trail what each record it touched looks like afterwards: a seal,
// which is the record's kind, its key and a keyed digest of all its columns and detail rows. The
// trail is chained, so an older page put back into the store no longer fits the latest seal of its
// records. Which records are touched is noted by the engine, so no repository and no use case can
// forget one. docs/adr/0003.

/// Rows that one connection changed in its running transaction. Insertions and changes come from
/// the engine's update hook, which costs next to nothing; removals from triggers, because
/// afterwards nobody could say which record a row was of. (Triggers for all would make each
/// statement keep a journal of its own, encrypted page by page: four times the time of a large
/// import.)
class TouchedRows {
public:
    TouchedRows() = default;
    TouchedRows(const TouchedRows&) = delete;
    TouchedRows& operator=(const TouchedRows&) = delete;

    /// Starts noting what this connection changes; outlives it. Throws storage exceptions.
    void watch(soci::session& sql);
    /// Before and after each transaction. Throws storage exceptions.
    void forget(soci::session& sql);

    using Row = std::pair<std::size_t, std::int64_t>;  ///< Index of a watched table, and its rowid.
    const std::set<Row>& rows() const { return m_rows; }
    /// Called by the engine.
    void note(const char* table, std::int64_t row);

private:
    std::set<Row> m_rows;
};

/// What the running transaction has touched so far.
struct Touched {
    std::vector<std::string> seals;  ///< One line per record, sorted.
    bool accounts = false;           ///< An account is among them.
};
/// 8 µs a record. Throws storage exceptions.
Touched sealTouched(Transaction& transaction, const Secret& chainKey);

/// Digest of all accounts with their roles: what rights rest on. Part of every row of the trail, so
/// that signing in compares them without reading the trail. 2 µs an account. Throws storage
/// exceptions.
std::string rightsDigest(Transaction& transaction, const Secret& chainKey);

enum class RecordProblem {
    Altered,   ///< The record is not as its latest seal has it: an older page, or a change by hand.
    Missing,   ///< Sealed, but no longer there.
    Unsealed,  ///< There, but the program never wrote it.
    Revived    ///< There, though it was removed.
};

/// Compares all records with their seals in the trail.
class RecordSeals {
public:
    /// Takes the seals of one row of the trail; rows come in order of sequence. Later ones replace
    /// earlier.
    void take(std::int64_t sequence, const std::string& seals);

    /// How many records the trail knows, removed ones included.
    std::size_t records() const;

    struct Finding {
        RecordProblem problem = RecordProblem::Altered;
        std::string kind;           ///< e.g. "child"
        std::string record;         ///< its key
        std::int64_t sequence = 0;  ///< Row of the trail with the latest seal; 0: none.
    };
    /// At most `most` findings. O(records), 10 µs each. Fails with: Cancelled.
    Result<std::vector<Finding>> compare(Transaction& transaction, const Secret& chainKey,
                                         std::size_t most, const RunControl& control) const;

private:
    struct Seal {
        std::int64_t sequence = 0;
        std::string digest;
    };
    std::map<std::string, std::map<std::string, Seal>> m_latest;  ///< kind -> record
};

}  // namespace homeward::storage
