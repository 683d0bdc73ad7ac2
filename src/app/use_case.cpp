#include "app/use_case.h"

namespace homeward::app {

Records::Records(storage::Transaction& running)
    : transaction(running),
      children(running),
      care(running),
      assessments(running),
      drafts(running),
      homes(running),
      accounts(running),
      frameworks(running),
      policies(running),
      searches(running),
      info(running),
      views(running)
{
}

UnitOfWork::UnitOfWork(storage::Transaction& running, Session& session, std::string useCase)
    : Records(running),
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

std::optional<Error> refusal(Records& records, const Session& session, Right right)
{
    const auto account = records.accounts.find(session.account().id);
    const bool founding = !account && records.accounts.all().empty();
    if (founding ? session.may(right)
                 : account && account->active && mayDo(account->role, right))
        return std::nullopt;
    return Error{ErrorCode::NotPermitted, "right " + std::string(toKey(right)),
                 {{"right", std::string(toKey(right))}}};
}

Result<Done> detail::runUseCase(Session& session, const std::string& useCase, Right right,
                                const std::function<std::optional<Error>(UnitOfWork&)>& work)
{
    SharedState& shared = *session.impl().shared;
    ChangeSet changes;
    storage::ChainHead head;
    Result<Done> written = session.impl().database->write<Done>(
        useCase, [&](storage::Transaction& transaction) -> Result<Done> {
            UnitOfWork unit(transaction, session, useCase);
            if (auto refused = refusal(unit, session, right))
                return *refused;
            if (auto error = work(unit))
                return *error;
            if (!unit.auditEntries().empty()) {
                storage::AuditChain chain(transaction, shared.chainKey);
                chain.append(unit.auditEntries(), unit.stamp());
                head = chain.head();
                unit.touched(Aggregate::Audit);
            }
            changes = unit.changes();
            return Done{};
        });
    if (!written)
        return written;
    if (head.sequence > 0) {
        // The commit stands even where the head file cannot be written; verification then finds it lagging.
        (void)storage::HeadFile::advance(headFile(shared.authority.folder), head, shared.chainKey);
    }
    if (!changes.aggregates.empty())
        shared.changes.publish(changes);
    return Done{};
}

}  // namespace homeward::app
