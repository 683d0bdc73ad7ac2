#include "app/authority/accounts.h"

#include <algorithm>

#include "app/authority/account_rules.h"
#include "app/authority/authority.h"
#include "app/authority/key_changes.h"
#include "app/authority/passphrase_rule.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

/// Whether an administrator other than `leaving` would stay.
bool anotherAdministrator(UnitOfWork& unit, const AccountId& leaving)
{
    const auto accounts = unit.accounts.all();
    return std::any_of(accounts.begin(), accounts.end(), [&](const Account& account) {
        return account.active && account.role == Role::Administrator && account.id != leaving;
    });
}

Result<storage::KeyFile::SealedSlot> sealSlot(Session& session, const std::string& account,
                                              const Secret& passphrase)
{
    const std::shared_ptr<const Keys> keys = session.impl().keys;
    if (!keys)
        return Error{ErrorCode::Locked, "session", {}};
    return storage::KeyFile::sealSlot(keyFile(session.authority().folder), account, passphrase,
                                      keys->database,
                                      kdfLimits(session.impl().shared->environment.kdfCost));
}

/// Within the use case that decides it; the key file follows once that is committed.
void putSlot(UnitOfWork& unit, const Account& account, const storage::KeyFile::SealedSlot& slot,
             const AuditFields& before)
{
    unit.accounts.setSlotCheck(account.id, slot.check);
    unit.keyChanges.put(account.name, slot.text);
    AuditFields fields = auditFields(account);
    fields["passphrase"] = "changed";
    fields["slot"] = slot.check;
    unit.audit("account", account.id.value, {}, before, fields);
    unit.touched(Aggregate::Account);
}

PassphraseOwner ownerOf(const Session& session, const Account& account)
{
    return {account.name, account.personName, session.authority().name};
}

/// What was committed, unless the key file could not follow.
template <typename T>
Result<T> withKeyFile(Session& session, Result<T> committed)
{
    if (committed)
        if (const auto finished = finishKeyChanges(session); !finished)
            return finished.error();
    return committed;
}

}  // namespace

std::optional<Error> checkAccountName(const std::string& name)
{
    const bool allowed = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
    if (!allowed || name.size() < 2 || name.size() > 40)
        return invalidInput("name", name.empty() ? "required" : "bad-name");
    return std::nullopt;
}

Result<std::vector<Account>> listAccounts(Session& session)
{
    return query<std::vector<Account>>(
        session, "list accounts",
        [](Records& records) -> Result<std::vector<Account>> { return records.accounts.all(); });
}

Result<AccountId> addAccount(Session& session, const Account& account, const Secret& passphrase)
{
    if (auto error = checkAccountName(account.name))
        return *error;
    if (trimmed(account.personName).empty())
        return invalidInput("personName", "required");
    if (auto error = checkPassphrase(passphrase, ownerOf(session, account)))
        return *error;
    if (auto allowed = requireRight(session, Right::ManageAccounts); !allowed)
        return allowed.error();
    // Before the transaction: deriving a key takes a second on purpose, and others wait to write.
    const auto slot = sealSlot(session, account.name, passphrase);
    if (!slot)
        return slot.error();
    return withKeyFile(session, commit<AccountId>(session, "add-account", Right::ManageAccounts,
                                                  [&](UnitOfWork& unit) -> Result<AccountId> {
                                                      if (unit.accounts.findByName(account.name))
                                                          return invalidInput("name",
                                                                              "already-exists");
                                                      Account added = account;
                                                      added.id = unit.newId<AccountId>();
                                                      added.active = true;
                                                      added.passphraseByOther = true;
                                                      unit.accounts.insert(added, unit.stamp());
                                                      putSlot(unit, added, *slot, {});
                                                      return added.id;
                                                  }));
}

Result<Done> changeAccount(Session& session, const Account& account)
{
    if (trimmed(account.personName).empty())
        return invalidInput("personName", "required");
    return commit<Done>(
        session, "change-account", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<Done> {
            const auto before = unit.accounts.find(account.id);
            if (!before)
                return notFound("account", account.id.value);
            if (account.role != Role::Administrator && !anotherAdministrator(unit, account.id))
                return invalidInput("role", "last-administrator");
            Account after = *before;
            after.personName = account.personName;
            after.role = account.role;
            after.rowVersion = account.rowVersion;
            if (!unit.accounts.update(after, unit.stamp()))
                return editConflict("account", account.id.value);
            unit.audit("account", account.id.value, {}, auditFields(*before), auditFields(after));
            unit.touched(Aggregate::Account);
            return Done{};
        });
}

Result<Done> removeAccount(Session& session, const AccountId& account)
{
    // Whoever removes the own account could not see that it worked, nor undo it.
    if (account == session.account().id)
        return invalidInput("account", "own-account");
    return withKeyFile(session,
                       commit<Done>(session, "remove-account", Right::ManageAccounts,
                                    [&](UnitOfWork& unit) -> Result<Done> {
                                        const auto before = unit.accounts.find(account);
                                        if (!before || !before->active)
                                            return notFound("account", account.value);
                                        if (!anotherAdministrator(unit, account))
                                            return invalidInput("account", "last-administrator");
                                        Account after = *before;
                                        // Kept, for the trail names it for ever.
                                        after.active = false;
                                        if (!unit.accounts.update(after, unit.stamp()))
                                            return editConflict("account", account.value);
                                        unit.accounts.setSlotCheck(account, {});
                                        unit.keyChanges.put(before->name, {});
                                        AuditFields gone = auditFields(*before);
                                        gone["slot"] = "removed";
                                        AuditFields left = auditFields(after);
                                        left["slot"] = "";
                                        unit.audit("account", account.value, {}, gone, left);
                                        unit.touched(Aggregate::Account);
                                        return Done{};
                                    }));
}

namespace {

/// Puts the slot in place and remembers whether it is its owner's own.
Result<Done> replaceSlot(UnitOfWork& unit, const AccountId& id,
                         const storage::KeyFile::SealedSlot& slot, bool byOther)
{
    const auto before = unit.accounts.find(id);
    if (!before || !before->active)
        return notFound("account", id.value);
    Account after = *before;
    after.passphraseByOther = byOther;
    if (!unit.accounts.update(after, unit.stamp()))
        return editConflict("account", id.value);
    putSlot(unit, after, slot, auditFields(*before));
    return Done{};
}

}  // namespace

Result<Done> changePassphrase(Session& session, const Secret& current, const Secret& next)
{
    // A window left open must not be enough to lock its owner out.
    if (auto confirmed = confirmPassphrase(session, current); !confirmed)
        return confirmed.error();
    if (current.text() == next.text())
        return invalidInput("passphrase", "same-passphrase");
    if (auto error = checkPassphrase(next, ownerOf(session, session.account())))
        return *error;
    const auto slot = sealSlot(session, session.account().name, next);
    if (!slot)
        return slot.error();
    const Result<Done> changed = withKeyFile(
        session, commit<Done>(session, "change-passphrase", Right::SignIn, [&](UnitOfWork& unit) {
            return replaceSlot(unit, session.account().id, *slot, false);
        }));
    if (changed || changed.error().code == ErrorCode::KeyChangePending)
        session.impl().account.passphraseByOther = false;
    return changed;
}

Result<Done> resetPassphrase(Session& session, const AccountId& account, const Secret& next)
{
    if (auto allowed = requireRight(session, Right::ManageAccounts); !allowed)
        return allowed.error();
    const auto found = query<Account>(session, "account", [&](Records& records) -> Result<Account> {
        const auto stored = records.accounts.find(account);
        if (!stored || !stored->active)
            return notFound("account", account.value);
        return *stored;
    });
    if (!found)
        return found.error();
    if (auto error = checkPassphrase(next, ownerOf(session, *found)))
        return *error;
    const auto slot = sealSlot(session, found->name, next);
    if (!slot)
        return slot.error();
    const bool byOther = account != session.account().id;
    return withKeyFile(session, commit<Done>(session, "reset-passphrase", Right::ManageAccounts,
                                             [&](UnitOfWork& unit) {
                                                 return replaceSlot(unit, account, *slot, byOther);
                                             }));
}

}  // namespace homeward::app
