#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/location.h"

namespace homeward {

/// What a postcode is compared by: capitals, without blanks and other signs between; "S118AA".
std::string postcodeKey(std::string_view written);

/// Whether a key has the form of a whole postcode: an area, a district, a digit and two letters.
bool isPostcodeKey(std::string_view key);

/// "S11 8AA", however it was written; what is no whole postcode stays as it is.
std::string shownPostcode(std::string_view written);

/// One line of a postcode directory.
struct PostcodePlace {
    std::string key;
    GridReference place;
    bool operator==(const PostcodePlace&) const = default;
};

}  // namespace homeward
