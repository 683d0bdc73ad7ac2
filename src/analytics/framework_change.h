#pragma once

#include <string>
#include <vector>

#include "domain/needs/assessment.h"
#include "domain/needs/needs_framework.h"

namespace homeward::analytics {

/// What becomes of what is on record when new documents are made in another framework, in numbers.
struct FrameworkChange {
    int assessments = 0;  ///< completed in other versions, which they keep
    /// Domains with a known need of children in care that the framework has no place for, most
    /// children first.
    struct LeftOutDomain {
        std::string domainKey;
        int children = 0;
        bool operator==(const LeftOutDomain&) const = default;
    };
    std::vector<LeftOutDomain> leftOut;
    int childrenWithoutBand = 0;  ///< in care, with such a need
    /// Domains of which earlier versions say nothing, by key.
    std::vector<std::string> newDomains;
    int childrenToAsk = 0;    ///< in care and assessed, not in every domain of it
    int householdsToAsk = 0;  ///< with a skills profile that does not speak of every domain of it
    int charts = 0;           ///< children whose chart over time gets a gap or loses a line
};

/// One child as the change finds them.
struct ChildBefore {
    bool inCare = false;                                   ///< today
    const std::vector<Assessment>* assessments = nullptr;  ///< that count, the latest last
};

/// Adds what changes for one child. Pure.
void addChild(FrameworkChange& change, const ChildBefore& child, const NeedsFramework& next);

/// Adds what changes for one household. Pure.
void addHousehold(FrameworkChange& change, const FrameworkVersionId& madeIn,
                  const std::vector<Rating>& skills, const NeedsFramework& next);

/// The domains of `next` that take the place of none of `earlier`.
std::vector<std::string> newDomains(const std::vector<NeedsFramework>& earlier,
                                    const NeedsFramework& next);

}  // namespace homeward::analytics
