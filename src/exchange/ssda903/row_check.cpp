#include "exchange/ssda903/row_check.h"

#include <algorithm>
#include <utility>

#include "exchange/ssda903/date_text.h"
#include "exchange/ssda903/reasons.h"
#include "support/text/text.h"

namespace homeward::exchange::ssda903 {
namespace {

constexpr std::size_t kShownBytes = 80;
/// Numbers, codes, dates and postcodes: nothing that is kept of a row is longer.
constexpr std::size_t kLongestFieldBytes = 100;

void toUpper(std::string& text)
{
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
}

}  // namespace

std::string yearLabel(CollectionYear year)
{
    const std::string next = std::to_string(year.startYear + 1);
    return std::to_string(year.startYear) + "-" + next.substr(next.size() - 2);
}

std::string shownValue(std::string_view value)
{
    return shownPart(value, kShownBytes);
}

bool isBlankRow(const std::vector<std::string>& fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [](const std::string& field) { return asSeen(field).empty(); });
}

bool RowCheck::shapeIsSound()
{
    const std::size_t expected = m_file.fieldCount;
    const bool onlyBlanksBeyond =
        m_fields.size() > expected &&
        std::all_of(m_fields.begin() + static_cast<std::ptrdiff_t>(expected), m_fields.end(),
                    [](const std::string& field) { return trimmed(field).empty(); });
    if (m_fields.size() != expected && !onlyBlanksBeyond) {
        report(
            Severity::Rejected, {}, {}, reason::kFieldCount,
            {{"expected", std::to_string(expected)}, {"found", std::to_string(m_fields.size())}});
        return false;
    }
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        if (!isValidUtf8(raw(column)) || raw(column).find('\0') != std::string_view::npos)
            reject(column, reason::kNotUtf8);
        else if (raw(column).size() > kLongestFieldBytes)
            reject(column, reason::kTextTooLong, {{"most", std::to_string(kLongestFieldBytes)}});
    }
    return !m_rejected;
}

std::string_view RowCheck::raw(Column column) const
{
    const auto position = m_file.columns.positionOf(column);
    return position ? std::string_view(m_fields[*position]) : std::string_view{};
}

std::string RowCheck::text(Column column) const
{
    return asSeen(raw(column));
}

std::string RowCheck::requiredText(Column column)
{
    std::string value = text(column);
    if (value.empty())
        reject(column, reason::kRequired);
    return value;
}

std::optional<Date> RowCheck::date(Column column)
{
    const std::string value = text(column);
    if (value.empty())
        return std::nullopt;
    const auto day = readDay(value, m_file.today);
    if (!day && lookOf(value) == DateLook::Number)
        reject(column, reason::kNumberForDate);
    else if (!day)
        reject(column, reason::kBadDate);
    else if (*day > m_file.today)
        reject(column, reason::kDateInFuture);
    else
        return day;
    return std::nullopt;
}

std::optional<Date> RowCheck::requiredDate(Column column)
{
    if (text(column).empty())
        reject(column, reason::kRequired);
    return date(column);
}

const char* RowCheck::faultOf(Column column, const std::string& code, std::optional<Date> day,
                              std::map<std::string, std::string>& facts) const
{
    const StatutoryCodes::Code* known = m_file.codes.find(columnName(column), code);
    if (known == nullptr) {
        facts = {{"field", columnName(column)}};
        return reason::kUnknownCode;
    }
    if (isValidIn(*known, m_file.year) || (day && isValidIn(*known, collectionYearOf(*day))))
        return nullptr;
    facts = factsOf(*known);
    return reason::kCodeNotInYear;
}

std::string RowCheck::code(Column column, std::optional<Date> day)
{
    std::string value = text(column);
    toUpper(value);
    std::map<std::string, std::string> facts;
    if (!value.empty())
        if (const char* fault = faultOf(column, value, day, facts))
            reject(column, fault, std::move(facts));
    return value;
}

std::string RowCheck::requiredCode(Column column, std::optional<Date> day)
{
    if (text(column).empty())
        reject(column, reason::kRequired);
    return code(column, day);
}

std::string RowCheck::codeIfKnown(Column column, std::optional<Date> day)
{
    std::string value = text(column);
    toUpper(value);
    std::map<std::string, std::string> facts;
    const char* fault = value.empty() ? reason::kRequired : faultOf(column, value, day, facts);
    if (!fault)
        return value;
    // What is told is what becomes of the row.
    facts.erase("validFrom");
    facts.erase("validTo");
    facts["left"] = columnName(column);
    warn(column, fault, std::move(facts));
    return {};
}

std::map<std::string, std::string> RowCheck::factsOf(const StatutoryCodes::Code& code) const
{
    std::map<std::string, std::string> facts{{"field", code.field},
                                             {"year", yearLabel(m_file.year)}};
    if (code.validFrom && *code.validFrom >= m_file.year.dayAfter())
        facts["validFrom"] = code.validFrom->toIso();
    else if (code.validTo)
        facts["validTo"] = code.validTo->toIso();
    return facts;
}

void RowCheck::reject(Column column, const char* reason, std::map<std::string, std::string> facts)
{
    report(Severity::Rejected, columnName(column), raw(column), reason, std::move(facts));
}

void RowCheck::warn(Column column, const char* reason, std::map<std::string, std::string> facts)
{
    report(Severity::Warning, columnName(column), raw(column), reason, std::move(facts));
}

void RowCheck::report(Severity severity, std::string column, std::string_view value,
                      const char* reason, std::map<std::string, std::string> facts)
{
    m_rejected = m_rejected || severity == Severity::Rejected;
    m_findings.add({severity, m_file.name, m_place.line, std::move(column), shownValue(value),
                    reason, std::move(facts), m_place.row});
}

}  // namespace homeward::exchange::ssda903
