#pragma once

#include <optional>
#include <string>

#include "domain/home.h"

namespace homeward {

/// What narrows a list of homes. Empty members do not filter.
struct HomeFilter {
    std::optional<HomeKind> kind;
    std::optional<ApprovalStatus> status;
    std::optional<bool> ownService;
    std::optional<bool> hasSkills;
    bool withFreePlace = false;  ///< in an approved home
    std::string typed;           ///< every word must be found
    bool operator==(const HomeFilter&) const = default;
};

/// What a list of homes is sorted by; unknown comes last either way.
enum class HomeOrder {
    Name,
    Carers,
    Provider,
    Status,
    Placed,
    Free,
    Ages,
    Sex,
    Skills,
    Postcode,
    Cost
};

}  // namespace homeward
