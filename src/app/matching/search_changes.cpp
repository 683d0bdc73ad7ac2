#include "app/matching/search_changes.h"

#include <algorithm>

#include "matching/shortlist_compare.h"

namespace homeward::app {
namespace {

using matching::Candidate;
using matching::LimitFinding;

/// What one list says of one household.
struct Entry {
    const Candidate* candidate = nullptr;  ///< null: not eligible, or in no list
    bool nearMiss = false;
    const std::vector<LimitFinding>* reasons = nullptr;  ///< null: none
};

Entry entryOf(const matching::Shortlist& list, const HomeId& home)
{
    const auto isHome = [&](const auto& row) { return row.home == home; };
    for (const auto* rows : {&list.candidates, &list.nearMisses}) {
        const auto row = std::find_if(rows->begin(), rows->end(), isHome);
        if (row != rows->end())
            return {&*row, rows == &list.nearMisses, &row->limits};
    }
    const auto row = std::find_if(list.notEligible.begin(), list.notEligible.end(), isHome);
    return row == list.notEligible.end() ? Entry{} : Entry{nullptr, false, &row->reasons};
}

bool isNotMet(const Entry& entry, matching::Limit limit)
{
    return entry.reasons && std::any_of(entry.reasons->begin(), entry.reasons->end(),
                                        [&](const LimitFinding& finding) {
                                            return finding.limit == limit &&
                                                   finding.verdict == matching::Verdict::NotMet;
                                        });
}

/// But for rank and ties, which only the whole list gives, and the contributions of rows that were
/// not explained.
bool saysTheSame(const Entry& shown, const Entry& now)
{
    if (!shown.candidate || !now.candidate)
        return !shown.candidate && !now.candidate;
    Candidate then = *shown.candidate;
    Candidate today = *now.candidate;
    then.rank = then.tiedFrom = then.tiedTo = 0;
    today.rank = today.tiedFrom = today.tiedTo = 0;
    if (then.contributions.empty())
        today.contributions.clear();
    return shown.nearMiss == now.nearMiss && then == today;
}

class Differences {
public:
    Differences(const ShortlistAnswer& shown, const ChoiceNow& now) : m_shown(shown), m_now(now) {}

    std::optional<Error> find()
    {
        compareRules();
        compareChild();
        compareHousehold();
        if (m_facts["changed"].empty())
            return std::nullopt;
        m_facts["household"] = m_now.household.name;
        return Error{ErrorCode::EditConflict, "search " + m_shown.search.value, m_facts};
    }

private:
    void add(const std::string& what, const std::string& was = {}, const std::string& now = {})
    {
        std::string& changed = m_facts["changed"];
        changed += (changed.empty() ? "" : ",") + what;
        if (!was.empty() || !now.empty()) {
            m_facts[what + ".was"] = was;
            m_facts[what + ".now"] = now;
        }
    }

    void compareRules()
    {
        const auto& used = m_shown.list;
        if (used.policyVersion != m_now.list.policyVersion)
            add("policy", used.policyVersion, m_now.list.policyVersion);
        if (used.framework != m_now.framework)
            add("framework");
    }

    void compareChild()
    {
        const auto& assessment = m_now.asked.assessment;
        if (m_shown.assessment != (assessment ? assessment->id : AssessmentId{}))
            add("assessment", m_shown.assessedOn ? m_shown.assessedOn->toIso() : std::string(),
                assessment ? assessment->assessedOn.toIso() : std::string());
        if (m_shown.current != m_now.asked.current)
            add("placement");
        matching::Request asked = m_now.asked.request;
        asked.needs = m_shown.request.needs;  // named as the assessment
        asked.leftOut = m_shown.request.leftOut;
        asked.livesIn = m_shown.request.livesIn;
        if (!(asked == m_shown.request))
            add("child");
    }

    void compareHousehold()
    {
        const HomeId& home = m_now.household.household.id;
        const Entry then = entryOf(m_shown.list, home);
        const Entry today = entryOf(m_now.list, home);
        if (const auto facts = m_shown.households.find(home); facts != m_shown.households.end()) {
            const int free = matching::freePlaces(m_now.household.household);
            if (facts->second.free != free)
                add("free-places", std::to_string(facts->second.free), std::to_string(free));
            if (facts->second.skills != m_now.household.skills)
                add("skills");
        }
        std::string limits;
        for (const auto& [limit, key] : EnumKeys<matching::Limit>::table)
            if (isNotMet(today, limit) && !isNotMet(then, limit))
                limits += (limits.empty() ? "" : ",") + std::string(key);
        if (!limits.empty())
            add("limits", {}, limits);
        if (m_facts["changed"].empty() && !saysTheSame(then, today))
            add("household");
    }

    const ShortlistAnswer& m_shown;
    const ChoiceNow& m_now;
    std::map<std::string, std::string> m_facts;
};

}  // namespace

std::optional<Error> changedSince(const ShortlistAnswer& shown, const ChoiceNow& now)
{
    return Differences(shown, now).find();
}

}  // namespace homeward::app
