#include "storage/trail/trail_state.h"

#include "storage/records/stored_lists.h"
#include "storage/trail/audit_row.h"
#include "storage/trail/record_seals.h"

namespace homeward::storage {
namespace {

std::optional<TrailConflict> conflictOf(AuditChain& chain, const ChainHead& kept,
                                        const ChainHead& last)
{
    if (kept.sequence > last.sequence)
        return TrailConflict::StoreOlder;
    // Behind the trail is in order: a program was killed between its commit and the head.
    const std::string there = kept.sequence == 0 ? "" : chain.hashOf(kept.sequence).value_or("");
    if (there != kept.hash)
        return TrailConflict::AnotherTrail;
    return std::nullopt;
}

}  // namespace

Result<TrailState> trailState(Transaction& transaction, const std::filesystem::path& headFile,
                              const Secret& chainKey)
{
    AuditChain chain(transaction, chainKey);
    TrailState state;
    state.last = chain.head();
    const Result<std::optional<ChainHead>> kept = HeadFile::read(headFile, chainKey);
    if (kept)
        state.kept = *kept;
    else if (kept.error().code != ErrorCode::KeyFileDamaged)
        return kept.error();
    if (!rightsHold(transaction, chainKey))
        state.conflict = TrailConflict::RightsChanged;
    else if (!kept)
        state.conflict = TrailConflict::HeadDamaged;
    else if (state.kept)
        state.conflict = conflictOf(chain, *state.kept, state.last);
    else if (state.last.sequence > 0)
        state.conflict = TrailConflict::HeadMissing;
    return state;
}

bool headKnowsAccounts(Transaction& transaction, const TrailState& state, const Secret& chainKey)
{
    if (!state.kept || state.kept->rights.empty())
        return true;
    AuditChain chain(transaction, chainKey);
    return !conflictOf(chain, *state.kept, state.last) ||
           state.kept->rights == rightsDigest(transaction, chainKey);
}

bool rightsHold(Transaction& transaction, const Secret& chainKey)
{
    AuditChain chain(transaction, chainKey);
    if (chain.head().sequence == 0)
        return true;
    return chain.newestRights() == rightsDigest(transaction, chainKey);
}

std::map<std::string, std::map<std::string, std::string>> accountsByTrail(Transaction& transaction,
                                                                          const Secret& chainKey)
{
    std::map<std::string, std::map<std::string, std::string>> accounts;
    AuditRow row;
    std::int64_t expected = 1;
    std::string previous;
    Query query(transaction.session(),
                std::string("select ") + kAuditColumns + " from audit order by sequence");
    readInto(query, row);
    for (bool more = query.first(); more; more = query.next(), ++expected) {
        const bool fits = row.sequence == expected && row.previousHash == previous &&
                          chainedHash(row, row.sequence, previous, chainKey) == row.hash;
        if (!fits)
            break;
        previous = row.hash;
        if (row.entity != "account")
            continue;
        for (auto& [field, value] : fieldsFromColumn(row.after))
            accounts[row.entityId][field] = value;
    }
    return accounts;
}

}  // namespace homeward::storage
