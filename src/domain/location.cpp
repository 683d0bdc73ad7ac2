#include "domain/location.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <vector>

#include "support/text/text.h"

namespace homeward {
namespace {

constexpr double kMetresPerMile = 1609.3;
constexpr double kEarthRadiusM = 6'371'008.8;
constexpr double kRadian = std::numbers::pi / 180;
constexpr double kMaxEastingM = 700'000;
constexpr double kMaxNorthingM = 1'300'000;

struct Ellipsoid {
    double majorM;
    double minorM;
    double e2() const { return 1 - minorM * minorM / (majorM * majorM); }
};
constexpr Ellipsoid kAiry1830{6'377'563.396, 6'356'256.909};
constexpr Ellipsoid kWgs84{6'378'137.0, 6'356'752.3142};

// National Grid projection. Source: Ordnance Survey, A guide to coordinate systems in Great
// Britain, annexes A to C.
constexpr double kScale = 0.9996012717;
constexpr double kOriginLatitude = 49 * kRadian;
constexpr double kOriginLongitude = -2 * kRadian;
constexpr double kFalseEastingM = 400'000;
constexpr double kFalseNorthingM = -100'000;

struct Radians {
    double latitude;
    double longitude;
};

double meridianArc(double latitude)
{
    const double n = (kAiry1830.majorM - kAiry1830.minorM) / (kAiry1830.majorM + kAiry1830.minorM);
    const double n2 = n * n;
    const double n3 = n2 * n;
    const double minus = latitude - kOriginLatitude;
    const double plus = latitude + kOriginLatitude;
    return kAiry1830.minorM * kScale *
           ((1 + n + 1.25 * (n2 + n3)) * minus -
            (3 * n + 3 * n2 + 2.625 * n3) * std::sin(minus) * std::cos(plus) +
            1.875 * (n2 + n3) * std::sin(2 * minus) * std::cos(2 * plus) -
            35.0 / 24.0 * n3 * std::sin(3 * minus) * std::cos(3 * plus));
}

/// Latitude and longitude on the grid's own ellipsoid.
Radians unproject(const GridReference& grid)
{
    const double northing = grid.northingM - kFalseNorthingM;
    double phi = kOriginLatitude;
    double missing = northing;
    for (int i = 0; i < 20 && std::abs(missing) > 1e-5; ++i) {
        phi += missing / (kAiry1830.majorM * kScale);
        missing = northing - meridianArc(phi);
    }
    const double e2 = kAiry1830.e2();
    const double w = 1 - e2 * std::sin(phi) * std::sin(phi);
    const double nu = kAiry1830.majorM * kScale / std::sqrt(w);
    const double rho = kAiry1830.majorM * kScale * (1 - e2) / std::pow(w, 1.5);
    const double eta2 = nu / rho - 1;
    const double t2 = std::pow(std::tan(phi), 2);
    const double t4 = t2 * t2;
    const double d = (grid.eastingM - kFalseEastingM) / nu;
    const double d2 = d * d;
    const double latitude = phi - std::tan(phi) * nu / rho * d2 *
                                      (0.5 - d2 / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) +
                                       d2 * d2 / 720 * (61 + 90 * t2 + 45 * t4));
    const double longitude =
        kOriginLongitude +
        d / std::cos(phi) *
            (1 - d2 / 6 * (nu / rho + 2 * t2) + d2 * d2 / 120 * (5 + 28 * t2 + 24 * t4) -
             d2 * d2 * d2 / 5040 * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2));
    return {latitude, longitude};
}

/// From the grid's ellipsoid to WGS 84 by the seven-parameter transformation, good to 5 m.
LatLon toWgs84(const Radians& point)
{
    const double nu =
        kAiry1830.majorM / std::sqrt(1 - kAiry1830.e2() * std::pow(std::sin(point.latitude), 2));
    const double x = nu * std::cos(point.latitude) * std::cos(point.longitude);
    const double y = nu * std::cos(point.latitude) * std::sin(point.longitude);
    const double z = (1 - kAiry1830.e2()) * nu * std::sin(point.latitude);

    constexpr double kSecond = kRadian / 3600;
    constexpr double kScaleChange = 1 - 20.4894e-6;
    constexpr double kRotX = 0.1502 * kSecond;
    constexpr double kRotY = 0.2470 * kSecond;
    constexpr double kRotZ = 0.8421 * kSecond;
    const double x2 = 446.448 + x * kScaleChange - y * kRotZ + z * kRotY;
    const double y2 = -125.157 + x * kRotZ + y * kScaleChange - z * kRotX;
    const double z2 = 542.060 - x * kRotY + y * kRotX + z * kScaleChange;

    const double p = std::hypot(x2, y2);
    const double e2 = kWgs84.e2();
    double phi = std::atan2(z2, p * (1 - e2));
    for (int i = 0; i < 6; ++i) {
        const double nu2 = kWgs84.majorM / std::sqrt(1 - e2 * std::pow(std::sin(phi), 2));
        phi = std::atan2(z2 + e2 * nu2 * std::sin(phi), p);
    }
    return {phi / kRadian, std::atan2(y2, x2) / kRadian};
}

LatLon asLatLon(const Location& location)
{
    if (const auto* point = std::get_if<LatLon>(&location))
        return *point;
    return toWgs84(unproject(std::get<GridReference>(location)));
}

double greatCircleM(const LatLon& a, const LatLon& b)
{
    const double halfLat = std::sin((b.latitude - a.latitude) * kRadian / 2);
    const double halfLon = std::sin((b.longitude - a.longitude) * kRadian / 2);
    const double h = halfLat * halfLat + std::cos(a.latitude * kRadian) *
                                             std::cos(b.latitude * kRadian) * halfLon * halfLon;
    return 2 * kEarthRadiusM * std::asin(std::sqrt(std::min(1.0, h)));
}

std::optional<double> numberIn(std::string_view text)
{
    text = trimmed(text);
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failure != std::errc{} || end != text.data() + text.size() ||
        !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "453200, 389100" or "53.3811, -1.4701": what lies in Britain as degrees is degrees.
std::optional<Location> parsePair(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, ',');
    if (parts.size() != 2)
        return std::nullopt;
    const auto first = numberIn(parts[0]);
    const auto second = numberIn(parts[1]);
    if (!first || !second)
        return std::nullopt;
    if (*first >= 49 && *first <= 61 && *second >= -9 && *second <= 2)
        return LatLon{*first, *second};
    if (*first >= 0 && *first <= kMaxEastingM && *second >= 0 && *second <= kMaxNorthingM)
        return GridReference{*first, *second};
    return std::nullopt;
}

/// Place of a letter in the grid's alphabet, which has no I; empty: no letter.
std::optional<int> gridLetter(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z' || c == 'I')
        return std::nullopt;
    return c - 'A' - (c > 'I' ? 1 : 0);
}

/// South-west corner, in metres, of "SE 532 891" and the like.
std::optional<Location> parseLettered(std::string_view text)
{
    std::string packed;
    for (const char c : text)
        if (c != ' ')
            packed += c;
    if (packed.size() < 4 || packed.size() > 12 || packed.size() % 2 != 0)
        return std::nullopt;
    const auto first = gridLetter(packed[0]);
    const auto second = gridLetter(packed[1]);
    if (!first || !second || packed.find_first_not_of("0123456789", 2) != std::string::npos)
        return std::nullopt;
    const int east100Km = (*first % 5 - 2) * 5 + *second % 5;
    const int north100Km = (3 - *first / 5) * 5 + 4 - *second / 5;
    const std::size_t digits = (packed.size() - 2) / 2;
    const double unit = std::pow(10.0, 5 - static_cast<int>(digits));
    const GridReference grid{east100Km * 1e5 + unit * std::stoi(packed.substr(2, digits)),
                             north100Km * 1e5 + unit * std::stoi(packed.substr(2 + digits))};
    if (grid.eastingM < 0 || grid.eastingM > kMaxEastingM || grid.northingM < 0 ||
        grid.northingM > kMaxNorthingM)
        return std::nullopt;
    return grid;
}

/// Shortest text that reads back to the same number.
std::string numberText(double value)
{
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    return std::string(text, end);
}

}  // namespace

double milesBetween(const Location& a, const Location& b)
{
    const auto* gridA = std::get_if<GridReference>(&a);
    const auto* gridB = std::get_if<GridReference>(&b);
    const double metres = gridA && gridB ? std::hypot(gridA->eastingM - gridB->eastingM,
                                                      gridA->northingM - gridB->northingM)
                                         : greatCircleM(asLatLon(a), asLatLon(b));
    return std::round(metres / kMetresPerMile * 10) / 10;
}

Result<Location> parseLocation(std::string_view text)
{
    text = trimmed(text);
    std::optional<Location> location = parsePair(text);
    if (!location)
        location = parseLettered(text);
    if (!location)
        return invalidInput("location", "not-a-location");
    return *location;
}

std::string formatLocation(const Location& location)
{
    if (const auto* grid = std::get_if<GridReference>(&location))
        return numberText(grid->eastingM) + ", " + numberText(grid->northingM);
    const LatLon& point = std::get<LatLon>(location);
    return numberText(point.latitude) + ", " + numberText(point.longitude);
}

}  // namespace homeward
