#include "domain/child_merge.h"

#include <algorithm>
#include <vector>

namespace homeward {
namespace {

template <typename Record>
bool shareDay(const Record& a, const Record& b)
{
    const auto endsBy = [](const Record& record, Date day) {
        return record.endsOn && *record.endsOn <= day;
    };
    return !endsBy(a, b.startsOn) && !endsBy(b, a.startsOn);
}

template <typename Record>
bool anyShareDay(const std::vector<Record>& some, const std::vector<Record>& others)
{
    return std::ranges::any_of(some, [&](const Record& one) {
        return std::ranges::any_of(others,
                                   [&](const Record& other) { return shareDay(one, other); });
    });
}

}  // namespace

bool overlap(const CareHistory& one, const CareHistory& other)
{
    return anyShareDay(one.periods, other.periods) || anyShareDay(one.placements, other.placements);
}

}  // namespace homeward
