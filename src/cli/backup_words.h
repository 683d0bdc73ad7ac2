#pragma once

#include <cstdint>
#include <string>

#include "support/date.h"

namespace homeward::cli {

/// "2026-03-31 14:32 UTC"
std::string momentText(Timestamp moment);
/// "1.4 MB"; under one, "820 kB".
std::string sizeText(std::uintmax_t bytes);

}  // namespace homeward::cli
