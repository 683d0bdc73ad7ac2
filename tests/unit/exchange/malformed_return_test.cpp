#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "exchange/csv.h"
#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/return_reader.h"
#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

namespace {

const std::string kRow = "1,1,01/01/2010,WBRI,,,\n";

Return readOne(const std::string& name, std::string_view content)
{
    const Files files;
    const auto read =
        readReturn({files.write(name, content)}, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE(read.ok());
    return *read;
}

long peakKiB()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("a file that is no return becomes one finding and gives no rows", "[exchange][ssda903]")
{
    const auto [name, content, reason,
                line] = GENERATE(table<std::string, std::string, std::string, int>({
        {"2020.csv", "", reason::kEmptyFile, 0},
        {"2020.csv", "\n\n", reason::kEmptyFile, 0},
        {"2020.csv", "Name,Places\na,1\n", reason::kNotAReturn, 1},
        {"2020.csv", "CHILD;SEX\n1;1\n", reason::kNotAReturn, 1},
        {"2020.csv", "<?xml version=\"1.0\"?><SSDA903/>", reason::kXml, 0},
        {"2020.csv", "CHILD,SEX,DOB,DOB\n", reason::kNotAReturn, 1},
        {"2020.csv", "PK\x03\x04\xff\xfe\x80\n", reason::kWorkbook, 0},
        {"2020.csv",
         std::string("\xff\xfe"
                     "C\0H\0\n\0",
                     8),
         reason::kNotAReturn, 1},
        {"header.csv", kHeaderColumns + kRow, reason::kNoYear, 0},
        {"2020.csv", kHeaderColumns + kRow + "2,\"1,01/01/2010\n", reason::kUnclosedQuote, 3},
        {"2020.csv", kHeaderColumns + kRow + std::string(70'000, '1'), reason::kLineTooLong, 3},
        {"2020.csv", kHeaderColumns + kRow + std::string(70'000, '\0'), reason::kLineTooLong, 3},
    }));
    const Return read = readOne(name, content);
    CHECK(read.files.empty());
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].severity == Severity::Rejected);
    CHECK(read.findings[0].reason == reason);
    CHECK(read.findings[0].line == line);
    CHECK(read.findings[0].file.ends_with(name));
}

TEST_CASE("the columns that a file would need are named", "[exchange][ssda903]")
{
    CHECK(readOne("2020.csv", "CHILD,NAME\n").findings.at(0).facts.at("missing") == "SEX, DOB");
    CHECK(readOne("2020.csv", "CHILD,DECOM,RNE\n").findings.at(0).facts.at("missing") ==
          "LS, PLACE");
    CHECK(readOne("2020.csv", "CHILD,SEX,DOB,sex\n").findings.at(0).facts.at("repeated") == "SEX");
}

TEST_CASE("another table of the return is set aside with a warning", "[exchange][ssda903]")
{
    const Return read = readOne("2020-uasc.csv", "CHILD,SEX,DOB,DUC\n1,1,01/01/2010,\n");
    CHECK(read.files.empty());
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].severity == Severity::Warning);
    CHECK(read.findings[0].reason == reason::kOtherTable);
    CHECK(read.findings[0].facts.at("table") == "uasc");
}

TEST_CASE("a file cut off in the middle of a row loses that row only", "[exchange][ssda903]")
{
    const Return read = readOne("2020.csv", kHeaderColumns + kRow + "2,1,01/0");
    REQUIRE(read.files.size() == 1);
    CHECK(read.files[0].headers.size() == 1);
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].reason == reason::kFieldCount);
    CHECK(read.findings[0].line == 3);
}

TEST_CASE("a missing file among others is one finding; no file at all is an error",
          "[exchange][ssda903]")
{
    const Files files;
    const auto good = files.write("2020.csv", kHeaderColumns + kRow);
    const auto missing = files.folder() / "2021.csv";
    const auto some = readReturn({missing, good}, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE(some.ok());
    CHECK(some->files.size() == 1);
    CHECK(some->findings.at(0).reason == reason::kUnreadable);
    const auto none = readReturn({missing}, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().code == ErrorCode::FileUnreadable);
    CHECK(none.error().facts.at("file") == "2021.csv");
    CHECK(readReturn({}, StatutoryCodes::builtIn(), kReturnRead)->files.empty());
}

TEST_CASE("a line of sixty megabytes is refused at once, without being read into memory",
          "[exchange][ssda903]")
{
    const Files files;
    const auto file = files.write("2020-header.csv", kHeaderColumns + kRow + "2,");
    std::filesystem::resize_file(file, std::uintmax_t{60} << 20);

    int mostKiBRead = 0;
    RunControl control;
    control.report = [&](int done, int) { mostKiBRead = done; };
    const auto raw = readCsv(
        file, [](const CsvPlace&, auto&) { return true; }, control);
    REQUIRE_FALSE(raw.ok());
    CHECK(raw.error().facts.at("rule") == "line-too-long");
    CHECK(mostKiBRead <= 128);

    const long before = peakKiB();
    const auto read = readReturn({file}, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE(read.ok());
    CHECK(read->findings.at(0).reason == reason::kLineTooLong);
    CHECK(read->findings.at(0).line == 3);
    CHECK(peakKiB() - before < 64 * 1024);  // a sanitizer alone holds back some 20 MiB
}

TEST_CASE("memory grows with accepted rows only, however large the file", "[exchange][ssda903]")
{
    const Files files;
    const auto file = files.folder() / "2020-header.csv";
    {
        std::ofstream out(file, std::ios::binary);
        out << kHeaderColumns << kRow;
        const std::string blanks(1 << 20, '\n');
        for (int i = 0; i < 24; ++i)
            out << blanks;
    }
    const long before = peakKiB();
    const auto read = readReturn({file}, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE(read.ok());
    CHECK(read->files.at(0).headers.size() == 1);
    CHECK(peakKiB() - before < 8 * 1024);
}

TEST_CASE("a return damaged anywhere is read to the end without harm",
          "[exchange][ssda903][property]")
{
    const std::string whole =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
        "URN\r\n"
        "501,03/05/2020,S,V2,N1,U6,PR1,20/09/2020,X1,CARPL,\"ZZ1, 1AA\",ZZ2 2BB,SC900001\r\n"
        "501,20/09/2020,P,V2,N1,U4,PR1,,,,ZZ1 1AA,ZZ3 3CC,SC900001\r\n";
    std::mt19937 random(42);
    const Files files;
    for (int round = 0; round < 600; ++round) {
        std::string damaged = whole;
        for (int i = static_cast<int>(random() % 4); i >= 0; --i) {
            const std::size_t at = random() % damaged.size();
            if (random() % 3 == 0)
                damaged.resize(at + 1);
            else if (random() % 2 == 0)
                damaged[at] = static_cast<char>(random() % 256);
            else
                damaged.insert(at, 1, "\"\n,\r\0"[random() % 5]);
        }
        const auto read =
            readReturn({files.write("2020.csv", damaged)}, StatutoryCodes::builtIn(), kReturnRead);
        REQUIRE(read.ok());
        for (const ReturnFile& file : read->files)
            for (const EpisodeRow& row : file.episodes)
                REQUIRE((!row.childNumber.empty() && !row.episode.placeCode.empty() &&
                         (!row.episode.endsOn || *row.episode.endsOn > row.episode.startsOn)));
    }
}
