#pragma once

#include <vector>

#include "app/session/session.h"
#include "domain/account.h"
#include "support/result.h"
#include "support/secrets/secret.h"

namespace homeward::app {

/// All accounts, removed ones last. Needs Right::ReadRecords (names of workers are needed by every
/// page).
Result<std::vector<Account>> listAccounts(Session& session);

/// Needs Right::ManageAccounts. Fails with: InvalidInput (name: bad-name, already-exists;
/// personName: required; passphrase: checkPassphrase), NotPermitted.
Result<AccountId> addAccount(Session& session, const Account& account, const Secret& passphrase);

/// Person name and role. The last administrator stays one (rule last-administrator).
/// Fails with: EditConflict, InvalidInput, NotPermitted.
Result<Done> changeAccount(Session& session, const Account& account);

/// Takes the key slot away and marks the account removed; its name stays in the audit trail.
/// Fails with: InvalidInput (rule own-account, last-administrator), NotPermitted, NotFound.
Result<Done> removeAccount(Session& session, const AccountId& account);

/// One's own passphrase: wraps the same database key anew. Fails with: WrongPassphrase,
/// InvalidInput (passphrase: checkPassphrase, same-passphrase).
Result<Done> changePassphrase(Session& session, const Secret& current, const Secret& next);

/// Another account's passphrase, by an administrator: whose it is must choose an own one before
/// anything else. Fails with: InvalidInput, NotPermitted,
/// NotFound.
Result<Done> resetPassphrase(Session& session, const AccountId& account, const Secret& next);

}  // namespace homeward::app
