#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "domain/field_text.h"
#include "support/error.h"
#include "support/result.h"

namespace homeward {

// What may stand behind the member of a field.

struct Required {};     ///< A text that may not be blank.
struct Prose {};        ///< Text of several lines, kept as it was typed; other text is trimmed.
struct Bookkeeping {};  ///< Stored, but no part of what a history tells: the trail's row says it.
struct NotTyped {};     ///< Comes with a return or from a merge; no form has it.
struct Coded {
    std::string_view table;  ///< A code of the statutory return, e.g. "CIN".
};

struct FieldTraits {
    bool required = false;
    bool prose = false;
    bool bookkeeping = false;
    bool notTyped = false;
    std::string_view codes;  ///< Empty: no code.

    constexpr void take(Required) { required = true; }
    constexpr void take(Prose) { prose = true; }
    constexpr void take(Bookkeeping) { bookkeeping = true; }
    constexpr void take(NotTyped) { notTyped = true; }
    constexpr void take(Coded coded) { codes = coded.table; }
    template <typename Record, typename Value>
    constexpr void take(Value Record::*)
    {
    }
};

/// The one name of a field: in the database ("case_number") and everywhere else ("caseNumber":
/// audit trail, drafts, errors, catalogue of words).
class FieldName {
public:
    constexpr explicit FieldName(std::string_view column) : m_column(column)
    {
        bool upper = false;
        for (const char c : column) {
            if (c != '_')
                m_key.at(m_length++) = upper ? static_cast<char>(c - 'a' + 'A') : c;
            upper = c == '_';
        }
    }
    constexpr std::string_view column() const { return m_column; }
    constexpr std::string_view key() const { return {m_key.data(), m_length}; }

private:
    std::string_view m_column;
    std::array<char, 32> m_key{};
    std::size_t m_length = 0;
};

/// One field: its name and the way from the record to its value, through parts of the record where
/// it has parts.
template <typename Path>
struct Field {
    FieldName name;
    Path path;
    FieldTraits traits;

    constexpr std::string_view column() const { return name.column(); }
    constexpr std::string_view key() const { return name.key(); }

    /// The value in a record, const or not.
    template <typename Record>
    constexpr auto& in(Record& record) const
    {
        return std::apply(
            [&](auto... step) -> auto& { return (record.*....*step); }, path);
    }
};

template <typename Record, typename Value>
constexpr auto stepOf(Value Record::*member)
{
    return std::tuple{member};
}
template <typename Trait>
constexpr std::tuple<> stepOf(Trait)
{
    return {};
}

/// `field("my_hopes", &Child::aboutMe, &AboutMe::myHopes, Prose{})`: the column, then the members
/// on the way to the value, then what else there is to say.
template <typename... Parts>
constexpr auto field(std::string_view column, Parts... parts)
{
    FieldTraits traits;
    (traits.take(parts), ...);
    const auto path = std::tuple_cat(stepOf(parts)...);
    return Field<std::remove_const_t<decltype(path)>>{FieldName(column), path, traits};
}

/// A record's fields, said once, by specialising with `table`, the name of its table, and `list`, a
/// tuple of field(...). From this follow reading and writing rows (storage/records/record_rows.h),
/// the audit trail, drafts and differences. Id and row version belong to every record and are not
/// listed; neither is what is only filled when read.
template <typename Record>
struct Fields;

/// Calls `visit(field)` for each field of `Record`, in the order of the list.
template <typename Record, typename Visitor>
constexpr void forEachField(Visitor&& visit)
{
    std::apply([&](const auto&... fields) { (visit(fields), ...); }, Fields<Record>::list);
}

/// Field key -> value as text; an empty value gives an empty text.
using FieldTexts = std::map<std::string, std::string>;

/// What a person reads and changes in a record.
template <typename Record>
FieldTexts fieldTexts(const Record& record)
{
    FieldTexts texts;
    forEachField<Record>([&](const auto& field) {
        if (!field.traits.bookkeeping)
            texts.emplace(field.key(), textOf(field.in(record)));
    });
    return texts;
}

/// `base` with `texts` filled in where they say something else; fields that `texts` does not have
/// stay. Fails with: InvalidInput (every field that is wrong; not-a-date, not-a-location,
/// not-a-number, unknown-code or, where nothing is written and the value cannot be empty,
/// required).
template <typename Record>
Result<Record> withTexts(const Record& base, const FieldTexts& texts)
{
    Record record = base;
    Problems problems;
    forEachField<Record>([&](const auto& field) {
        const auto found = texts.find(std::string(field.key()));
        if (found == texts.end())
            return;
        std::string_view rule;
        // A text that says the same keeps the value: text may hold less than it, e.g. of a place.
        if (found->second != textOf(field.in(base)))
            rule = readText(found->second, field.in(record), field.traits.prose);
        if (field.traits.required && isBlank(found->second))
            rule = "required";
        if (!rule.empty())
            problems.add(invalidInput(std::string(field.key()), std::string(rule)));
    });
    if (problems.error())
        return *problems.error();
    return record;
}

/// Keys of the fields whose values differ, in the order of the list.
template <typename Record>
std::vector<std::string_view> changedFields(const Record& a, const Record& b)
{
    std::vector<std::string_view> keys;
    forEachField<Record>([&](const auto& field) {
        if (!(field.in(a) == field.in(b)))
            keys.push_back(field.key());
    });
    return keys;
}

/// Every required field that is blank: InvalidInput (required).
template <typename Record>
Problems checkRequired(const Record& record)
{
    Problems problems;
    forEachField<Record>([&](const auto& field) {
        if (field.traits.required && isBlank(textOf(field.in(record))))
            problems.add(invalidInput(std::string(field.key()), "required"));
    });
    return problems;
}

}  // namespace homeward
