#pragma once

#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/home.h"

namespace homeward {

/// What a word of a record is; of two records found alike, the one found by its name comes first.
enum class WordOf { Name, Number, Place };

/// A word by which a record is found, folded (support/text/search_words.h).
struct RecordWord {
    std::string word;
    WordOf of = WordOf::Name;
    bool operator==(const RecordWord&) const = default;
};

/// Names, case numbers and pupil number; where the child lives is found by the home.
std::vector<RecordWord> searchWordsOf(const Child& child);
/// Name, carers, reference and postcode; its provider is found by the provider's own name.
std::vector<RecordWord> searchWordsOf(const Home& home);
std::vector<RecordWord> searchWordsOfProvider(const std::string& name);

/// By which lists put children in order: family name, then given name; without a name last.
std::string nameKeyOf(const Child& child);

}  // namespace homeward
