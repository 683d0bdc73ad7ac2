#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward {

/// A cell as a spreadsheet may have it, whichever way it gets there: a number as a spreadsheet
/// reads it (a true minus sign becomes "-"), and nothing that it would take for a formula: what
/// begins with = + - @ tab or line end, also behind blanks and signs that cannot be seen, gets an
/// apostrophe, unless it is a plain number or percentage.
std::string harmlessCell(std::string_view value);

/// One field as written: harmless, quoted where needed.
std::string csvField(std::string_view value);

/// One line with CRLF.
std::string csvLine(const std::vector<std::string>& fields);

/// One line of a copied table, with LF: harmless cells with tabs between them; tabs and line ends
/// within a cell are blanks.
std::string tabLine(const std::vector<std::string>& fields);

}  // namespace homeward
