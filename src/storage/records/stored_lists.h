#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/field_text.h"
#include "storage/engine/soci_types.h"

namespace homeward::storage {

// Lists and small maps in one text column, as JSON, because names may hold any separator.

std::string listToColumn(const std::vector<std::string>& items);
/// Throws DamagedRecord.
std::vector<std::string> listFromColumn(const std::string& text);

std::string fieldsToColumn(const std::map<std::string, std::string>& fields);
/// Throws DamagedRecord.
std::map<std::string, std::string> fieldsFromColumn(const std::string& text);

/// A vector or set of texts or keys.
template <typename T>
concept StoredList = requires(T list)
{
    typename T::value_type;
    list.insert(list.end(), *list.begin());
}
&&!std::is_same_v<T, std::string>;

/// Fills `list` from its column; throws DamagedRecord where an item is none. `list` must live as
/// long.
template <StoredList List>
ListColumn listInto(List& list)
{
    const auto read = [&list](const std::string& text) {
        List items;
        for (const std::string& part : listFromColumn(text)) {
            typename List::value_type item{};
            if (!readText(part, item, true).empty())
                throw DamagedRecord("item of a list");
            items.insert(items.end(), std::move(item));
        }
        list = std::move(items);
    };
    return {read, {}};
}

/// Writes `list`, which must live as long.
template <StoredList List>
ListColumn listFrom(const List& list)
{
    const auto written = [&list] {
        std::vector<std::string> items;
        items.reserve(list.size());
        for (const auto& item : list)
            items.emplace_back(textOf(item));
        return listToColumn(items);
    };
    return {{}, written};
}

}  // namespace homeward::storage
