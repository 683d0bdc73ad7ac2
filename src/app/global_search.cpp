#include "app/global_search.h"

#include <algorithm>
#include <tuple>

#include "support/text.h"

namespace homeward::app {
namespace {

constexpr std::size_t kShortestForgiven = 4;  ///< shorter words must be typed right
constexpr int kWholeWord = 100;
constexpr int kWordStart = 60;
constexpr int kInside = 30;
constexpr int kOneSlip = 12;

/// Whether one insertion, removal, change or swap makes `typed` a beginning of `word`.
bool isOneSlipAway(std::string_view typed, std::string_view word)
{
    const std::size_t same = static_cast<std::size_t>(
        std::mismatch(typed.begin(), typed.end(), word.begin(), word.end()).first - typed.begin());
    if (same == typed.size())
        return true;
    const std::string_view restTyped = typed.substr(same);
    const std::string_view restWord = word.substr(same);
    if (restWord.empty())
        return restTyped.size() == 1;
    const bool swapped = restTyped.size() > 1 && restWord.size() > 1 &&
                         restTyped[0] == restWord[1] && restTyped[1] == restWord[0] &&
                         restWord.substr(2).starts_with(restTyped.substr(2));
    return swapped || restWord.substr(1).starts_with(restTyped.substr(1)) ||
           restWord.substr(1).starts_with(restTyped) || restWord.starts_with(restTyped.substr(1));
}

/// How well one typed word is found in the words of a record; 0: not at all.
int wordScore(std::string_view typed, std::string_view searched, bool forgiving)
{
    int best = 0;
    const std::size_t at = searched.find(typed);
    if (at != std::string_view::npos) {
        const bool startsWord = at == 0 || searched[at - 1] == ' ';
        const std::size_t end = at + typed.size();
        const bool endsWord = end == searched.size() || searched[end] == ' ';
        best = startsWord ? (endsWord ? kWholeWord : kWordStart) : kInside;
    }
    if (best > 0 || !forgiving || typed.size() < kShortestForgiven)
        return best;
    for (const std::string_view word : split(searched, ' '))
        if (word.size() + 1 >= typed.size() && isOneSlipAway(typed, word))
            return kOneSlip;
    return 0;
}

int recordScore(const std::vector<std::string_view>& typed, std::string_view searched,
                bool forgiving)
{
    int total = 0;
    for (const std::string_view word : typed) {
        const int score = wordScore(word, searched, forgiving);
        if (score == 0)
            return 0;
        total += score;
    }
    return total;
}

struct Found {
    SearchHit::Kind kind;
    std::size_t index;
    int score;
};

std::vector<Found> findAll(const std::vector<ChildRow>& children, const std::vector<HomeRow>& homes,
                           const std::vector<std::string_view>& typed, bool forgiving)
{
    std::vector<Found> found;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (const int score = recordScore(typed, children[i].searchText, forgiving))
            found.push_back({SearchHit::Kind::Child, i, score});
    for (std::size_t i = 0; i < homes.size(); ++i)
        if (const int score = recordScore(typed, homes[i].searchText, forgiving))
            found.push_back({SearchHit::Kind::Home, i, score});
    return found;
}

}  // namespace

std::vector<SearchHit> search(const std::vector<ChildRow>& children,
                              const std::vector<HomeRow>& homes, std::string_view typed,
                              std::size_t limit)
{
    const std::string folded = foldedForSearch(typed);
    if (folded.empty())
        return {};
    const std::vector<std::string_view> words = split(folded, ' ');
    std::vector<Found> found = findAll(children, homes, words, false);
    // Slips are forgiven only where nothing matches as typed: cheaper, and less surprising.
    if (found.empty())
        found = findAll(children, homes, words, true);
    const std::size_t shown = std::min(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(),
                      [](const Found& a, const Found& b) {
                          return std::tuple(-a.score, a.kind, a.index) <
                                 std::tuple(-b.score, b.kind, b.index);
                      });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < shown; ++i) {
        const Found& hit = found[i];
        if (hit.kind == SearchHit::Kind::Child)
            hits.push_back({hit.kind, children[hit.index].id.value,
                            children[hit.index].displayName, hit.score});
        else
            hits.push_back({hit.kind, homes[hit.index].id.value, homes[hit.index].name, hit.score});
    }
    return hits;
}

bool matchesSearch(std::string_view searchText, std::string_view foldedTyped)
{
    if (foldedTyped.empty())
        return true;
    for (const std::string_view word : split(foldedTyped, ' '))
        if (searchText.find(word) == std::string_view::npos)
            return false;
    return true;
}

}  // namespace homeward::app
