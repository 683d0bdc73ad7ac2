#include "app/session.h"

#include "app/session_impl.h"

namespace homeward::app {

Environment Environment::real()
{
    auto clock = std::make_shared<SystemClock>();
    return {clock, randomIds(clock), KdfCost::Moderate};
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

Result<std::unique_ptr<Session>> Session::forWorker() const
{
    const auto& shared = m_impl->shared;
    const auto& folder = shared->authority.folder;
    auto database = storage::Database::open(databaseFile(folder), shared->databaseKey, backupFolder(folder));
    if (!database)
        return database.error();
    return makeSession(shared, std::move(*database), m_impl->account);
}

std::unique_ptr<Session> makeSession(std::shared_ptr<SharedState> shared,
                                     std::unique_ptr<storage::Database> database, Account account)
{
    auto impl = std::make_unique<Session::Impl>();
    impl->shared = std::move(shared);
    impl->database = std::move(database);
    impl->account = std::move(account);
    impl->householdsListener = impl->shared->changes.subscribe(
        [stale = impl->households.staleFlag()](const ChangeSet& changes) {
            for (const Aggregate aggregate : {Aggregate::Home, Aggregate::Placement, Aggregate::Child,
                                              Aggregate::CareHistory, Aggregate::Framework})
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
