#pragma once

#include <set>
#include <string>

#include "demonstration/random.h"
#include "domain/child.h"

namespace homeward::demonstration {

/// A given name of the name lists for the sex; either list where it is not known.
std::string givenName(Random& random, Sex sex);
std::string familyName(Random& random);
/// What a child wants to be called; mostly empty: the given name.
std::string preferredName(Random& random, const std::string& given);

/// A sign-in name such as "a.okafor", made unique among `taken` with a number and added to it.
std::string signInName(const std::string& given, const std::string& family,
                       std::set<std::string>& taken);

}  // namespace homeward::demonstration
