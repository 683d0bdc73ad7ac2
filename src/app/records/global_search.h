#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/records/child_list.h"
#include "app/records/homes.h"

namespace homeward::app {

/// A record found, ready to show.
struct SearchHit {
    std::variant<ChildRow, HomeRow> row;
    int score = 0;  ///< higher is better
};

/// Children and homes by the words they have (domain/search_words.h), and children by the home they
/// live in; every word typed must be found. Accents and case do not count, and where nothing is
/// spelled as typed one slip in words of four letters or more is forgiven. What is named so in
/// whole words comes first, then what begins so; of those found alike, children in care and
/// approved homes, then by name. At most `limit`.
Result<std::vector<SearchHit>> search(Session& session, std::string_view typed,
                                      std::size_t limit = 12);

/// Records that were looked at, in the order given, those that there still are; a child or a home.
struct RecordOf {
    std::string id;
    bool isChild = true;
};
Result<std::vector<SearchHit>> recordsOf(Session& session, const std::vector<RecordOf>& wanted);

}  // namespace homeward::app
