#pragma once

#include <filesystem>
#include <string>

#include "support/result.h"

namespace homeward::app {

/// A whole file the user chose, at most 16 MiB. Fails with: FileUnreadable (fact file).
Result<std::string> readTextFile(const std::filesystem::path& file);

/// Writes an export in one step, readable by its owner only. Fails with: StorageFull,
/// StorageFailed; then the old file is as it was.
Result<Done> writeTextFile(const std::filesystem::path& file, const std::string& text);

/// The same, with a byte order mark so that spreadsheets read accents right.
Result<Done> writeSpreadsheetCsv(const std::filesystem::path& file, const std::string& csv);

}  // namespace homeward::app
