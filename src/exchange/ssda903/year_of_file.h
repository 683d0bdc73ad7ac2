#pragma once

#include <optional>
#include <string_view>

#include "domain/statutory_codes.h"
#include "support/date.h"

namespace homeward::exchange::ssda903 {

/// The year a file name speaks of.
struct YearInName {
    int year = 0;
    bool isStart = false;  ///< The name has both years ("2023-24"), so there is no doubt.
};
/// The first four digits standing alone between 1990 and 2099, or such a pair of years. Empty:
/// none.
std::optional<YearInName> yearInName(std::string_view fileName);

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
