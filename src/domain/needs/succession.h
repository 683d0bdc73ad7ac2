#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/needs/needs_framework.h"
#include "domain/needs/rating.h"

namespace homeward {

/// What ratings are of. It decides what several become where one domain took their place: of needs
/// the highest that is known, of skills the lowest, unknown where one of them is. So nothing looks
/// easier than it was said to be.
enum class RatingsOf { Needs, Skills };

/// What a document says of a domain: its agreed rating and those of the domains that it replaces,
/// as one, with all their words. Of a domain that goes on beside it, as one does of which a part
/// was made a domain of its own, it takes the rating only where it has none itself. Empty: nothing.
std::optional<Rating> ratingIn(const NeedsFramework& framework,
                               const NeedsFramework::Domain& domain,
                               const std::vector<Rating>& ratings, RatingsOf of);

/// The agreed ratings of a document of any version in the domains of `framework`, in its order;
/// domains of which it says nothing have none.
std::vector<Rating> ratingsIn(const NeedsFramework& framework, const std::vector<Rating>& ratings,
                              RatingsOf of);

/// The levels of ratingsIn, by domain of `framework`; empty: unknown.
std::vector<MaybeLevel> levelsIn(const NeedsFramework& framework,
                                 const std::vector<Rating>& ratings, RatingsOf of);

/// A need that is known and above 0, and that no domain of a framework speaks of.
struct NeedLeftOut {
    std::string domainKey;  ///< in the version it was said in
    int level = 0;          ///< 1..4
    bool operator==(const NeedLeftOut&) const = default;
};
/// In the order of the ratings.
std::vector<NeedLeftOut> needsLeftOut(const NeedsFramework& framework,
                                      const std::vector<Rating>& ratings);

}  // namespace homeward
