#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/engine/sql_text.h"

namespace homeward::storage {

/// Where a row stands in an ordered list; a list goes on behind the key of its last row. What is
/// equal stands by name, then by id.
struct ListKey {
    bool isUnknown = false;
    std::string value;  ///< text, or digits of a number
    bool isNumber = false;
    std::string name;
    std::string id;
    bool operator==(const ListKey&) const = default;
};

/// An order of a list: an expression over its joined tables, and whether it may be unknown.
struct ListOrder {
    std::string value;      ///< SQL, with the day of the list where it has \x01
    std::string isUnknown;  ///< SQL giving 0 or 1; empty: never unknown
    bool isNumber = false;
    bool descending = false;
    /// The value is the name itself: index and order are one; descending, ids run backwards too.
    bool isName = false;
};

/// A table joined to those of a list under a name of one letter.
struct ListJoin {
    std::string_view alias;
    std::string_view sql;  ///< with the day of the list where it has \x01
};
/// Of `joins`, each of which may ask the ones before it, those that `rest` asks for something.
SqlText joinsFor(const std::vector<ListJoin>& joins, const SqlText& rest, const std::string& day);

/// The value and whether it is unknown, as columns sort_value and sort_unknown.
SqlText orderColumns(const ListOrder& order, const std::string& day);
/// " order by ..." for rows with columns sort_value, sort_unknown, name_key and id; `of`: the table
/// they are of, with its dot.
std::string orderText(const ListOrder& order, std::string_view of = {});
/// The rows behind `key`, as a condition on the same columns.
SqlText behind(const ListOrder& order, const ListKey& key);

}  // namespace homeward::storage
