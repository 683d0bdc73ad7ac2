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

}  // namespace

SqlText joinsFor(const std::vector<ListJoin>& joins, const SqlText& rest, const std::string& day)
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

SqlText orderColumns(const ListOrder& order, const std::string& day)
{
    SqlText text;
    text.addEach(order.value.empty() ? "''" : order.value, day).add(" as sort_value, ");
    text.addEach(order.isUnknown.empty() ? "0" : order.isUnknown, day);
    return text.add(" as sort_unknown");
}

std::string orderText(const ListOrder& order, std::string_view of)
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

}  // namespace homeward::storage
