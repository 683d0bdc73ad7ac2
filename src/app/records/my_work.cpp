#include "app/records/my_work.h"

#include "analytics/due.h"
#include "app/records/child_rows.h"

namespace homeward::app {
namespace {

struct Mine {
    ChildFilter filter;
    int children = 0;
    bool all = false;
};

/// One's own children, those just added too; where nobody is allocated to a person who works across
/// the authority, all in care.
Mine mineIn(storage::ChildList& list, const Account& me)
{
    Mine mine;
    mine.filter.care = CareNow::Open;
    mine.filter.worker = me.id;
    mine.children = list.count({mine.filter, {}});
    if (mine.children > 0 || !worksAcross(me.role))
        return mine;
    mine.all = true;
    mine.filter.care = CareNow::InCare;
    mine.filter.worker.reset();
    mine.children = list.count({mine.filter, {}});
    return mine;
}

std::vector<ChildRow> rowsOf(const std::vector<storage::ChildLine>& lines, Date today)
{
    std::vector<ChildRow> rows;
    rows.reserve(lines.size());
    for (const storage::ChildLine& line : lines)
        rows.push_back(rowOf(line, today));
    return rows;
}

}  // namespace

Result<MyWork> myWork(Session& session)
{
    return query<MyWork>(session, "my work", [&](Records& records) -> Result<MyWork> {
        const Date today = session.today();
        const Date dueBefore = analytics::dueIfBefore(today);
        storage::ChildList list = childList(records, session);
        const Mine mine = mineIn(list, session.account());
        MyWork work;
        work.anyChildren = list.total() > 0;
        work.allChildren = mine.all;
        work.childCount = mine.children;
        work.children = rowsOf(list.page({mine.filter, {}}, {}, kSliceRows), today);
        work.drafts = rowsOf(list.withDrafts(), today);
        ChildFilter needHome = mine.filter;
        needHome.care = CareNow::NeedsHome;
        const storage::ChildList::Asked asked{needHome, {}, ChildOrder::Urgency};
        work.needHome = rowsOf(list.page(asked, {}, kSliceRows), today);
        work.needHomeCount = list.count(asked);
        work.due = rowsOf(list.assessedBefore(mine.filter, dueBefore, kSliceRows), today);
        work.dueCount = list.countAssessedBefore(mine.filter, dueBefore);
        return work;
    });
}

Result<int> countDue(Session& session)
{
    return query<int>(session, "count due", [&](Records& records) -> Result<int> {
        storage::ChildList list = childList(records, session);
        return list.countAssessedBefore(mineIn(list, session.account()).filter,
                                        analytics::dueIfBefore(session.today()));
    });
}

}  // namespace homeward::app
