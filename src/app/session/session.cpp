#include "app/session/session.h"

#include "app/session/session_impl.h"

namespace homeward::app {

Environment Environment::real()
{
    auto clock = std::make_shared<SystemClock>();
    return {clock, randomIds(clock)};
}

std::shared_ptr<void> ChangeBus::subscribe(Listener listener)
{
    auto held = std::make_shared<Listener>(std::move(listener));
    const std::lock_guard lock(m_mutex);
    m_listeners.push_back(held);
    return held;
}

void ChangeBus::publish(const ChangeSet& changes)
{
    // Called outside the lock, for a listener may subscribe or publish itself.
    std::vector<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_listeners, [](const auto& weak) { return weak.expired(); });
        for (const auto& weak : m_listeners)
            if (auto listener = weak.lock())
                listeners.push_back(std::move(listener));
    }
    for (const auto& listener : listeners)
        (*listener)(changes);
}

void ChangeSet::add(const ChangeSet& other)
{
    // No ids means any record: joined with a few, it still means any.
    const bool many = (!aggregates.empty() && ids.empty()) || other.ids.empty();
    aggregates.insert(other.aggregates.begin(), other.aggregates.end());
    ids.insert(other.ids.begin(), other.ids.end());
    if (many)
        ids.clear();
}

Session::Session(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Session::~Session() = default;

const Account& Session::account() const
{
    return m_impl->account;
}

const AuthorityInfo& Session::authority() const
{
    return m_impl->shared->authority;
}

bool Session::may(Right right) const
{
    return mayDo(m_impl->account.role, right);
}

Date Session::today() const
{
    return m_impl->shared->environment.clock->today();
}

ChangeBus& Session::changes() const
{
    return m_impl->shared->changes;
}

Standing Session::standing() const
{
    return m_impl->shared->standing();
}

std::optional<Error> Session::readOnlyWhy() const
{
    return m_impl->shared->readOnly;
}

bool Session::checkFiles()
{
    const bool inPlace = !m_impl->database || m_impl->database->isInPlace();
    if (!inPlace)
        m_impl->shared->noteReplaced();
    return inPlace;
}

bool Session::isLocked() const
{
    return !m_impl->keys;
}

Result<std::unique_ptr<Session>> Session::forWorker() const
{
    if (isLocked())
        return Error{ErrorCode::Locked, "worker of a locked session", {}};
    auto database = openRecords(*m_impl->shared, *m_impl->keys);
    if (!database)
        return database.error();
    return makeSession(m_impl->shared, m_impl->keys, std::move(*database), m_impl->account);
}

Result<storage::Database*> databaseOf(Session& session)
{
    if (session.isLocked() || !session.impl().database)
        return Error{ErrorCode::Locked, "session", {}};
    return session.impl().database.get();
}

std::unique_ptr<Session> makeSession(std::shared_ptr<SharedState> shared,
                                     std::shared_ptr<const Keys> keys,
                                     std::unique_ptr<storage::Database> database, Account account)
{
    auto impl = std::make_unique<Session::Impl>();
    impl->shared = std::move(shared);
    impl->keys = std::move(keys);
    impl->database = std::move(database);
    impl->account = std::move(account);
    // Only a mark: the commit that changes a household must not pay for reading all of them again.
    impl->householdsListener = impl->shared->changes.subscribe(
        [stale = impl->households.staleFlag()](const ChangeSet& changes) {
            for (const Aggregate aggregate :
                 {Aggregate::Home, Aggregate::Placement, Aggregate::Child, Aggregate::CareHistory,
                  Aggregate::Framework})
                if (changes.touches(aggregate))
                    stale->store(true);
        });
    return std::make_unique<Session>(std::move(impl));
}

std::filesystem::path databaseFile(const std::filesystem::path& folder)
{
    return folder / "authority.homeward";
}

std::filesystem::path keyFile(const std::filesystem::path& folder)
{
    return folder / "keys.json";
}

std::filesystem::path headFile(const std::filesystem::path& folder)
{
    return folder / "audit.head";
}

std::filesystem::path backupFolder(const std::filesystem::path& folder)
{
    return folder / "backups";
}

}  // namespace homeward::app
