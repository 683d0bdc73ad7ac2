#include "exchange/csv.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/files/durable_file.h"
#include "support/text/csv_line.h"
#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange;
using homeward::test::Files;

namespace {

using Rows = std::vector<std::pair<int, std::vector<std::string>>>;

struct Reading {
    Rows rows;
    Result<Done> result = Done{};
};

Reading readText(std::string_view text)
{
    const Files files;
    Reading reading;
    reading.result = readCsv(files.write("a.csv", text), [&](const CsvPlace& place, auto& fields) {
        const int line = place.line;
        reading.rows.emplace_back(line, fields);
        return true;
    });
    return reading;
}

}  // namespace

TEST_CASE("a csv row carries the line it starts on", "[exchange][csv]")
{
    const auto [text, rows] = GENERATE(table<std::string, Rows>({
        {"a,b\nc,d\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
        {"a,b\r\nc,d\r\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
        {"a,b\rc,d", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
        {"a,b\n\n \n\nc,d", {{1, {"a", "b"}}, {5, {"c", "d"}}}},
        {"a,\"b\nstill b\"\nc,d\n", {{1, {"a", "b\nstill b"}}, {3, {"c", "d"}}}},
        {"a,\"b\r\nstill b\"\r\nc,d\r\n", {{1, {"a", "b\r\nstill b"}}, {3, {"c", "d"}}}},
        {"\xef\xbb\xbf"
         "a,b\n",
         {{1, {"a", "b"}}}},
        {"\"x \"\"y\"\"\", z ,\n", {{1, {"x \"y\"", "z", ""}}}},
        {"5\" wide,b\nc,d\n", {{1, {"5\" wide", "b"}}, {2, {"c", "d"}}}},
        {"\xef\xbb\xbf", {}},
        {"", {}},
        {"\r\n\r\n", {}},
    }));
    const Reading reading = readText(text);
    REQUIRE(reading.result.ok());
    CHECK(reading.rows == rows);
}

TEST_CASE("line ends are counted right where they fall on the border of two pieces",
          "[exchange][csv]")
{
    for (const std::size_t padding : {65533u, 65534u, 65535u, 65536u}) {
        std::string text = "head\r\n";
        while (text.size() + 100 < padding)
            text += std::string(98, 'x') + "\r\n";
        text += std::string(padding - text.size() - 1, 'y') + "\r\n" + "last\r\n";
        const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
        const Reading reading = readText(text);
        REQUIRE(reading.result.ok());
        CHECK(reading.rows.back() == Rows::value_type{lines, {"last"}});
    }
}

TEST_CASE("reading a csv file stops when the row function has seen enough", "[exchange][csv]")
{
    const Files files;
    int seen = 0;
    const auto result = readCsv(files.write("a.csv", "a\nb\nc\n"),
                                [&](const CsvPlace&, auto&) { return ++seen < 2; });
    CHECK(result.ok());
    CHECK(seen == 2);
}

TEST_CASE("a csv file that cannot be read says why", "[exchange][csv]")
{
    const auto [text, rule, line] = GENERATE(table<std::string, std::string, std::string>({
        {"a,b\nc,\"d\ne,f\n", "unclosed-quote", "2"},
        {"a,b\nc,\"d", "unclosed-quote", "2"},
        {"a\nb\n" + std::string(65537, 'x') + "\n", "line-too-long", "3"},
        {"a\nb,\"" + std::string(40000, 'x') + "\n" + std::string(40000, 'x') + "\"\n",
         "unclosed-quote", "2"},
        {"a,\xff\nb,c\n", "not-utf8", "1"},
        {std::string("CH\0,a\n", 6), "not-utf8", "1"},
    }));
    const Reading reading = readText(text);
    REQUIRE_FALSE(reading.result.ok());
    CHECK(reading.result.error().code == ErrorCode::InvalidInput);
    CHECK(reading.result.error().facts.at("rule") == rule);
    CHECK(reading.result.error().facts.at("line") == line);
}

TEST_CASE("a line of exactly 64 KiB is still read", "[exchange][csv]")
{
    const Reading reading = readText("a\n" + std::string(65535, 'x') + "\nb\n");
    REQUIRE(reading.result.ok());
    CHECK(reading.rows.size() == 3);
}

TEST_CASE("bytes that are not UTF-8 after the first row reach the row function", "[exchange][csv]")
{
    const Reading reading = readText("a\n\xff\n");
    REQUIRE(reading.result.ok());
    CHECK(reading.rows.back().second == std::vector<std::string>{"\xff"});
}

TEST_CASE("a missing file and a folder are unreadable and named", "[exchange][csv]")
{
    const Files files;
    for (const auto& path : {files.folder() / "none.csv", files.folder()}) {
        const auto result = readCsv(path, [](const CsvPlace&, auto&) { return true; });
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::FileUnreadable);
        CHECK(result.error().facts.at("file") == path.filename().string());
    }
}

TEST_CASE("stopping the reading of a csv file returns Cancelled within one piece",
          "[exchange][csv][cancel]")
{
    const Files files;
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += "abcd,efgh\n";
    const auto file = files.write("a.csv", text);
    int rows = 0;
    RunControl control;
    control.stop = [&] { return rows > 0; };
    const auto result = readCsv(
        file, [&](const CsvPlace&, auto&) { return ++rows > 0; }, control);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(rows <= 6554);
}

TEST_CASE("a field is quoted where needed and harmless to a spreadsheet", "[exchange][csv]")
{
    const auto [value, written] = GENERATE(table<std::string, std::string>({
        {"plain", "plain"},
        {"", ""},
        {"a,b", "\"a,b\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {" spaced ", "\" spaced \""},
        {"=1+1", "'=1+1"},
        {"=A1,B1", "\"'=A1,B1\""},
        {" =1+1", "' =1+1"},
        {"+44 20", "'+44 20"},
        {"@cmd", "'@cmd"},
        {"\tx", "'\tx"},
        {"-", "'-"},
        {"-12", "-12"},
        {"+3.50", "+3.50"},
        {"-2-3", "'-2-3"},
        {"-1.2.3", "'-1.2.3"},
        {"12/03/2020", "12/03/2020"},
    }));
    CHECK(csvField(value) == written);
    CHECK(csvLine({value, "b"}) == written + ",b\r\n");
}

TEST_CASE("written fields are read back as they were", "[exchange][csv]")
{
    const std::vector<std::string> fields{"a,b", "x \"y\"", " padded ", "two\r\nlines", "", "-3"};
    const Reading reading = readText(csvLine(fields));
    REQUIRE(reading.rows.size() == 1);
    CHECK(reading.rows[0].second == fields);
}

TEST_CASE("a written file is whole and leaves nothing beside it", "[exchange][csv]")
{
    const Files files;
    files.write("out.csv", "old");
    REQUIRE(replaceDurably(files.folder() / "out.csv", "new\r\n").ok());
    CHECK(files.read("out.csv") == "new\r\n");
    const auto entries = std::distance(std::filesystem::directory_iterator(files.folder()),
                                       std::filesystem::directory_iterator{});
    CHECK(entries == 1);
}

TEST_CASE("a file that cannot be written is StorageFailed and what was there stays",
          "[exchange][csv]")
{
    const Files files;
    const auto nowhere = replaceDurably(files.folder() / "none" / "out.csv", "x");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::StorageFailed);

    std::filesystem::create_directory(files.folder() / "taken");
    CHECK_FALSE(replaceDurably(files.folder() / "taken", "x").ok());
    const auto entries = std::distance(std::filesystem::directory_iterator(files.folder()),
                                       std::filesystem::directory_iterator{});
    CHECK(entries == 1);
}

TEST_CASE("a number is a number in a spreadsheet, and a formula behind signs nobody sees is none",
          "[support][csv]")
{
    CHECK(harmlessCell("\xe2\x88\x92"
                       "18%") == "-18%");
    CHECK(harmlessCell("\xe2\x88\x92"
                       "0.25") == "-0.25");
    CHECK(harmlessCell("+3") == "+3");
    CHECK(harmlessCell("\xe2\x88\x92"
                       "cmd") ==
          "\xe2\x88\x92"
          "cmd");
    for (const char* hidden : {"", " ", "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xe2\x80\xae",
                               "\xe2\x81\xa0 \xc2\xad"})
        for (const char* formula : {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3",
                                    "\xef\xbc\x9d"
                                    "1+1",
                                    "\tx", "\nx"}) {
            const std::string cell = std::string(hidden) + formula;
            INFO(cell);
            CHECK(harmlessCell(cell) == "'" + cell);
        }
    CHECK(harmlessCell("Tern household") == "Tern household");
    CHECK(tabLine({"a\tb", "=1",
                   "\xe2\x88\x92"
                   "1"}) == "a b\t'=1\t-1\n");
}
