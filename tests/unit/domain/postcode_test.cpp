#include "domain/postcode.h"

#include <catch2/catch.hpp>

using namespace homeward;

TEST_CASE("one postcode is one however it is written", "[domain]")
{
    for (const char* written : {"S11 8AA", "s118aa", " S11  8aa ",
                                "S11\xc2\xa0"
                                "8AA",
                                "S11-8AA"})
        CHECK(postcodeKey(written) == "S118AA");
    CHECK(shownPostcode("S118AA") == "S11 8AA");
    CHECK(shownPostcode("SW1A1AA") == "SW1A 1AA");
    CHECK(shownPostcode("S11") == "S11");
}

TEST_CASE("a whole postcode is told from part of one and from anything else", "[domain]")
{
    for (const char* whole : {"M11AA", "S118AA", "DN551PT", "EC1A1BB", "W1A0AX", "ZZ11AA"})
        CHECK(isPostcodeKey(whole));
    for (const char* other :
         {"", "S11", "S118A", "453200", "SE532891", "AAA1AA", "S1118AAA", "1118AA"})
        CHECK_FALSE(isPostcodeKey(other));
}
