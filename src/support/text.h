#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward {

/// Without spaces, tabs and line ends at either end.
std::string_view trimmed(std::string_view text);

/// Lower case, without accents, punctuation as single spaces: what search compares.
/// "Zoë O'Neill-Brown" gives "zoe oneill brown". Latin letters; others stay as they are.
std::string foldedForSearch(std::string_view text);

/// Whether `text` is well-formed UTF-8 (no overlong forms, no surrogates).
bool isValidUtf8(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace homeward
