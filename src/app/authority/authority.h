#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/session/environment.h"
#include "app/session/session.h"
#include "support/result.h"
#include "support/secrets/secret.h"

namespace homeward::app {

struct Keys;

/// Least length of a passphrase, in characters. Source: NCSC advice on three random words.

/// Reads the key file of `folder`. Fails with: AuthorityMissing (facts "folder" and "why": "gone",
/// "unfinished", "being-made", or "cause"), KeyFileMissing, KeyFileDamaged, StoreTooNew (key file
/// of a newer program).
Result<AuthorityInfo> inspectAuthority(const std::filesystem::path& folder);

struct NewAuthority {
    std::filesystem::path folder;  ///< Absolute. Made if missing; must be empty, or hold no more
                                   ///< than a making that was interrupted.
    std::string name;
    std::string accountName;  ///< Of the first administrator.
    std::string personName;
    Secret passphrase;
    bool demonstration = false;
};

/// Makes the folder, a random database key, its first key slot, the database with the default
/// framework. Fails with: ReadOnly (a folder where records cannot be safe: facts "why", "where" and
/// "creating"; nothing is made), InvalidInput (folder: not-empty, being-made or a cause; name,
/// accountName, personName: required or bad-name; passphrase: checkPassphrase), StorageFull,
/// StorageFailed. A failure leaves nothing behind.
Result<AuthorityInfo> createAuthority(const NewAuthority& plan, const Environment& environment);

/// Opens the database, migrating it (verified backup first) when it is older than the program; for
/// reading only where nothing may be written (Session::readOnlyWhy). Compares head, trail and
/// accounts (app/trust/trust.h), finishes changes of passphrases, and writes the sign-in, with the
/// failed ones before it, into the trail. Files are not touched when this fails, but for a note of
/// a wrong passphrase. Fails with: those of inspectAuthority, WrongPassphrase (also for an unknown
/// or removed account), KeyFileDamaged (also: an older key file was put back), StoreForeign,
/// StoreTooNew, StoreDamaged, StoreLocked.
Result<std::unique_ptr<Session>> signIn(const std::filesystem::path& folder,
                                        const std::string& accountName, const Secret& passphrase,
                                        const Environment& environment);

/// Whether `passphrase` is the signed-in person's own: opens a slot that holds the key of this very
/// authority, and that the trail knows as the account's present one. A failure is kept for the
/// trail. Fails with: WrongPassphrase, KeyFileDamaged (another authority's key file, or an older
/// one, was put into the folder), KeyFileMissing.
Result<Done> confirmPassphrase(Session& session, const Secret& passphrase);

/// Closes the session's database and forgets its keys; what is asked of it fails with Locked until
/// it is unlocked. Workers that still run keep theirs until they end.
void lockSession(Session& session);

/// The keys of a locked session, opened again.
struct OpenedKeys {
    std::shared_ptr<const Keys> keys;
    std::string slotCheck;
};
/// Any thread; about 0.7 s. Fails with: those of confirmPassphrase.
Result<OpenedKeys> openKeys(const Session& session, const Secret& passphrase);

/// On the session's own thread. Looks at the account and the trail again, as signing in does. Fails
/// with: WrongPassphrase (account removed meanwhile), KeyFileDamaged, and the errors of opening the
/// database; then it stays locked.
Result<Done> unlockSession(Session& session, const OpenedKeys& opened);
Result<Done> unlockSession(Session& session, const Secret& passphrase);

}  // namespace homeward::app
