#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace homeward {

/// A calendar day. A value in hand is always a real day between 1800 and 2999.
class Date {
public:
    /// 1 January 1970; only for "not set yet" members of plain structs.
    constexpr Date() = default;

    /// Empty: no such day (31 April, month 13, ...).
    static std::optional<Date> fromYmd(int year, int month, int day);
    /// "2026-03-31"; empty when the text is anything else.
    static std::optional<Date> fromIso(std::string_view text);
    /// "31/03/2026" or "1/3/2026", the form of statutory returns; empty when anything else.
    static std::optional<Date> fromDayMonthYear(std::string_view text);
    static constexpr Date fromDaysSinceEpoch(int days) { return Date(days); }

    constexpr int daysSinceEpoch() const { return m_days; }
    int year() const;
    int month() const;                   ///< 1..12
    int day() const;                     ///< 1..31
    std::string toIso() const;           ///< "2026-03-31"
    std::string toDayMonthYear() const;  ///< "31/03/2026"

    constexpr Date plusDays(int days) const { return Date(m_days + days); }
    /// Keeps the day of the month where it exists, else the last day of that month.
    Date plusMonths(int months) const;

    constexpr auto operator<=>(const Date&) const = default;

private:
    constexpr explicit Date(int days) : m_days(days) {}
    int m_days = 0;
};

/// Days from `from` to `to`; negative when `to` is earlier.
constexpr int daysBetween(Date from, Date to)
{
    return to.daysSinceEpoch() - from.daysSinceEpoch();
}

/// Completed years of life on `on`; 29 February counts from 1 March in common years.
/// Negative before birth.
int ageYears(Date birth, Date on);

/// A moment, UTC.
struct Timestamp {
    std::int64_t msSinceEpoch = 0;

    /// "2026-03-31T14:32:07.123Z"
    std::string toIso() const;
    static std::optional<Timestamp> fromIso(std::string_view text);
    Date utcDate() const;
    auto operator<=>(const Timestamp&) const = default;
};

/// The day of `at` in the time zone of this computer.
Date localDate(Timestamp at);

}  // namespace homeward
