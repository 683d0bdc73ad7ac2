#include "support/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "support/os/clock.h"

namespace homeward {
namespace {

namespace chr = std::chrono;

chr::year_month_day civil(int days)
{
    return chr::year_month_day{chr::sys_days{chr::days{days}}};
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    if (text.empty())
        return std::nullopt;
    for (const char c : text)
        if (c < '0' || c > '9')
            return std::nullopt;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

}  // namespace

std::optional<Date> Date::fromYmd(int year, int month, int day)
{
    if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const chr::year_month_day ymd{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                  chr::day{static_cast<unsigned>(day)}};
    if (!ymd.ok())
        return std::nullopt;
    return Date(static_cast<int>(chr::sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::fromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    return fromYmd(*year, *month, *day);
}

std::optional<Date> Date::fromDayMonthYear(std::string_view text)
{
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos || first > 2 || second - first > 3 ||
        text.size() - second != 5)
        return std::nullopt;
    const auto day = digits(text.substr(0, first));
    const auto month = digits(text.substr(first + 1, second - first - 1));
    const auto year = digits(text.substr(second + 1));
    if (!year || !month || !day)
        return std::nullopt;
    return fromYmd(*year, *month, *day);
}

int Date::year() const
{
    return static_cast<int>(civil(m_days).year());
}

int Date::month() const
{
    return static_cast<int>(static_cast<unsigned>(civil(m_days).month()));
}

int Date::day() const
{
    return static_cast<int>(static_cast<unsigned>(civil(m_days).day()));
}

std::string Date::toIso() const
{
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day());
    return text;
}

std::string Date::toDayMonthYear() const
{
    char text[32];
    std::snprintf(text, sizeof text, "%02d/%02d/%04d", day(), month(), year());
    return text;
}

Date Date::plusMonths(int months) const
{
    const auto now = civil(m_days);
    chr::year_month_day moved = now + chr::months{months};
    if (!moved.ok())
        moved = moved.year() / moved.month() / chr::last;
    return Date(static_cast<int>(chr::sys_days{moved}.time_since_epoch().count()));
}

int ageYears(Date birth, Date on)
{
    int years = on.year() - birth.year();
    if (on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day()))
        --years;
    return years;
}

Date Timestamp::utcDate() const
{
    return Date::fromDaysSinceEpoch(static_cast<int>(floorDiv(msSinceEpoch, 86'400'000)));
}

Date localDate(Timestamp at)
{
    const std::time_t seconds = static_cast<std::time_t>(floorDiv(at.msSinceEpoch, 1000));
    const std::optional<std::tm> local = os::localTime(seconds);
    if (!local)
        return at.utcDate();
    return Date::fromYmd(local->tm_year + 1900, local->tm_mon + 1, local->tm_mday)
        .value_or(at.utcDate());
}

std::string Timestamp::toIso() const
{
    const Date date = utcDate();
    const std::int64_t ms = msSinceEpoch - std::int64_t{date.daysSinceEpoch()} * 86'400'000;
    char text[64];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d.%03dZ", date.toIso().c_str(),
                  static_cast<int>(ms / 3'600'000), static_cast<int>(ms / 60'000 % 60),
                  static_cast<int>(ms / 1000 % 60), static_cast<int>(ms % 1000));
    return text;
}

std::optional<Timestamp> Timestamp::fromIso(std::string_view text)
{
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z')
        return std::nullopt;
    const auto date = Date::fromIso(text.substr(0, 10));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    const auto second = digits(text.substr(17, 2));
    const auto ms = digits(text.substr(20, 3));
    if (!date || !hour || !minute || !second || !ms || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return Timestamp{std::int64_t{date->daysSinceEpoch()} * 86'400'000 + *hour * 3'600'000LL +
                     *minute * 60'000LL + *second * 1000LL + *ms};
}

}  // namespace homeward
