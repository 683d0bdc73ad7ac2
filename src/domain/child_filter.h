#pragma once

#include <optional>
#include <string>
#include <utility>

#include "domain/cohort.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// Which children as to their care today.
enum class CareNow { InCare, Open, NeedsHome, WithoutHousehold, Everyone };
template <>
struct EnumKeys<CareNow> {
    static constexpr std::pair<CareNow, std::string_view> table[] = {
        {CareNow::InCare, "in-care"},  ///< care goes on between two placements
        {CareNow::Open, "open"},       ///< in care, or on record and not in care yet: nobody left
        {CareNow::NeedsHome, "needs-home"},  ///< needsHome (domain/urgency.h)
        /// in care, and in no household of the register
        {CareNow::WithoutHousehold, "without-household"},
        {CareNow::Everyone, "everyone"}};
};

/// What narrows a list of children: the cohort that figures speak of too, and what is asked of
/// one's daily work. Empty members do not filter.
struct ChildFilter {
    Cohort cohort;
    CareNow care = CareNow::Everyone;
    std::optional<AccountId> worker;  ///< with an empty id: no worker yet
    std::optional<bool> assessed;     ///< ever
    std::string typed;                ///< every word must be found
    bool operator==(const ChildFilter&) const = default;
};

/// What a list of children is sorted by; unknown comes last either way.
enum class ChildOrder {
    Name,  ///< family name, given name
    CaseNumber,
    Age,
    Sex,
    LivesWith,
    Since,  ///< start of the placement today
    Worker,
    LastAssessed,
    TotalNeed,
    Urgency  ///< urgencyOf, then the day by which (domain/urgency.h)
};

}  // namespace homeward
