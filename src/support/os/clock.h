#pragma once

#include <ctime>
#include <optional>

namespace homeward::os {

/// The moment by the clock on the wall of this computer. Any thread. Empty: out of its range.
std::optional<std::tm> localTime(std::time_t seconds);

}  // namespace homeward::os
