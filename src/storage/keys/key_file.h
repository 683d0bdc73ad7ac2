#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"
#include "support/secrets/secret.h"

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
    /// The same of the file's text. KeyFileDamaged has facts line and column where they are known.
    static Result<Description> describeText(std::string_view text);

    /// The database key. Fails with: WrongPassphrase (also where there is no such account),
    /// KeyFileMissing, KeyFileDamaged, StoreTooNew.
    static Result<Secret> unlock(const std::filesystem::path& file, const std::string& account,
                                 const Secret& passphrase);

    /// The same, with the check value of the slot that opened it: the trail knows which slot of an
    /// account is the present one, so that an old one put back is noticed.
    struct Opened {
        Secret databaseKey;
        std::string check;
    };
    static Result<Opened> open(const std::filesystem::path& file, const std::string& account,
                               const Secret& passphrase);

    /// A slot made but not put into the file yet: text to be kept, and its check value.
    struct SealedSlot {
        std::string text;
        std::string check;
    };
    /// About 0.7 s at moderate cost. Fails with: KeyFileMissing, KeyFileDamaged (also: the file in
    /// the folder is not that of this key), StorageFailed.
    static Result<SealedSlot> sealSlot(const std::filesystem::path& file,
                                       const std::string& account, const Secret& passphrase,
                                       const Secret& databaseKey, const KdfLimits& limits);
    /// Check value of a sealed slot; empty: its text is none.
    static std::string checkOf(const std::string& slotText);
    /// Account -> text of a sealed slot; empty text: no slot any more.
    using SlotChanges = std::map<std::string, std::string>;
    /// Adds, replaces and removes slots in one step; doing it again changes nothing. Fails with:
    /// KeyFileMissing, KeyFileDamaged (also: not the file of this key), StorageFailed, StorageFull.
    static Result<Done> apply(const std::filesystem::path& file, const SlotChanges& changes,
                              const Secret& databaseKey);
    /// sealSlot and apply.
    static Result<SealedSlot> putSlot(const std::filesystem::path& file, const std::string& account,
                                      const Secret& passphrase, const Secret& databaseKey,
                                      const KdfLimits& limits);
    /// Fails with: NotFound and those of apply.
    static Result<Done> removeSlot(const std::filesystem::path& file, const std::string& account,
                                   const Secret& databaseKey);

    /// Accounts with the check values of their slots; a slot that does not belong to this key has
    /// an empty one. Fails with: those of describe.
    static Result<std::map<std::string, std::string>> slotChecks(const std::filesystem::path& file,
                                                                 const Secret& databaseKey);

    // The same for the text of a key file, as a backup carries it.

    /// Fails with: WrongPassphrase, KeyFileDamaged, StoreTooNew.
    static Result<Secret> unlockText(const std::string& text, const std::string& account,
                                     const Secret& passphrase);
    /// Whether there are slots and every one of them belongs to the database key. Fails with:
    /// KeyFileDamaged, StoreTooNew.
    static Result<Done> checkText(const std::string& text, const Secret& databaseKey);
};

/// A key for another purpose, derived from the database key (crypto_kdf); `purpose` is 8
/// characters.
Secret derivedKey(const Secret& databaseKey, const char (&purpose)[9]);

}  // namespace homeward::storage
