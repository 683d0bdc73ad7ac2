// How returns come: as other programs, people and sync clients leave them.
#include <catch2/catch.hpp>
#include <fstream>

#include "exchange/ssda903/date_text.h"
#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/return_files.h"
#include "exchange/ssda903/year_of_file.h"
#include "exchange/text_form.h"
#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

namespace {

const std::string kRows =
    "CHILD,SEX,DOB,ETHNIC,UPN\r\n7,1,14/06/2012,WBRI,\r\n8,2,03/02/2010,,\r\n";

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::string utf16(const std::string& text, bool big)
{
    std::string out = big ? "\xfe\xff" : "\xff\xfe";
    for (const char letter : text)
        out += big ? std::string{'\0', letter} : std::string{letter, '\0'};
    return out;
}

std::size_t childrenIn(const std::string& text)
{
    const Files files;
    const Return read = readAll({files.write("2020-21-header.csv", text)});
    return read.files.empty() ? 0 : read.files.front().headers.size();
}

std::string whyStopped(const std::string& text)
{
    const Files files;
    const Return read = readAll({files.write("2020-21-header.csv", text)});
    CHECK(read.files.empty());
    return read.findings.empty() ? "" : read.findings.front().reason;
}

}  // namespace

TEST_CASE("separators, encodings and blanks that programs write are read alike",
          "[exchange][ssda903]")
{
    CHECK(childrenIn(kRows) == 2);
    CHECK(childrenIn(replaced(kRows, ",", ";")) == 2);
    CHECK(childrenIn("sep=;\r\n" + replaced(kRows, ",", ";")) == 2);
    CHECK(childrenIn(replaced(kRows, ",", "\t")) == 2);
    CHECK(childrenIn(utf16(kRows, false)) == 2);
    CHECK(childrenIn(utf16(replaced(kRows, ",", "\t"), true)) == 2);
    CHECK(childrenIn("\xef\xbb\xbf\xef\xbb\xbf" + kRows) == 2);
    CHECK(childrenIn(replaced(kRows, "DOB",
                              "\xc2\xa0"
                              "DOB\xe2\x80\x8b")) == 2);
    CHECK(childrenIn(replaced(kRows, "WBRI", "WBRI\xc2\xa0")) == 2);
    CHECK(childrenIn("Children looked after\r\n\r\nAs of 31 March\r\n" + kRows) == 2);
    CHECK(childrenIn(kRows + kRows.substr(0, kRows.find("\r\n") + 2) + "9,1,01/01/2011,,\r\n") ==
          3);
}

TEST_CASE("a day is read in every form that leaves no doubt, and in no other",
          "[exchange][ssda903]")
{
    const Date today = *Date::fromYmd(2026, 6, 30);
    for (const char* text :
         {"14/06/2012", "14.06.2012", "14-6-2012", "2012-06-14", "2012/6/14", "2012-06-14 00:00:00",
          "2012-06-14T00:00:00", "14/06/2012 00:00", "14-Jun-12", "14 June 2012", "14-JUN-2012"})
        CHECK(readDay(text, today) == Date::fromYmd(2012, 6, 14));
    for (const char* text :
         {"14/06/12", "06/14/2012", "41074", "2012", "June 2012", "31/02/2012", "", "14/06-2012"})
        CHECK_FALSE(readDay(text, today));
    CHECK(readDay("1-Jan-98", today) == Date::fromYmd(1998, 1, 1));
    CHECK(lookOf("06/14/2012") == DateLook::MonthFirst);
    CHECK(lookOf("41074") == DateLook::Number);
}

TEST_CASE("a file whose dates are wrong throughout is stopped whole", "[exchange][ssda903]")
{
    const std::string head = "CHILD,SEX,DOB\n";
    CHECK(whyStopped(head + "1,1,06/14/2012\n2,1,03/02/2010\n3,2,05/04/2011\n") ==
          reason::kMonthFirst);
    CHECK(whyStopped(head + "1,1,41074\n2,1,41075\n3,2,05/04/2011\n") == reason::kMostDatesBad);
    CHECK(childrenIn(head + "1,1,31/02/2012\n2,1,03/02/2010\n3,2,15/04/2011\n") == 2);
}

TEST_CASE("what is no CSV is named as what it is", "[exchange][ssda903]")
{
    CHECK(whyStopped("PK\x03\x04 and so on") == reason::kWorkbook);
    CHECK(whyStopped("\xd0\xcf\x11\xe0 and so on") == reason::kWorkbook);
    CHECK(whyStopped("<?xml version=\"1.0\"?><SSDA903/>") == reason::kXml);
    CHECK(whyStopped("%PDF-1.7 and so on") == reason::kPdf);
}

TEST_CASE("a span of years in the name stands before any date in it", "[exchange][ssda903]")
{
    const auto year = [](const char* name) { return yearInName(name).value_or(YearInName{}).year; };
    CHECK(year("2026-04-17 SSDA903 2018-19 header") == 2018);
    CHECK(year("17.04.2026 header 18-19") == 2018);
    CHECK(year("header 1819") == 2018);
    CHECK(year("SSDA903_201819_header") == 2018);
    CHECK(year("header 2018 to 2019") == 2018);
    CHECK(year("20260417_header_2018") == 2018);
    CHECK(year("header (conflicted copy 2023-01-05) 2021-22") == 2021);
    CHECK_FALSE(yearInName("2018-19 or 2019-20"));
    CHECK_FALSE(yearInName("header (2)"));
    CHECK(yearOfFile("/returns/2022-23/header.csv") == YearInName{2022, true});
    CHECK(yearOfFile("/returns/2021/open/header.csv") == YearInName{2021, false});
}

TEST_CASE("folders give their tables of any capitals, and an empty one says so",
          "[exchange][ssda903]")
{
    const Files files;
    const auto inner = files.folder() / "2020-21" / "open";
    std::filesystem::create_directories(inner);
    std::ofstream(inner / "HEADER.CSV") << kRows;
    std::ofstream(inner / "notes.docx") << "no table";
    const auto found = returnFilesIn({files.folder()});
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().filename() == "HEADER.CSV");
    const Return read = readAll(*found);
    CHECK(read.files.at(0).year.startYear == 2020);
    std::filesystem::remove(inner / "HEADER.CSV");
    CHECK(returnFilesIn({files.folder()}).error().facts.at("rule") == "no-tables-here");
}

TEST_CASE("copies that contradict are both left, parts of one return are both taken",
          "[exchange][ssda903]")
{
    const Files files;
    const auto one = files.write("2020-21-header.csv", kRows);
    const auto copy =
        files.write("2020-21-header (1).csv", replaced(kRows, "14/06/2012", "15/06/2012"));
    const Return contradicting = readAll({one, copy});
    CHECK(contradicting.files.empty());
    REQUIRE(contradicting.findings.size() == 2);
    CHECK(contradicting.findings.front().facts.at("child") == "7");
    const auto part = files.write("2020-21-header part.csv", "CHILD,SEX,DOB\n9,1,01/01/2011\n");
    CHECK(readAll({one, part}).files.size() == 2);
}

TEST_CASE("a year that has not begun is questioned, and a person can say the year",
          "[exchange][ssda903]")
{
    const Files files;
    const Return ahead = readAll({files.write("2031-32-header.csv", kRows)});
    REQUIRE(ahead.findings.size() == 1);
    CHECK(ahead.findings.front().reason == reason::kYearAhead);
    const auto nameless = files.write("header.csv", kRows);
    const Return asked = readAll({nameless});
    CHECK(asked.withoutYear == std::vector<std::string>{"header.csv"});
    ReadOptions options;
    options.year = CollectionYear{2020};
    const auto said = readReturn({nameless}, StatutoryCodes::builtIn(), kReturnRead, {}, options);
    REQUIRE(said);
    CHECK(said->files.at(0).year.startYear == 2020);
}

TEST_CASE("a row is numbered as the spreadsheet shows it, with its line", "[exchange][ssda903]")
{
    const Files files;
    const Return read = readAll({files.write(
        "2020-21-header.csv",
        "CHILD,SEX,DOB,NOTE\n1,1,01/02/2012,\"two\nlines\nmore\"\n2,1,31/02/2012,\n")});
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings.front().line == 5);
    CHECK(read.findings.front().row == 3);
}
