#include "domain/working_days.h"

#include <chrono>
#include <map>

#include "support/files/resource.h"
#include "support/text/text.h"

namespace homeward {
namespace {

using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::Tuesday;

constexpr int kLastWeekOfMay = 25;  ///< and of August: both have 31 days
constexpr int kFirstWeek = 7;

std::chrono::weekday weekdayOf(Date day)
{
    return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(day.daysSinceEpoch())));
}

/// Source: Meeus, Astronomical Algorithms, 2nd edition, chapter 8 (Gregorian calendar).
Date easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return Date::fromYmd(year, n / 31, n % 31 + 1).value_or(Date{});
}

/// 1 January, or the Monday behind it where it is no working day.
bool isNewYear(int day, std::chrono::weekday weekday)
{
    return day == 1 || (weekday == Monday && (day == 2 || day == 3));
}

/// 25 and 26 December, or the working days behind them.
bool isChristmas(int day, std::chrono::weekday weekday)
{
    return day == 25 || day == 26 ||
           ((day == 27 || day == 28) && (weekday == Monday || weekday == Tuesday));
}

bool isInRule(Date day)
{
    const std::chrono::weekday weekday = weekdayOf(day);
    switch (day.month()) {
        case 1:
            return isNewYear(day.day(), weekday);
        case 3:
        case 4: {
            const Date easter = easterSunday(day.year());
            return day == easter.plusDays(-2) || day == easter.plusDays(1);
        }
        case 5:
            return weekday == Monday && (day.day() <= kFirstWeek || day.day() >= kLastWeekOfMay);
        case 8:
            return weekday == Monday && day.day() >= kLastWeekOfMay;
        case 12:
            return isChristmas(day.day(), weekday);
        default:
            return false;
    }
}

/// Days that are a bank holiday against the rule (true), or are none against it (false).
std::map<Date, bool> readExceptions()
{
    std::map<Date, bool> exceptions;
    for (const std::string_view line :
         split(resource("resources/calendar/bank-holidays.tsv").value_or(std::string_view{}), '\n'))
        if (const auto cells = split(line, '\t'); cells.size() == 3)
            if (const auto day = Date::fromIso(cells[0]))
                exceptions.emplace(*day, cells[1] == "added");
    return exceptions;
}

}  // namespace

bool isBankHoliday(Date day)
{
    static const std::map<Date, bool> exceptions = readExceptions();
    const auto exception = exceptions.find(day);
    return exception == exceptions.end() ? isInRule(day) : exception->second;
}

bool isWorkingDay(Date day)
{
    const std::chrono::weekday weekday = weekdayOf(day);
    return weekday != Saturday && weekday != Sunday && !isBankHoliday(day);
}

Date lastWorkingDay(Date first, int count)
{
    Date day = first;
    for (int left = count - (isWorkingDay(first) ? 1 : 0); left > 0;) {
        day = day.plusDays(1);
        if (isWorkingDay(day))
            --left;
    }
    return day;
}

int workingDaysBetween(Date from, Date until)
{
    if (until < from)
        return -workingDaysBetween(until, from);
    int days = 0;
    for (Date day = from.plusDays(1); day <= until; day = day.plusDays(1))
        if (isWorkingDay(day))
            ++days;
    return days;
}

}  // namespace homeward
