#include "domain/location.h"

#include <catch2/catch.hpp>

using namespace homeward;

namespace {

Location placeAt(const char* text)
{
    return parseLocation(text).value();
}

}  // namespace

TEST_CASE("a grid reference in metres is read", "[domain][location]")
{
    CHECK(placeAt("453200, 389100") == Location{GridReference{453200, 389100}});
    CHECK(placeAt(" 453200.5,389100 ") == Location{GridReference{453200.5, 389100}});
}

TEST_CASE("a lettered grid reference is the south-west corner of its square", "[domain][location]")
{
    const auto [text, easting, northing] =
        GENERATE(table<std::string, double, double>({{"SE 532 891", 453200, 489100},
                                                     {"se532891", 453200, 489100},
                                                     {"SK 35 87", 435000, 387000},
                                                     {"TG 51409 13177", 651409, 313177},
                                                     {"SV 00 00", 0, 0},
                                                     {"NN 166 712", 216600, 771200},
                                                     {"HU 396 753", 439600, 1175300},
                                                     {"TQ 3 8", 530000, 180000}}));
    INFO(text);
    CHECK(placeAt(text.c_str()) == Location{GridReference{easting, northing}});
}

TEST_CASE("degrees in Britain are read as latitude and longitude", "[domain][location]")
{
    CHECK(placeAt("53.3811, -1.4701") == Location{LatLon{53.3811, -1.4701}});
    CHECK(placeAt("50.1,0") == Location{LatLon{50.1, 0}});
}

TEST_CASE("what is no place is refused", "[domain][location]")
{
    const auto text = GENERATE("", "Sheffield", "453200", "453200, 389100, 3", "-5, 20",
                               "700001, 1", "1, 1300001", "nan, 1", "SI 53 89", "SE 53 891",
                               "SE 5a 89", "AA 11 11", "ZZ 99 99", "SE", "53.38; -1.47");
    INFO(text);
    const auto parsed = parseLocation(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().facts.at("rule") == "not-a-location");
}

TEST_CASE("a place written is the same place read", "[domain][location]")
{
    const auto location =
        GENERATE(Location{GridReference{453200, 389100}}, Location{GridReference{1.25, 0}},
                 Location{GridReference{651409.903, 313177.27}}, Location{LatLon{53.3811, -1.4701}},
                 Location{LatLon{51.477928, -0.001545}});
    INFO(formatLocation(location));
    CHECK(placeAt(formatLocation(location).c_str()) == location);
}

TEST_CASE("miles on the grid are straight lines to one decimal", "[domain][location]")
{
    const Location here = GridReference{400000, 300000};
    CHECK(milesBetween(here, here) == 0);
    CHECK(milesBetween(here, GridReference{400000 + 16093, 300000}) == Approx(10.0));
    CHECK(milesBetween(here, GridReference{403000, 304000}) == Approx(3.1));
    CHECK(milesBetween(GridReference{403000, 304000}, here) == Approx(3.1));
    CHECK(milesBetween(here, GridReference{400000, 300080}) == 0.0);
    CHECK(milesBetween(here, GridReference{400000, 300081}) == Approx(0.1));
}

TEST_CASE("miles between degrees follow the great circle", "[domain][location]")
{
    // One degree of latitude is 69.1 miles.
    CHECK(milesBetween(LatLon{52, -1}, LatLon{53, -1}) == Approx(69.1));
    CHECK(milesBetween(LatLon{52, -1}, LatLon{52, -1}) == 0);
}

TEST_CASE("a grid reference and its degrees are the same place", "[domain][location]")
{
    // Ordnance Survey's worked example (Caister Water Tower) with its WGS 84 position.
    const Location grid = GridReference{651409.792, 313177.448};
    CHECK(milesBetween(grid, LatLon{52.657979, 1.716074}) == 0);
    CHECK(milesBetween(grid, LatLon{52.657979 + 1.0 / 69.1, 1.716074}) == Approx(1.0));
}
