#include <algorithm>

#include "cli/json_output.h"
#include "cli/json_values.h"
#include "documents/wording.h"

namespace homeward::cli {
namespace {

using matching::Candidate;
using matching::Contribution;
using matching::LimitFinding;
using matching::Verdict;

Json levelOf(const MaybeLevel& level)
{
    return level ? Json(level->value()) : Json(nullptr);
}

class ShortlistJson {
public:
    ShortlistJson(const app::ShortlistAnswer& answer, const documents::MessageCatalogue& words)
        : m_answer(answer), m_words(words)
    {
    }

    Json household(const HomeId& home) const
    {
        Json json{{"id", home.value}};
        const auto found = m_answer.households.find(home);
        if (found == m_answer.households.end())
            return json;
        const app::HouseholdFacts& facts = found->second;
        json["name"] = facts.name;
        json["reference"] = facts.reference;
        json["provider"] = facts.providerName;
        json["kind"] = std::string(toKey(facts.kind));
        json["own_service"] = facts.ownService;
        json["weekly_cost_pence"] = orNull(facts.weeklyCostPence);
        return json;
    }

    Json candidate(const Candidate& candidate) const
    {
        Json contributions = Json::array();
        for (const Contribution& share : candidate.contributions)
            contributions.push_back(contribution(share));
        Json gaps = Json::array();
        for (const matching::Gap& one : candidate.gaps)
            gaps.push_back(gap(one));
        return {{"rank", candidate.rank > 0 ? Json(candidate.rank) : Json(nullptr)},
                {"tied_ranks", tie(candidate)},
                {"household", household(candidate.home)},
                {"score", candidate.score},
                {"score_up_to", candidate.scoreUpTo()},
                {"band", std::string(toKey(candidate.band))},
                {"needs_fit", orNull(candidate.needsFit)},
                {"practical_fit", orNull(candidate.practicalFit)},
                {"free_places", candidate.freePlaces},
                {"miles", orNull(candidate.miles)},
                {"contributions", contributions},
                {"gaps", gaps},
                {"questions", questions(candidate)}};
    }

    Json nearMiss(const Candidate& candidate) const
    {
        Json json = this->candidate(candidate);
        json["limits"] = Json::array();
        for (const LimitFinding& finding : candidate.limits)
            if (finding.verdict == Verdict::NotMet)
                json["limits"].push_back(limit(finding));
        // The only one but in an emergency.
        json["limit"] = json["limits"].front();
        return json;
    }

    Json limit(const LimitFinding& finding) const
    {
        Json facts = Json::object();
        for (const auto& [name, value] : finding.facts)
            facts[name] = value;
        return {{"limit", std::string(toKey(finding.limit))},
                {"can_be_waived", finding.canBeWaived},
                {"facts", facts},
                {"sentence", documents::limitSentence(finding, m_words)}};
    }

    Json otherKinds() const
    {
        Json kinds = Json::array();
        for (const matching::OtherKind& other : m_answer.list.otherKinds)
            kinds.push_back({{"kind", std::string(toKey(other.kind))},
                             {"homes", other.homes},
                             {"from_pence", orNull(other.fromPence)}});
        return kinds;
    }

    Json needsLeftOut() const
    {
        Json needs = Json::array();
        for (const matching::LeftOut& need : m_answer.request.leftOut)
            needs.push_back({{"title", need.title}, {"level", need.level}});
        return needs;
    }

    Json siblings() const
    {
        Json siblings = Json::array();
        for (const app::SiblingInCare& sibling : m_answer.siblings)
            siblings.push_back(
                {{"name", sibling.name},
                 {"age", sibling.ageYears},
                 {"home", sibling.homeName.empty() ? Json(nullptr) : Json(sibling.homeName)}});
        return siblings;
    }

private:
    static Json tie(const Candidate& candidate)
    {
        if (candidate.tiedFrom == 0)
            return nullptr;
        return {candidate.tiedFrom, candidate.tiedTo};
    }

    std::string domainKey(std::size_t domain) const
    {
        const auto& domains = m_answer.framework.domains;
        return domain < domains.size() ? domains[domain].key : std::string{};
    }

    Json contribution(const Contribution& share) const
    {
        Json json;
        switch (share.kind) {
            case Contribution::Kind::Domain:
                json = {{"kind", "domain"},
                        {"key", domainKey(share.domain)},
                        {"need", share.need},
                        {"skill", levelOf(share.skill)}};
                break;
            case Contribution::Kind::NoAssessedNeed:
                json = {{"kind", "no-assessed-need"}, {"key", "no-assessed-need"}};
                break;
            case Contribution::Kind::Factor:
                json = {{"kind", "factor"},
                        {"key", std::string(toKey(share.factor))},
                        {"value", share.value}};
                break;
        }
        json["title"] = documents::contributionTitle(share, m_answer.framework, m_words);
        json["points"] = share.points;
        json["possible"] = share.possible;
        json["known"] = share.isKnown;
        json["sentence"] = documents::contributionSentence(share, m_words);
        return json;
    }

    Json gap(const matching::Gap& one) const
    {
        return {{"domain", domainKey(one.domain)},
                {"need", one.need},
                {"shortfall", one.shortfall},
                {"critical", one.critical},
                {"skill_unknown", one.skillUnknown}};
    }

    Json questions(const Candidate& candidate) const
    {
        const auto sentences =
            documents::reportedQuestions(candidate, m_answer.request, m_answer.framework, m_words);
        Json questions = Json::array();
        for (std::size_t i = 0; i < sentences.size(); ++i)
            questions.push_back({{"about", std::string(toKey(candidate.questions[i].about))},
                                 {"sentence", sentences[i].sentence},
                                 {"points", candidate.questions[i].points}});
        return questions;
    }

    const app::ShortlistAnswer& m_answer;
    const documents::MessageCatalogue& m_words;
};

}  // namespace

std::string shortlistJson(const app::ShortlistAnswer& answer, const std::string& caseNumber,
                          std::size_t limit, const documents::MessageCatalogue& words)
{
    const ShortlistJson write(answer, words);
    const matching::Shortlist& list = answer.list;
    Json candidates = Json::array();
    for (std::size_t i = 0; i < std::min(limit, list.candidates.size()); ++i)
        candidates.push_back(write.candidate(list.candidates[i]));
    Json nearMisses = Json::array();
    for (std::size_t i = 0; i < std::min(limit, list.nearMisses.size()); ++i)
        nearMisses.push_back(write.nearMiss(list.nearMisses[i]));
    Json notEligible = Json::array();
    for (const matching::NotEligible& other : list.notEligible) {
        Json reasons = Json::array();
        for (const LimitFinding& reason : other.reasons)
            reasons.push_back(write.limit(reason));
        notEligible.push_back({{"household", write.household(other.home)}, {"reasons", reasons}});
    }
    const Json json{
        {"search", answer.search.isEmpty() ? Json(nullptr) : Json(answer.search.value)},
        {"child", caseNumber},
        {"on", answer.request.on.toIso()},
        {"kind", std::string(toKey(answer.request.kind))},
        {"type",
         answer.request.type ? Json(std::string(toKey(*answer.request.type))) : Json(nullptr)},
        {"max_miles", orNull(answer.request.maxMiles)},
        {"child_assessed", list.childAssessed},
        {"needs_left_out", write.needsLeftOut()},
        {"assessed_on", answer.assessedOn ? Json(answer.assessedOn->toIso()) : Json(nullptr)},
        {"policy_version", list.policyVersion},
        {"framework",
         {{"id", list.framework.value},
          {"key", answer.framework.key},
          {"version", answer.framework.version}}},
        {"households_looked_at", answer.lookedAt},
        {"eligible", list.candidates.size()},
        {"other_kinds", write.otherKinds()},
        {"siblings_in_care", write.siblings()},
        {"advice", words.text("report.shortlist.advice")},
        {"candidates", candidates},
        {"near_misses", nearMisses},
        {"not_eligible", notEligible}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace homeward::cli
