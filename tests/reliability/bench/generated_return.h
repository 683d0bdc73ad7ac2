#pragma once

#include <filesystem>
#include <fstream>
#include <vector>

#include "app/exchange/import_return.h"
#include "support/date.h"

namespace homeward::bench {

inline constexpr int kChildren = 25'000;
inline constexpr int kEpisodesEach = 4;
/// Its postcodes are invented, and the authority of a bench is none of the demonstration.
inline const app::ImportOptions kInvented{{}, true};

/// Writes a return of 25,000 children with four placements each within the collection year 2024,
/// and gives its files.
inline std::vector<std::filesystem::path> writeReturn(const std::filesystem::path& folder)
{
    const std::vector<std::filesystem::path> files{folder / "2024-header.csv",
                                                   folder / "2024-episodes.csv"};
    std::ofstream header(files[0], std::ios::binary);
    std::ofstream episodes(files[1], std::ios::binary);
    header << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n";
    episodes << "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
                "PL_POST,URN\r\n";
    const Date birth = *Date::fromIso("2012-02-03");
    const Date first = *Date::fromIso("2024-04-02");
    for (int child = 0; child < kChildren; ++child) {
        header << 100'000 + child << ',' << (child % 2 ? 'M' : 'F') << ','
               << birth.plusDays(child % 3'000).toDayMonthYear() << ",WBRI,,,\r\n";
        for (int episode = 0; episode < kEpisodesEach; ++episode) {
            const Date start = first.plusDays(child % 40 + 60 * episode);
            const bool last = episode + 1 == kEpisodesEach;
            episodes << 100'000 + child << ',' << start.toDayMonthYear() << ','
                     << (episode ? 'P' : 'S') << ",C2,N1,U" << 4 + episode % 3 << ",PR1,"
                     << (last ? std::string() : start.plusDays(60).toDayMonthYear()) << ','
                     << (last ? "" : "X1") << ',' << (last ? "" : "CARPL") << ",ZZ1 1AA,ZZ"
                     << episode << " 2BB,\r\n";
        }
    }
    return files;
}

}  // namespace homeward::bench
