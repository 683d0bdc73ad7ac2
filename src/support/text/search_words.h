#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward {

/// Different words of a text, folded as search compares them (foldedForSearch).
std::vector<std::string> searchWords(std::string_view text);

/// A postcode as search keeps it: one word, "zz12ab" for "ZZ1 2AB". Empty for an empty one.
std::string postcodeWord(std::string_view postcode);

/// Words from `first` on and before `end`, in the order of their bytes.
struct WordRange {
    std::string first;
    std::string end;
    bool operator==(const WordRange&) const = default;
};
/// All words that begin so.
WordRange wordsBeginning(std::string_view beginning);
/// This word alone.
WordRange onlyWord(std::string_view word);

/// One of the words somebody typed: what is looked for in the index, and in postcodes as they are
/// written ("ZZ1 2A" also where "ZZ12A" was typed).
struct SearchTerm {
    std::string typed;  ///< folded
    std::vector<WordRange> words;
    std::vector<WordRange> postcodes;
};

/// The different words of what was typed, at most eight; two that make a postcode are one.
std::vector<SearchTerm> searchTerms(std::string_view typed);

/// Whether one insertion, removal, change or swap of letters makes `typed` a beginning of `word`.
/// By letters, not bytes.
bool isOneSlipAway(std::string_view typed, std::string_view word);
/// What the words meant by a typed one with a slip in it can begin with: few enough to be looked
/// up. Empty: words of less than four letters, and numbers, are not guessed at.
std::vector<WordRange> nearWords(std::string_view typed);

/// By which lists put names in order, compared by bytes: letters without accents and capitals,
/// everything else left out, numbers as numbers. So "O'Brien", "Obrien" and "Ó Brien" stand
/// together, and "van der Berg" stands under V, beside "Vanderberg". An empty name comes after all
/// others.
std::string nameKey(std::string_view name);
/// Of a name in two parts, the part that counts first (the family name) first.
std::string nameKey(std::string_view first, std::string_view second);
/// What the key of an empty name begins with, and no other.
inline constexpr std::string_view kNoName = "\xf4\x8f\xbf\xbd";

}  // namespace homeward
