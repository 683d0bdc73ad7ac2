#include "exchange/ssda903/return_writer.h"

#include <string_view>

#include "exchange/csv.h"
#include "support/csv_line.h"
#include "support/durable_file.h"

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

}  // namespace

Result<Done> writeReturns(const std::filesystem::path& folder,
                          const std::vector<ChildReturn>& children,
                          const std::vector<CollectionYear>& years)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{
            ErrorCode::StorageFailed, "make folder: errno " + std::to_string(failure.value()), {}};
    for (const CollectionYear year : years) {
        const YearTables tables = tablesOf(children, year);
        const std::string prefix = std::to_string(year.startYear);
        const auto header = replaceDurably(folder / (prefix + "-header.csv"), tables.header);
        if (!header)
            return header;
        const auto episodes =
            replaceDurably(folder / (prefix + "-episodes.csv"), tables.episodes);
        if (!episodes)
            return episodes;
    }
    return Done{};
}

}  // namespace homeward::exchange::ssda903
