#include "exchange/ssda903/return_writer.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "exchange/ssda903/merge_history.h"
#include "exchange/ssda903/return_reader.h"
#include "tests/unit/exchange/files.h"

using namespace homeward;
using namespace homeward::exchange::ssda903;
using namespace homeward::test;

namespace {

Child child(const std::string& number, Sex sex = Sex::Female)
{
    Child made;
    made.caseNumber = number;
    made.sex = sex;
    made.birthDate = *Date::fromYmd(2012, 2, 29);
    made.ethnicity = "WBRI";
    made.upn = "A1000000" + number;
    return made;
}

Episode episode(Date start, std::optional<Date> end)
{
    return {start,
            end,
            "S",
            "C2",
            "N1",
            "U4",
            "PR1",
            end ? "E4A" : "X1",
            end ? "CARPL" : "",
            "ZZ1 1AA",
            "ZZ2 2BB",
            "SC900001"};
}

std::vector<Episode> randomHistory(std::mt19937& random)
{
    std::vector<Episode> history;
    Date day = Date::fromYmd(2018, 4, 1)->plusDays(static_cast<int>(random() % 900));
    for (int i = static_cast<int>(random() % 6); i >= 0; --i) {
        const Date end = day.plusDays(1 + static_cast<int>(random() % 300));
        if (end > *Date::fromYmd(2025, 4, 1))
            break;
        history.push_back(episode(day, end));
        history.back().startReason = i % 2 == 0 ? "P" : "L";
        history.back().endReason = random() % 2 == 0 ? "X1" : "E4B";
        history.back().placeCode = random() % 2 == 0 ? "K2" : "U6";
        day = random() % 3 == 0 ? end.plusDays(20) : end;
    }
    if (random() % 2 == 0)
        history.push_back(episode(day, std::nullopt));
    return history;
}

/// Takes what is written into the folder of `files`.
auto into(const Files& files)
{
    return [&files](const std::string& name, const std::string& text) -> Result<Done> {
        files.write(name, text);
        return Done{};
    };
}

}  // namespace

TEST_CASE("a written return holds the episodes of its year, with later ends left open",
          "[exchange][ssda903]")
{
    const Files files;
    const std::vector<ChildReturn> children{
        {child("11"),
         {episode(*Date::fromYmd(2021, 5, 1), *Date::fromYmd(2022, 4, 1)),
          episode(*Date::fromYmd(2022, 4, 1), *Date::fromYmd(2023, 8, 1))}},
        {child("12", Sex::Male), {episode(*Date::fromYmd(2023, 6, 1), std::nullopt)}}};
    REQUIRE(writeReturns(children, {{2021}, {2022}, {2024}}, into(files)).ok());

    const std::string columns =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
        "URN\r\n";
    const std::string headerColumns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n";
    CHECK(files.read("2021-header.csv") == headerColumns + "11,2,29/02/2012,WBRI,A100000011,,\r\n");
    CHECK(files.read("2021-episodes.csv") ==
          columns +
              "11,01/05/2021,S,C2,N1,U4,PR1,01/04/2022,E4A,CARPL,ZZ1 1AA,ZZ2 2BB,SC900001\r\n");
    CHECK(files.read("2022-episodes.csv") ==
          columns + "11,01/04/2022,S,C2,N1,U4,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC900001\r\n");
    CHECK(files.read("2024-header.csv") == headerColumns + "12,M,29/02/2012,WBRI,A100000012,,\r\n");
}

TEST_CASE("histories written as returns of several years are read back the same",
          "[exchange][ssda903][property]")
{
    std::mt19937 random(7);
    std::vector<ChildReturn> children;
    std::map<std::string, std::vector<Episode>> expected;
    for (int i = 0; i < 400; ++i) {
        const std::string number = std::to_string(1000 + i);
        const auto history = randomHistory(random);
        children.push_back({child(number, static_cast<Sex>(i % 2)), history});
        if (!history.empty())
            expected[number] = history;
    }
    std::vector<CollectionYear> years;
    for (int year = 2018; year <= 2025; ++year)
        years.push_back({year});
    const Files files;
    REQUIRE(writeReturns(children, years, into(files)).ok());

    std::vector<std::filesystem::path> paths;
    for (const CollectionYear year : years)
        for (const char* kind : {"-header.csv", "-episodes.csv"})
            paths.push_back(files.folder() / (std::to_string(year.startYear) + kind));
    const auto read = readReturn(paths, StatutoryCodes::builtIn(), kReturnRead);
    REQUIRE(read.ok());
    CHECK(read->findings.empty());
    std::map<std::string, std::vector<Episode>> histories;
    for (const ReturnFile& file : read->files)
        for (const EpisodeRow& row : file.episodes)
            histories[row.childNumber].push_back(row.episode);
    for (auto& [number, episodes] : histories)
        episodes = mergeEpisodes(std::move(episodes));
    CHECK(histories == expected);
}

TEST_CASE("writing returns stops at the first file that cannot be written", "[exchange][ssda903]")
{
    std::vector<std::string> names;
    const auto result =
        writeReturns({}, {{2021}, {2022}}, [&](const std::string& name, const std::string&) {
            names.push_back(name);
            return names.size() < 3 ? Result<Done>(Done{})
                                    : Result<Done>(Error{ErrorCode::StorageFull, name, {}});
        });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::StorageFull);
    CHECK(names ==
          std::vector<std::string>{"2021-header.csv", "2021-episodes.csv", "2022-header.csv"});
    CHECK(returnFileNames({{2021}}) ==
          std::vector<std::string>{"2021-header.csv", "2021-episodes.csv"});
}
