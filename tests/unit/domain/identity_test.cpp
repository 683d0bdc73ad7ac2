#include "domain/identity.h"

#include <catch2/catch.hpp>

using namespace homeward;

TEST_CASE("one case number is one however it is written", "[domain]")
{
    for (const char* written :
         {"12345", "0012345", " 12345 ", "12345.0", "12 345", "12345\xc2\xa0"})
        CHECK(caseNumberKey(written) == "12345");
    CHECK(caseNumberKey("ab 778") == caseNumberKey("AB778"));
    CHECK(caseNumberKey("d700012") == caseNumberKey("D700012"));
    CHECK(caseNumberKey("A0012") != caseNumberKey("A12"));
    CHECK(caseNumberKey("A.0") == "A.0");
    CHECK(caseNumberKey("000") == "000");
    CHECK(caseNumberKey("10") != caseNumberKey("1"));
}

TEST_CASE("a code in place of a pupil number is no pupil number", "[domain]")
{
    CHECK(upnKey("x310000012011") == "X310000012011");
    CHECK(upnKey("UN3").empty());
    CHECK(upnKey(" ").empty());
}
