#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/session/change_bus.h"
#include "app/session/session_impl.h"
#include "storage/records/assessment_repository.h"
#include "storage/records/care_repository.h"
#include "storage/records/child_repository.h"
#include "storage/records/home_repository.h"
#include "storage/records/reference_repository.h"
#include "storage/records/search_repository.h"
#include "storage/trail/audit_chain.h"
#include "storage/trail/trail_state.h"

namespace homeward::app {

/// The records as one transaction sees them.
struct Records {
    /// `parsedTexts` empty: frameworks and policies are parsed each time.
    explicit Records(storage::Transaction& running, ParsedTexts* parsedTexts = nullptr);

    storage::Transaction& transaction;
    ParsedTexts* parsed;
    storage::ChildRepository children;
    storage::CareRepository care;
    storage::AssessmentRepository assessments;
    storage::DraftRepository drafts;
    storage::HomeRepository homes;
    storage::AccountRepository accounts;
    storage::FrameworkRepository frameworks;
    storage::PolicyRepository policies;
    storage::SearchRepository searches;
    storage::KeyChangeRepository keyChanges;
    storage::StoreInfo info;
    storage::ViewLog views;
};

/// One use case while it runs: the records, what to audit, what changed.
class UnitOfWork : public Records {
public:
    UnitOfWork(storage::Transaction& running, Session& session, std::string useCase);

    const storage::Stamp& stamp() const { return m_stamp; }
    Date today() const;

    template <typename IdType>
    IdType newId()
    {
        return IdType{nextId()};
    }

    using Fields = std::map<std::string, std::string>;
    /// Records a change; only fields that differ are kept. An empty `before` means made anew, an
    /// empty `after` removed. Nothing is recorded when nothing differs.
    void audit(const std::string& entity, const std::string& id, const ChildId& child,
               const Fields& before, const Fields& after);
    void touched(Aggregate aggregate, const std::string& id = {});

    /// An entry of another use case, noted along with this one.
    void note(storage::AuditEntry entry) { m_audit.push_back(std::move(entry)); }

    const ChangeSet& changes() const { return m_changes; }
    const std::vector<storage::AuditEntry>& auditEntries() const { return m_audit; }

private:
    std::string nextId();
    Session& m_session;
    std::string m_useCase;
    storage::Stamp m_stamp;
    std::vector<storage::AuditEntry> m_audit;
    ChangeSet m_changes;
};

/// How records, trail and head stand to each other in this transaction. Fails with: StorageFailed.
Result<storage::TrailState> trailOf(Records& records, const Session& session);

/// The account as it can be believed: as the store has it now; where accounts and trail contradict
/// each other, active and with the role that both give it; where they are older than what
/// audit.head knows, with the least role.
std::optional<Account> trustedAccount(Records& records, const Session& session, const AccountId& id,
                                      const storage::TrailState& trail);

/// NotPermitted unless the account, as the store has it now, is active and its role holds the
/// right: a removal or another role counts at once, also for who is signed in. What goes beyond
/// reading is never given by an account that contradicts the trail: `trail`, as it stands in this
/// transaction; looked at here where it is not given.
std::optional<Error> refusal(Records& records, const Session& session, Right right,
                             const std::optional<storage::TrailState>& trail = std::nullopt);

namespace detail {
/// Whether a use case may run while records and trail contradict each other: only those that deal
/// with it may.
enum class Trust { Required, Waived };

Result<Done> runUseCase(Session& session, const std::string& useCase, Right right,
                        const std::function<std::optional<Error>(UnitOfWork&)>& work,
                        Trust trust = Trust::Required);
}  // namespace detail

/// Runs one use case: checks that records and trail fit together, then the right; one transaction,
/// its audit rows with the seals of what was touched, then the head of the trail and one change
/// event. A value means that it is on disk, in this authority. Fails with: what `work` gives,
/// NotPermitted, Locked, ReadOnly, StoreReplaced, TrailContradiction, the storage errors of
/// Database::write. `useCase` is the key in the audit trail, e.g. "save-child".
template <typename T, typename Work>
Result<T> commit(Session& session, const std::string& useCase, Right right, Work&& work)
{
    std::optional<T> answer;
    Result<Done> ran =
        detail::runUseCase(session, useCase, right, [&](UnitOfWork& unit) -> std::optional<Error> {
            Result<T> result = work(unit);
            if (!result)
                return result.error();
            answer = std::move(*result);
            return std::nullopt;
        });
    if (!ran)
        return ran.error();
    return std::move(*answer);
}

/// Reads, all of one moment.
template <typename T, typename Work>
Result<T> query(Session& session, const std::string& label, Work&& work,
                Right right = Right::ReadRecords)
{
    const auto database = databaseOf(session);
    if (!database)
        return database.error();
    Result<T> answer =
        (*database)->template read<T>(label, [&](storage::Transaction& transaction) -> Result<T> {
            Records records(transaction, &session.impl().shared->parsed);
            if (auto refused = refusal(records, session, right))
                return *refused;
            return work(records);
        });
    if (!answer)
        return toldWhetherCopied(*session.impl().shared, answer.error());
    return answer;
}

/// Whether a right is held, before long work that ends in a use case which asks again.
inline Result<Done> requireRight(Session& session, Right right)
{
    return query<Done>(
        session, "may", [](Records&) -> Result<Done> { return Done{}; }, right);
}

inline Error notFound(const std::string& entity, const std::string& id)
{
    return {ErrorCode::NotFound, entity + " " + id, {{"entity", entity}}};
}

inline Error editConflict(const std::string& entity, const std::string& id)
{
    return {ErrorCode::EditConflict, entity + " " + id, {{"entity", entity}}};
}

}  // namespace homeward::app
