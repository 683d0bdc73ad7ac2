#include "app/records/my_work.h"

#include <algorithm>

#include "analytics/due.h"

namespace homeward::app {

MyWork myWorkOf(const std::vector<ChildRow>& all, const AccountId& me, Date today)
{
    MyWork work;
    for (const ChildRow& child : all) {
        if (child.myDraft)
            work.drafts.push_back(child);
        if (child.inCare && child.worker == me)
            work.children.push_back(child);
    }
    if (work.children.empty()) {
        work.allChildren = true;
        std::copy_if(all.begin(), all.end(), std::back_inserter(work.children),
                     [](const ChildRow& child) { return child.inCare; });
    }
    std::copy_if(work.children.begin(), work.children.end(), std::back_inserter(work.due),
                 [&](const ChildRow& child) {
                     return analytics::isAssessmentDue(child.lastAssessedOn, today);
                 });
    std::stable_sort(work.due.begin(), work.due.end(), [](const ChildRow& a, const ChildRow& b) {
        // An empty optional is less than any day.
        return a.lastAssessedOn < b.lastAssessedOn;
    });
    return work;
}

}  // namespace homeward::app
