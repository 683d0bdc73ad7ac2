#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace homeward {

/// What failed, in terms a caller can act on.
/// A value is added only when some caller would do something different for it.
enum class ErrorCode {
    NotFound,            ///< The record, file or folder is not there (any more).
    EditConflict,        ///< Someone changed the record since it was read; nothing was written.
    InvalidInput,        ///< A value breaks a rule; fact "field" names it, "rule" says which.
    NotPermitted,        ///< The account's role does not hold the right; fact "right".
    ReasonNeeded,        ///< Somebody else's child: to be opened with a reason; fact "worker".
    PassphraseToChange,  ///< Somebody else set it; nothing else until its owner has changed it.
    TooManyAttempts,     ///< Failed sign-ins of this account; fact "seconds" to wait.
    WrongPassphrase,     ///< No key slot opens with this account and passphrase.
    KeyFileMissing,      ///< The authority folder has no key file.
    KeyFileDamaged,      ///< The key file cannot be read or fails its check.
    KeyChangePending,    ///< Decided and on record, but the key file could not be written yet;
                         ///< finished at the next sign-in.
    AuthorityMissing,    ///< The folder is not that of an authority; fact "folder".
    StoreMissing,        ///< The folder has keys but no database.
    StoreLocked,         ///< Another program holds the database longer than we wait.
    StoreTooNew,         ///< Written by a newer Homeward than this one can read.
    StoreForeign,        ///< A file, but not a Homeward database for this key.
    StoreDamaged,        ///< The integrity check failed.
    StoreReplaced,       ///< The files this session holds open are no longer those in the folder:
                         ///< deleted, moved or replaced. Nothing more is written.
    TrailContradiction,  ///< Records and audit trail contradict each other; nothing is written
                         ///< until an administrator has decided. Fact "kind": a key of
                         ///< TrailConflict.
    ReadOnly,            ///< This authority can only be read here; fact "why": "network",
                         ///< "synchronised", "permissions"; fact "where".
    Locked,              ///< The session is locked: its key is not in memory until it is unlocked.
    FileExists,          ///< There is a file already, and nobody said to replace it; fact "file".
    StorageFull,         ///< No room on the disk.
    StorageFailed,       ///< The disk or database refused for another reason.
    FileUnreadable,      ///< A file the user chose cannot be read; fact "file".
    Cancelled,           ///< The user stopped it; nothing was written.
    Internal,            ///< A bug on our side.
};

/// Stable key of a code for logs and messages, e.g. "EditConflict".
const char* toKey(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;  ///< English, for the log. Ids only, no personal data.
    std::map<std::string, std::string> facts;  ///< Shown to the user, never logged.
    std::vector<Error> more = {};  ///< Of InvalidInput: the other fields that break a rule.
};

/// InvalidInput for `field`, breaking `rule` (a key of the message catalogue, e.g. "required").
Error invalidInput(const std::string& field, const std::string& rule,
                   std::map<std::string, std::string> facts = {});

/// Gathers what is wrong with a record, so that all of it is told at once: of each field the first.
class Problems {
public:
    void add(Error problem);
    void add(std::optional<Error> problem);
    /// The first, with the others in `more`; empty: nothing is wrong.
    const std::optional<Error>& error() const { return m_error; }

private:
    bool has(const std::string& field) const;
    std::optional<Error> m_error;
};

}  // namespace homeward
