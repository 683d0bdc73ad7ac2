#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "exchange/csv.h"
#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/return_reader.h"
#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

TEST_CASE("of rows that are all wrong 1,000 findings are kept and the others counted",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    std::string text = kHeaderColumns;
    for (int i = 0; i < 8'000; ++i)
        text += "1,9,03/02/2010,NONE,,,\n";
    const Return read = readAll({files.write("2020-header.csv", text)});
    REQUIRE(read.findings.size() == kKeptFindings + 1);
    const Finding& others = read.findings.back();
    CHECK(others.reason == reason::kMoreFindings);
    CHECK(others.severity == Severity::Rejected);
    CHECK(others.file == "2020-header.csv");
    CHECK(others.facts.at("count") == "15000");
    CHECK(read.files.at(0).rows == 8'000);
    CHECK(read.files.at(0).headers.empty());
}

TEST_CASE("others that are warnings only stay a warning", "[exchange][hostile]")
{
    FindingList list;
    Finding finding;
    finding.severity = Severity::Warning;
    for (int i = 0; i < 1'002; ++i)
        list.add(finding);
    CHECK(list.take().back().severity == Severity::Warning);
    CHECK(list.take().empty());
}

TEST_CASE("a line of more columns than a return has is refused", "[exchange][csv][hostile]")
{
    const auto read = readCsvText("a,b\n" + std::string(1'000, ',') + "\n",
                                  [](const CsvPlace&, auto&) { return true; });
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("rule") == "too-many-columns");
    CHECK(read.error().facts.at("line") == "2");
    CHECK(readCsvText(std::string(999, ',') + "\n", [](const CsvPlace&, auto&) {
              return true;
          }).ok());
    const Files files;
    const Return refused = readAll(
        {files.write("2020.csv", kHeaderColumns + "1,1,01/01/2010" + std::string(30'000, ','))});
    CHECK(refused.files.empty());
    CHECK(refused.findings.at(0).reason == reason::kTooManyColumns);
    CHECK(refused.findings.at(0).line == 2);
}

TEST_CASE("a file larger than any return is not read at all", "[exchange][ssda903][hostile]")
{
    const Files files;
    const auto file = files.write("2020-header.csv", kHeaderColumns);
    std::filesystem::resize_file(file, kMostCsvBytes + 1);
    int pieces = 0;
    RunControl control;
    control.report = [&](int, int) { ++pieces; };
    const auto read = readCsv(
        file, [](const CsvPlace&, auto&) { return true; }, control);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("rule") == "too-large");
    CHECK(pieces == 0);
    CHECK(readAll({file}).findings.at(0).reason == reason::kTooLarge);
}

TEST_CASE("what is no plain file is unreadable and never waited for",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    const auto pipe = files.folder() / "2020-header.csv";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const std::filesystem::path& file : {pipe, std::filesystem::path("/dev/zero")}) {
        const auto read = readReturn({file}, StatutoryCodes::builtIn(), kReturnRead);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::FileUnreadable);
    }
}

TEST_CASE("more files than an import takes are refused before any is read",
          "[exchange][ssda903][hostile]")
{
    const std::vector<std::filesystem::path> files(kMostFiles + 1, "2020.csv");
    const auto read = readReturn(files, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().facts.at("rule") == "too-many");
    CHECK(read.error().facts.at("most") == "200");
}

TEST_CASE("a file of more rows than an import takes is left out whole, wrong rows counted too",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    std::string text = kHeaderColumns;
    for (int i = 0; i <= kMostRows; ++i)
        text += "1,9\n";
    const Return read = readAll({files.write("2020-header.csv", text)});
    CHECK(read.files.empty());
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].reason == reason::kTooManyRows);
    CHECK(read.findings[0].facts.at("most") == "250000");
}

TEST_CASE("a field longer than any number, code or date is refused with its column",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    const Return read = readAll({files.write(
        "2020.csv", kHeaderColumns + std::string(101, '7') + ",1,01/01/2010,WBRI,,,\n")});
    CHECK(read.files.at(0).headers.empty());
    CHECK(read.findings.at(0).reason == reason::kTextTooLong);
    CHECK(read.findings.at(0).column == "CHILD");
    CHECK(read.findings.at(0).value.size() == 80);
}

TEST_CASE("no child has more than 2,000 episodes, however they are spread over files",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    std::vector<std::filesystem::path> paths;
    Date day = *Date::fromYmd(2011, 4, 1);
    for (int file = 0; file < 3; ++file) {
        std::string text = kEpisodeColumns;
        for (int i = 0; i < 900; ++i, day = day.plusDays(1))
            text += "501," + day.toDayMonthYear() + ",S,C1,N1,U6,PR1," +
                    day.plusDays(1).toDayMonthYear() + ",E3,,,,\n";
        paths.push_back(files.write("2020-21-" + std::to_string(file) + ".csv", text));
    }
    const Return read = readAll(paths);
    std::size_t episodes = 0;
    for (const ReturnFile& file : read.files)
        episodes += file.episodes.size();
    CHECK(episodes == kMostEpisodesOfChild);
    const auto beyond = std::count_if(
        read.findings.begin(), read.findings.end(),
        [](const Finding& finding) { return finding.reason == reason::kTooManyEpisodes; });
    CHECK(beyond == 100);  // after 900 warnings of another year
    CHECK(read.findings.back().facts.at("count") == "600");
    CHECK(read.findings.back().severity == Severity::Rejected);
}

TEST_CASE("rows of one child and day that all differ are compared by sorting",
          "[exchange][ssda903][hostile]")
{
    const Files files;
    std::string text = kEpisodeColumns;
    for (int i = 0; i < 1'500; ++i)
        text += "501,10/05/2020,S,C1,N1,U6,PR1,,,,,ZZ" + std::to_string(i % 1'000) + ",\n";
    const Return read = readAll({files.write("2020.csv", text)});
    CHECK(read.files.at(0).episodes.size() == 1'000);
    const auto repeated = std::count_if(
        read.findings.begin(), read.findings.end(),
        [](const Finding& finding) { return finding.reason == reason::kDuplicateRow; });
    CHECK(repeated == 500);
    CHECK(read.findings.at(0).line == 1'002);
    CHECK(read.findings.at(0).facts.at("firstLine") == "2");
}
