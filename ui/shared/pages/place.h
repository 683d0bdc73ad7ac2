#pragma once

#include <QString>

namespace homeward::ui {

/// Somewhere in the program that can be gone to, gone back to and remembered.
struct Place {
    QString page;    ///< id of a PageInfo, e.g. "children", "child", "home", "shortlist"
    QString record;  ///< id of the record shown; empty for lists
    QString part;    ///< tab or section within the page, e.g. "needs"; empty: where it was
    bool operator==(const Place&) const = default;
};

}  // namespace homeward::ui
