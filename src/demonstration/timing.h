#pragma once

#include <optional>
#include <vector>

#include "demonstration/life.h"

namespace homeward::demonstration {

struct ChildTiming {
    Date birth;
    Date enters;
    std::optional<Date> leaves;
    Exit exit = Exit::None;
};

/// When the children of one family come into care and leave it; the first child leads.
struct FamilyTiming {
    bool alone = false;  ///< one young person without family in the country
    Route route = Route::Voluntary;
    std::vector<ChildTiming> children;
};

/// Draws births, times in care and legal steps. Nobody enters before birth or leaves after 18, and
/// every child is in care on some day of the window.
class Timing {
public:
    Timing(std::uint64_t seed, const Span& span);

    /// 1 to `mostChildren` children, four at most.
    FamilyTiming nextFamily(std::size_t mostChildren);

    /// Sets route and the dates of orders of one child; a child too old for adoption takes another
    /// route.
    void giveRoute(Life& life, Route familyRoute);

private:
    bool tooLongAgo(Date birth) const;
    int ageAtEntryDays();
    ChildTiming inCareToday();
    ChildTiming whoLeft();
    Exit exitFor(int ageAtLeaving, int daysInCare);
    Route routeFor(const ChildTiming& lead, bool alone);
    std::optional<ChildTiming> sibling(const ChildTiming& lead);

    Span m_span;
    Random m_random;
};

}  // namespace homeward::demonstration
