#include "ui/shared/fields/entries.h"

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

Entries Entries::from(const FieldTexts& texts, const Entries& shape)
{
    Entries entries;
    for (const std::string& key : shape.keys()) {
        const auto found = texts.find(key);
        entries[key] = found == texts.end() ? QString() : text(found->second);
    }
    return entries;
}

std::vector<std::string> Entries::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : m_values)
        keys.push_back(key);
    return keys;
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

}  // namespace homeward::ui
