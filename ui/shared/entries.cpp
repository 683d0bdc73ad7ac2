#include "ui/shared/entries.h"

#include <algorithm>

namespace homeward::ui {
namespace {

template <typename Values>
auto find(Values& values, std::string_view key)
{
    return std::find_if(values.begin(), values.end(),
                        [&](const auto& value) { return value.first == key; });
}

}  // namespace

Entries Entries::fromJson(const QJsonObject& json)
{
    Entries entries;
    for (auto value = json.begin(); value != json.end(); ++value)
        entries[utf8(value.key())] = value.value().toString();
    return entries;
}

QJsonObject Entries::toJson() const
{
    QJsonObject json;
    for (const auto& [key, value] : m_values)
        json.insert(text(key), value);
    return json;
}

QString& Entries::operator[](std::string_view key)
{
    const auto found = find(m_values, key);
    return found == m_values.end() ? m_values.emplace_back(key, QString()).second : found->second;
}

QString Entries::operator[](std::string_view key) const
{
    const auto found = find(m_values, key);
    return found == m_values.end() ? QString() : found->second;
}

void Entries::remove(std::string_view key)
{
    std::erase_if(m_values, [&](const auto& value) { return value.first == key; });
}

FieldTexts Entries::texts() const
{
    FieldTexts texts;
    for (const auto& [key, value] : m_values)
        texts.emplace(key, utf8(value));
    return texts;
}

QStringList Entries::differencesFrom(const Entries& other) const
{
    QStringList keys;
    for (const auto& [key, value] : m_values)
        if (value != other[key])
            keys << text(key);
    for (const auto& [key, value] : other.m_values)
        if (!value.isEmpty() && find(m_values, key) == m_values.end())
            keys << text(key);
    return keys;
}

Entries merged(const Entries& mine, const Entries& seen, const Entries& newer)
{
    Entries result = newer;
    for (const QString& key : mine.differencesFrom(seen))
        result[utf8(key)] = mine[utf8(key)];
    return result;
}

}  // namespace homeward::ui
