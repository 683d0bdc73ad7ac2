#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/records/list_slice.h"
#include "app/records/near_terms.h"
#include "storage/records/list_order.h"

namespace homeward::app {

/// The key of the last row that was given, and whether its words were spelled nearly so only.
struct ListEnd {
    storage::ListKey key;
    bool nearest = false;
};

/// A slice of `list` behind `after`, its lines made rows by `rowOf`. Words that nothing is spelled
/// as are forgiven a slip.
template <typename Row, typename List, typename RowOf>
ListSlice<Row> sliceOf(Records& records, List& list, typename List::Asked asked,
                       const ListPlace& after, int limit, RowOf rowOf)
{
    ListSlice<Row> slice;
    slice.nearest = after && after->nearest;
    if (slice.nearest)
        forgiveSlips(records, asked.terms);
    auto lines = list.page(asked, after ? std::optional(after->key) : std::nullopt, limit);
    if (lines.empty() && !after && forgiveSlips(records, asked.terms)) {
        lines = list.page(asked, std::nullopt, limit);
        slice.nearest = !lines.empty();
    }
    if (static_cast<int>(lines.size()) == limit)
        slice.end = std::make_shared<const ListEnd>(ListEnd{lines.back().key, slice.nearest});
    for (const auto& line : lines)
        slice.rows.push_back(rowOf(line));
    return slice;
}

/// All rows of a list, stretch by stretch; `read(place)` gives one. Stopped between two: Cancelled.
template <typename Row, typename Read>
Result<std::vector<Row>> allOf(const RunControl& control, Read read)
{
    std::vector<Row> all;
    ListPlace place;
    do {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, "list", {}};
        Result<ListSlice<Row>> slice = read(place);
        if (!slice)
            return slice.error();
        all.insert(all.end(), std::make_move_iterator(slice->rows.begin()),
                   std::make_move_iterator(slice->rows.end()));
        place = slice->end;
    } while (place);
    return all;
}

/// Rows of a stretch of a whole list.
inline constexpr int kStretchRows = 2000;

}  // namespace homeward::app
