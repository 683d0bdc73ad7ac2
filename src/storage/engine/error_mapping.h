#pragma once

#include <exception>
#include <string>

#include "support/error.h"

namespace homeward::storage {

/// Makes an Error of what SOCI or a repository threw. The detail holds `label` and the engine's
/// code only: the engine's own text shows bound values, so it is never kept.
Error toError(const std::exception& thrown, const std::string& label);

/// The same for a bare SQLite result code.
Error toError(int sqliteResult, const std::string& label);

}  // namespace homeward::storage
