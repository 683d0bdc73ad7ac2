#include "domain/field_text.h"

#include <charconv>

#include "support/text/text.h"

namespace homeward {
namespace {

template <typename Number>
std::string_view readNumber(const std::string& text, Number& value)
{
    const std::string_view digits = trimmed(text);
    Number read{};
    const char* const end = digits.data() + digits.size();
    const std::from_chars_result result = std::from_chars(digits.data(), end, read);
    if (result.ec != std::errc{} || result.ptr != end)
        return "not-a-number";
    value = read;
    return {};
}

/// `read` where there is one, else the rule that was broken.
template <typename T>
std::string_view taken(const std::optional<T>& read, const std::string& text, T& value,
                       std::string_view rule)
{
    if (!read)
        return isBlank(text) ? "required" : rule;
    value = *read;
    return {};
}

}  // namespace

bool isBlank(std::string_view text)
{
    return trimmed(text).empty();
}

std::vector<std::string> textParts(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (const auto part = trimmed(std::string_view(text).substr(from, comma - from));
            !part.empty())
            parts.emplace_back(part);
        from = comma + 1;
    }
    return parts;
}

const std::string& textOf(const std::string& text)
{
    return text;
}

std::string textOf(bool answer)
{
    return answer ? "yes" : "no";
}

std::string textOf(int number)
{
    return std::to_string(number);
}

std::string textOf(double number)
{
    char digits[32];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, number);
    return {digits, end.ptr};
}

std::string textOf(Level level)
{
    return std::to_string(level.value());
}

std::string textOf(Date date)
{
    return date.toIso();
}

std::string textOf(Timestamp at)
{
    return at.toIso();
}

std::string textOf(const Location& location)
{
    return formatLocation(location);
}

std::string_view readText(const std::string& text, std::string& value, bool asTyped)
{
    value = asTyped ? std::string_view(text) : trimmed(text);
    return {};
}

std::string_view readText(const std::string& text, bool& value, bool)
{
    value = text == "yes";
    return {};
}

std::string_view readText(const std::string& text, int& value, bool)
{
    return readNumber(text, value);
}

std::string_view readText(const std::string& text, double& value, bool)
{
    return readNumber(text, value);
}

std::string_view readText(const std::string& text, Level& value, bool)
{
    int number = 0;
    if (const auto rule = readNumber(text, number); !rule.empty())
        return rule;
    return taken(Level::fromInt(number), text, value, "out-of-range");
}

std::string_view readText(const std::string& text, Date& value, bool)
{
    const std::string_view written = trimmed(text);
    std::optional<Date> day = Date::fromIso(written);
    if (!day)
        day = Date::fromDayMonthYear(written);
    return taken(day, text, value, "not-a-date");
}

std::string_view readText(const std::string& text, Timestamp& value, bool)
{
    return taken(Timestamp::fromIso(text), text, value, "not-a-date");
}

std::string_view readText(const std::string& text, Location& value, bool)
{
    const Result<Location> location = parseLocation(text);
    if (!location)
        return "not-a-location";
    value = *location;
    return {};
}

}  // namespace homeward
