#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/search_words.h"
#include "storage/engine/sql_text.h"
#include "storage/engine/transaction.h"
#include "support/text/search_words.h"

namespace homeward::storage {

/// What a word in the index leads to.
enum class SearchKind { Child, Home, Provider };
}  // namespace homeward::storage

template <>
struct homeward::EnumKeys<homeward::storage::SearchKind> {
    static constexpr std::pair<homeward::storage::SearchKind, std::string_view> table[] = {
        {homeward::storage::SearchKind::Child, "child"},
        {homeward::storage::SearchKind::Home, "home"},
        {homeward::storage::SearchKind::Provider, "provider"}};
};

namespace homeward::storage {

/// The words by which records are found (table search_word). Repositories keep it with their
/// records, in the same transaction.
class SearchIndex {
public:
    explicit SearchIndex(Transaction& transaction) : m_transaction(transaction) {}

    /// Of a new record.
    void add(SearchKind kind, const std::string& record, const std::vector<RecordWord>& words);
    /// Of a record that may have been found by others.
    void replace(SearchKind kind, const std::string& record, const std::vector<RecordWord>& words);
    std::vector<RecordWord> wordsOf(const std::string& record);
    int size();  ///< entries of all records
    /// Records that have a word for each term, those first whose word is the shortest that begins
    /// so.
    std::vector<std::string> recordsWith(SearchKind kind, const std::vector<SearchTerm>& terms,
                                         std::size_t limit);
    /// Words of the index that were meant where `typed` has one slip in it, with the ranges that
    /// find what begins so. At most `limit`.
    std::vector<WordRange> wordsNear(const std::string& typed, std::size_t limit);
    /// The term with the fewest entries, by which a list is entered before the others are asked
    /// for; null: there is none, or each has so many that going through the list by name finds a
    /// page sooner. `howeverCommon`: there is no page to be found, all are wanted.
    const SearchTerm* wayIn(const std::vector<SearchTerm>& terms, bool howeverCommon = false);

private:
    int countOf(const SearchTerm& term);
    Transaction& m_transaction;
};

/// "(column >= .. and column < .. or ..)": any of the ranges.
SqlText inRanges(std::string_view column, const std::vector<WordRange>& ranges);

}  // namespace homeward::storage
