#include "app/trust/trust.h"

#include <algorithm>

#include "app/trust/audit_fields.h"
#include "app/trust/trust_notes.h"
#include "storage/engine/held_files.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

using storage::TrailConflict;

constexpr const char* kEntity = "trail";
constexpr const char* kFound = "trail-conflict";
constexpr const char* kDecided = "decide-trail-conflict";
constexpr int kMostNotes = 200;

std::int64_t numberIn(const AuditFields& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? 0 : std::strtoll(found->second.c_str(), nullptr, 10);
}

/// Puts the accounts back to what the trail says of them.
void restoreAccounts(UnitOfWork& unit, const Secret& chainKey)
{
    const auto told = storage::accountsByTrail(unit.transaction, chainKey);
    for (Account stored : unit.accounts.all()) {
        if (told.contains(stored.id.value))
            continue;
        const AuditFields before = auditFields(stored);
        stored.active = false;  // nobody ever added it
        (void)unit.accounts.update(stored, unit.stamp());
        unit.accounts.setSlotCheck(stored.id, {});
        unit.audit("account", stored.id.value, {}, before, auditFields(stored));
    }
    for (const auto& [id, fields] : told) {
        const AccountId account{id};
        Account right = accountFromFields(account, fields);
        const auto stored = unit.accounts.find(account);
        if (!stored) {
            unit.accounts.insert(right, unit.stamp());
        } else {
            right.rowVersion = stored->rowVersion;
            (void)unit.accounts.update(right, unit.stamp());
        }
        const auto slot = fields.find("slot");
        unit.accounts.setSlotCheck(account, slot == fields.end() ? "" : slot->second);
        if (stored)
            unit.audit("account", id, {}, auditFields(*stored), auditFields(right));
    }
    unit.touched(Aggregate::Account);
}

std::string keysOf(const std::vector<TrailNote>& notes)
{
    std::string keys;
    for (const TrailNote& note : notes)
        keys += (keys.empty() ? "" : " ") + std::string(toKey(note.conflict));
    return keys;
}

/// After a decision the head says what the trail says.
Result<Done> writeHeadAnew(Session& session)
{
    const auto& folder = session.authority().folder;
    const Keys& keys = *session.impl().keys;
    auto head = query<storage::ChainHead>(
        session, "head", [&](Records& records) -> Result<storage::ChainHead> {
            storage::AuditChain chain(records.transaction, keys.chain);
            storage::ChainHead newest = chain.head();
            newest.rights = chain.newestRights();
            return newest;
        });
    if (!head)
        return head.error();
    head->store = storage::identityText(databaseFile(folder));
    return storage::HeadFile::replace(headFile(folder), *head, keys.chain);
}

}  // namespace

bool stopsWriting(TrailConflict conflict)
{
    return conflict == TrailConflict::StoreOlder || conflict == TrailConflict::AnotherTrail ||
           conflict == TrailConflict::RightsChanged;
}

TrailConflict conflictOf(ErrorCode code)
{
    switch (code) {
        case ErrorCode::KeyFileMissing:
            return TrailConflict::HeadMissing;
        case ErrorCode::KeyFileDamaged:
            return TrailConflict::HeadDamaged;
        case ErrorCode::EditConflict:
            return TrailConflict::AnotherTrail;
        default:
            return TrailConflict::HeadNotWritten;
    }
}

Error contradiction(TrailConflict conflict)
{
    const std::string kind(toKey(conflict));
    return {ErrorCode::TrailContradiction, "trail: " + kind, {{"kind", kind}}};
}

std::vector<TrailNote> undecidedNotes(storage::Transaction& transaction, const Secret& chainKey)
{
    std::vector<TrailNote> notes;
    for (auto& entry :
         storage::AuditChain(transaction, chainKey).ofEntity(kEntity, {}, kMostNotes)) {
        if (entry.entry.useCase == kDecided)
            break;
        const auto kind = entry.entry.after.find("kind");
        const auto conflict =
            kind == entry.entry.after.end() ? std::nullopt : fromKey<TrailConflict>(kind->second);
        if (entry.entry.useCase == kFound && conflict)
            notes.push_back({*conflict, std::move(entry)});
    }
    std::reverse(notes.begin(), notes.end());
    return notes;
}

void noteConflictIn(UnitOfWork& unit, SharedState& shared, const storage::TrailState& trail,
                    const Secret& chainKey)
{
    const std::string standing = shared.standing().conflict;
    const bool notWritten = standing == toKey(TrailConflict::HeadNotWritten);
    const auto conflict = !trail.conflict && notWritten
                              ? std::optional(TrailConflict::HeadNotWritten)
                              : trail.conflict;
    const auto notes = undecidedNotes(unit.transaction, chainKey);
    if (conflict) {
        // Rows written on an older store reach the head's number one day: the same contradiction.
        const bool known = std::any_of(notes.begin(), notes.end(), [&](const TrailNote& note) {
            return note.conflict == *conflict || (note.conflict == TrailConflict::StoreOlder &&
                                                  *conflict == TrailConflict::AnotherTrail);
        });
        shared.noteConflict(notes.empty() ? *conflict : notes.front().conflict);
        if (!known)
            unit.note({kFound,
                       kEntity,
                       {},
                       {},
                       {},
                       {{"kind", std::string(toKey(*conflict))},
                        {"kept", std::to_string(trail.kept ? trail.kept->sequence : 0)},
                        {"keptHash", trail.kept ? trail.kept->hash : std::string()},
                        {"stored", std::to_string(trail.last.sequence)}}});
    } else if (!notes.empty()) {
        shared.noteConflict(notes.front().conflict);
    }
}

void noteConflicts(Session& session)
{
    (void)detail::runUseCase(
        session, kFound, Right::SignIn,
        [](UnitOfWork&) -> std::optional<Error> { return std::nullopt; }, detail::Trust::Waived);
}

Result<std::string> checkTrust(Session& session)
{
    if (session.readOnlyWhy()) {
        const Keys& keys = *session.impl().keys;
        auto state = query<storage::TrailState>(session, "trail", [&](Records& records) {
            return storage::trailState(records.transaction, headFile(session.authority().folder),
                                       keys.chain);
        });
        if (!state)
            return state.error();
        if (state->conflict)
            session.impl().shared->noteConflict(*state->conflict);
        return session.standing().conflict;
    }
    noteConflicts(session);
    return session.standing().conflict;
}

std::map<std::string, std::string> factsOf(const OpenConflict& conflict)
{
    return {{"first", std::to_string(conflict.storedSequence + 1)},
            {"last", std::to_string(conflict.keptSequence)}};
}

Result<std::vector<OpenConflict>> openConflicts(Session& session)
{
    return query<std::vector<OpenConflict>>(
        session, "open conflicts", [&](Records& records) -> Result<std::vector<OpenConflict>> {
            std::vector<OpenConflict> open;
            for (const TrailNote& note :
                 undecidedNotes(records.transaction, session.impl().keys->chain)) {
                const AuditFields& fields = note.entry.entry.after;
                const auto who = records.accounts.find(note.entry.account);
                open.push_back({std::string(toKey(note.conflict)), note.entry.at,
                                who ? who->personName : std::string(), numberIn(fields, "kept"),
                                numberIn(fields, "stored"), stopsWriting(note.conflict)});
            }
            return open;
        });
}

Result<Done> decideConflicts(Session& session, const std::string& reason)
{
    if (trimmed(reason).empty())
        return invalidInput("reason", "required");
    const std::shared_ptr<const Keys> keys = session.impl().keys;
    if (!keys)
        return Error{ErrorCode::Locked, "session", {}};
    noteConflicts(session);
    Result<Done> decided = detail::runUseCase(
        session, kDecided, Right::ManageAccounts,
        [&](UnitOfWork& unit) -> std::optional<Error> {
            const auto notes = undecidedNotes(unit.transaction, keys->chain);
            if (notes.empty())
                return notFound(kEntity, {});
            if (!storage::rightsHold(unit.transaction, keys->chain))
                restoreAccounts(unit, keys->chain);
            unit.note({kDecided,
                       kEntity,
                       {},
                       {},
                       {},
                       {{"reason", reason}, {"conflicts", keysOf(notes)}}});
            return std::nullopt;
        },
        detail::Trust::Waived);
    if (!decided)
        return decided;
    if (Result<Done> head = writeHeadAnew(session); !head)
        return head;
    session.impl().shared->clearConflict();
    return Done{};
}

}  // namespace homeward::app
