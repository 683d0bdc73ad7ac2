#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/engine/transaction.h"
#include "support/result.h"
#include "support/run_control.h"
#include "support/secrets/secret.h"

namespace homeward::storage {

/// One change to record. before and after hold changed fields only.
struct AuditEntry {
    std::string useCase;
    std::string entity;
    std::string entityId;
    ChildId child;  ///< empty: concerns no child
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
};

struct StoredAuditEntry {
    std::int64_t sequence = 0;
    Timestamp at;
    AccountId account;
    AuditEntry entry;
};

struct ChainHead {
    std::int64_t sequence = 0;  ///< 0: the trail is empty
    std::string hash;           ///< hex
    // Only in a HeadFile.

    /// Which file the store was when it was last known to be whole ("device-number"), to tell a
    /// copied folder from a damaged one; empty: not known.
    std::string store = {};
    /// Digest of all accounts after that row (record_seals.h); empty: not known. A trail that ends
    /// before the head cannot say who was an administrator since.
    std::string rights = {};
};

/// Append-only, hash-chained trail: hash = generichash(chain key, all columns of the row and the
/// previous hash), lengths included so that no two different rows read the same. The chain key is
/// derived from the database key.
class AuditChain {
public:
    AuditChain(Transaction& transaction, const Secret& chainKey);

    /// Appends in the running transaction, with the seals of what it touched spread over the rows.
    /// `rights` empty: those of the newest row go on. Fails never but by throwing.
    void append(const std::vector<AuditEntry>& entries, const Stamp& stamp,
                const std::vector<std::string>& seals = {}, const std::string& rights = {});
    void append(const AuditEntry& entry, const Stamp& stamp);
    ChainHead head();
    /// Hash of the row, as it stands there; empty: no such row.
    std::optional<std::string> hashOf(std::int64_t sequence);
    /// Digest of the accounts that the newest row carries; empty: the trail is empty, or that row
    /// is not one of ours.
    std::string newestRights();

    // Newest first.
    std::vector<StoredAuditEntry> ofChild(const ChildId& child, int limit);
    std::vector<StoredAuditEntry> ofEntity(const std::string& entity, const std::string& id,
                                           int limit);
    std::vector<StoredAuditEntry> newest(int limit);
    /// Of one use case, oldest first.
    std::vector<StoredAuditEntry> ofUseCase(const std::string& entity, const std::string& useCase);

private:
    Transaction& m_transaction;
    const Secret& m_chainKey;
};

enum class ChainProblem {
    Edited,       ///< The row's contents do not give its hash.
    Removed,      ///< Rows are missing, whether their numbers were left open or not.
    Reordered,    ///< A genuine row, or its contents, stands in another row's place.
    Inserted,     ///< A row that the program did not append there.
    EndCutOff,    ///< The head knows rows that are not, or no longer, in the trail.
    HeadMissing,  ///< There are rows but no head.
    HeadForged    ///< The head is none that the program writes.
};
struct ChainReport {
    std::int64_t rows = 0;
    std::optional<ChainProblem> problem;
    std::int64_t sequence = 0;  ///< first bad row; for Removed and EndCutOff the first missing one
    std::string expectedHash;
    std::string foundHash;
    /// Rows written by a clock more than a minute behind that of the row before; at most 100.
    std::vector<std::int64_t> clockWentBack;
};

class RecordSeals;

/// Recomputes every row in order of sequence and compares with the head kept beside the database.
/// `head` empty: no head file. Read the head before anything else in the transaction, or rows that
/// a colleague commits in between look cut off. O(rows); 3 µs a row. After a problem the trail is
/// searched once more for what became of the row. Every genuine row's seals go into `seals`, when
/// given. Fails with: Cancelled.
Result<ChainReport> verifyChain(Transaction& transaction, const Secret& chainKey,
                                const std::optional<ChainHead>& head, const RunControl& control,
                                RecordSeals* seals = nullptr);

/// The head of the chain outside the database (file audit.head), with a check value keyed by the
/// chain key, so that cutting the end off is noticed. Moved on after each commit; may lag behind
/// after a crash, never runs ahead. Docs: docs/adr/0003.
class HeadFile {
public:
    /// For a new or restored authority, and for an administrator's decision: whatever stands there
    /// is replaced in one step. Fails with: StorageFailed, StorageFull.
    static Result<Done> replace(const std::filesystem::path& file, const ChainHead& head,
                                const Secret& chainKey);
    /// Moves the head on from `known`, which the caller has found in the trail. A head that is
    /// further already stays. Never makes a file. Fails with: KeyFileMissing, KeyFileDamaged (fails
    /// its check; left as evidence), EditConflict (another head stands there now), StorageFailed,
    /// StorageFull.
    static Result<Done> advance(const std::filesystem::path& file, const ChainHead& known,
                                const ChainHead& head, const Secret& chainKey);
    /// The same head, beside a store that was found to be whole. Fails with: those of advance.
    static Result<Done> noteStore(const std::filesystem::path& file, const std::string& store,
                                  const Secret& chainKey);
    /// Empty: there is none. Fails with: KeyFileDamaged (forged, empty or unreadable),
    /// StorageFailed.
    static Result<std::optional<ChainHead>> read(const std::filesystem::path& file,
                                                 const Secret& chainKey);
    /// The head in the text of such a file. Fails with: KeyFileDamaged.
    static Result<ChainHead> parse(const std::string& text, const Secret& chainKey);
};

/// Who looked at which child, in the order of looking; not chained.
class ViewLog {
public:
    explicit ViewLog(Transaction& transaction) : m_transaction(transaction) {}
    void append(const ChildId& child, const Stamp& stamp);
    struct View {
        Timestamp at;
        AccountId account;
    };
    std::vector<View> ofChild(const ChildId& child, int limit);
    /// Of the last look, whatever clocks said. Empty: this account has never looked at this child.
    std::optional<Timestamp> latest(const ChildId& child, const AccountId& account);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
