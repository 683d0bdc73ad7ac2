#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "storage/engine/query.h"

namespace homeward::storage {

/// A statement put together from parts, where which parts depends on what was asked, with the
/// values it binds. Values are never part of the text.
class SqlText {
public:
    using Value = std::variant<std::string, long long>;

    SqlText() = default;
    explicit SqlText(std::string_view sql) { add(sql); }

    SqlText& add(std::string_view sql)
    {
        m_text.append(sql);
        return *this;
    }
    SqlText& add(const SqlText& part)
    {
        m_text += part.m_text;
        m_values.insert(m_values.end(), part.m_values.begin(), part.m_values.end());
        return *this;
    }
    /// A value at this place.
    SqlText& bind(Value value)
    {
        m_text += kPlace;
        m_values.push_back(std::move(value));
        return *this;
    }
    /// A part with one value at each of its places, written \x01.
    SqlText& addEach(std::string_view part, const Value& value)
    {
        for (const char c : part) {
            if (c == kPlace)
                bind(value);
            else
                m_text += c;
        }
        return *this;
    }

    /// Marks a condition that finds its few rows by an index of its own.
    void enter() { m_entered = true; }
    bool isEntered() const { return m_entered; }
    /// Whether a table joined under this name is asked for anything: "p." stands in it.
    bool names(std::string_view alias) const
    {
        const std::string dotted = std::string(alias) + '.';
        for (std::size_t at = m_text.find(dotted); at != std::string::npos;
             at = m_text.find(dotted, at + 1))
            if (at == 0 || (!std::isalnum(static_cast<unsigned char>(m_text[at - 1])) &&
                            m_text[at - 1] != '_'))
                return true;
        return false;
    }

    /// With a name of its own for each value, in order.
    std::string text() const
    {
        std::string named;
        int number = 0;
        for (const char c : m_text) {
            if (c == kPlace)
                named.append(":v").append(std::to_string(++number));
            else
                named += c;
        }
        return named;
    }
    /// Binds the values to a Query of text(); this must live as long.
    void bindTo(Query& query) const
    {
        for (const Value& value : m_values)
            std::visit([&](const auto& bound) { query.with(bound); }, value);
    }

private:
    static constexpr char kPlace = '\x01';

    std::string m_text;
    std::vector<Value> m_values;
    bool m_entered = false;
};

/// " where <column> is one of `ids`": at most 900, as the engines bind a thousand values.
template <typename Id>
SqlText whereOneOf(std::string_view column, const std::vector<Id>& ids)
{
    if (ids.empty())
        return SqlText(" where 1 = 0");
    SqlText text(" where ");
    text.add(column).add(" in (");
    for (std::size_t i = 0; i < ids.size(); ++i)
        text.add(i == 0 ? "" : ", ").bind(ids[i].value);
    return text.add(")");
}

/// The one number that a statement gives.
inline int numberOf(soci::session& sql, const SqlText& text)
{
    int number = 0;
    Query query(sql, text.text());
    query.into(number);
    text.bindTo(query);
    query.first();
    return number;
}

}  // namespace homeward::storage
