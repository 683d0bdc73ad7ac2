#pragma once

#include <optional>
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

/// The records of a list as one day sees them: their table under a name of one letter, and what can
/// be joined to it, each of which may ask the ones before it. A statement joins what it asks for.
struct ListTable {
    std::string_view table;
    std::string_view alias;
    const std::vector<ListJoin>& joins;
    std::string day;

    /// Id, name key and sort columns of those that pass `where` (" where ...", or empty).
    SqlText chosen(const ListOrder& order, const SqlText& where) const;
    /// Of the chosen at most `limit`, in order, behind `after`; empty: from the first.
    SqlText page(const ListOrder& order, const SqlText& where, const std::optional<ListKey>& after,
                 int limit) const;
    /// Of the `chosen` all columns, and those of KeyColumns behind them, in order.
    SqlText lines(SqlText columns, const SqlText& chosen, const ListOrder& order) const;
    /// How many pass.
    SqlText count(const SqlText& where) const;
    /// " from child c ..." with the joins that `rest` asks for.
    SqlText from(const SqlText& rest) const;

private:
    SqlText joined(const SqlText& rest) const;
};

/// What ListTable::lines reads behind the columns of a line.
class KeyColumns {
public:
    void readBy(Query& query) { query.into(m_key.name).into(m_value).into(m_key.isUnknown); }
    /// Of the row just read.
    ListKey key(const std::string& id, const ListOrder& order);

private:
    ListKey m_key;
    std::optional<std::string> m_value;
};

}  // namespace homeward::storage
