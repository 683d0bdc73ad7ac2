#include "exchange/ssda903/date_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int kCentury = 100;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Without a time of day behind it: "T00:00:00", " 00:00".
std::string_view withoutTime(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return text;
    std::size_t cut = colon;
    while (cut > 0 && isDigit(text[cut - 1]))
        --cut;
    if (cut == 0 || cut == colon)
        return text;
    const char before = text[cut - 1];
    return before == 'T' || before == ' ' ? trimmed(text.substr(0, cut - 1)) : text;
}

struct Parts {
    std::vector<std::string_view> values;
    char sign = 0;  ///< that stands between all of them; 0: others, or not the same
};

Parts partsOf(std::string_view text)
{
    Parts parts;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool atSign =
            i < text.size() && std::string_view("/.- ").find(text[i]) != std::string_view::npos;
        if (i < text.size() && !atSign)
            continue;
        parts.values.push_back(text.substr(from, i - from));
        if (atSign)
            parts.sign = parts.sign == 0 || parts.sign == text[i] ? text[i] : '?';
        from = i + 1;
    }
    return parts;
}

int monthNamed(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.size() < 3)
        return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (lower.starts_with(kMonths[i]))
            return static_cast<int>(i) + 1;
    return 0;
}

std::optional<Date> withNamedMonth(const std::vector<std::string_view>& values, Date today)
{
    const auto day = number(values[0]);
    const int month = monthNamed(values[1]);
    auto year = number(values[2]);
    if (!day || month == 0 || !year || (values[2].size() != 2 && values[2].size() != 4))
        return std::nullopt;
    if (values[2].size() == 2) {
        *year += today.year() / kCentury * kCentury;
        if (*year > today.year())
            *year -= kCentury;
    }
    return Date::fromYmd(*year, month, *day);
}

}  // namespace

std::optional<Date> readDay(std::string_view text, Date today)
{
    const Parts parts = partsOf(withoutTime(trimmed(text)));
    if (parts.values.size() != 3 || parts.sign == 0 || parts.sign == '?')
        return std::nullopt;
    const auto& values = parts.values;
    if (!values[1].empty() && !isDigit(values[1].front()))
        return withNamedMonth(values, today);
    if (parts.sign == ' ')
        return std::nullopt;
    const auto first = number(values[0]);
    const auto month = number(values[1]);
    const auto last = number(values[2]);
    if (!first || !month || !last)
        return std::nullopt;
    if (values[0].size() == 4 && values[2].size() <= 2)
        return Date::fromYmd(*first, *month, *last);
    return values[2].size() == 4 && values[0].size() <= 2 ? Date::fromYmd(*last, *month, *first)
                                                          : std::nullopt;
}

DateLook lookOf(std::string_view text)
{
    const std::string_view day = withoutTime(trimmed(text));
    if (day.size() == 5 && std::ranges::all_of(day, isDigit))
        return DateLook::Number;
    const Parts parts = partsOf(day);
    if (parts.values.size() != 3 || parts.values[2].size() != 4)
        return DateLook::Other;
    const auto month = number(parts.values[0]);
    const auto inMonth = number(parts.values[1]);
    const auto year = number(parts.values[2]);
    if (month && inMonth && year && *inMonth > 12 && Date::fromYmd(*year, *month, *inMonth))
        return DateLook::MonthFirst;
    return DateLook::Other;
}

}  // namespace homeward::exchange::ssda903
