#include <catch2/catch.hpp>

#include "domain/needs/draft_rebase.h"

using namespace homeward;

TEST_CASE("what I changed stays mine, everything else is theirs", "[domain][conflict]")
{
    const FieldTexts base{{"name", "Marsh"}, {"note", ""}, {"places", "2"}};
    const FieldTexts mine{{"name", "Marsh"}, {"note", "Ring first"}, {"places", "3"}};
    const FieldTexts theirs{{"name", "Marsh household"}, {"note", "No visits"}, {"places", "2"}};
    CHECK(rebased(base, mine, theirs) ==
          FieldTexts{{"name", "Marsh household"}, {"note", "Ring first"}, {"places", "3"}});
}

TEST_CASE("a field that I emptied stays empty", "[domain][conflict]")
{
    const FieldTexts base{{"note", "Ring first"}};
    CHECK(rebased(base, {{"note", ""}}, {{"note", "No visits"}}) == FieldTexts{{"note", ""}});
}

TEST_CASE("a field that the draft does not know comes from theirs", "[domain][conflict]")
{
    CHECK(rebased({}, {}, {{"new", "value"}}) == FieldTexts{{"new", "value"}});
}
