#include "app/records/my_work.h"

#include <algorithm>
#include <array>

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

/// Choices are kept like drafts, and nobody has to finish them.
constexpr std::array<std::string_view, 4> kWritten{"assessment", "about-me", "home", "skills"};

std::optional<std::string> nameOf(Records& records, const std::string& record)
{
    if (const auto child = records.children.find({record}))
        return displayName(*child);
    if (const auto home = records.homes.find({record}))
        return home->name;
    // Not on record yet; ids of records that are gone are none either.
    constexpr std::size_t kIdLength = 36;
    return record.size() == kIdLength ? std::nullopt : std::optional(std::string());
}

std::vector<DraftLine> draftsOf(Records& records, const AccountId& account)
{
    std::vector<DraftLine> lines;
    for (const storage::StoredDraft& draft : records.drafts.ofAccount(account)) {
        if (std::ranges::find(kWritten, draft.kind) == kWritten.end())
            continue;
        const auto same = std::ranges::find_if(lines, [&](const DraftLine& line) {
            return line.kind == draft.kind && line.record == draft.record;
        });
        if (same != lines.end())
            ++same->versions;
        else if (const auto name = nameOf(records, draft.record))
            lines.push_back({draft.kind, draft.record, *name, draft.changedAt, 1});
    }
    return lines;
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
        work.drafts = draftsOf(records, session.account().id);
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
