#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"
#include "support/run_control.h"

namespace homeward::exchange {

/// Streams a CSV file (libcsv) in pieces of 64 KiB. `row` gets the 1-based line the row starts on and its fields
/// and returns false to stop. A byte order mark is skipped.
/// Fails with: FileUnreadable; Cancelled; InvalidInput (rule "line-too-long" with fact line, "unclosed-quote",
/// "not-utf8" only when the first line is not UTF-8; later bad bytes reach `row` as they are).
Result<Done> readCsv(const std::filesystem::path& file,
                     const std::function<bool(int line, std::vector<std::string>& fields)>& row,
                     const RunControl& control = {});

/// One field as written: quoted where needed, and made harmless where a spreadsheet would take it
/// for a formula (leading = + - @ tab or return gets an apostrophe, unless it is a plain number).
std::string csvField(std::string_view value);

/// One line with CRLF.
std::string csvLine(const std::vector<std::string>& fields);

/// Writes through a temporary file, flush and rename, so that a file is whole or absent.
/// Fails with: StorageFull, StorageFailed.
Result<Done> writeFileAtomically(const std::filesystem::path& file, std::string_view content);

}  // namespace homeward::exchange
