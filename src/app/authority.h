#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/environment.h"
#include "app/session.h"
#include "support/result.h"
#include "support/secret.h"

namespace homeward::app {

/// Least length of a passphrase, in characters. Source: NCSC advice on three random words.
inline constexpr std::size_t kShortestPassphrase = 12;

/// Reads the key file of `folder`. Fails with: NotFound (no such folder), KeyFileMissing,
/// KeyFileDamaged, StoreTooNew (key file of a newer program).
Result<AuthorityInfo> inspectAuthority(const std::filesystem::path& folder);

struct NewAuthority {
    std::filesystem::path folder;  ///< Made if missing; must be empty.
    std::string name;
    std::string accountName;       ///< Of the first administrator.
    std::string personName;
    Secret passphrase;
    bool demonstration = false;
};

/// Makes the folder, a random database key, its first key slot, the database with the default framework.
/// Fails with: InvalidInput (folder: not-empty; name, accountName, personName: required or bad-name;
/// passphrase: weak-passphrase), StorageFull, StorageFailed. A failure leaves nothing behind.
Result<AuthorityInfo> createAuthority(const NewAuthority& plan, const Environment& environment);

/// Opens the database, migrating it (verified backup first) when it is older than the program.
/// Files are not touched when this fails.
/// Fails with: those of inspectAuthority, WrongPassphrase (also for an unknown or removed account),
/// StoreForeign, StoreTooNew, StoreDamaged, StoreLocked.
Result<std::unique_ptr<Session>> signIn(const std::filesystem::path& folder,
                                        const std::string& accountName, const Secret& passphrase,
                                        const Environment& environment);

/// Whether `passphrase` is the signed-in person's own: to unlock after idle time.
Result<Done> confirmPassphrase(Session& session, const Secret& passphrase);

}  // namespace homeward::app
