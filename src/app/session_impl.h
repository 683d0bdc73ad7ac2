#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "app/environment.h"
#include "app/household_cache.h"
#include "app/session.h"
#include "storage/database.h"
#include "storage/trail_state.h"
#include "support/secret.h"

namespace homeward::app {

/// What opens the records and signs the trail. Forgotten when a session is locked.
struct Keys {
    explicit Keys(Secret databaseKey);
    Secret database;
    Secret chain;
};

/// Recognises a key without keeping it: a hash of it under a random salt.
class KeyPrint {
public:
    explicit KeyPrint(const Secret& key);
    bool matches(const Secret& key) const;

private:
    std::array<unsigned char, 32> m_salt;
    std::array<unsigned char, 32> m_hash;
};

/// What a session and its workers have in common. Thread safe where it changes.
class SharedState {
public:
    SharedState(AuthorityInfo info, const Secret& databaseKey, Environment outside);

    AuthorityInfo authority;
    const Environment environment;
    const KeyPrint print;
    /// Why nothing may be written here; empty: it may.
    std::optional<Error> readOnly;
    /// The folder was copied since its records were last known to be whole.
    bool copied = false;
    ChangeBus changes;

    Standing standing() const;
    /// Tells listeners (Aggregate::Standing) where it is new.
    void noteReplaced();
    void noteConflict(storage::TrailConflict conflict);
    void clearConflict();
    /// The files in the folder are open again, and were compared with the trail.
    void clearReplaced();

private:
    void change(const std::function<void(Standing&)>& edit);
    mutable std::mutex m_mutex;
    Standing m_standing;
};

struct Session::Impl {
    std::shared_ptr<SharedState> shared;
    std::shared_ptr<const Keys> keys;             ///< Empty while locked.
    std::unique_ptr<storage::Database> database;  ///< Empty while locked.
    Account account;
    HouseholdCache households;
    std::shared_ptr<void> householdsListener;
    storage::Waiting waiting;  ///< As the front end said; empty: that of the environment.
    /// Views that could not be logged yet, because another program was writing; the next one logs
    /// them too.
    std::vector<std::pair<ChildId, Timestamp>> owedViews;
    std::filesystem::path rescueFile;  ///< Of this session; empty: nothing had to be rescued.
};

/// The session's database. Fails with: Locked.
Result<storage::Database*> databaseOf(Session& session);

/// `error`, with the fact "copied" where damage is met in a folder that was copied: most likely
/// while somebody was working in it.
Error toldWhetherCopied(const SharedState& shared, Error error);

/// A connection to the authority's records as `shared` allows: for writing, or for reading only.
/// Fails with: those of storage::Database::open; fact "copied" where the folder was copied since it
/// was last used.
Result<std::unique_ptr<storage::Database>> openRecords(SharedState& shared, const Keys& keys);

/// Files of an authority folder.
std::filesystem::path databaseFile(const std::filesystem::path& folder);
std::filesystem::path keyFile(const std::filesystem::path& folder);
std::filesystem::path headFile(const std::filesystem::path& folder);
std::filesystem::path backupFolder(const std::filesystem::path& folder);

/// A session over an open database, which listens for changes.
std::unique_ptr<Session> makeSession(std::shared_ptr<SharedState> shared,
                                     std::shared_ptr<const Keys> keys,
                                     std::unique_ptr<storage::Database> database, Account account);

}  // namespace homeward::app
