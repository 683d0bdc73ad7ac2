#pragma once

#include <string>

#include "demonstration/random.h"
#include "domain/location.h"

namespace homeward::demonstration {

/// Somewhere in the invented area: around one of its towns, which lie out at sea, so that no real
/// address can be meant. To 100 m.
GridReference placeInArea(Random& random);
/// Within about `miles` of `centre`.
GridReference placeNear(Random& random, const GridReference& centre, double miles);
/// Up to 35 miles outside the towns, where agencies have their households.
GridReference placeAround(Random& random);

/// "ZZ7 4QD": no postcode area is called ZZ.
std::string inventedPostcode(Random& random);
/// Seven digits, made up.
std::string inventedProviderNumber(Random& random);

}  // namespace homeward::demonstration
