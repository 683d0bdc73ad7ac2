#include <algorithm>

#include "app/authority/authority.h"
#include "app/authority/authority_folder.h"
#include "app/authority/key_changes.h"
#include "app/session/sign_in_failures.h"
#include "app/session/use_case.h"
#include "app/trust/trust.h"
#include "storage/keys/key_file.h"
#include "support/os/disk.h"

namespace homeward::app {
namespace {

namespace fs = std::filesystem;

/// What the records say of the account that is signing in.
struct Standings {
    Account account;
    std::string slotCheck;       ///< Of the slot the trail knows as its present one.
    bool changePending = false;  ///< Of that slot; keys.json has not followed yet.
    bool changedByOther = false;
};

/// Why nothing may be written to the folder; empty: it may.
std::optional<Error> readOnlyReason(const AuthorityInfo& info)
{
    if (auto unsafe = readOnlyError(info.place))
        return unsafe;
    if (os::isFolderWritable(info.folder) && os::isFileWritable(databaseFile(info.folder)))
        return std::nullopt;
    return Error{ErrorCode::ReadOnly, "folder: permissions", {{"why", "permissions"}}};
}

/// Kept for the trail; the name only where it is one of this authority's.
Error failedSignIn(const fs::path& folder, const std::vector<std::string>& names,
                   const std::string& account, const Environment& environment, Error error)
{
    if (error.code == ErrorCode::WrongPassphrase) {
        const bool known = std::find(names.begin(), names.end(), account) != names.end();
        keepFailedSignIn(folder, known ? account : std::string(), environment.clock->now());
    }
    return error;
}

/// Whether somebody else set the passphrase that is still to be brought into keys.json.
bool wasReset(Records& records, const Keys& keys, const AccountId& account)
{
    for (const auto& stored : storage::AuditChain(records.transaction, keys.chain)
                                  .ofEntity("account", account.value, 20))
        if (stored.entry.after.contains("slot"))
            return stored.account != account;
    return true;
}

Result<Standings> standingsOf(Session& session, const std::string& name)
{
    Result<Standings> answer = session.impl().database->read<Standings>(
        "sign in", [&](storage::Transaction& transaction) -> Result<Standings> {
            Records records(transaction);
            const Keys& keys = *session.impl().keys;
            const Error unknown{ErrorCode::WrongPassphrase, "account not active", {}};
            auto found = records.accounts.findByName(name);
            if (!found && records.accounts.all().empty())
                return unfinishedAuthority(session.authority().folder);
            if (!found)
                return unknown;
            const auto trail = trailOf(records, session);
            if (!trail)
                return trail.error();
            Standings standings;
            standings.slotCheck = records.accounts.slotCheck(found->id);
            if (trail->conflict == storage::TrailConflict::RightsChanged) {
                const auto told = storage::accountsByTrail(transaction, keys.chain);
                const auto account = told.find(found->id.value);
                if (account == told.end())
                    return unknown;
                const auto slot = account->second.find("slot");
                standings.slotCheck = slot == account->second.end() ? "" : slot->second;
            }
            found = trustedAccount(records, session, found->id, *trail);
            if (!found || !found->active)
                return unknown;
            standings.account = *found;
            const auto changes = records.keyChanges.all();
            standings.changePending = changes.contains(name);
            standings.changedByOther =
                standings.changePending && wasReset(records, keys, found->id);
            return standings;
        });
    if (!answer)
        return toldWhetherCopied(*session.impl().shared, answer.error());
    return answer;
}

/// The slot that opened must be the one the records know: an old key file put back opens with a
/// passphrase that was changed since, perhaps for a reason.
Result<Done> checkSlot(Session& session, const Standings& standings, const std::string& check,
                       const Secret* passphrase)
{
    if (standings.slotCheck == check)
        return Done{};
    const Error old{ErrorCode::KeyFileDamaged, "key file: not the slot on record", {}};
    if (!standings.changePending || session.readOnlyWhy())
        return old;
    if (auto finished = finishKeyChanges(session); !finished)
        return finished;
    // One's own change, broken off before the file: the passphrase typed was right until this
    // moment.
    if (!standings.changedByOther)
        return Done{};
    if (!passphrase)
        return Error{ErrorCode::WrongPassphrase, "passphrase was reset", {}};
    const auto again = storage::KeyFile::open(keyFile(session.authority().folder),
                                              standings.account.name, *passphrase);
    return again ? Result<Done>(Done{}) : Result<Done>(again.error());
}

/// Head, trail and accounts compared; the sign-in and the failures before it on record, whatever
/// contradiction there is: a row of the trail says nothing that an older store could make wrong.
Result<Done> recordSignIn(Session& session)
{
    if (session.readOnlyWhy()) {
        const auto checked = checkTrust(session);
        return checked ? Result<Done>(Done{}) : Result<Done>(checked.error());
    }
    const auto failures = takeFailedSignIns(session.authority().folder, session.account().name,
                                            session.impl().shared->environment.clock->now());
    return detail::runUseCase(
        session, "sign-in", Right::SignIn,
        [&](UnitOfWork& unit) -> std::optional<Error> {
            for (const auto& [account, failed] : failures)
                unit.note({"sign-in-failed",
                           "sign-in",
                           account,
                           {},
                           {},
                           {{"account", account},
                            {"times", std::to_string(failed.times)},
                            {"first", failed.first},
                            {"latest", failed.latest}}});
            unit.audit("sign-in", session.account().id.value, {}, {},
                       {{"program", session.impl().shared->environment.program}});
            return std::nullopt;
        },
        detail::Trust::Waived);
}

/// Errors that say the session must not go on; without room on the disk one can still read.
bool endsSession(ErrorCode code)
{
    return code == ErrorCode::NotPermitted || code == ErrorCode::StoreReplaced ||
           code == ErrorCode::StoreDamaged;
}

}  // namespace

Result<std::unique_ptr<Session>> signIn(const fs::path& folder, const std::string& accountName,
                                        const Secret& passphrase, const Environment& environment)
{
    auto info = inspectAuthority(folder);
    if (!info)
        return info.error();
    if (auto wait = mustWait(folder, accountName, environment.clock->now()))
        return *wait;
    auto opened = storage::KeyFile::open(keyFile(folder), accountName, passphrase);
    if (!opened)
        return failedSignIn(folder, info->accountNames, accountName, environment, opened.error());
    auto shared = std::make_shared<SharedState>(*info, opened->databaseKey, environment);
    shared->readOnly = readOnlyReason(*info);
    const auto keys = std::make_shared<const Keys>(std::move(opened->databaseKey));
    auto database = openRecords(*shared, *keys);
    if (!database)
        return database.error();
    auto session = makeSession(std::move(shared), keys, std::move(*database), Account());
    const auto standings = standingsOf(*session, accountName);
    if (!standings)
        return failedSignIn(folder, info->accountNames, accountName, environment,
                            standings.error());
    session->impl().account = standings->account;
    if (auto slot = checkSlot(*session, *standings, opened->check, &passphrase); !slot)
        return failedSignIn(folder, info->accountNames, accountName, environment, slot.error());
    if (auto recorded = recordSignIn(*session); !recorded && endsSession(recorded.error().code))
        return recorded.error();
    (void)finishKeyChanges(*session);
    return session;
}

Result<OpenedKeys> openKeys(const Session& session, const Secret& passphrase)
{
    const AuthorityInfo& info = session.authority();
    const std::string& name = session.account().name;
    const SharedState& shared = *session.impl().shared;
    if (auto wait = mustWait(info.folder, name, shared.environment.clock->now()))
        return *wait;
    auto opened = storage::KeyFile::open(keyFile(info.folder), name, passphrase);
    if (!opened)
        return failedSignIn(info.folder, {name}, name, shared.environment, opened.error());
    if (!shared.print.matches(opened->databaseKey))
        return Error{ErrorCode::KeyFileDamaged, "key file: of another authority", {}};
    return OpenedKeys{std::make_shared<const Keys>(std::move(opened->databaseKey)), opened->check};
}

Result<Done> confirmPassphrase(Session& session, const Secret& passphrase)
{
    const auto opened = openKeys(session, passphrase);
    if (!opened)
        return opened.error();
    if (session.isLocked())
        return Error{ErrorCode::Locked, "session", {}};
    const auto standings = standingsOf(session, session.account().name);
    if (!standings)
        return standings.error();
    return checkSlot(session, *standings, opened->slotCheck, nullptr);
}

void lockSession(Session& session)
{
    session.impl().database.reset();
    session.impl().seenOutside.reset();  // of that connection
    session.impl().households.forget();
    session.impl().keys.reset();
}

Result<Done> unlockSession(Session& session, const OpenedKeys& opened)
{
    Session::Impl& impl = session.impl();
    auto database = openRecords(*impl.shared, *opened.keys);
    if (!database)
        return database.error();
    impl.keys = opened.keys;
    impl.database = std::move(*database);
    if (impl.waiting)
        impl.database->setWaiting(impl.waiting);
    Result<Done> checked = [&]() -> Result<Done> {
        const auto standings = standingsOf(session, impl.account.name);
        if (!standings)
            return standings.error();
        if (auto slot = checkSlot(session, *standings, opened.slotCheck, nullptr); !slot)
            return slot;
        impl.account = standings->account;
        const auto trust = checkTrust(session);
        return trust ? Result<Done>(Done{}) : Result<Done>(trust.error());
    }();
    if (!checked)
        lockSession(session);
    else
        impl.shared->clearReplaced();
    return checked;
}

Result<Done> unlockSession(Session& session, const Secret& passphrase)
{
    const auto opened = openKeys(session, passphrase);
    if (!opened)
        return opened.error();
    return unlockSession(session, *opened);
}

}  // namespace homeward::app
