#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward {

/// One field as written: quoted where needed, and made harmless where a spreadsheet would take it
/// for a formula (leading = + - @ tab or return gets an apostrophe, unless it is a plain number).
std::string csvField(std::string_view value);

/// One line with CRLF.
std::string csvLine(const std::vector<std::string>& fields);

}  // namespace homeward
