#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/result.h"
#include "support/secret.h"

namespace homeward::storage {

inline constexpr std::size_t kDatabaseKeyBytes = 32;

/// Cost of one passphrase guess, kept with each slot (libsodium Argon2id limits).
struct KdfLimits {
    unsigned long long operations = 3;
    std::size_t memoryBytes = 268'435'456;
    static KdfLimits moderate();
    static KdfLimits least();  ///< for tests and demonstrations
};

/// keys.json of an authority: its name, and the random database key wrapped once per account by a
/// key from the account's passphrase (Argon2id, then secretbox). Changing slots never re-encrypts
/// the data. The slots carry a check value keyed by the database key, so that a slot edited or
/// swapped by hand is noticed when a slot is opened. Form: docs/adr/0003. Every change is written
/// to a temporary file, flushed and renamed, under a file lock, after reading the file anew.
class KeyFile {
public:
    struct Description {
        std::string authorityName;
        bool demonstration = false;
        std::vector<std::string> accountNames;  ///< sorted
    };

    static Secret newDatabaseKey();

    /// Fails with: StorageFailed, StorageFull, InvalidInput (already-exists).
    static Result<Done> create(const std::filesystem::path& file, const std::string& authorityName,
                               bool demonstration);
    /// Fails with: KeyFileMissing, KeyFileDamaged, StoreTooNew, StorageFailed (unreadable).
    static Result<Description> describe(const std::filesystem::path& file);

    /// The database key. Fails with: WrongPassphrase (also where there is no such account),
    /// KeyFileMissing, KeyFileDamaged, StoreTooNew.
    static Result<Secret> unlock(const std::filesystem::path& file, const std::string& account,
                                 const Secret& passphrase);

    /// A change of the slots that can be taken back where what it belongs to fails.
    struct Change {
        std::filesystem::path file;
        std::string before;
        std::string after;
        /// Puts the file back as it was, unless somebody changed it since.
        void undo() const;
    };

    /// Adds the account's slot or replaces it. Fails with: KeyFileMissing, KeyFileDamaged,
    /// StorageFailed, StorageFull.
    static Result<Change> putSlot(const std::filesystem::path& file, const std::string& account,
                                  const Secret& passphrase, const Secret& databaseKey,
                                  const KdfLimits& limits);
    /// Fails with: NotFound, KeyFileMissing, KeyFileDamaged, StorageFailed.
    static Result<Change> removeSlot(const std::filesystem::path& file, const std::string& account,
                                     const Secret& databaseKey);
};

/// A key for another purpose, derived from the database key (crypto_kdf); `purpose` is 8
/// characters.
Secret derivedKey(const Secret& databaseKey, const char (&purpose)[9]);

}  // namespace homeward::storage
