#pragma once

#include <vector>

#include "app/records/child_list.h"
#include "app/records/homes.h"

namespace homeward::test {

/// Every child on record, by name.
inline Result<std::vector<app::ChildRow>> allChildren(app::Session& session)
{
    return app::allChildrenOf(session, {}, {});
}

/// Every home of the register, by name.
inline Result<std::vector<app::HomeRow>> allHomes(app::Session& session)
{
    return app::allHomesOf(session, {}, {});
}

}  // namespace homeward::test
