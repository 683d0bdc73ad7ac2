#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ssda903/return_reader.h"

namespace homeward::exchange::ssda903 {

enum class Column {
    Child,
    Sex,
    Dob,
    Ethnic,
    Upn,
    Decom,
    Rne,
    Ls,
    Cin,
    Place,
    PlaceProvider,
    Dec,
    Rec,
    ReasonPlaceChange,
    HomePost,
    PlPost,
    Urn
};
inline constexpr std::size_t kColumnCount = static_cast<std::size_t>(Column::Urn) + 1;

/// As the statutory return writes it, e.g. "REASON_PLACE_CHANGE"; also the field name of its codes.
std::string columnName(Column column);

/// Where each known column stands in one file.
class ColumnMap {
public:
    void place(Column column, std::size_t position) { m_positions[index(column)] = position; }
    /// Empty: the file has no such column.
    std::optional<std::size_t> positionOf(Column column) const
    {
        return m_positions[index(column)];
    }
    bool has(Column column) const { return positionOf(column).has_value(); }

private:
    static std::size_t index(Column column) { return static_cast<std::size_t>(column); }
    std::array<std::optional<std::size_t>, kColumnCount> m_positions;
};

/// What the headings of a file tell.
struct Recognition {
    std::optional<FileKind> kind;  ///< Empty: neither header nor episodes, see the members below.
    ColumnMap columns;
    std::size_t fieldCount = 0;
    std::string otherTable;            ///< e.g. "oc2": a table of the return that is not read
    std::vector<std::string> missing;  ///< of the kind it comes nearest to
    std::string repeated;              ///< a known column that stands twice
};
Recognition recognise(const std::vector<std::string>& firstLine);

/// Whether a row of a file says again what its headings say.
bool repeatsHeadings(const std::vector<std::string>& row, const Recognition& recognition);

}  // namespace homeward::exchange::ssda903
