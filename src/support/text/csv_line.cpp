#include "support/text/csv_line.h"

#include <algorithm>
#include <array>

#include "support/text/text.h"

namespace homeward {
namespace {

constexpr std::string_view kTrueMinus = "\xe2\x88\x92";

/// Blanks, and signs that take no place or change the direction of writing.
constexpr std::array<std::string_view, 22> kUnseen{" ",
                                                   "\xc2\xa0",
                                                   "\xc2\xad",
                                                   "\xe2\x80\x8b",
                                                   "\xe2\x80\x8c",
                                                   "\xe2\x80\x8d",
                                                   "\xe2\x80\x8e",
                                                   "\xe2\x80\x8f",
                                                   "\xe2\x80\xaa",
                                                   "\xe2\x80\xab",
                                                   "\xe2\x80\xac",
                                                   "\xe2\x80\xad",
                                                   "\xe2\x80\xae",
                                                   "\xe2\x80\xaf",
                                                   "\xe2\x81\xa0",
                                                   "\xe2\x81\xa6",
                                                   "\xe2\x81\xa7",
                                                   "\xe2\x81\xa8",
                                                   "\xe2\x81\xa9",
                                                   "\xe3\x80\x80",
                                                   "\xef\xbb\xbf",
                                                   "\xe1\xa0\x8e"};

/// What begins a formula, also written wide as some keyboards do.
constexpr std::array<std::string_view, 11> kFormula{
    "=",           "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
    "\xef\xbc\xa0"};

bool isPlainNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.ends_with('%'))
        text.remove_suffix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
    const auto allDigits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return allDigits(whole) && allDigits(rest);
}

std::string_view withoutUnseen(std::string_view value)
{
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view sign : kUnseen)
            if (value.starts_with(sign)) {
                value.remove_prefix(sign.size());
                found = true;
            }
    }
    return value;
}

bool looksLikeFormula(std::string_view value)
{
    const std::string_view seen = withoutUnseen(value);
    return !isPlainNumber(seen) && std::ranges::any_of(kFormula, [&](std::string_view sign) {
        return seen.starts_with(sign);
    });
}

}  // namespace

std::string harmlessCell(std::string_view value)
{
    if (value.starts_with(kTrueMinus)) {
        std::string number = "-" + std::string(value.substr(kTrueMinus.size()));
        if (isPlainNumber(number))
            return number;
    }
    return looksLikeFormula(value) ? "'" + std::string(value) : std::string(value);
}

std::string csvField(std::string_view value)
{
    const std::string text = harmlessCell(value);
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

std::string tabLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string cell = harmlessCell(fields[i]);
        std::ranges::replace_if(
            cell, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        line += (i > 0 ? "\t" : "") + cell;
    }
    return line + '\n';
}

}  // namespace homeward
