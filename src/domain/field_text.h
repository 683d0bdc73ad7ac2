#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/location.h"
#include "domain/needs/needs_level.h"
#include "support/date.h"
#include "support/id.h"
#include "support/text/keyed_enum.h"

// Values of fields as text and back: what the audit trail tells and what a form holds. Days and
// moments are ISO text, answers "yes" or "no", enums their keys, lists are parted by commas;
// nothing is the empty text.

namespace homeward {

template <typename T>
concept Keyed = requires
{
    EnumKeys<T>::table;
};

const std::string& textOf(const std::string& text);
std::string textOf(bool answer);
std::string textOf(int number);
std::string textOf(double number);
std::string textOf(Level level);
std::string textOf(Date date);
std::string textOf(Timestamp at);
std::string textOf(const Location& location);

// Each reads `text` into `value` and gives the key of the rule that it breaks, empty for none; then
// the value is as it was. `asTyped`: text is kept with the blanks around it.
std::string_view readText(const std::string& text, std::string& value, bool asTyped);
std::string_view readText(const std::string& text, bool& value, bool asTyped);
std::string_view readText(const std::string& text, int& value, bool asTyped);
std::string_view readText(const std::string& text, double& value, bool asTyped);
std::string_view readText(const std::string& text, Level& value, bool asTyped);
/// ISO or day/month/year.
std::string_view readText(const std::string& text, Date& value, bool asTyped);
std::string_view readText(const std::string& text, Timestamp& value, bool asTyped);
std::string_view readText(const std::string& text, Location& value, bool asTyped);

/// The parts between commas, without blanks around them; empty ones are left out.
std::vector<std::string> textParts(const std::string& text);
bool isBlank(std::string_view text);

template <typename Tag>
const std::string& textOf(const Id<Tag>& id)
{
    return id.value;
}

template <Keyed E>
std::string textOf(E value)
{
    return std::string(toKey(value));
}

template <typename T>
std::string textOf(const std::optional<T>& value)
{
    return value ? std::string(textOf(*value)) : std::string();
}

template <typename Items>
std::string joinedText(const Items& items)
{
    std::string text;
    for (const auto& item : items)
        text.append(text.empty() ? "" : ", ").append(textOf(item));
    return text;
}

template <typename T>
std::string textOf(const std::vector<T>& items)
{
    return joinedText(items);
}

template <typename T>
std::string textOf(const std::set<T>& items)
{
    return joinedText(items);
}

template <typename Tag>
std::string_view readText(const std::string& text, Id<Tag>& value, bool)
{
    value.value = text;
    return {};
}

template <Keyed E>
std::string_view readText(const std::string& text, E& value, bool)
{
    const std::optional<E> read = fromKey<E>(text);
    if (!read)
        return text.empty() ? "required" : "unknown-code";
    value = *read;
    return {};
}

template <typename T>
std::string_view readText(const std::string& text, std::optional<T>& value, bool asTyped)
{
    if (isBlank(text)) {
        value.reset();
        return {};
    }
    T read{};
    const std::string_view rule = readText(text, read, asTyped);
    if (rule.empty())
        value = std::move(read);
    return rule;
}

template <typename Items>
std::string_view readParts(const std::string& text, Items& items)
{
    Items read;
    for (const std::string& part : textParts(text)) {
        typename Items::value_type item{};
        if (const std::string_view rule = readText(part, item, false); !rule.empty())
            return rule;
        read.insert(read.end(), std::move(item));
    }
    items = std::move(read);
    return {};
}

template <typename T>
std::string_view readText(const std::string& text, std::vector<T>& items, bool)
{
    return readParts(text, items);
}

template <typename T>
std::string_view readText(const std::string& text, std::set<T>& items, bool)
{
    return readParts(text, items);
}

}  // namespace homeward
