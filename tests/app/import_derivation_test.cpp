// Histories are derived from all returns ever taken: neither their order nor their grouping
// matters, and an import can be taken back.
#include <algorithm>
#include <fstream>
#include <map>
#include <random>

#include "app/care/placements.h"
#include "app/exchange/import_return.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

namespace {

constexpr const char* kHeaderLine = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
constexpr const char* kEpisodesLine =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";
constexpr int kFirstYear = 2018;
constexpr int kYears = 6;

std::filesystem::path fileWith(const AuthorityFixture& fixture, const std::string& name,
                               const std::string& text)
{
    const auto file = fixture.temporary.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

void takeOver(const AuthorityFixture& fixture, const std::vector<std::filesystem::path>& files)
{
    require(
        app::commitImport(*fixture.session, require(app::previewImport(*fixture.session, files))));
}

struct Stay {
    Date from;
    std::optional<Date> to;
    int place = 0;
};

/// A life in care: stays that follow each other, with a gap now and then.
std::vector<Stay> inventStays(std::mt19937& random)
{
    std::vector<Stay> stays;
    Date day = Date::fromYmd(2018, 5, 1)->plusDays(static_cast<int>(random() % 900));
    const int count = 1 + static_cast<int>(random() % 5);
    for (int i = 0; i < count; ++i) {
        const Date end = day.plusDays(20 + static_cast<int>(random() % 500));
        const bool last = i + 1 == count;
        stays.push_back({day, last && random() % 2 == 0 ? std::nullopt : std::optional(end),
                         static_cast<int>(random() % 5)});
        day = random() % 4 == 0 ? end.plusDays(100) : end;
    }
    return stays;
}

/// The rows of the return of one year, as a good system writes them: what touches the year, open
/// where it did not end by then.
std::string rowsOf(const std::string& child, const std::vector<Stay>& stays, int year)
{
    const Date first = *Date::fromYmd(year, 4, 1);
    const Date after = *Date::fromYmd(year + 1, 4, 1);
    std::string rows;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const Stay& stay = stays[i];
        if (stay.from >= after || (stay.to && *stay.to <= first))
            continue;
        const bool ended = stay.to && *stay.to < after;
        const bool goesOn = i + 1 < stays.size() && stays[i + 1].from == stay.to;
        const bool begins = i == 0 || stays[i - 1].to != stay.from;
        rows += child + "," + stay.from.toDayMonthYear() + "," + (begins ? "S" : "P") +
                ",C2,N1,U6,PR1," + (ended ? stay.to->toDayMonthYear() : "") + "," +
                (!ended   ? ""
                 : goesOn ? "X1"
                          : "E4A") +
                "," + (ended && goesOn ? "OTHER" : "") + ",S1 1AA,S" +
                std::to_string(2 + stay.place) + " 2BB,\n";
    }
    return rows;
}

struct Files {
    std::vector<std::vector<std::filesystem::path>> byYear;  ///< header and episodes
};

Files inventReturns(const AuthorityFixture& fixture, std::mt19937& random)
{
    std::vector<std::vector<Stay>> lives;
    for (int child = 0; child < 12; ++child)
        lives.push_back(inventStays(random));
    Files files;
    for (int year = kFirstYear; year < kFirstYear + kYears; ++year) {
        std::string header = kHeaderLine;
        std::string episodes = kEpisodesLine;
        for (std::size_t child = 0; child < lives.size(); ++child) {
            const std::string number = std::to_string(700 + child);
            const std::string rows = rowsOf(number, lives[child], year);
            episodes += rows;
            if (!rows.empty())
                header += number + ",1,02/03/2010,WBRI,,,\n";
        }
        const std::string name = std::to_string(year) + "-" + std::to_string(year - 1999);
        files.byYear.push_back({fileWith(fixture, name + "-header.csv", header),
                                fileWith(fixture, name + "-episodes.csv", episodes)});
    }
    return files;
}

/// What is on record by case number, without ids.
std::string recordOf(const AuthorityFixture& fixture)
{
    std::map<std::string, std::string> children;
    for (const auto& row : require(allChildren(*fixture.session))) {
        const CareHistory history = require(app::placementsOf(*fixture.session, row.id)).history;
        for (const Episode& episode : deriveEpisodes(history))
            children[row.caseNumber] += episode.startsOn.toIso() + " " +
                                        (episode.endsOn ? episode.endsOn->toIso() : "open") + " " +
                                        episode.placePostcode + " " + episode.endReason + "\n";
    }
    std::string all;
    for (const auto& [number, episodes] : children)
        all += number + "\n" + episodes;
    return all;
}

std::string ruleIn(const Result<Done>& result)
{
    return result ? "" : result.error().facts.at("rule");
}

}  // namespace

TEST_CASE("in whatever order and groups the years come, the records are the same",
          "[import][property]")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        AuthorityFixture together;
        const Files files = inventReturns(together, random);
        std::vector<std::filesystem::path> all;
        std::vector<std::size_t> order;
        for (std::size_t year = 0; year < files.byYear.size(); ++year) {
            if (random() % 5 == 0)
                continue;  // a year is missing
            order.push_back(year);
            all.insert(all.end(), files.byYear[year].begin(), files.byYear[year].end());
        }
        takeOver(together, all);
        const std::string wanted = recordOf(together);

        AuthorityFixture apart;
        std::shuffle(order.begin(), order.end(), random);
        while (!order.empty()) {
            std::vector<std::filesystem::path> some;
            for (std::size_t count = 1 + random() % 2; count > 0 && !order.empty(); --count) {
                const auto& year = files.byYear[order.back()];
                some.insert(some.end(), year.begin(), year.end());
                order.pop_back();
            }
            takeOver(apart, some);
        }
        CHECK(recordOf(apart) == wanted);
        CHECK(require(app::previewImport(*apart.session, all)).changesNothing());
        CHECK(require(app::verifyAuthority(*apart.session)).isWhole());
    }
}

TEST_CASE("an end that was guessed gives way to the one a return reports", "[import]")
{
    AuthorityFixture fixture;
    const std::string header = std::string(kHeaderLine) + "500,1,02/03/2013,WBRI,,,\n";
    const auto year = [&](const std::string& name, const std::string& rows) {
        takeOver(fixture, {fileWith(fixture, name + "-header.csv", header),
                           fileWith(fixture, name + "-episodes.csv", kEpisodesLine + rows)});
    };
    const auto first = [&] {
        const auto row = require(allChildren(*fixture.session)).front();
        return require(app::placementsOf(*fixture.session, row.id)).rows.front();
    };
    const auto ends = [&] { return first().placement; };
    using Kind = app::DateOrigin::Kind;
    year("2020-21", "500,10/05/2020,S,C1,N1,U6,PR1,,,,S1 1AA,S2 2BB,\n");
    year("2022-23", "500,01/08/2022,P,C1,N1,U4,PR1,,,,S1 1AA,S3 3CC,\n");
    CHECK(ends().endsOn == day("2022-08-01"));  // nobody said so
    CHECK(first().ended.kind == Kind::Guessed);
    CHECK(first().began.kind == Kind::Return);
    CHECK(first().began.file == "2020-21-episodes.csv");
    CHECK(first().began.line == 2);
    CHECK(first().began.year == 2020);
    year("2021-22", "500,10/05/2020,S,C1,N1,U6,PR1,20/11/2021,E4A,,S1 1AA,S2 2BB,\n");
    CHECK(ends().endsOn == day("2021-11-20"));
    CHECK(first().ended.kind == Kind::Return);
    CHECK(first().ended.year == 2021);

    const PlacementTerms terms{ends().startsOn, day("2021-11-15"), {}};
    require(app::correctPlacement(*fixture.session, ends().id, ends().rowVersion, terms));
    CHECK(first().ended.kind == Kind::Homeward);
}

TEST_CASE("the last import is taken back whole, unless somebody built on it", "[import][undo]")
{
    AuthorityFixture fixture;
    std::mt19937 random(3);
    const Files files = inventReturns(fixture, random);
    takeOver(fixture, files.byYear[1]);
    const std::string before = recordOf(fixture);
    takeOver(fixture, files.byYear[4]);
    const auto imports = require(app::importsOf(*fixture.session));
    REQUIRE(imports.size() == 2);
    CHECK(imports[0].canBeUndone);
    CHECK_FALSE(imports[1].canBeUndone);
    CHECK(ruleIn(app::undoImport(*fixture.session, imports[1].id)) == "not-the-last");

    const auto assessed = require(allChildren(*fixture.session)).back();
    fixture.assess(assessed.id, 2, day("2026-02-20"));
    const auto undone = app::undoImport(*fixture.session, imports[0].id);
    if (before.find(assessed.caseNumber) == std::string::npos) {
        CHECK(ruleIn(undone) == "built-upon");
        CHECK(undone.error().facts.at("child") == assessed.caseNumber);
    } else {
        require(undone);
        CHECK(recordOf(fixture) == before);
        CHECK(require(app::importsOf(*fixture.session))[0].undone);
        takeOver(fixture, files.byYear[4]);
    }
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
}

TEST_CASE("what is not known replaces nothing, and what changes is told before", "[import]")
{
    AuthorityFixture fixture;
    const auto header = [&](const std::string& name, const std::string& row) {
        return fileWith(fixture, name, kHeaderLine + row);
    };
    takeOver(fixture, {header("2020-21-header.csv", "500,1,02/03/2013,WBRI,X310000012011,,\n")});
    takeOver(fixture, {header("2021-22-header.csv", "500,U,02/03/2013,NOBT,UN3,,\n")});
    const auto row = require(allChildren(*fixture.session)).front();
    const Child child = require(app::openChild(*fixture.session, row.id)).child;
    CHECK(child.sex == Sex::Male);
    CHECK(child.ethnicity == "WBRI");
    CHECK(child.upn == "X310000012011");
    const auto preview = require(app::previewImport(
        *fixture.session, {header("2022-23-header.csv", "500,1,03/02/2013,WBRI,,,\n")}));
    REQUIRE(preview.changes.size() == 1);
    CHECK(preview.changes.front() ==
          app::ImportChange{"500", "birthDate", "2013-03-02", "2013-02-03"});
}

TEST_CASE("one child under two numbers is asked about, and however written one number is one",
          "[import][identity]")
{
    AuthorityFixture fixture;
    takeOver(fixture,
             {fileWith(fixture, "2020-21-header.csv",
                       std::string(kHeaderLine) + "0012345,1,02/03/2013,WBRI,X310000012011,,\n")});
    const auto same = require(app::previewImport(
        *fixture.session, {fileWith(fixture, "2021-22-header.csv",
                                    std::string(kHeaderLine) + "12345.0,1,02/03/2013,WBRI,,,\n")}));
    CHECK(same.childrenCreated == 0);
    const auto twin = require(app::previewImport(
        *fixture.session,
        {fileWith(fixture, "2022-23-header.csv",
                  std::string(kHeaderLine) + "999,1,02/03/2013,WBRI,X310000012011,,\n")}));
    CHECK(twin.childrenCreated == 0);
    REQUIRE(twin.findings.size() == 1);
    CHECK(twin.findings.front().reason == "finding.same-person");
    CHECK(twin.findings.front().facts.at("other") == "0012345");
}

TEST_CASE("a child of whom a later complete return says nothing is found, and stays in care",
          "[import]")
{
    AuthorityFixture fixture;
    const auto year = [&](const std::string& name, const std::string& child) {
        return std::vector{fileWith(fixture, name + "-header.csv",
                                    kHeaderLine + child + ",1,02/03/2013,WBRI,,,\n"),
                           fileWith(fixture, name + "-episodes.csv",
                                    kEpisodesLine + child + ",10/05/20" + name.substr(2, 2) +
                                        ",S,C1,N1,U6,PR1,,,,S1 1AA,S2 2BB,\n")};
    };
    takeOver(fixture, year("2020-21", "500"));
    const auto preview = require(app::previewImport(*fixture.session, year("2022-23", "501")));
    const auto silent =
        std::find_if(preview.findings.begin(), preview.findings.end(),
                     [](const Finding& finding) { return finding.reason == "finding.silence"; });
    REQUIRE(silent != preview.findings.end());
    CHECK(silent->value == "500");
    CHECK(silent->facts.at("since") == "2020-05-10");
    require(app::commitImport(*fixture.session, preview));
    for (const auto& row : require(allChildren(*fixture.session)))
        CHECK(row.inCare);
}
