#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward {

/// Without spaces, tabs and line ends at either end.
std::string_view trimmed(std::string_view text);

/// `text` as a person sees it: no-break and other wide blanks are blanks, what has no width at all
/// (zero-width spaces and joiners, byte order marks, soft hyphens) is gone, trimmed.
std::string asSeen(std::string_view text);

/// Lower case, without accents, punctuation as single spaces: what search compares, in any
/// alphabet. "Zoë O'Neill-Brown" gives "zoe oneill brown". Letters without a plain one in them are
/// what people type for them: đ is d, ø is o, ł is l, æ is ae, ß is ss, þ is th.
std::string foldedForSearch(std::string_view text);

/// Whether `folded` holds every word of `foldedTyped`; both are folded for search.
bool holdsWords(std::string_view folded, std::string_view foldedTyped);

/// Whether `text` is well-formed UTF-8 (no overlong forms, no surrogates).
bool isValidUtf8(std::string_view text);

/// `text` for a terminal: what would steer it stands there as letters. C0 controls except tab and
/// line feed as \x1b, bytes that are not UTF-8 as \x9b; C1 controls, DEL, direction overrides and
/// line separators as \u202e, which leaves JSON the same JSON.
std::string controlsShown(std::string_view text);
/// How many bytes of `text` are whole characters: all but the begin of one at its end.
std::size_t wholeCharacters(std::string_view text);
/// The beginning of `text`, at most `bytes` of it and cut between characters, for showing what
/// stands in a file: bytes that are not UTF-8 are U+FFFD.
std::string shownPart(std::string_view text, std::size_t bytes);

std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace homeward
