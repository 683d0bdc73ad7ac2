#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "domain/statutory_codes.h"
#include "support/date.h"

namespace homeward::exchange::ssda903 {

/// The year a name speaks of.
struct YearInName {
    int year = 0;
    bool isStart = false;  ///< The name has both years ("2023-24"), so there is no doubt.
    bool operator==(const YearInName&) const = default;
};
/// The span of two years that the name has ("2023-24", "2023 to 2024", "202324", "23-24", "2324"),
/// before any other date in it; else the first four digits standing alone between 1990 and 2099
/// that are not part of a date. Empty: none, or different spans.
std::optional<YearInName> yearInName(std::string_view name);

/// Of a file: its own name, else that of its folder, else that of the folder around that.
std::optional<YearInName> yearOfFile(const std::filesystem::path& file);

/// Whether the year in the names of a set of files is the one the collection starts or ends in:
/// whichever holds the files' dates better. One answer for the whole set; without evidence the
/// start.
class YearRule {
public:
    explicit YearRule(Date today) : m_today(today) {}

    void addBirth(YearInName name, Date birth);
    void addEpisode(YearInName name, Date start, std::optional<Date> end);
    CollectionYear yearOf(YearInName name) const;

private:
    struct Score {
        int misfits = 0;       ///< dates that such a year cannot hold
        int startsInYear = 0;  ///< episodes that begin in it
    };
    bool namesSayStart() const;

    Date m_today;
    Score m_start;
    Score m_end;
    bool m_startLiesAhead = false;
};

}  // namespace homeward::exchange::ssda903
