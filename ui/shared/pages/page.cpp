#include "ui/shared/pages/page.h"

#include <algorithm>

#include "ui/shared/pages/live_query.h"

namespace homeward::ui {

std::optional<QTime> Page::readAt() const
{
    std::optional<QTime> oldest;
    for (const LiveReading* reading : findChildren<LiveReading*>())
        if (reading->readAt() && reading->isInSight())
            oldest = std::min(oldest.value_or(*reading->readAt()), *reading->readAt());
    return oldest;
}

void Page::readAgain()
{
    for (LiveReading* reading : findChildren<LiveReading*>())
        if (reading->isWanted())
            reading->readAgain();
}

}  // namespace homeward::ui
