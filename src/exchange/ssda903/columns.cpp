#include "exchange/ssda903/columns.h"

#include <algorithm>
#include <utility>

#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

constexpr std::string_view kNames[kColumnCount] = {
    "CHILD",     "SEX",     "DOB",   "ETHNIC",         "UPN", "DECOM", "RNE",
    "LS",        "CIN",     "PLACE", "PLACE_PROVIDER", "DEC", "REC",   "REASON_PLACE_CHANGE",
    "HOME_POST", "PL_POST", "URN"};

constexpr Column kHeaderColumns[] = {Column::Child, Column::Sex, Column::Dob};
constexpr Column kEpisodeColumns[] = {Column::Child, Column::Decom, Column::Rne, Column::Ls,
                                      Column::Place};

/// Columns that only the other tables of the return have; uasc also has all that a header must
/// have.
constexpr std::pair<std::string_view, std::string_view> kOtherTables[] = {
    {"DUC", "uasc"},
    {"SDQ_SCORE", "oc2"},
    {"IN_TOUCH", "oc3"},
    {"MIS_START", "missing"},
    {"MISSING", "missing"},
    {"REVIEW", "reviews"},
    {"PREV_PERM", "previous_permanence"},
    {"DATE_INT", "ad1"},
    {"DATE_PLACED", "placed_for_adoption"},
    {"SW_ID", "sw_episodes"},
    {"SW_DECOM", "sw_episodes"},
    {"DOLO_START", "dolo"},
    {"PARENTAL_CONSENT", "placed_for_adoption"}};

std::string normalised(std::string_view name)
{
    std::string upper = asSeen(name);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return upper;
}

template <std::size_t count>
std::vector<std::string> missingOf(const Column (&wanted)[count], const ColumnMap& columns)
{
    std::vector<std::string> missing;
    for (const Column column : wanted)
        if (!columns.has(column))
            missing.push_back(columnName(column));
    return missing;
}

void decideKind(Recognition& recognition)
{
    const auto forHeader = missingOf(kHeaderColumns, recognition.columns);
    const auto forEpisodes = missingOf(kEpisodeColumns, recognition.columns);
    if (forEpisodes.empty())
        recognition.kind = FileKind::Episodes;
    else if (forHeader.empty())
        recognition.kind = FileKind::Header;
    else
        recognition.missing = recognition.columns.has(Column::Decom) ? forEpisodes : forHeader;
    // Every table of the return has the child and the birth date; a new one has more that is not
    // known here.
    if (!recognition.kind && recognition.columns.has(Column::Child) &&
        recognition.columns.has(Column::Dob) && !recognition.columns.has(Column::Sex) &&
        !recognition.columns.has(Column::Decom) && recognition.fieldCount > 2)
        recognition.otherTable = "?";
}

}  // namespace

std::string columnName(Column column)
{
    return std::string(kNames[static_cast<std::size_t>(column)]);
}

Recognition recognise(const std::vector<std::string>& firstLine)
{
    Recognition recognition;
    recognition.fieldCount = firstLine.size();
    for (std::size_t position = 0; position < firstLine.size(); ++position) {
        const std::string name = normalised(firstLine[position]);
        for (const auto& [marker, table] : kOtherTables)
            if (name == marker)
                recognition.otherTable = table;
        const auto known = std::find(std::begin(kNames), std::end(kNames), name);
        if (known == std::end(kNames))
            continue;
        const auto column = static_cast<Column>(known - std::begin(kNames));
        if (recognition.columns.has(column))
            recognition.repeated = name;
        recognition.columns.place(column, position);
    }
    if (recognition.otherTable.empty() && recognition.repeated.empty())
        decideKind(recognition);
    return recognition;
}

bool repeatsHeadings(const std::vector<std::string>& row, const Recognition& recognition)
{
    const Recognition again = recognise(row);
    return again.kind.has_value() && again.kind == recognition.kind;
}

}  // namespace homeward::exchange::ssda903
