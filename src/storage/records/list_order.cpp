#include "storage/records/list_order.h"

#include <cstdlib>

namespace homeward::storage {
namespace {

SqlText::Value valueOf(const ListKey& key)
{
    if (key.isNumber)
        return std::strtoll(key.value.c_str(), nullptr, 10);
    return key.value;
}

SqlText behindName(const ListKey& key, bool descending = false)
{
    SqlText text(descending ? "(name_key, id) < (" : "(name_key, id) > (");
    return text.bind(key.name).add(", ").bind(key.id).add(")");
}

/// The value and whether it is unknown, as columns sort_value and sort_unknown.
SqlText orderColumns(const ListOrder& order, const std::string& day)
{
    SqlText text;
    text.addEach(order.value.empty() ? "''" : order.value, day).add(" as sort_value, ");
    text.addEach(order.isUnknown.empty() ? "0" : order.isUnknown, day);
    return text.add(" as sort_unknown");
}

/// For rows with these columns; `of`: the table they are of, with its dot.
std::string orderText(const ListOrder& order, std::string_view of = {})
{
    const std::string table(of);
    const std::string byName = table + "name_key, " + table + "id";
    // Index and order are one, in either direction.
    if (order.isName)
        return " order by " + table + (order.descending ? "name_key desc, " : "name_key, ") +
               table + (order.descending ? "id desc" : "id");
    return " order by " + (order.isUnknown.empty() ? "" : table + "sort_unknown, ") + table +
           "sort_value" + (order.descending ? " desc, " : ", ") + byName;
}

/// The rows behind `key`, as a condition on the same columns.
SqlText behind(const ListOrder& order, const ListKey& key)
{
    if (order.isName)
        return behindName(key, order.descending);
    SqlText text("(");
    if (key.isUnknown)
        return text.add("sort_unknown = 1 and ").add(behindName(key)).add(")");
    if (!order.isUnknown.empty())
        text.add("sort_unknown = 1 or ");
    text.add("sort_value ").add(order.descending ? "< " : "> ").bind(valueOf(key));
    text.add(" or (sort_value = ").bind(valueOf(key));
    return text.add(" and ").add(behindName(key)).add("))");
}

}  // namespace

SqlText ListTable::joined(const SqlText& rest) const
{
    // From the last on, because a join that is asked for asks others in its turn.
    SqlText asking = rest;
    std::vector<std::string_view> wanted;
    for (auto join = joins.rbegin(); join != joins.rend(); ++join)
        if (asking.names(join->alias)) {
            wanted.push_back(join->sql);
            asking.addEach(join->sql, day);
        }
    SqlText text;
    for (auto sql = wanted.rbegin(); sql != wanted.rend(); ++sql)
        text.addEach(*sql, day);
    return text;
}

SqlText ListTable::from(const SqlText& rest) const
{
    SqlText text(" from ");
    return text.add(table).add(" ").add(alias).add(joined(rest));
}

SqlText ListTable::chosen(const ListOrder& order, const SqlText& where) const
{
    const std::string of = std::string(alias) + '.';
    SqlText columns(of + "id as id, " + of + "name_key");
    // Where a word leads to few, they are sorted: no going through all by the index of names.
    columns.add(where.isEntered() ? " || ''" : "").add(" as name_key, ");
    columns.add(orderColumns(order, day));
    SqlText asking = columns;
    SqlText text("select ");
    return text.add(columns).add(from(asking.add(where))).add(where);
}

SqlText ListTable::page(const ListOrder& order, const SqlText& where,
                        const std::optional<ListKey>& after, int limit) const
{
    SqlText text("select id, name_key, sort_value, sort_unknown from (");
    text.add(chosen(order, where)).add(") as line");
    if (after)
        text.add(" where ").add(behind(order, *after));
    return text.add(orderText(order)).add(" limit ").bind(static_cast<long long>(limit));
}

SqlText ListTable::lines(SqlText columns, const SqlText& chosen, const ListOrder& order) const
{
    columns.add(", line.name_key, line.sort_value, line.sort_unknown");
    const std::string of(alias);
    SqlText text("select ");
    text.add(columns).add(" from (").add(chosen).add(") as line join ").add(table).add(" " + of);
    text.add(" on " + of + ".id = line.id").add(joined(columns));
    return text.add(orderText(order, "line."));
}

SqlText ListTable::count(const SqlText& where) const
{
    SqlText text("select count(*)");
    return text.add(from(where)).add(where);
}

ListKey KeyColumns::key(const std::string& id, const ListOrder& order)
{
    m_key.value = m_value.value_or("");
    m_key.isNumber = order.isNumber;
    m_key.id = id;
    return m_key;
}

}  // namespace homeward::storage
