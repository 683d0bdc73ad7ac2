#include "support/text/csv_line.h"

#include "support/text/text.h"

namespace homeward {
namespace {

bool isPlainNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
    const auto allDigits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return allDigits(whole) && allDigits(rest);
}

bool looksLikeFormula(std::string_view value)
{
    if (value.empty())
        return false;
    if (value.front() == '\t' || value.front() == '\r')
        return true;
    const std::size_t first = value.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return false;
    return std::string_view("=+-@").find(value[first]) != std::string_view::npos &&
           !isPlainNumber(value.substr(first));
}

}  // namespace

std::string csvField(std::string_view value)
{
    std::string text;
    if (looksLikeFormula(value))
        text += '\'';
    text += value;
    const bool quoted =
        text.find_first_of(",\"\r\n") != std::string::npos || trimmed(text).size() != text.size();
    if (!quoted)
        return text;
    std::string inQuotes = "\"";
    for (const char c : text) {
        if (c == '"')
            inQuotes += '"';
        inQuotes += c;
    }
    inQuotes += '"';
    return inQuotes;
}

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += ',';
        line += csvField(fields[i]);
    }
    line += "\r\n";
    return line;
}

}  // namespace homeward
