#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace homeward::cli {

/// What is printed for programs; members stay in the order they are written down.
using Json = nlohmann::ordered_json;

/// A name that is not UTF-8 is printed with replacement characters, for a report must not fail over
/// it.
inline std::string printed(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

}  // namespace homeward::cli
