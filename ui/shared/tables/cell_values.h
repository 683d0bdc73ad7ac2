#pragma once

#include <QLocale>
#include <QStringList>
#include <QVariant>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>

#include "support/date.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

/// What a cell shows of a value where its column says nothing else: dates and numbers by locale, an
/// en dash for an unknown one.
inline QString shownValue(const QString& value)
{
    return value;
}
inline QString shownValue(const std::string& value)
{
    return text(value);
}
inline QString shownValue(Date value)
{
    return dateText(value);
}
inline QString shownValue(Timestamp value)
{
    return momentText(value);
}
inline QString shownValue(double value)
{
    return QLocale().toString(value, 'f', QLocale::FloatingPointShortest);
}
template <std::integral Number>
QString shownValue(Number value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}
template <typename Value>
QString shownValue(const std::optional<Value>& value)
{
    return value ? shownValue(*value) : QStringLiteral("–");
}

/// The widest words that cells with such values show; none where that depends on the row.
template <typename Value>
QStringList widestOf()
{
    const Date september = Date::fromYmd(2026, 9, 30).value_or(Date());
    if constexpr (std::is_same_v<Value, Date> || std::is_same_v<Value, std::optional<Date>>)
        return {dateText(september)};
    else if constexpr (std::is_same_v<Value, Timestamp>)
        return {dateText(september) + QStringLiteral(", 00:00")};
    else
        return {};
}

/// A value as a role of a model holds it and as sorting compares it; invalid: unknown.
template <typename Value>
QVariant plainValue(const Value& value)
{
    if constexpr (std::is_same_v<Value, std::string>)
        return text(value);
    else if constexpr (std::is_same_v<Value, Date>)
        return value.daysSinceEpoch();
    else if constexpr (std::is_same_v<Value, Timestamp>)
        return static_cast<qlonglong>(value.msSinceEpoch);
    else if constexpr (requires { text(value.value); })  // the id of a record
        return text(value.value);
    else if constexpr (std::is_enum_v<Value>)
        return static_cast<int>(value);
    else if constexpr (std::is_integral_v<Value> && sizeof(Value) == 8)
        return static_cast<qlonglong>(value);
    else
        return QVariant(value);
}
template <typename Value>
QVariant plainValue(const std::optional<Value>& value)
{
    return value ? plainValue(*value) : QVariant();
}

}  // namespace homeward::ui
