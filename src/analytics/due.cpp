#include "analytics/due.h"

namespace homeward::analytics {

bool isAssessmentDue(std::optional<Date> lastAssessedOn, Date today)
{
    return !lastAssessedOn || lastAssessedOn->plusMonths(kReviewMonths) <= today;
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
