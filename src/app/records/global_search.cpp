#include "app/records/global_search.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "app/records/child_rows.h"
#include "app/records/home_rows.h"
#include "app/records/near_terms.h"
#include "storage/records/search_index.h"

namespace homeward::app {
namespace {

using storage::SearchKind;

constexpr std::size_t kMostJudged = 60;  ///< of each kind
constexpr int kWholeWord = 100;
constexpr int kWordStart = 60;
constexpr int kPlaceOnly = 20;  ///< a child by the home it lives in
constexpr int kOneSlip = 12;

/// How well what was typed is found in the words of a record. Of the same score the one is meant
/// that has it in its name.
struct Match {
    int score = 0;
    int part = 0;
};

Match matchOf(const SearchTerm& term, const std::vector<RecordWord>& words)
{
    Match best{0, 0};
    const auto take = [&](int score, const RecordWord& word) {
        const int part = static_cast<int>(word.of);
        if (std::tuple(-score, part) < std::tuple(-best.score, best.part))
            best = {score, part};
    };
    for (const RecordWord& word : words) {
        if (word.word == term.typed)
            take(kWholeWord, word);
        else if (word.word.starts_with(term.typed))
            take(kWordStart, word);
        else if (isOneSlipAway(term.typed, word.word))
            take(kOneSlip, word);
    }
    return best;
}

struct Found {
    SearchKind kind;
    std::string id;
    Match match;
};

/// Where it stands among what is found; before others of its place by what its record says.
std::tuple<int, SearchKind, int> placeOf(const Found& one)
{
    return {-one.match.score, one.kind, one.match.part};
}

class Search {
public:
    Search(Records& records, const Session& session)
        : m_index(records.transaction),
          m_children(childList(records, session)),
          m_homes(records.transaction, session.today())
    {
    }

    /// Enough of them for the best `limit`.
    std::vector<Found> find(const std::vector<SearchTerm>& terms, std::size_t limit)
    {
        std::vector<Found> found;
        for (const SearchKind kind : {SearchKind::Child, SearchKind::Home})
            judge(kind, m_index.recordsWith(kind, terms, kMostJudged), terms, found);
        // Less well found: those whom their home, its provider or its place leads to.
        const auto room = static_cast<int>(limit - std::min(limit, found.size()));
        if (room == 0)
            return found;
        std::vector<std::string> ids;
        for (const auto& line : m_homes.page({{}, terms}, {}, room))
            ids.push_back(line.home.id.value);
        judge(SearchKind::Home, ids, terms, found);
        ids.clear();
        for (const auto& line : m_children.page({{}, terms}, {}, room))
            ids.push_back(line.id.value);
        judge(SearchKind::Child, ids, terms, found);
        return found;
    }

    /// The best of them. Of those found alike the children in care and the approved homes come
    /// first, then the names decide.
    std::vector<SearchHit> shown(std::vector<Found> found, std::size_t limit, Date today)
    {
        std::ranges::stable_sort(found, {}, placeOf);
        // Those found as well as the last that fits are all looked at.
        if (found.size() > limit) {
            const auto last = placeOf(found[std::max<std::size_t>(limit, 1) - 1]);
            found.erase(std::ranges::upper_bound(found, last, {}, placeOf), found.end());
        }
        std::vector<Candidate> candidates = candidatesOf(found, today);
        std::ranges::sort(candidates, {}, [](const Candidate& one) {
            return std::tuple(placeOf(*one.found), one.isPast, std::string_view(one.name),
                              std::string_view(one.found->id));
        });
        candidates.resize(std::min(limit, candidates.size()));
        std::vector<SearchHit> hits;
        hits.reserve(candidates.size());
        for (Candidate& candidate : candidates)
            hits.push_back(std::move(candidate.hit));
        return hits;
    }

private:
    struct Candidate {
        const Found* found = nullptr;
        bool isPast = false;  ///< not in care, or not approved
        std::string name;     ///< in order
        SearchHit hit;
    };
    /// In two questions, not one for each.
    std::vector<Candidate> candidatesOf(const std::vector<Found>& found, Date today)
    {
        std::vector<ChildId> children;
        std::vector<HomeId> homes;
        std::map<std::string, const Found*> byId;
        for (const Found& one : found) {
            byId[one.id] = &one;
            if (one.kind == SearchKind::Child)
                children.push_back({one.id});
            else
                homes.push_back({one.id});
        }
        std::vector<Candidate> candidates;
        for (const auto& line : m_children.find(children)) {
            const Found* of = byId.at(line.id.value);
            candidates.push_back(
                {of, !line.care.inCare, line.key.name, {rowOf(line, today), of->match.score}});
        }
        for (const auto& line : m_homes.find(homes)) {
            const Found* of = byId.at(line.home.id.value);
            candidates.push_back({of,
                                  line.home.approval.status != ApprovalStatus::Approved,
                                  line.key.name,
                                  {rowOf(line), of->match.score}});
        }
        return candidates;
    }
    void judge(SearchKind kind, const std::vector<std::string>& ids,
               const std::vector<SearchTerm>& terms, std::vector<Found>& found)
    {
        for (const std::string& id : ids) {
            if (!m_judged.insert(id).second)
                continue;
            const auto words = m_index.wordsOf(id);
            Match total;
            for (const SearchTerm& term : terms) {
                const Match match = matchOf(term, words);
                total.score += match.score > 0 ? match.score : kPlaceOnly;
                total.part += match.score > 0 ? match.part : static_cast<int>(WordOf::Place);
            }
            found.push_back({kind, id, total});
        }
    }

    storage::SearchIndex m_index;
    storage::ChildList m_children;
    storage::HomeList m_homes;
    std::set<std::string> m_judged;
};

}  // namespace

Result<std::vector<SearchHit>> search(Session& session, std::string_view typed, std::size_t limit)
{
    std::vector<SearchTerm> terms = searchTerms(typed);
    if (terms.empty())
        return std::vector<SearchHit>();
    return query<std::vector<SearchHit>>(
        session, "search", [&](Records& records) -> Result<std::vector<SearchHit>> {
            Search search(records, session);
            auto found = search.find(terms, limit);
            // Slips are forgiven only where nothing is spelled as typed: cheaper, and less
            // surprising.
            if (found.empty() && forgiveSlips(records, terms))
                found = search.find(terms, limit);
            return search.shown(std::move(found), limit, session.today());
        });
}

Result<std::vector<SearchHit>> recordsOf(Session& session, const std::vector<RecordOf>& wanted)
{
    return query<std::vector<SearchHit>>(
        session, "records", [&](Records& records) -> Result<std::vector<SearchHit>> {
            storage::ChildList children = childList(records, session);
            storage::HomeList homes(records.transaction, session.today());
            std::vector<SearchHit> hits;
            for (const RecordOf& one : wanted) {
                if (const auto child = one.isChild ? children.find({one.id}) : std::nullopt)
                    hits.push_back({rowOf(*child, session.today())});
                else if (const auto home = one.isChild ? std::nullopt : homes.find({one.id}))
                    hits.push_back({rowOf(*home)});
            }
            return hits;
        });
}

}  // namespace homeward::app
