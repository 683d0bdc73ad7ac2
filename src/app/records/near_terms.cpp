#include "app/records/near_terms.h"

#include "storage/records/search_index.h"

namespace homeward::app {
namespace {

constexpr std::size_t kMostMeant = 24;

}  // namespace

bool forgiveSlips(Records& records, std::vector<SearchTerm>& terms)
{
    storage::SearchIndex index(records.transaction);
    bool forgiven = false;
    for (SearchTerm& term : terms) {
        const auto near = index.wordsNear(term.typed, kMostMeant);
        if (near.empty())
            continue;
        // What was typed may be right, and the slip in another word.
        term.words.insert(term.words.end(), near.begin(), near.end());
        forgiven = true;
    }
    return forgiven;
}

}  // namespace homeward::app
