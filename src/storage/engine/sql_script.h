#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward::storage {

/// The statements of a script, in order, without comments and the closing semicolons. Semicolons in
/// quotes and comments end nothing. (SOCI on SQLite would run only the first statement of a script,
/// silently.)
std::vector<std::string> splitStatements(std::string_view script);

}  // namespace homeward::storage
