#include "app/records/global_search.h"

#include <algorithm>
#include <tuple>

#include "support/text/text.h"

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

/// How well what was typed is found in a record; `score` 0: not at all. Names stand before numbers
/// and places, so of equal scores the one found further in front is meant.
struct Match {
    int score = 0;
    std::size_t at = 0;
};

Match wordMatch(std::string_view typed, std::string_view searched, bool forgiving)
{
    Match best;
    for (std::size_t at = searched.find(typed); at != std::string_view::npos;
         at = searched.find(typed, at + 1)) {
        const bool startsWord = at == 0 || searched[at - 1] == ' ';
        const std::size_t end = at + typed.size();
        const bool endsWord = end == searched.size() || searched[end] == ' ';
        const int score = startsWord ? (endsWord ? kWholeWord : kWordStart) : kInside;
        if (score > best.score)
            best = {score, at};
        if (score == kWholeWord)
            break;
    }
    if (best.score > 0 || !forgiving || typed.size() < kShortestForgiven)
        return best;
    for (const std::string_view word : split(searched, ' '))
        if (word.size() + 1 >= typed.size() && isOneSlipAway(typed, word))
            return {kOneSlip, 0};
    return {};
}

Match recordMatch(const std::vector<std::string_view>& typed, std::string_view searched,
                  bool forgiving)
{
    Match total;
    for (const std::string_view word : typed) {
        const Match match = wordMatch(word, searched, forgiving);
        if (match.score == 0)
            return {};
        total.score += match.score;
        total.at += match.at;
    }
    return total;
}

struct Found {
    SearchHit::Kind kind;
    std::size_t index;
    Match match;
};

std::vector<Found> findAll(const std::vector<ChildRow>& children, const std::vector<HomeRow>& homes,
                           const std::vector<std::string_view>& typed, bool forgiving)
{
    std::vector<Found> found;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (const Match match = recordMatch(typed, children[i].searchText, forgiving); match.score)
            found.push_back({SearchHit::Kind::Child, i, match});
    for (std::size_t i = 0; i < homes.size(); ++i)
        if (const Match match = recordMatch(typed, homes[i].searchText, forgiving); match.score)
            found.push_back({SearchHit::Kind::Home, i, match});
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
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown),
                      found.end(), [](const Found& a, const Found& b) {
                          return std::tuple(-a.match.score, a.kind, a.match.at, a.index) <
                                 std::tuple(-b.match.score, b.kind, b.match.at, b.index);
                      });
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < shown; ++i) {
        const Found& hit = found[i];
        if (hit.kind == SearchHit::Kind::Child)
            hits.push_back({hit.kind, children[hit.index].id.value, children[hit.index].displayName,
                            hit.match.score});
        else
            hits.push_back(
                {hit.kind, homes[hit.index].id.value, homes[hit.index].name, hit.match.score});
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
