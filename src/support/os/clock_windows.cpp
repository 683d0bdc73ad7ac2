#include "support/os/clock.h"

namespace homeward::os {

std::optional<std::tm> localTime(std::time_t seconds)
{
    std::tm local{};
    return ::localtime_s(&local, &seconds) == 0 ? std::optional(local) : std::nullopt;
}

}  // namespace homeward::os
