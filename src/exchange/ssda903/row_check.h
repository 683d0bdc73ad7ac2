#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/statutory_codes.h"
#include "exchange/csv.h"
#include "exchange/finding.h"
#include "exchange/ssda903/columns.h"

namespace homeward::exchange::ssda903 {

/// What the rows of one file are checked against.
struct FileContext {
    std::string name;  ///< without folder
    CollectionYear year;
    ColumnMap columns;
    std::size_t fieldCount = 0;  ///< of the first line
    const StatutoryCodes& codes;
    Date today;
};

/// "2023-24"
std::string yearLabel(CollectionYear year);

/// `value` as a finding shows it: at most 80 bytes, always UTF-8.
std::string shownValue(std::string_view value);

/// One data row: reads its fields and turns what is wrong with them into findings.
class RowCheck {
public:
    RowCheck(const FileContext& file, const CsvPlace& place, const std::vector<std::string>& fields,
             FindingList& findings)
        : m_file(file), m_place(place), m_fields(fields), m_findings(findings)
    {
    }

    /// Number of fields, their length and encoding; no field is worth reading when this is false.
    bool shapeIsSound();

    /// Without spaces around it; empty where the file has no such column.
    std::string text(Column column) const;
    std::string requiredText(Column column);
    /// Empty after a finding, or where the field is empty.
    std::optional<Date> date(Column column);
    std::optional<Date> requiredDate(Column column);
    /// In upper case and valid in the file's year or in that of `day`, on which what it says began
    /// or ended; anything else becomes a finding.
    std::string code(Column column, std::optional<Date> day = {});
    std::string requiredCode(Column column, std::optional<Date> day = {});
    /// The same, where the row is taken without it: a warning, and empty.
    std::string codeIfKnown(Column column, std::optional<Date> day = {});

    void reject(Column column, const char* reason, std::map<std::string, std::string> facts = {});
    void warn(Column column, const char* reason, std::map<std::string, std::string> facts = {});
    bool rejected() const { return m_rejected; }
    const FileContext& file() const { return m_file; }
    /// Facts of a code that exists but not in the file's year.
    std::map<std::string, std::string> factsOf(const StatutoryCodes::Code& code) const;

private:
    std::string_view raw(Column column) const;
    /// Empty: the code is known and valid; else the reason why not, with its facts.
    const char* faultOf(Column column, const std::string& code, std::optional<Date> day,
                        std::map<std::string, std::string>& facts) const;
    void report(Severity severity, std::string column, std::string_view value, const char* reason,
                std::map<std::string, std::string> facts);

    const FileContext& m_file;
    CsvPlace m_place;
    const std::vector<std::string>& m_fields;
    FindingList& m_findings;
    bool m_rejected = false;
};

/// Whether every field is empty, as in the lines that spreadsheets leave at the end.
bool isBlankRow(const std::vector<std::string>& fields);

}  // namespace homeward::exchange::ssda903
