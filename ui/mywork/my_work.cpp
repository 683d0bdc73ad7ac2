#include "ui/mywork/my_work.h"

#include <algorithm>

namespace homeward::ui {

namespace {

bool isDue(const app::ChildRow& child, Date today)
{
    return !child.lastAssessedOn || child.lastAssessedOn->plusMonths(kReviewMonths) <= today;
}

}  // namespace

MyWork myWorkOf(const std::vector<app::ChildRow>& all, const AccountId& me, Date today)
{
    MyWork work;
    for (const app::ChildRow& child : all) {
        if (child.myDraft)
            work.drafts.push_back(child);
        if (child.inCare && child.worker == me)
            work.children.push_back(child);
    }
    if (work.children.empty()) {
        work.allChildren = true;
        std::copy_if(all.begin(), all.end(), std::back_inserter(work.children),
                     [](const app::ChildRow& child) { return child.inCare; });
    }
    std::copy_if(work.children.begin(), work.children.end(), std::back_inserter(work.due),
                 [&](const app::ChildRow& child) { return isDue(child, today); });
    std::stable_sort(work.due.begin(), work.due.end(),
                     [](const app::ChildRow& a, const app::ChildRow& b) {
                         // An empty optional is less than any day.
                         return a.lastAssessedOn < b.lastAssessedOn;
                     });
    return work;
}

std::optional<int> monthsSinceAssessed(const app::ChildRow& child, Date today)
{
    if (!child.lastAssessedOn)
        return std::nullopt;
    int months = 0;
    while (child.lastAssessedOn->plusMonths(months + 1) <= today)
        ++months;
    return months;
}

}  // namespace homeward::ui
