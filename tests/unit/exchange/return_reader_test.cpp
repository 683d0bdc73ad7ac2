#include "exchange/ssda903/return_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

namespace {

using Paths = std::vector<std::filesystem::path>;

Return readEpisodes(const std::string& rows)
{
    const Files files;
    return readAll({files.write("2021-22 episodes.csv", kEpisodeColumns + rows)});
}

Return readHeaders(const std::string& rows)
{
    const Files files;
    return readAll({files.write("2021-22 header.csv", kHeaderColumns + rows)});
}

/// "Rejected 2 DOB=x finding.bad-date"
std::string summary(const Finding& finding)
{
    return (finding.severity == Severity::Rejected ? "Rejected " : "Warning ") +
           std::to_string(finding.line) + " " + finding.column + "=" + finding.value + " " +
           finding.reason;
}

std::vector<std::string> summaries(const Return& read)
{
    std::vector<std::string> lines;
    std::transform(read.findings.begin(), read.findings.end(), std::back_inserter(lines), summary);
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a header row gives the child", "[exchange][ssda903]")
{
    const Return read = readHeaders("501,2,14/06/2012,wbri,A100,,\n");
    REQUIRE(read.files.size() == 1);
    CHECK(read.files[0].kind == FileKind::Header);
    CHECK(read.files[0].year.startYear == 2021);
    REQUIRE(read.files[0].headers.size() == 1);
    const HeaderRow& row = read.files[0].headers[0];
    CHECK(row.line == 2);
    CHECK(row.childNumber == "501");
    CHECK(row.sex == Sex::Female);
    CHECK(row.birthDate.toIso() == "2012-06-14");
    CHECK(row.ethnicity == "WBRI");
    CHECK(row.upn == "A100");
    CHECK(read.findings.empty());
}

TEST_CASE("an episode row gives the episode", "[exchange][ssda903]")
{
    const Return read = readEpisodes(
        "501,03/05/2021,s,V2,N1,U6,PR1,20/09/2021,X1,CARPL, ZZ1 1AA ,ZZ2 2BB,SC900001\n"
        "501,20/09/2021,P,V2,,U4,,,,,,,\n");
    CHECK(read.findings.empty());
    const auto& rows = read.files.at(0).episodes;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].childNumber == "501");
    CHECK(rows[0].episode == Episode{*Date::fromYmd(2021, 5, 3), Date::fromYmd(2021, 9, 20), "S",
                                     "V2", "N1", "U6", "PR1", "X1", "CARPL", "ZZ1 1AA", "ZZ2 2BB",
                                     "SC900001"});
    CHECK(rows[1].line == 3);
    CHECK(rows[1].episode == Episode{*Date::fromYmd(2021, 9, 20), std::nullopt, "P", "V2", "", "U4",
                                     "", "X1", "", "", "", ""});
}

TEST_CASE("a header row that cannot be taken says why and the reading goes on",
          "[exchange][ssda903]")
{
    const auto [row, found] = GENERATE(table<std::string, Lines>({
        {"701,1,31/04/2010,WBRI,,,", {"Rejected 2 DOB=31/04/2010 finding.bad-date"}},
        {"701,1,01/07/2026,WBRI,,,", {"Rejected 2 DOB=01/07/2026 finding.date-in-future"}},
        {"701,1,01/04/2022,WBRI,,,", {"Rejected 2 DOB=01/04/2022 finding.outside-year"}},
        {"701,1,01/04/1995,WBRI,,,", {"Rejected 2 DOB=01/04/1995 finding.implausible-birth-date"}},
        {"701,1,,WBRI,,,", {"Rejected 2 DOB= finding.required"}},
        {"701,3,01/01/2010,WBRI,,,", {"Rejected 2 SEX=3 finding.unknown-code"}},
        {",,01/01/2010,WBRI,,,",
         {"Rejected 2 CHILD= finding.required", "Rejected 2 SEX= finding.required"}},
        {"701,1,01/01/2010,ENGL,,,", {"Rejected 2 ETHNIC=ENGL finding.unknown-code"}},
        {"701,1,01/01/2010", {"Rejected 2 = finding.field-count"}},
        {"701,1,01/01/2010,WBRI,,,,x", {"Rejected 2 = finding.field-count"}},
        {"7\xff,1,01/01/2010,WBRI,,,", {"Rejected 2 CHILD=7\xef\xbf\xbd finding.not-utf8"}},
    }));
    const Return read = readHeaders(row + "\n702,1,01/01/2010,WBRI,,,\n");
    CHECK(summaries(read) == found);
    REQUIRE(read.files.at(0).headers.size() == 1);
    CHECK(read.files[0].headers[0].childNumber == "702");
    CHECK(read.files[0].rows == 2);
}

TEST_CASE("an episode row that cannot be taken says why and the reading goes on",
          "[exchange][ssda903]")
{
    const auto [row, found] = GENERATE(table<std::string, Lines>({
        {",03/05/2021,S,V2,N1,U6,PR1,,,,,,", {"Rejected 2 CHILD= finding.required"}},
        {"1,,S,V2,N1,U6,PR1,,,,,,", {"Rejected 2 DECOM= finding.required"}},
        {"1,3.5.21,S,V2,N1,U6,PR1,,,,,,", {"Rejected 2 DECOM=3.5.21 finding.bad-date"}},
        {"1,01/07/2026,S,V2,N1,U6,PR1,,,,,,",
         {"Rejected 2 DECOM=01/07/2026 finding.date-in-future"}},
        {"1,01/04/2022,S,V2,N1,U6,PR1,,,,,,", {"Rejected 2 DECOM=01/04/2022 finding.outside-year"}},
        {"1,03/05/2021,,V2,N1,U6,PR1,,,,,,", {"Rejected 2 RNE= finding.required"}},
        {"1,03/05/2021,S,V2,N1,,PR1,,,,,,", {"Rejected 2 PLACE= finding.required"}},
        {"1,03/05/2021,Q,V2,N1,U6,PR1,,,,,,", {"Rejected 2 RNE=Q finding.unknown-code"}},
        {"1,03/05/2021,S,V2,N9,U6,PR1,,,,,,", {"Rejected 2 CIN=N9 finding.unknown-code"}},
        {"1,03/05/2021,S,V2,N1,U6,PR9,,,,,,",
         {"Rejected 2 PLACE_PROVIDER=PR9 finding.unknown-code"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,,,NEVER,,,",
         {"Rejected 2 REASON_PLACE_CHANGE=NEVER finding.unknown-code"}},
        {"1,03/05/2021,S,V2,N1,K3,PR1,,,,,,", {"Rejected 2 PLACE=K3 finding.code-not-in-year"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,03/05/2021,X1,,,,",
         {"Rejected 2 DEC=03/05/2021 finding.ends-before-start"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,02/05/2021,X1,,,,",
         {"Rejected 2 DEC=02/05/2021 finding.ends-before-start"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,31/06/2021,X1,,,,",
         {"Rejected 2 DEC=31/06/2021 finding.bad-date"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,04/05/2021,,,,,", {"Rejected 2 REC= finding.required"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,04/05/2021,E99,,,,",
         {"Rejected 2 REC=E99 finding.unknown-code"}},
    }));
    const Return read = readEpisodes(row + "\n2,03/05/2021,S,V2,N1,U6,PR1,,,,,,\n");
    CHECK(summaries(read) == found);
    REQUIRE(read.files.at(0).episodes.size() == 1);
    CHECK(read.files[0].episodes[0].childNumber == "2");
}

TEST_CASE("an episode row that somebody should look at is taken with a warning",
          "[exchange][ssda903]")
{
    const auto [row, found] = GENERATE(table<std::string, Lines>({
        {"1,03/05/2021,S,V2,N1,U6,PR1,,E4A,,,,",
         {"Warning 2 REC=E4A finding.end-reason-without-end"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,02/04/2022,X1,,,,",
         {"Warning 2 DEC=02/04/2022 finding.outside-year"}},
        {"1,03/05/2020,S,V2,N1,U6,PR1,31/03/2021,X1,,,,",
         {"Warning 2 DEC=31/03/2021 finding.outside-year"}},
        {"1,03/05/2021,S,V2,N1,U6,PR1,01/04/2022,X1,,,,", {}},
    }));
    const Return read = readEpisodes(row + "\n");
    CHECK(summaries(read) == found);
    REQUIRE(read.files.at(0).episodes.size() == 1);
    CHECK(read.files[0].episodes[0].episode.endReason == "X1");
}

TEST_CASE("a finding names the facts that its sentence needs", "[exchange][ssda903]")
{
    using Facts = std::map<std::string, std::string>;
    CHECK(readEpisodes("1,03/05/2021,S,D1,N1,U6,PR1,,,,,,\n").findings.at(0).facts ==
          Facts{{"field", "LS"}, {"year", "2021-22"}, {"left", "LS"}});
    CHECK(readEpisodes("1,03/05/2021,S,V2,N1,K3,PR1,,,,,,\n").findings.at(0).facts ==
          Facts{{"field", "PLACE"}, {"year", "2021-22"}, {"validFrom", "2024-04-01"}});
    CHECK(readEpisodes("1,03/05/2021\n").findings.at(0).facts ==
          Facts{{"expected", "13"}, {"found", "2"}});
    CHECK(readHeaders("1,1,01/01/2010,WBRI,,,\n1,2,01/01/2010,WBRI,,,\n").findings.at(0).facts ==
          Facts{{"firstLine", "2"}});
}

TEST_CASE("a long value is cut for showing at a whole character", "[exchange][ssda903]")
{
    std::string value = "x";
    for (int i = 0; i < 60; ++i)
        value += "\xc3\xa9";
    const Return read = readHeaders("1,1," + value + ",WBRI,,,\n");
    CHECK(read.findings.at(0).value == value.substr(0, 79));
}

TEST_CASE("either form of sex is taken, the wrong one for the year with a warning",
          "[exchange][ssda903]")
{
    const Files files;
    const Return before = readAll({files.write(
        "2023-24 header.csv", kHeaderColumns + "1,1,01/01/2010,,,,\n2,F,01/01/2010,,,,\n")});
    CHECK(summaries(before) == Lines{"Warning 3 SEX=F finding.code-not-in-year"});
    CHECK(before.files.at(0).headers.at(1).sex == Sex::Female);
    const Return since = readAll({files.write(
        "2024-25 header.csv",
        kHeaderColumns + "1,1,01/01/2010,,,,\n2,f,01/01/2010,,,,\n3,U,01/01/2010,,,,\n")});
    CHECK(summaries(since) == Lines{"Warning 2 SEX=1 finding.code-not-in-year"});
    CHECK(since.files.at(0).headers.at(0).sex == Sex::Male);
    CHECK(since.files.at(0).headers.at(2).sex == Sex::Unknown);
}

TEST_CASE("a child twice in one header is rejected unless both rows say the same",
          "[exchange][ssda903]")
{
    const Return read = readHeaders(
        "1,1,01/01/2010,WBRI,,,\n2,1,01/01/2010,WBRI,,,\n1,1,01/01/2010,WBRI,,,\n2,2,01/01/"
        "2010,WBRI,,,\n");
    CHECK(summaries(read) == Lines{"Warning 4 CHILD=1 finding.duplicate-row",
                                   "Rejected 5 CHILD=2 finding.duplicate-row"});
    REQUIRE(read.files.at(0).headers.size() == 2);
    CHECK(read.files[0].headers[1].sex == Sex::Male);
}

TEST_CASE("the same episode twice in one file is taken once", "[exchange][ssda903]")
{
    const std::string row = "1,03/05/2021,S,V2,N1,U6,PR1,,,,,,\n";
    const Return read =
        readEpisodes(row + "1,03/05/2021,S,V2,N1,U6,PR1,04/06/2021,X1,,,,\n" + row + row);
    CHECK(summaries(read) == Lines{"Warning 4 CHILD=1 finding.duplicate-row",
                                   "Warning 5 CHILD=1 finding.duplicate-row"});
    CHECK(read.files.at(0).episodes.size() == 2);
}

TEST_CASE("an episode before the child's birth is rejected by any header given",
          "[exchange][ssda903]")
{
    const Files files;
    const Return read =
        readAll({files.write("2020-21 episodes.csv", kEpisodeColumns +
                                                         "1,31/12/2019,S,V2,N1,U6,PR1,,,,,,\n"
                                                         "1,01/01/2020,S,V2,N1,U6,PR1,,,,,,\n"
                                                         "2,31/12/2019,S,V2,N1,U6,PR1,,,,,,\n"),
                 files.write("2021-22 header.csv", kHeaderColumns + "1,1,01/01/2020,WBRI,,,\n")});
    CHECK(summaries(read) == Lines{"Rejected 2 DECOM=31/12/2019 finding.before-birth"});
    CHECK(read.findings[0].facts.at("birthDate") == "2020-01-01");
    CHECK(read.files.at(0).episodes.size() == 2);
}

TEST_CASE("a child whose sex or birth date differs between years is named with a warning",
          "[exchange][ssda903]")
{
    const Files files;
    const Return read =
        readAll({files.write("2022-23.csv", kHeaderColumns + "1,2,02/01/2010,MWBC,,,\n"),
                 files.write("2021-22.csv", kHeaderColumns + "1,1,01/01/2010,WBRI,,,\n"),
                 files.write("2023-24.csv", kHeaderColumns + "1,2,02/01/2010,WBRI,,,\n")});
    CHECK(summaries(read) == Lines{"Warning 2 SEX=F finding.child-in-other-year-differs",
                                   "Warning 2 DOB=02/01/2010 finding.child-in-other-year-differs"});
    CHECK(read.findings.at(0).file == "2022-23.csv");
    CHECK(read.findings.at(0).facts.at("earlier") == "M");
    CHECK(read.findings.at(0).facts.at("earlierFile") == "2021-22.csv");
}

TEST_CASE("files come in year order, headers before episodes, findings in file and line order",
          "[exchange][ssda903]")
{
    const Files files;
    const std::string episode = "1,03/05/2020,S,V2,N1,U6,PR1,,,,,,\n";
    const Return read = readAll(
        {files.write("2022-23 e.csv", kEpisodeColumns + "x\n" + episode + "y\n"),
         files.write("2021-22 e.csv", kEpisodeColumns + episode + "z\n"),
         files.write("2022-23 h.csv", kHeaderColumns + "x\n"), files.write("other.csv", "a,b\n")});
    Lines names;
    for (const ReturnFile& file : read.files)
        names.push_back(file.name);
    CHECK(names == Lines{"2021-22 e.csv", "2022-23 h.csv", "2022-23 e.csv"});
    Lines places;
    for (const Finding& finding : read.findings)
        places.push_back(finding.file + ":" + std::to_string(finding.line));
    CHECK(places == Lines{"other.csv:1", "2021-22 e.csv:3", "2022-23 h.csv:2", "2022-23 e.csv:2",
                          "2022-23 e.csv:4"});
}

TEST_CASE("the year a name means is decided once for all files of a set", "[exchange][ssda903]")
{
    const Files files;
    // Dates of April 2020 to March 2021 in a file named after the end of that year.
    const auto dated = files.write(
        "2021-episodes.csv", kEpisodeColumns + "1,03/05/2020,S,V2,N1,U6,PR1,04/07/2020,X1,,,,\n");
    const auto undated = files.write("2021-header.csv", kHeaderColumns + "1,1,01/01/2010,,,,\n");
    const auto other = files.write("2022-header.csv", kHeaderColumns + "1,1,01/01/2010,,,,\n");
    const Return together = readAll({other, undated, dated});
    CHECK(together.files.at(0).year.startYear == 2020);
    CHECK(together.files.at(1).year.startYear == 2020);
    CHECK(together.files.at(2).year.startYear == 2021);
    CHECK(readAll({undated}).files.at(0).year.startYear == 2021);
}

TEST_CASE("stopping the reading of a return is Cancelled in either pass",
          "[exchange][ssda903][cancel]")
{
    const Files files;
    std::string rows = kEpisodeColumns;
    for (int i = 0; i < 4000; ++i)
        rows += "1,03/05/2020,S,V2,N1,U6,PR1,04/07/2020,X1,,,,\n";
    const auto file = files.write("2020-episodes.csv", rows);
    int asked = 0;
    RunControl counting;
    counting.stop = [&] { return ++asked < 0; };
    readAll({file}, counting);
    REQUIRE(asked >= 4);
    for (int stopAt = 1; stopAt <= asked; ++stopAt) {
        int asks = 0;
        RunControl control;
        control.stop = [&] { return ++asks == stopAt; };
        const auto read = readReturn({file}, StatutoryCodes::builtIn(), kReturnRead, control);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::Cancelled);
    }
}

TEST_CASE("progress of reading a return rises to the whole", "[exchange][ssda903]")
{
    const Files files;
    const Paths paths{files.write("2020-h.csv", kHeaderColumns + "1,1,01/01/2010,,,,\n"),
                      files.write("2020-e.csv", kEpisodeColumns + std::string(200'000, '\n'))};
    std::vector<std::pair<int, int>> reports;
    RunControl control;
    control.report = [&](int done, int total) { reports.emplace_back(done, total); };
    readAll(paths, control);
    REQUIRE(reports.size() > 4);
    CHECK(std::is_sorted(reports.begin(), reports.end()));
    CHECK(reports.back().first == reports.back().second);
}
