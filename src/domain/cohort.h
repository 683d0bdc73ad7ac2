#pragma once

#include <optional>
#include <string>

#include "domain/child.h"
#include "domain/statutory_codes.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// What lists and populations ask of a child, as of one day.
struct CohortMember {
    ChildId child;
    int ageYears = 0;
    Sex sex = Sex::Unknown;
    bool inCare = false;                  ///< on the day; care goes on between two placements
    std::optional<PlaceGroup> placement;  ///< where the child lives; empty: not in care now
    std::string provider;          ///< provider name, else statutory provider code; may be empty
    std::optional<int> entryYear;  ///< collection year in which care began (start year)
};

/// Which children a list or a figure speaks of. Empty members do not filter.
/// Publication (analytics/published_change.h) keeps figures safe for exactly these filters: one
/// more here is one more there.
struct Cohort {
    std::optional<int> youngestYears;
    std::optional<int> oldestYears;  ///< inclusive
    std::optional<Sex> sex;
    std::optional<PlaceGroup> placement;
    std::optional<std::string> provider;
    std::optional<int> entryYear;  ///< start year of the collection year
    std::optional<bool> inCare;    ///< on the day; false: not any more
    bool operator==(const Cohort&) const = default;
};

/// Cohort::inCare in one word.
enum class CareScope { InCare, Left, Ever };
template <>
struct EnumKeys<CareScope> {
    static constexpr std::pair<CareScope, std::string_view> table[] = {
        {CareScope::InCare, "in-care"}, {CareScope::Left, "left"}, {CareScope::Ever, "ever"}};
};
CareScope scopeOf(const Cohort& cohort);
void setScope(Cohort& cohort, CareScope scope);

/// What figures are about unless somebody asks otherwise: children in care on the day.
Cohort childrenInCare();

bool belongsTo(const Cohort& cohort, const CohortMember& child);

}  // namespace homeward
