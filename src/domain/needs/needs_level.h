#pragma once

#include <compare>
#include <optional>

namespace homeward {

inline constexpr int kLevelCount = 5;  ///< Levels 0..4 of needs and of skills.

/// A level of need (0 none .. 4 intensive) or of skill (0 untested .. 4 specialist).
/// Unknown is never a level: it is an empty optional.
class Level {
public:
    constexpr Level() = default;
    /// Empty outside 0..4.
    static constexpr std::optional<Level> fromInt(int value)
    {
        if (value < 0 || value >= kLevelCount)
            return std::nullopt;
        return Level(value);
    }
    constexpr int value() const { return m_value; }
    constexpr auto operator<=>(const Level&) const = default;

private:
    constexpr explicit Level(int value) : m_value(value) {}
    int m_value = 0;
};

using MaybeLevel = std::optional<Level>;  ///< Empty: unknown.

}  // namespace homeward
