#pragma once

#include <filesystem>
#include <string>

#include "support/result.h"

namespace homeward::app {

/// A whole file the user chose, at most 16 MiB. Fails with: FileUnreadable (fact file).
Result<std::string> readTextFile(const std::filesystem::path& file);

}  // namespace homeward::app
