#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward::exchange {

/// The largest CSV file that is read; ten years of the largest authority have 10 MB.
inline constexpr std::uintmax_t kMostCsvBytes = std::uintmax_t{64} << 20;

/// Where a row starts, both from 1: the line of the file, and the row as a spreadsheet numbers it,
/// for which a cell with line breaks is one row.
struct CsvPlace {
    int line = 0;
    int row = 0;
};
using CsvRow = std::function<bool(const CsvPlace& place, std::vector<std::string>& fields)>;

/// Streams a CSV file (libcsv) in pieces of 64 KiB. `row` gets the place of a row and its
/// fields and returns false to stop. Commas, semicolons and tabs are known as separators, and what
/// a line "sep=;" says; UTF-8 and UTF-16. Byte order marks and blank lines are skipped; spaces
/// around unquoted fields are not part of them. Progress is in KiB of the file. Fails with:
/// FileUnreadable (fact file; also of what is no plain file); Cancelled; InvalidInput, rule
/// is-workbook, is-xml, is-pdf (exchange/text_form.h), "too-large" (over `mostBytes`, read no
/// further), or with fact line and rule "line-too-long" (over 64 KiB, read no further),
/// "too-many-columns" (over 1,000), "unclosed-quote" (also of a row over 64 KiB on several lines)
/// or "not-utf8" (only of the first row; later bad bytes reach `row` as they are).
Result<Done> readCsv(const std::filesystem::path& file, const CsvRow& row,
                     const RunControl& control = {}, std::uintmax_t mostBytes = kMostCsvBytes);

/// The same of text in memory.
Result<Done> readCsvText(std::string_view text, const CsvRow& row);

}  // namespace homeward::exchange
