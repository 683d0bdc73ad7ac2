#include "support/text/search_words.h"

#include <catch2/catch.hpp>

using namespace homeward;

namespace {

std::vector<std::string> typed(std::string_view text)
{
    std::vector<std::string> words;
    for (const SearchTerm& term : searchTerms(text))
        words.push_back(term.typed);
    return words;
}

bool isIn(std::string_view word, const std::vector<WordRange>& ranges)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const WordRange& range) {
        return range.first <= word && word < range.end;
    });
}

}  // namespace

TEST_CASE("what is typed becomes words, and two that make a postcode one", "[search]")
{
    using Words = std::vector<std::string>;
    CHECK(typed("Brook, Tyler") == Words{"brook", "tyler"});
    CHECK(typed("zz1 2ab") == Words{"zz12ab"});
    CHECK(typed("SW1A 1AA tyler") == Words{"sw1a1aa", "tyler"});
    CHECK(typed("tyler 12") == Words{"tyler", "12"});
    CHECK(typed("theo theo") == Words{"theo"});
    CHECK(typed("  ") == Words{});
    CHECK(searchTerms("a b c d e f g h i j k").size() == 8);
}

TEST_CASE("a typed word finds what begins so, a postcode wherever its blank stands", "[search]")
{
    const SearchTerm term = searchTerms("zz12").front();
    CHECK(isIn("zz12ab", term.words));
    CHECK(isIn("zz12", term.words));
    CHECK_FALSE(isIn("zz13", term.words));
    CHECK(isIn("ZZ1 2AB", term.postcodes));
    CHECK(isIn("ZZ12 3CD", term.postcodes));
    CHECK(isIn("ZZ12AB", term.postcodes));
    CHECK_FALSE(isIn("ZZ1 3AB", term.postcodes));
    CHECK(searchTerms("tyler").front().postcodes.empty());
    CHECK(searchTerms("102").front().postcodes.empty());
}

TEST_CASE("one slip is one letter too many, missing, other, or two exchanged", "[search]")
{
    for (const char* slip : {"brok", "brokk", "borok", "brroo", "rook", "vrook", "rbook", "brooks"})
        CHECK(isOneSlipAway(slip, "brook"));
    CHECK(isOneSlipAway("broo", "brooks"));  // a beginning
    for (const char* other : {"bork", "rbok", "danso", "bro0kss"})
        CHECK_FALSE(isOneSlipAway(other, "brook"));
    // by letters: ё and е are two bytes each
    CHECK(isOneSlipAway("\xd0\xb1\xd0\xb5\xd0\xbb\xd0\xb8\xd0\xb9",
                        "\xd0\xb1\xd0\xb5\xd0\xbb\xd1\x8b\xd0\xb9"));
}

TEST_CASE("every word one slip away begins as one of the guesses", "[search]")
{
    for (const char* slip : {"brok", "brokk", "borok", "brroo", "rook", "vrook", "rbook", "bvrook"})
        CHECK(isIn("brook", nearWords(slip)));
    CHECK(nearWords("bok").empty());
    CHECK(nearWords("12345").empty());
    CHECK(nearWords("brook").size() < 150);
}

TEST_CASE("names stand in order without accents, capitals, blanks and marks", "[search]")
{
    CHECK(nameKey("O'Brien") == nameKey("\xc3\x93 Brien"));
    CHECK(nameKey("van der Berg") == nameKey("Vanderberg"));
    CHECK(nameKey("\xc5\x81uczak") < nameKey("Lund"));
    CHECK(nameKey("Household 2") < nameKey("Household 10"));
    CHECK(nameKey("Lund", "Ada") < nameKey("Lund", "Ida"));
    CHECK(nameKey("Lund", "Ida") < nameKey("Lundberg", "Ada"));
    CHECK(nameKey("", "Madonna") == nameKey("Madonna"));
    CHECK(nameKey("") == kNoName);
    // behind every letter of every alphabet
    CHECK(nameKey("\xf0\x9f\x98\x80z\xed\x9e\xa3") < nameKey(""));
}
