#include "support/os/clock.h"

namespace homeward::os {

std::optional<std::tm> localTime(std::time_t seconds)
{
    std::tm local{};
    return ::localtime_r(&seconds, &local) ? std::optional(local) : std::nullopt;
}

}  // namespace homeward::os
