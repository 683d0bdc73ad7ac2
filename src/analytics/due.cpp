#include "analytics/due.h"

namespace homeward::analytics {

bool isAssessmentDue(std::optional<Date> lastAssessedOn, Date today)
{
    return !lastAssessedOn || lastAssessedOn->plusMonths(kReviewMonths) <= today;
}

Date dueIfBefore(Date today)
{
    // Months differ in length: of several last days, e.g. of August, six months lead to one day.
    Date first = today.plusMonths(-kReviewMonths);
    while (isAssessmentDue(first, today))
        first = first.plusDays(1);
    return first;
}

std::optional<int> monthsSince(std::optional<Date> day, Date today)
{
    if (!day)
        return std::nullopt;
    int months = 0;
    while (day->plusMonths(months + 1) <= today)
        ++months;
    return months;
}

}  // namespace homeward::analytics
