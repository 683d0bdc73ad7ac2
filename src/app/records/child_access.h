#pragma once

#include <optional>
#include <string>

#include "app/session/use_case.h"

namespace homeward::app {

/// ReasonNeeded (fact worker) where the child is allocated to somebody else, the role does not work
/// across (worksAcross), and no reason was given since signing in. Empty: there is no such child
/// either.
std::optional<Error> reasonNeeded(Records& records, const Session& session, const ChildId& child);

/// Reads what is on record of one child, all of one moment. Fails with: ReasonNeeded before
/// anything is read, what `work` gives, and as query.
template <typename T, typename Work>
Result<T> queryChild(Session& session, const std::string& label, const ChildId& child, Work&& work)
{
    return query<T>(session, label, [&](Records& records) -> Result<T> {
        if (auto needed = reasonNeeded(records, session, child))
            return *needed;
        return work(records);
    });
}

}  // namespace homeward::app
