#pragma once

#include <optional>
#include <string_view>

namespace homeward {

/// Specialise with `static constexpr std::pair<E, std::string_view> table[]` to give an enum the
/// stable keys it has in the database, in JSON and in the message catalogue.
template <typename E>
struct EnumKeys;

template <typename E>
constexpr std::string_view toKey(E value) requires requires
{
    EnumKeys<E>::table;
}
{
    for (const auto& [candidate, key] : EnumKeys<E>::table)
        if (candidate == value)
            return key;
    return {};
}

/// Empty: no such key.
template <typename E>
constexpr std::optional<E> fromKey(std::string_view key) requires requires
{
    EnumKeys<E>::table;
}
{
    for (const auto& [candidate, name] : EnumKeys<E>::table)
        if (name == key)
            return candidate;
    return std::nullopt;
}

}  // namespace homeward
