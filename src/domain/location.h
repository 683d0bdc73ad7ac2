#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "support/result.h"

namespace homeward {

/// Ordnance Survey National Grid, metres.
struct GridReference {
    double eastingM = 0;   ///< 0..700,000
    double northingM = 0;  ///< 0..1,300,000
    bool operator==(const GridReference&) const = default;
};

/// WGS 84 degrees.
struct LatLon {
    double latitude = 0;   ///< 49..61 in Great Britain
    double longitude = 0;  ///< -9..2
    bool operator==(const LatLon&) const = default;
};

using Location = std::variant<GridReference, LatLon>;

/// Straight-line miles, one decimal. Both on the grid: sqrt(dE^2 + dN^2) / 1609.3; otherwise the
/// great circle between latitudes and longitudes (a grid reference is converted, good to about
/// 100 m). Source: DfE children looked-after statistics guide, distance measure.
double milesBetween(const Location& a, const Location& b);

/// Reads "453200, 389100" (easting, northing), "SE 532 891" style references, or
/// "53.3811, -1.4701" (latitude, longitude). Fails with: InvalidInput (rule "not-a-location").
Result<Location> parseLocation(std::string_view text);

/// The form that parseLocation reads back to the same place.
std::string formatLocation(const Location& location);

}  // namespace homeward
