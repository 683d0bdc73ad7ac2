#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/ssda903/columns.h"
#include "exchange/ssda903/date_text.h"
#include "exchange/ssda903/set_checks.h"

namespace homeward::exchange::ssda903 {

/// Counts how the dates of a file look, for a file whose dates are wrong throughout is stopped
/// whole: rows that happen to be dates would be taken for other days.
class DateSurvey {
public:
    void add(const std::string& cell, Date today);
    /// Why no row of the file is to be taken; empty: rows are judged each by itself.
    std::optional<Finding> whyStopped() const;

private:
    int m_days = 0;          ///< read as days
    int m_dayFirst = 0;      ///< of them: can be nothing else, for the first part is above 12
    int m_monthFirst = 0;    ///< can only be days where the month stands first
    int m_bad = 0;           ///< no days, those included
    std::string m_example;   ///< the first of the bad ones
    std::string m_reversed;  ///< the first with the month first
};

/// Of files of one kind and year that say different things of the same child, which are copies of
/// each other as mail and sync programs leave them, none is taken: the person says which stands by
/// giving one. Moves them out of `files`; the findings name the other file.
std::vector<Finding> takeOutContradictions(std::vector<ReadFile>& files);

}  // namespace homeward::exchange::ssda903
