#pragma once

#include <QString>
#include <QStringList>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/fields.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

/// What stands in the fields of a form, as typed, right or wrong, by key of the field
/// (domain/fields.h): kept as a draft, compared with a colleague's version, made into a record when
/// it is saved. A field that is not there is empty.
class Entries {
public:
    /// A record's fields that a person types, in the order of their list.
    template <typename Record>
    static Entries of(const Record& record)
    {
        Entries entries;
        forEachField<Record>([&](const auto& field) {
            if (!field.traits.bookkeeping && !field.traits.notTyped)
                entries[field.key()] = text(textOf(field.in(record)));
        });
        return entries;
    }
    /// Texts by key, in the order of `shape`'s fields; a text that is not there is empty.
    static Entries from(const FieldTexts& texts, const Entries& shape);

    /// `base` with these entries; fields that no entry names stay. Fails with: InvalidInput, as
    /// withTexts.
    template <typename Record>
    Result<Record> applyTo(const Record& base) const
    {
        return withTexts(base, texts());
    }

    QString& operator[](std::string_view key);
    QString operator[](std::string_view key) const;
    void remove(std::string_view key);
    FieldTexts texts() const;
    /// Of its fields, in their order.
    std::vector<std::string> keys() const;
    /// Keys of the fields that differ, in the order of these entries.
    QStringList differencesFrom(const Entries& other) const;
    bool operator==(const Entries& other) const { return differencesFrom(other).isEmpty(); }

private:
    std::vector<std::pair<std::string, QString>> m_values;
};

/// Keys of the texts of a record that a person types (`prose`: those of several lines) and that
/// `placed` does not name, in the order of their list: forms place what they know and take the rest
/// from here, so that a new text field needs no form.
template <typename Record>
std::vector<std::string> textKeys(bool prose, const std::set<std::string>& placed = {})
{
    std::vector<std::string> keys;
    forEachField<Record>([&](const auto& field) {
        using Value = std::remove_cvref_t<decltype(field.in(std::declval<Record&>()))>;
        const FieldTraits& traits = field.traits;
        const bool typed = std::is_same_v<Value, std::string> && !traits.bookkeeping &&
                           !traits.notTyped && traits.codes.empty();
        const std::string key(field.key());
        if (typed && traits.prose == prose && !placed.contains(key))
            keys.push_back(key);
    });
    return keys;
}

}  // namespace homeward::ui
