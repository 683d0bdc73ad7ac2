#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "support/date.h"
#include "support/result.h"
#include "support/text/keyed_enum.h"

namespace homeward {

/// A year of the SSDA903 collection: 1 April of `startYear` to 31 March of the next.
struct CollectionYear {
    int startYear = 0;
    Date firstDay() const;
    Date dayAfter() const;  ///< 1 April of the next year
    auto operator<=>(const CollectionYear&) const = default;
};

/// The collection year that `day` lies in.
CollectionYear collectionYearOf(Date day);

/// Codes of the statutory return with labels and validity, read from a table
/// (field, code, label, valid_from, valid_to; tab separated).
class StatutoryCodes {
public:
    struct Code {
        std::string field;  ///< e.g. "PLACE"
        std::string code;   ///< e.g. "U4"
        std::string label;
        std::optional<Date> validFrom;
        std::optional<Date> validTo;  ///< last day
    };

    /// Fails with: InvalidInput (facts line, field).
    static Result<StatutoryCodes> parse(std::string_view table);
    /// The table built into the program.
    static const StatutoryCodes& builtIn();

    /// Null: no such code.
    const Code* find(std::string_view field, std::string_view code) const;
    /// The label, or the code itself where it is unknown.
    std::string label(std::string_view field, std::string_view code) const;
    std::vector<Code> codesOf(std::string_view field) const;

private:
    std::vector<Code> m_codes;
    std::unordered_map<std::string, std::size_t> m_index;  ///< "FIELD/CODE"
};

/// Whether the code held on any day of the year.
bool isValidIn(const StatutoryCodes::Code& code, CollectionYear year);

/// Groups of PLACE codes that lists, filters and cohorts speak of.
enum class PlaceGroup {
    Fostering,         ///< U4..U6; until 2016 Q2, F2, F3, F5, F6
    FamilyAndFriends,  ///< U1..U3; until 2016 Q1, F1, F4
    ChildrensHome,     ///< K1, K2, R1, S1
    Supported,         ///< H5, K3, P2
    WithParents,       ///< P1
    ForAdoption,       ///< A3..A6
    Other
};
template <>
struct EnumKeys<PlaceGroup> {
    static constexpr std::pair<PlaceGroup, std::string_view> table[] = {
        {PlaceGroup::Fostering, "fostering"},
        {PlaceGroup::FamilyAndFriends, "family-and-friends"},
        {PlaceGroup::ChildrensHome, "childrens-home"},
        {PlaceGroup::Supported, "supported"},
        {PlaceGroup::WithParents, "with-parents"},
        {PlaceGroup::ForAdoption, "for-adoption"},
        {PlaceGroup::Other, "other"}};
};
PlaceGroup placeGroupOf(std::string_view placeCode);

}  // namespace homeward
