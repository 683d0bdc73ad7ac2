#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace homeward {

/// Text of a project file that was built into the program, by its path in the project,
/// e.g. "resources/frameworks/default.json". Empty: no such file.
std::optional<std::string_view> resource(std::string_view path);

/// Paths of all built-in files that start with `prefix`, in byte order.
std::vector<std::string_view> resourcesUnder(std::string_view prefix);

namespace detail {
struct EmbeddedFile {
    std::string_view path;
    const char* begin;
    const char* end;
};
std::span<const EmbeddedFile> embeddedFiles();
}  // namespace detail

}  // namespace homeward
