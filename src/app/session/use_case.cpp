#include "app/session/use_case.h"

#include "app/trust/audit_fields.h"
#include "app/trust/trust_notes.h"
#include "storage/engine/held_files.h"
#include "storage/trail/record_seals.h"

namespace homeward::app {

Records::Records(storage::Transaction& running, ParsedTexts* parsedTexts)
    : transaction(running),
      parsed(parsedTexts),
      children(running),
      care(running),
      assessments(running),
      drafts(running),
      homes(running),
      accounts(running),
      frameworks(running),
      policies(running),
      searches(running),
      keyChanges(running),
      info(running),
      views(running)
{
}

UnitOfWork::UnitOfWork(storage::Transaction& running, Session& session, std::string useCase)
    : Records(running, &session.impl().shared->parsed),
      m_session(session),
      m_useCase(std::move(useCase)),
      m_stamp{session.impl().shared->environment.clock->now(), session.account().id}
{
}

Date UnitOfWork::today() const
{
    return m_session.today();
}

std::string UnitOfWork::nextId()
{
    return m_session.impl().shared->environment.ids->next();
}

void UnitOfWork::audit(const std::string& entity, const std::string& id, const ChildId& child,
                       const Fields& before, const Fields& after)
{
    storage::AuditEntry entry{m_useCase, entity, id, child, {}, {}};
    for (const auto& [field, value] : before) {
        const auto other = after.find(field);
        if (other == after.end() || other->second != value)
            entry.before[field] = value;
    }
    for (const auto& [field, value] : after) {
        const auto other = before.find(field);
        if (other == before.end() ? !value.empty() : other->second != value)
            entry.after[field] = value;
    }
    if (!entry.before.empty() || !entry.after.empty())
        m_audit.push_back(std::move(entry));
}

void UnitOfWork::touched(Aggregate aggregate, const std::string& id)
{
    m_changes.aggregates.insert(aggregate);
    if (!id.empty())
        m_changes.ids.insert(id);
}

Result<storage::TrailState> trailOf(Records& records, const Session& session)
{
    return storage::trailState(records.transaction, headFile(session.authority().folder),
                               session.impl().keys->chain);
}

std::optional<Account> trustedAccount(Records& records, const Session& session, const AccountId& id,
                                      const storage::TrailState& trail)
{
    const Keys& keys = *session.impl().keys;
    std::optional<Account> account = records.accounts.find(id);
    if (!account)
        return std::nullopt;
    if (!storage::headKnowsAccounts(records.transaction, trail, keys.chain))
        account->role = Role::SocialWorker;
    if (trail.conflict != storage::TrailConflict::RightsChanged)
        return account;
    const auto accounts = storage::accountsByTrail(records.transaction, keys.chain);
    const auto told = accounts.find(id.value);
    if (told == accounts.end())
        return std::nullopt;
    const Account byTrail = accountFromFields(id, told->second);
    account->active = account->active && byTrail.active;
    // The trail may have been cut as well, so it never gives more than the store does, nor the
    // other way.
    if (byTrail.role != account->role)
        account->role = Role::SocialWorker;
    return account;
}

std::optional<Error> refusal(Records& records, const Session& session, Right right,
                             const std::optional<storage::TrailState>& trail)
{
    const AccountId& id = session.account().id;
    std::optional<Account> account;
    if (right == Right::ReadRecords || right == Right::SignIn) {
        account = records.accounts.find(id);
    } else if (trail) {
        account = trustedAccount(records, session, id, *trail);
    } else {
        const auto looked = trailOf(records, session);
        if (!looked)
            return looked.error();
        account = trustedAccount(records, session, id, *looked);
    }
    if (account && account->passphraseByOther && right != Right::SignIn)
        return Error{ErrorCode::PassphraseToChange, "set by another", {}};
    const bool founding = !account && records.accounts.all().empty();
    if (founding ? session.may(right) : account && account->active && mayDo(account->role, right))
        return std::nullopt;
    return Error{ErrorCode::NotPermitted,
                 "right " + std::string(toKey(right)),
                 {{"right", std::string(toKey(right))}}};
}

namespace {

/// What a commit leaves to be done once it stands.
struct Written {
    ChangeSet changes;
    storage::TrailState trail;  ///< Before it.
    storage::ChainHead head;    ///< After it; sequence 0: nothing was recorded.
};

/// The contradiction that keeps `unit` from changing anything; empty: none does.
std::optional<storage::TrailConflict> stoppedBy(UnitOfWork& unit, const storage::TrailState& trail,
                                                const Keys& keys)
{
    if (trail.conflict && stopsWriting(*trail.conflict))
        return trail.conflict;
    for (const TrailNote& note : undecidedNotes(unit.transaction, keys.chain))
        if (stopsWriting(note.conflict))
            return note.conflict;
    return std::nullopt;
}

/// One row for each audit entry, with the seals of all that was touched.
storage::ChainHead record(UnitOfWork& unit, const std::string& useCase, const Keys& keys)
{
    std::vector<storage::AuditEntry> entries = unit.auditEntries();
    const storage::Touched touched = storage::sealTouched(unit.transaction, keys.chain);
    // Nothing that is sealed changes without a row of the trail.
    if (entries.empty() && !touched.seals.empty())
        entries.push_back({useCase, "record", {}, {}, {}, {}});
    if (entries.empty())
        return {};
    storage::AuditChain chain(unit.transaction, keys.chain);
    chain.append(entries, unit.stamp(), touched.seals,
                 touched.accounts ? storage::rightsDigest(unit.transaction, keys.chain) : "");
    unit.touched(Aggregate::Audit);
    storage::ChainHead head = chain.head();
    head.rights = chain.newestRights();
    return head;
}

/// Moves the head on beside the store that was written, never beside another.
Result<Done> moveHead(Session& session, const Written& written)
{
    SharedState& shared = *session.impl().shared;
    if (written.head.sequence == 0 || !written.trail.kept || written.trail.conflict)
        return Done{};
    if (!session.checkFiles())
        return Error{ErrorCode::StoreReplaced, "move head: files are not those opened", {}};
    const auto& folder = shared.authority.folder;
    storage::ChainHead head = written.head;
    head.store = written.trail.kept->store;
    const auto moved = storage::HeadFile::advance(headFile(folder), *written.trail.kept, head,
                                                  session.impl().keys->chain);
    // The commit stands all the same: it is told, noted with the next one, and kept for an
    // administrator.
    if (!moved)
        shared.noteConflict(conflictOf(moved.error().code));
    return Done{};
}

}  // namespace

Result<Done> detail::runUseCase(Session& session, const std::string& useCase, Right right,
                                const std::function<std::optional<Error>(UnitOfWork&)>& work,
                                Trust trust)
{
    const auto database = databaseOf(session);
    if (!database)
        return database.error();
    SharedState& shared = *session.impl().shared;
    if (shared.readOnly)
        return *shared.readOnly;
    const std::shared_ptr<const Keys> keys = session.impl().keys;
    Written written;
    std::optional<storage::TrailConflict> stopped;
    Result<Done> ran =
        (*database)->write<Done>(useCase, [&](storage::Transaction& transaction) -> Result<Done> {
            UnitOfWork unit(transaction, session, useCase);
            auto trail = trailOf(unit, session);
            if (!trail)
                return trail.error();
            written.trail = *trail;
            stopped = trust == Trust::Required ? stoppedBy(unit, *trail, *keys) : std::nullopt;
            if (stopped)
                return contradiction(*stopped);
            if (auto refused = refusal(unit, session, right, *trail))
                return *refused;
            if (auto error = work(unit))
                return *error;
            noteConflictIn(unit, shared, *trail, keys->chain);
            written.head = record(unit, useCase, *keys);
            written.changes = unit.changes();
            return Done{};
        });
    if (!ran) {
        if (ran.error().code == ErrorCode::StoreReplaced)
            shared.noteReplaced();
        if (stopped)
            noteConflicts(session);
        return toldWhetherCopied(shared, ran.error());
    }
    if (Result<Done> moved = moveHead(session, written); !moved)
        return moved;
    if (written.head.sequence > written.trail.last.sequence)
        shared.noteTold(written.trail.last.sequence + 1, written.head.sequence);
    if (!written.changes.aggregates.empty())
        shared.changes.publish(written.changes);
    return Done{};
}

}  // namespace homeward::app
