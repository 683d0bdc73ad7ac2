#include "domain/backup_retention.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace homeward {
namespace {

int dayOf(Timestamp at)
{
    return at.utcDate().daysSinceEpoch();
}

/// Weeks begin on Monday; 1 January 1970 was a Thursday.
int weekOf(Timestamp at)
{
    constexpr int kFarBack = 7'000'000;  // so that the division rounds down for early days too
    return (dayOf(at) + 3 + kFarBack) / 7;
}

int monthOf(Timestamp at)
{
    const Date date = at.utcDate();
    return date.year() * 12 + date.month();
}

}  // namespace

std::vector<bool> backupsToKeep(const std::vector<Timestamp>& moments)
{
    std::vector<std::size_t> newestFirst(moments.size());
    std::iota(newestFirst.begin(), newestFirst.end(), std::size_t{0});
    std::stable_sort(newestFirst.begin(), newestFirst.end(),
                     [&](std::size_t a, std::size_t b) { return moments[a] > moments[b]; });
    std::vector<bool> keep(moments.size(), false);
    const auto keepNewestOfEach = [&](int (*periodOf)(Timestamp), int most) {
        std::set<int> seen;
        for (const std::size_t index : newestFirst) {
            if (static_cast<int>(seen.size()) == most)
                return;
            if (seen.insert(periodOf(moments[index])).second)
                keep[index] = true;
        }
    };
    keepNewestOfEach(dayOf, kBackupDays);
    keepNewestOfEach(weekOf, kBackupWeeks);
    keepNewestOfEach(monthOf, kBackupMonths);
    return keep;
}

}  // namespace homeward
