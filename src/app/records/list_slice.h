#pragma once

#include <memory>
#include <vector>

namespace homeward::app {

struct ListEnd;
/// Behind which row a list goes on; empty: from the first row.
using ListPlace = std::shared_ptr<const ListEnd>;

/// A stretch of an ordered list.
template <typename Row>
struct ListSlice {
    std::vector<Row> rows;
    ListPlace end;         ///< where the next stretch begins; empty: nothing comes behind
    bool nearest = false;  ///< nothing is spelled as typed; these are spelled nearly so
};

/// Rows that a page asks for at once.
inline constexpr int kSliceRows = 200;

}  // namespace homeward::app
