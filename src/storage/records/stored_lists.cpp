#include "storage/records/stored_lists.h"

#include <nlohmann/json.hpp>

#include "storage/engine/soci_types.h"

namespace homeward::storage {
namespace {

using Json = nlohmann::json;

/// Bytes that are not UTF-8 become U+FFFD: a stored text must always read back.
std::string asText(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
T parsed(const std::string& text)
{
    try {
        return Json::parse(text).get<T>();
    } catch (const Json::exception&) {
        throw DamagedRecord("list");
    }
}

void appendNumber(std::string& text, double value)
{
    char digits[32];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value);
    text += ' ';
    text.append(digits, end.ptr);
}

double readNumber(const char*& at, const char* end)
{
    double value = 0;
    if (at == end || *at != ' ')
        throw DamagedRecord("location");
    const std::from_chars_result read = std::from_chars(at + 1, end, value);
    if (read.ec != std::errc{})
        throw DamagedRecord("location");
    at = read.ptr;
    return value;
}

}  // namespace

std::string listToColumn(const std::vector<std::string>& items)
{
    return asText(Json(items));
}

std::vector<std::string> listFromColumn(const std::string& text)
{
    return parsed<std::vector<std::string>>(text);
}

std::string fieldsToColumn(const std::map<std::string, std::string>& fields)
{
    return asText(Json(fields));
}

std::map<std::string, std::string> fieldsFromColumn(const std::string& text)
{
    return parsed<std::map<std::string, std::string>>(text);
}

std::string locationToColumn(const Location& location)
{
    std::string text;
    if (const auto* grid = std::get_if<GridReference>(&location)) {
        text = "G";
        appendNumber(text, grid->eastingM);
        appendNumber(text, grid->northingM);
    } else {
        const LatLon& point = std::get<LatLon>(location);
        text = "L";
        appendNumber(text, point.latitude);
        appendNumber(text, point.longitude);
    }
    return text;
}

Location locationFromColumn(const std::string& text)
{
    if (text.empty())
        throw DamagedRecord("location");
    const char* at = text.data() + 1;
    const char* end = text.data() + text.size();
    const double first = readNumber(at, end);
    const double second = readNumber(at, end);
    if (at != end)
        throw DamagedRecord("location");
    if (text[0] == 'G')
        return GridReference{first, second};
    if (text[0] == 'L')
        return LatLon{first, second};
    throw DamagedRecord("location");
}

}  // namespace homeward::storage
