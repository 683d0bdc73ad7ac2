#include "domain/statutory_codes.h"

#include <initializer_list>

#include "support/files/resource.h"
#include "support/text/text.h"

namespace homeward {
namespace {

constexpr std::string_view kHeaderLine = "field\tcode\tlabel\tvalid_from\tvalid_to";
constexpr int kAprilIsMonth = 4;

Error badLine(int line, const std::string& field, const std::string& rule)
{
    Error error = invalidInput(field, rule, {{"line", std::to_string(line)}});
    error.detail += ", line " + std::to_string(line);
    return error;
}

Date firstOfApril(int year)
{
    return Date::fromYmd(year, kAprilIsMonth, 1).value_or(Date{});
}

Result<StatutoryCodes::Code> parseLine(std::string_view text, int line)
{
    const std::vector<std::string_view> cells = split(text, '\t');
    if (cells.size() != 5)
        return badLine(line, "columns", "wrong-count");
    StatutoryCodes::Code code{std::string(cells[0]), std::string(cells[1]), std::string(cells[2]),
                              Date::fromIso(cells[3]), Date::fromIso(cells[4])};
    if (code.field.empty())
        return badLine(line, "field", "required");
    if (code.code.empty())
        return badLine(line, "code", "required");
    if (code.label.empty())
        return badLine(line, "label", "required");
    if (!cells[3].empty() && !code.validFrom)
        return badLine(line, "valid_from", "not-a-date");
    if (!cells[4].empty() && !code.validTo)
        return badLine(line, "valid_to", "not-a-date");
    return code;
}

std::string indexKey(std::string_view field, std::string_view code)
{
    std::string key(field);
    key += '/';
    key += code;
    return key;
}

bool isOneOf(std::string_view code, std::initializer_list<std::string_view> codes)
{
    for (const std::string_view candidate : codes)
        if (candidate == code)
            return true;
    return false;
}

}  // namespace

Date CollectionYear::firstDay() const
{
    return firstOfApril(startYear);
}

Date CollectionYear::dayAfter() const
{
    return firstOfApril(startYear + 1);
}

CollectionYear collectionYearOf(Date day)
{
    return {day.month() < kAprilIsMonth ? day.year() - 1 : day.year()};
}

Result<StatutoryCodes> StatutoryCodes::parse(std::string_view table)
{
    StatutoryCodes codes;
    int line = 0;
    for (std::string_view text : split(table, '\n')) {
        ++line;
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        if (line == 1) {
            if (text != kHeaderLine)
                return badLine(line, "columns", "wrong-header");
            continue;
        }
        if (text.empty())
            continue;
        Result<Code> code = parseLine(text, line);
        if (!code)
            return code.error();
        if (!codes.m_index.emplace(indexKey(code->field, code->code), codes.m_codes.size()).second)
            return badLine(line, "code", "duplicate");
        codes.m_codes.push_back(*std::move(code));
    }
    return codes;
}

const StatutoryCodes& StatutoryCodes::builtIn()
{
    static const StatutoryCodes codes =
        parse(resource("resources/codes/ssda903.tsv").value_or(std::string_view{})).value();
    return codes;
}

const StatutoryCodes::Code* StatutoryCodes::find(std::string_view field,
                                                 std::string_view code) const
{
    const auto found = m_index.find(indexKey(field, code));
    return found == m_index.end() ? nullptr : &m_codes[found->second];
}

std::string StatutoryCodes::label(std::string_view field, std::string_view code) const
{
    const Code* found = find(field, code);
    return found ? found->label : std::string(code);
}

std::vector<StatutoryCodes::Code> StatutoryCodes::codesOf(std::string_view field) const
{
    std::vector<Code> codes;
    for (const Code& code : m_codes)
        if (code.field == field)
            codes.push_back(code);
    return codes;
}

bool isValidIn(const StatutoryCodes::Code& code, CollectionYear year)
{
    return (!code.validFrom || *code.validFrom < year.dayAfter()) &&
           (!code.validTo || *code.validTo >= year.firstDay());
}

PlaceGroup placeGroupOf(std::string_view placeCode)
{
    if (isOneOf(placeCode, {"U4", "U5", "U6", "Q2", "F2", "F3", "F5", "F6"}))
        return PlaceGroup::Fostering;
    if (isOneOf(placeCode, {"U1", "U2", "U3", "Q1", "F1", "F4"}))
        return PlaceGroup::FamilyAndFriends;
    if (isOneOf(placeCode, {"K1", "K2", "R1", "S1"}))
        return PlaceGroup::ChildrensHome;
    if (isOneOf(placeCode, {"H5", "K3", "P2"}))
        return PlaceGroup::Supported;
    if (placeCode == "P1")
        return PlaceGroup::WithParents;
    if (isOneOf(placeCode, {"A3", "A4", "A5", "A6"}))
        return PlaceGroup::ForAdoption;
    return PlaceGroup::Other;
}

}  // namespace homeward
