#include "app/accounts.h"

#include <algorithm>

#include "app/account_rules.h"
#include "app/authority.h"
#include "app/use_case.h"
#include "support/text.h"

namespace homeward::app {
namespace {

UnitOfWork::Fields fieldsOf(const Account& account)
{
    return {{"name", account.name},
            {"personName", account.personName},
            {"role", std::string(toKey(account.role))},
            {"active", account.active ? "yes" : "no"}};
}

/// Whether an administrator other than `leaving` would stay.
bool anotherAdministrator(UnitOfWork& unit, const AccountId& leaving)
{
    const auto accounts = unit.accounts.all();
    return std::any_of(accounts.begin(), accounts.end(), [&](const Account& account) {
        return account.active && account.role == Role::Administrator && account.id != leaving;
    });
}

/// A change of the key file within a use case; taken back unless the use case was committed.
class SlotChange {
public:
    explicit SlotChange(Session& session) : m_shared(*session.impl().shared) {}
    SlotChange(const SlotChange&) = delete;
    SlotChange& operator=(const SlotChange&) = delete;
    ~SlotChange()
    {
        if (m_change)
            m_change->undo();
    }

    Result<Done> put(const std::string& account, const Secret& passphrase)
    {
        return keep(storage::KeyFile::putSlot(keyFile(m_shared.authority.folder), account,
                                              passphrase, m_shared.databaseKey,
                                              kdfLimits(m_shared.environment.kdfCost)));
    }
    Result<Done> remove(const std::string& account)
    {
        return keep(storage::KeyFile::removeSlot(keyFile(m_shared.authority.folder), account,
                                                 m_shared.databaseKey));
    }
    template <typename T>
    Result<T> settle(Result<T> committed)
    {
        if (committed)
            m_change.reset();
        return committed;
    }

private:
    Result<Done> keep(Result<storage::KeyFile::Change> change)
    {
        if (!change)
            return change.error();
        m_change = std::move(*change);
        return Done{};
    }

    const SharedState& m_shared;
    std::optional<storage::KeyFile::Change> m_change;
};

void auditPassphrase(UnitOfWork& unit, const AccountId& account)
{
    unit.audit("account", account.value, {}, {}, {{"passphrase", "changed"}});
    unit.touched(Aggregate::Account);
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

std::optional<Error> checkPassphrase(const Secret& passphrase, const std::string& accountName)
{
    const std::string_view text = passphrase.text();
    const auto characters = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
    const bool oneCharacter =
        std::all_of(text.begin(), text.end(), [&](char c) { return c == text.front(); });
    if (characters < kShortestPassphrase || oneCharacter || text == accountName)
        return invalidInput("passphrase", "weak-passphrase",
                            {{"least", std::to_string(kShortestPassphrase)}});
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
    if (auto error = checkPassphrase(passphrase, account.name))
        return *error;
    SlotChange slots(session);
    return slots.settle(commit<AccountId>(
        session, "add-account", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<AccountId> {
            if (unit.accounts.findByName(account.name))
                return invalidInput("name", "already-exists");
            Account added = account;
            added.id = unit.newId<AccountId>();
            added.active = true;
            unit.accounts.insert(added, unit.stamp());
            unit.audit("account", added.id.value, {}, {}, fieldsOf(added));
            unit.touched(Aggregate::Account);
            if (auto slot = slots.put(added.name, passphrase); !slot)
                return slot.error();
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
            unit.audit("account", account.id.value, {}, fieldsOf(*before), fieldsOf(after));
            unit.touched(Aggregate::Account);
            return Done{};
        });
}

Result<Done> removeAccount(Session& session, const AccountId& account)
{
    if (account == session.account().id)
        return invalidInput("account", "own-account");
    SlotChange slots(session);
    return slots.settle(commit<Done>(
        session, "remove-account", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<Done> {
            const auto before = unit.accounts.find(account);
            if (!before || !before->active)
                return notFound("account", account.value);
            if (!anotherAdministrator(unit, account))
                return invalidInput("account", "last-administrator");
            Account after = *before;
            after.active = false;
            if (!unit.accounts.update(after, unit.stamp()))
                return editConflict("account", account.value);
            unit.audit("account", account.value, {}, fieldsOf(*before), fieldsOf(after));
            unit.touched(Aggregate::Account);
            auto removed = slots.remove(before->name);
            if (!removed && removed.error().code != ErrorCode::NotFound)
                return removed.error();
            return Done{};
        }));
}

Result<Done> changePassphrase(Session& session, const Secret& current, const Secret& next)
{
    if (auto confirmed = confirmPassphrase(session, current); !confirmed)
        return confirmed.error();
    if (auto error = checkPassphrase(next, session.account().name))
        return *error;
    SlotChange slots(session);
    return slots.settle(commit<Done>(session, "change-passphrase", Right::ReadRecords,
                                     [&](UnitOfWork& unit) -> Result<Done> {
                                         auditPassphrase(unit, session.account().id);
                                         return slots.put(session.account().name, next);
                                     }));
}

Result<Done> resetPassphrase(Session& session, const AccountId& account, const Secret& next)
{
    SlotChange slots(session);
    return slots.settle(commit<Done>(
        session, "reset-passphrase", Right::ManageAccounts, [&](UnitOfWork& unit) -> Result<Done> {
            const auto found = unit.accounts.find(account);
            if (!found || !found->active)
                return notFound("account", account.value);
            if (auto error = checkPassphrase(next, found->name))
                return *error;
            auditPassphrase(unit, account);
            return slots.put(found->name, next);
        }));
}

}  // namespace homeward::app
