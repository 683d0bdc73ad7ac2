#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace homeward {

/// A path as UTF-8, on every system; path::string() is not that everywhere.
std::string pathText(const std::filesystem::path& path);

/// The path that UTF-8 stands for.
std::filesystem::path pathFrom(std::string_view text);

}  // namespace homeward
