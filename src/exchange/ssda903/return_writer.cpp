#include "exchange/ssda903/return_writer.h"

#include <string_view>

#include "support/text/csv_line.h"

namespace homeward::exchange::ssda903 {
namespace {

/// First collection that writes sex as M, F, U. Source: DfE SSDA903 guide 2024 to 2025.
constexpr CollectionYear kSexAsLetterFrom{2024};

bool holdsIn(const Episode& episode, CollectionYear year)
{
    return episode.startsOn < year.dayAfter() &&
           (!episode.endsOn || *episode.endsOn > year.firstDay());
}

std::string sexCode(Sex sex, CollectionYear year)
{
    if (year >= kSexAsLetterFrom || sex == Sex::Unknown)
        return std::string(toKey(sex));
    return sex == Sex::Male ? "1" : "2";
}

std::string headerLine(const Child& child, CollectionYear year)
{
    return csvLine({child.caseNumber, sexCode(child.sex, year), child.birthDate.toDayMonthYear(),
                    child.ethnicity, child.upn, "", ""});
}

std::string episodeLine(const Child& child, const Episode& episode, CollectionYear year)
{
    const bool ended = episode.endsOn && *episode.endsOn <= year.dayAfter();
    const bool endUnknownYet = episode.endsOn && !ended;
    return csvLine({child.caseNumber, episode.startsOn.toDayMonthYear(), episode.startReason,
                    episode.legalStatus, episode.needCode, episode.placeCode, episode.providerCode,
                    ended ? episode.endsOn->toDayMonthYear() : "", ended ? episode.endReason : "",
                    endUnknownYet ? "" : episode.changeReason, episode.homePostcode,
                    episode.placePostcode, episode.providerNumber});
}

struct YearTables {
    std::string header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n";
    std::string episodes =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
        "URN\r\n";
};

YearTables tablesOf(const std::vector<ChildReturn>& children, CollectionYear year)
{
    YearTables tables;
    for (const ChildReturn& entry : children) {
        bool inReturn = false;
        for (const Episode& episode : entry.episodes) {
            if (!holdsIn(episode, year))
                continue;
            inReturn = true;
            tables.episodes += episodeLine(entry.child, episode, year);
        }
        if (inReturn)
            tables.header += headerLine(entry.child, year);
    }
    return tables;
}

std::string headerFileName(CollectionYear year)
{
    return std::to_string(year.startYear) + "-header.csv";
}

std::string episodesFileName(CollectionYear year)
{
    return std::to_string(year.startYear) + "-episodes.csv";
}

}  // namespace

std::vector<std::string> returnFileNames(const std::vector<CollectionYear>& years)
{
    std::vector<std::string> names;
    for (const CollectionYear year : years) {
        names.push_back(headerFileName(year));
        names.push_back(episodesFileName(year));
    }
    return names;
}

Result<Done> writeReturns(
    const std::vector<ChildReturn>& children, const std::vector<CollectionYear>& years,
    const std::function<Result<Done>(const std::string& name, const std::string& text)>& write)
{
    for (const CollectionYear year : years) {
        const YearTables tables = tablesOf(children, year);
        if (auto header = write(headerFileName(year), tables.header); !header)
            return header;
        if (auto episodes = write(episodesFileName(year), tables.episodes); !episodes)
            return episodes;
    }
    return Done{};
}

}  // namespace homeward::exchange::ssda903
