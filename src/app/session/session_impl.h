#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/matching/household_cache.h"
#include "app/session/environment.h"
#include "app/session/parsed_texts.h"
#include "app/session/session.h"
#include "storage/engine/database.h"
#include "storage/trail/trail_state.h"
#include "support/secrets/secret.h"

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
    ParsedTexts parsed;

    Standing standing() const;
    /// Tells listeners (Aggregate::Standing) where it is new.
    void noteReplaced();
    void noteConflict(storage::TrailConflict conflict);
    void clearConflict();
    /// The files in the folder are open again, and were compared with the trail.
    void clearReplaced();

    /// Rows of the trail that a commit of this program wrote, and of which listeners are told.
    void noteTold(std::int64_t first, std::int64_t last);
    /// The row up to which takeUntold was asked last; empty: never.
    std::optional<std::int64_t> toldUpTo() const;
    /// Rows up to `newest` that nobody was told of, as first and last of each stretch. They count
    /// as told from now on; those that are there at the first call did already.
    std::vector<std::pair<std::int64_t, std::int64_t>> takeUntold(std::int64_t newest);

    /// Views that could not be logged yet, because another program was writing.
    void oweView(const ChildId& child, Timestamp at);
    std::vector<std::pair<ChildId, Timestamp>> takeOwedViews();

    /// Children of other caseloads that the person gave a reason to look at since signing in.
    void keepReasonFor(const ChildId& child);
    bool hasReasonFor(const ChildId& child) const;

    /// By which drafts of this window are told from those of others.
    const std::string draftWriter;
    /// A draft of another window, or of before, as this window went on with it.
    struct Adopted {
        std::string writer;
        Timestamp changedAt;
    };
    void adoptDraft(const std::string& kind, const std::string& record, const Adopted& draft);
    std::optional<Adopted> adoptedDraft(const std::string& kind, const std::string& record) const;

private:
    void change(const std::function<void(Standing&)>& edit);
    mutable std::mutex m_mutex;
    Standing m_standing;
    std::optional<std::int64_t> m_toldUpTo;                     ///< empty: nobody has looked yet
    std::vector<std::pair<std::int64_t, std::int64_t>> m_told;  ///< behind that row, ascending
    std::vector<std::pair<ChildId, Timestamp>> m_owedViews;
    std::set<ChildId> m_reasonGiven;
    std::map<std::pair<std::string, std::string>, Adopted> m_adopted;  ///< by kind and record
};

struct Session::Impl {
    std::shared_ptr<SharedState> shared;
    std::shared_ptr<const Keys> keys;             ///< Empty while locked.
    std::unique_ptr<storage::Database> database;  ///< Empty while locked.
    Account account;
    HouseholdCache households;
    std::shared_ptr<void> householdsListener;
    storage::Waiting waiting;          ///< As the front end said; empty: that of the environment.
    std::filesystem::path rescueFile;  ///< Of this session; empty: nothing had to be rescued.
    /// Kind and record of drafts in that file which wait for another program to finish writing.
    std::set<std::pair<std::string, std::string>> owedDrafts;
    std::optional<std::int64_t> seenOutside;  ///< Database::outsideChanges at the last look.
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
