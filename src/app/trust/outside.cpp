#include "app/trust/outside.h"

#include <map>

#include "app/records/children.h"
#include "app/session/rescue.h"
#include "app/session/session_impl.h"
#include "storage/trail/trail_since.h"

namespace homeward::app {
namespace {

/// More than this many rows: pages read everything again.
constexpr int kMostSubjects = 200;

/// An entity that is not here has pages read everything again: right, but work for nothing.
const std::map<std::string, std::set<Aggregate>>& aggregatesByEntity()
{
    static const std::map<std::string, std::set<Aggregate>> table{
        {"child", {Aggregate::Child}},
        {"care-period", {Aggregate::CareHistory}},
        {"legal-status", {Aggregate::CareHistory}},
        {"placement", {Aggregate::Placement}},
        {"decision", {Aggregate::Placement}},
        {"assessment", {Aggregate::Assessment}},
        {"home", {Aggregate::Home}},
        {"provider", {Aggregate::Home}},
        {"framework", {Aggregate::Framework}},
        {"authority", {Aggregate::Framework}},
        {"account", {Aggregate::Account}},
        {"backup", {}},
        {"export", {}},
        {"search", {}},  // a list that somebody was shown; nobody's page tells of it
        {"sign-in", {}},
        {"trail", {}}};
    return table;
}

ChangeSet everything()
{
    return {{Aggregate::Child, Aggregate::CareHistory, Aggregate::Assessment, Aggregate::Draft,
             Aggregate::Home, Aggregate::Placement, Aggregate::Framework, Aggregate::Account,
             Aggregate::Audit, Aggregate::View},
            {}};
}

/// Empty: rows that do not say what they are about, or too many of them.
std::optional<ChangeSet> changesOf(const std::vector<storage::TrailSubject>& subjects)
{
    if (subjects.size() >= static_cast<std::size_t>(kMostSubjects))
        return std::nullopt;
    ChangeSet changes;
    for (const storage::TrailSubject& subject : subjects) {
        const auto known = aggregatesByEntity().find(subject.entity);
        if (known == aggregatesByEntity().end())
            return std::nullopt;
        changes.aggregates.insert(known->second.begin(), known->second.end());
        for (const std::string& id : {subject.id, subject.child.value})
            if (!id.empty() && !known->second.empty())
                changes.ids.insert(id);
    }
    return changes;
}

struct Outside {
    bool ownOnly = false;  ///< rows were written since, all by this program
    ChangeSet changes;
};

Outside outsideOf(SharedState& shared, storage::Transaction& transaction)
{
    const std::int64_t newest = storage::newestTrailRow(transaction);
    const auto before = shared.toldUpTo();
    const auto stretches = shared.takeUntold(newest);
    if (!before || (*before < newest && stretches.empty()))
        return {true, {}};
    std::vector<storage::TrailSubject> subjects;
    for (const auto& [from, to] : stretches)
        for (auto& subject : storage::trailSubjects(transaction, from, to, kMostSubjects))
            subjects.push_back(std::move(subject));
    ChangeSet changes = changesOf(subjects).value_or(everything());
    changes.aggregates.insert({Aggregate::Draft, Aggregate::View});
    if (!stretches.empty())
        changes.aggregates.insert(Aggregate::Audit);
    return {false, std::move(changes)};
}

}  // namespace

void lookOutside(Session& session)
{
    Session::Impl& impl = session.impl();
    if (session.isLocked() || !impl.database || impl.shared->readOnly)
        return;
    const std::int64_t version = impl.database->outsideChanges();
    if (impl.seenOutside == version)
        return;
    const auto outside = impl.database->read<Outside>(
        "look outside", [&](storage::Transaction& transaction) -> Result<Outside> {
            return outsideOf(*impl.shared, transaction);
        });
    if (!outside)
        return;  // looked again the next time
    impl.seenOutside = version;
    if (!outside->ownOnly)
        impl.shared->changes.publish(outside->changes);
}

void settleOwed(Session& session)
{
    // Where nothing can be written any more, trying is in vain until somebody has decided.
    const Standing standing = session.standing();
    if (session.isLocked() || standing.replaced || !standing.conflict.empty())
        return;
    settleDrafts(session);
    logOwedViews(session);
}

}  // namespace homeward::app
