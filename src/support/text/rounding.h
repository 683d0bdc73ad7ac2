#pragma once

#include <cmath>
#include <string>

// The one rule by which a figure becomes a number with one decimal, wherever it is shown.

namespace homeward {

/// Tenths of `value`, halves away from zero: 7.25 gives 73. The same for every reader: list,
/// explanation, print, export.
inline int tenthsOf(double value)
{
    // A sum that is a half on paper may miss it by the last digits of its binary form.
    constexpr double kNoise = 1e-9;
    return static_cast<int>(std::lround(value * 10 + (value < 0 ? -kNoise : kNoise)));
}

/// `tenths` 834 as "83.4", with a point in every locale.
inline std::string fromTenths(int tenths)
{
    const int size = tenths < 0 ? -tenths : tenths;
    return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

inline std::string oneDecimal(double value)
{
    return fromTenths(tenthsOf(value));
}

}  // namespace homeward
