#pragma once

#include <optional>
#include <string_view>

#include "support/date.h"

namespace homeward::exchange::ssda903 {

/// A day of a return in one of the forms that leave no doubt: day, month and year of four digits
/// between slashes, points or hyphens ("31/03/2026", "1.3.2026"), year first ("2026-03-31"), a
/// month by name ("14-Jun-12", "14 June 2012"); with or without a time behind it. A year of two
/// digits, which only a named month may have, is not in the future of `today`.
/// Empty: anything else, or no such day.
std::optional<Date> readDay(std::string_view text, Date today);

/// What a text that is no day looks like.
enum class DateLook {
    Other,
    MonthFirst,  ///< a day only where the month stands first ("03/31/2026")
    Number       ///< a spreadsheet's number of a day ("41074")
};
DateLook lookOf(std::string_view text);

}  // namespace homeward::exchange::ssda903
