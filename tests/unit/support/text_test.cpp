#include "support/text/text.h"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using namespace homeward;

namespace {

/// The characters of UTF-8 text that is known to be well-formed.
std::vector<std::string> charactersOf(const std::string& text)
{
    std::vector<std::string> characters;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
            characters.emplace_back();
        characters.back() += c;
    }
    return characters;
}

}  // namespace

TEST_CASE("every accented Latin letter is found by its base letter", "[support][text]")
{
    const std::vector<std::pair<std::string, std::string>> groups{{"ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a"},
                                                                  {"ÇçĆćĈĉĊċČč", "c"},
                                                                  {"ÐðĎďĐđ", "d"},
                                                                  {"ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e"},
                                                                  {"ĜĝĞğĠġĢģ", "g"},
                                                                  {"ĤĥĦħ", "h"},
                                                                  {"ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i"},
                                                                  {"Ĵĵ", "j"},
                                                                  {"Ķķĸ", "k"},
                                                                  {"ĹĺĻļĽľĿŀŁł", "l"},
                                                                  {"ÑñŃńŅņŇňŉŊŋ", "n"},
                                                                  {"ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "o"},
                                                                  {"ŔŕŖŗŘř", "r"},
                                                                  {"ŚśŜŝŞşŠšſ", "s"},
                                                                  {"ŢţŤťŦŧ", "t"},
                                                                  {"ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u"},
                                                                  {"Ŵŵ", "w"},
                                                                  {"ÝýÿŶŷŸ", "y"},
                                                                  {"ŹźŻżŽž", "z"},
                                                                  {"Ææ", "ae"},
                                                                  {"Œœ", "oe"},
                                                                  {"Þþ", "th"},
                                                                  {"ß", "ss"},
                                                                  {"Ĳĳ", "ij"}};
    std::size_t letters = 0;
    for (const auto& [accented, base] : groups)
        for (const std::string& letter : charactersOf(accented)) {
            INFO(letter);
            CHECK(foldedForSearch(letter) == base);
            ++letters;
        }
    CHECK(letters == 0x180 - 0xc0 - 2);  // all but the signs for times and divided by
}

TEST_CASE("letters at the ends of the table fold and their neighbours stay", "[support][text]")
{
    const auto [text, folded] = GENERATE(
        table<std::string, std::string>({{"À", "a"},
                                         {"Ö", "o"},
                                         {"×", "×"},
                                         {"Ø", "o"},
                                         {"ß", "ss"},
                                         {"à", "a"},
                                         {"ö", "o"},
                                         {"÷", "÷"},
                                         {"ø", "o"},
                                         {"ÿ", "y"},
                                         {"Ā", "a"},
                                         {"ſ", "s"},
                                         {"\u00bf", ""},        // one before the table: punctuation
                                         {"\u0180", "\u0180"},  // one after it
                                         {"中", "中"}}));
    INFO(text);
    CHECK(foldedForSearch(text) == folded);
}

TEST_CASE("a name is found by what people type for it", "[support][text]")
{
    const auto [name, typed] =
        GENERATE(table<std::string, std::string>({{"Știrbu", "Stirbu"},
                                                  {"S\u0326tirbu", "stirbu"},
                                                  {"Nguyễn Thị Ánh", "nguyen thi anh"},
                                                  {"Đặng", "dang"},
                                                  {"Đ", "d"},
                                                  {"Bjørn Wałęsa", "bjorn walesa"},
                                                  {"Æthelred Strauß", "aethelred STRAUSS"},
                                                  {"GROẞ", "gross"},
                                                  {"İbrahim Işık", "ibrahim isik"},
                                                  {"Əliyev", "eliyev"},
                                                  {"ﬁona Ｍａｙ", "fiona may"},
                                                  {"Γιώργος", "γιωργος"},
                                                  {"Γιώργος", "ΓΙΩΡΓΟΣ"},
                                                  {"Ἀλέξανδρος", "Αλεξανδρος"},
                                                  {"Алёна Майя", "АЛЕНА МАИЯ"},
                                                  {"Ґудзь", "гудзь"},
                                                  {"מֹשֶׁה", "משה"},
                                                  {"Hawaiʻi", "Hawai'i"}}));
    INFO(name);
    CHECK(foldedForSearch(name) == foldedForSearch(typed));
    CHECK_FALSE(foldedForSearch(name).empty());
}

TEST_CASE("letters that differ without their accents stay different", "[support][text]")
{
    CHECK(foldedForSearch("Иван") != foldedForSearch("Еван"));
    CHECK(foldedForSearch("のりこ") != foldedForSearch("はりこ"));
    CHECK(foldedForSearch("Straße") == "strasse");
    CHECK(foldedForSearch("ЖУК") == "жук");
}

TEST_CASE("search compares names without case, accents and punctuation", "[support][text]")
{
    const auto [text, folded] = GENERATE(
        table<std::string, std::string>({{"Zoë O'Neill-Brown", "zoe oneill brown"},
                                         {"Zoe\u0308 O\u2019Neill\u2013Brown", "zoe oneill brown"},
                                         {"  Łukasz,\tŻak  ", "lukasz zak"},
                                         {"(ÅSA)", "asa"},
                                         {"12/B", "12 b"},
                                         {"...", ""},
                                         {"", ""}}));
    CHECK(foldedForSearch(text) == folded);
}

TEST_CASE("folding what is folded changes nothing", "[support][text]")
{
    const std::string once = foldedForSearch("Élodie  St. John-Ångström × 3");
    CHECK(foldedForSearch(once) == once);
}

TEST_CASE("broken text folds to spaces instead of being read past its end", "[support][text]")
{
    CHECK(foldedForSearch("a\xc3") == "a");
    CHECK(foldedForSearch("a\xff"
                          "b") == "a b");
    CHECK(foldedForSearch("\xe2\x82") == "");
}

TEST_CASE("well-formed UTF-8 is told from what is not", "[support][text]")
{
    const std::string nul("a\0b", 3);
    const std::vector<std::string> good{
        "", "abc", nul, "ß", "€", "\U0001F600", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf", "\xee\x80\x80"};
    for (const std::string& text : good) {
        INFO(text);
        CHECK(isValidUtf8(text));
    }
    const std::vector<std::string> bad{"\x80",      // continuation alone
                                       "\xc3",      // cut off
                                       "\xc3(",     // not continued
                                       "\xc0\xaf",  // overlong, two bytes
                                       "\xc1\xbf",
                                       "\xe0\x9f\xbf",      // overlong, three bytes
                                       "\xf0\x8f\xbf\xbf",  // overlong, four bytes
                                       "\xed\xa0\x80",      // surrogates
                                       "\xed\xbf\xbf",
                                       "\xf4\x90\x80\x80",  // beyond U+10FFFF
                                       "\xf8\x88\x80\x80\x80",
                                       "\xff",
                                       "abc\xe2\x82"};
    for (const std::string& text : bad) {
        INFO(text);
        CHECK_FALSE(isValidUtf8(text));
    }
}

TEST_CASE("trimming takes white space off both ends only", "[support][text]")
{
    CHECK(trimmed(" \t a b\r\n") == "a b");
    CHECK(trimmed(" \n ") == "");
    CHECK(trimmed("") == "");
}

TEST_CASE("splitting keeps empty parts", "[support][text]")
{
    CHECK(split("a;;b;", ';') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", ';') == std::vector<std::string_view>{""});
}

TEST_CASE("what would steer a terminal is shown as letters", "[support][text]")
{
    CHECK(controlsShown("\x1b[31mred\x1b[0m") == "\\x1b[31mred\\x1b[0m");
    CHECK(controlsShown("bell\a, back\b, return\r") == "bell\\x07, back\\x08, return\\x0d");
    CHECK(controlsShown(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(controlsShown("\u009b and \x7f") == "\\u009b and \\u007f");
    CHECK(controlsShown("\x9b[2J") == "\\x9b[2J");
    CHECK(controlsShown("\u202egnp.exe\u202c, \u2066x\u2069, \u2028") ==
          "\\u202egnp.exe\\u202c, \\u2066x\\u2069, \\u2028");
}

TEST_CASE("what people write reaches a terminal unchanged", "[support][text]")
{
    for (const std::string& text : {std::string("Zoë O’Neill\t£560\nשלום العربية \U0001F600"),
                                    std::string("\\x1b <b>&amp;"), std::string()})
        CHECK(controlsShown(text) == text);
}

TEST_CASE("a character that is cut waits for its end", "[support][text]")
{
    CHECK(wholeCharacters("") == 0);
    CHECK(wholeCharacters("abc") == 3);
    CHECK(wholeCharacters("ab\xc3") == 2);
    CHECK(wholeCharacters("ab\xc3\xab") == 4);
    CHECK(wholeCharacters("\xe2\x80") == 0);
    CHECK(wholeCharacters("x\xf0\x9f\x98") == 1);
    CHECK(wholeCharacters("\x9b\x9b\x9b\x9b") == 4);
}
