#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace homeward::app {

/// Kinds of records that pages show.
enum class Aggregate {
    Child,
    CareHistory,
    Assessment,
    Draft,
    Home,
    Placement,
    Framework,
    Account,
    Audit,
    View,     ///< Somebody looked at a child: no change, but history tells it.
    Standing  ///< Session::standing() is another
};

/// What one committed use case changed. Empty ids: many; read everything again.
struct ChangeSet {
    std::set<Aggregate> aggregates;
    std::set<std::string> ids;  ///< of children and homes

    bool touches(Aggregate aggregate) const { return aggregates.contains(aggregate); }
    /// Whether the record may be among those changed.
    bool concerns(const std::string& id) const { return ids.empty() || ids.contains(id); }
    /// Both changes as one.
    void add(const ChangeSet& other);
};

/// Tells listeners of every commit of this program, on the thread that committed.
/// Thread safe. Listeners are called without a lock held.
class ChangeBus {
public:
    using Listener = std::function<void(const ChangeSet&)>;
    /// The listener stays for as long as the returned token lives.
    [[nodiscard]] std::shared_ptr<void> subscribe(Listener listener);
    void publish(const ChangeSet& changes);

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

}  // namespace homeward::app
