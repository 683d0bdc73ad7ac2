#include "exchange/ssda903/reasons.h"
#include "exchange/ssda903/rows.h"

namespace homeward::exchange::ssda903 {
namespace {

/// Looked-after children and care leavers are under 26. Source: Children and Social Work Act 2017,
/// s. 3.
constexpr int kOldestYears = 26;

/// Either form, 1 and 2 or M, F and U, is taken in any year, since systems change over at different
/// times.
Sex readSex(RowCheck& row)
{
    std::string value = row.requiredText(Column::Sex);
    if (value.empty())
        return Sex::Unknown;
    if (value == "m" || value == "f" || value == "u")
        value[0] = static_cast<char>(value[0] - 'a' + 'A');
    const StatutoryCodes::Code* code = row.file().codes.find("SEX", value);
    if (code == nullptr) {
        row.reject(Column::Sex, reason::kUnknownCode, {{"field", "SEX"}});
        return Sex::Unknown;
    }
    if (!isValidIn(*code, row.file().year))
        row.warn(Column::Sex, reason::kCodeNotInYear, row.factsOf(*code));
    if (value == "1" || value == "M")
        return Sex::Male;
    return value == "2" || value == "F" ? Sex::Female : Sex::Unknown;
}

Date readBirthDate(RowCheck& row)
{
    const auto birth = row.requiredDate(Column::Dob);
    if (!birth)
        return {};
    if (*birth >= row.file().year.dayAfter())
        row.reject(Column::Dob, reason::kOutsideYear, {{"year", yearLabel(row.file().year)}});
    else if (ageYears(*birth, row.file().year.firstDay()) >= kOldestYears)
        row.reject(Column::Dob, reason::kImplausibleBirthDate);
    return *birth;
}

}  // namespace

std::optional<HeaderRow> readHeaderRow(RowCheck& row, const CsvPlace& place)
{
    HeaderRow header;
    header.line = place.line;
    header.row = place.row;
    header.childNumber = row.requiredText(Column::Child);
    header.sex = readSex(row);
    header.birthDate = readBirthDate(row);
    header.ethnicity = row.code(Column::Ethnic);
    header.upn = row.text(Column::Upn);
    if (row.rejected())
        return std::nullopt;
    return header;
}

}  // namespace homeward::exchange::ssda903
