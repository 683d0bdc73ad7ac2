// The way back from the text of a search.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "app/matching/search_text.h"

namespace homeward::app {
namespace {

using Json = nlohmann::json;
using matching::Candidate;
using matching::Contribution;
using matching::LimitFinding;
using matching::Question;

/// What a text must not hold. Thrown within this file only.
struct Unreadable {};

template <typename E>
E keyed(const Json& json)
{
    const auto value = fromKey<E>(json.get_ref<const std::string&>());
    if (!value)
        throw Unreadable();
    return *value;
}

template <typename Value>
std::optional<Value> maybe(const Json& json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<Value>());
}

MaybeLevel levelOf(const Json& json)
{
    if (json.is_null())
        return {};
    const auto level = Level::fromInt(json.get<int>());
    if (!level)
        throw Unreadable();
    return level;
}

std::optional<Location> locationOf(const Json& json)
{
    if (json.is_null())
        return {};
    const double first = json.at(1).get<double>();
    const double second = json.at(2).get<double>();
    return json.at(0) == "grid" ? Location(GridReference{first, second})
                                : Location(LatLon{first, second});
}

class ListReader {
public:
    ListReader(const Json& json, const std::vector<storage::HouseholdVersion>& versions,
               ShortlistAnswer& answer)
        : m_json(json), m_answer(answer)
    {
        for (const storage::HouseholdVersion& version : versions)
            m_versions[version.number] = &version;
        for (const Json& key : json.at("bands"))
            m_bands.push_back(keyed<matching::Band>(key));
    }

    void read()
    {
        m_answer.childName = m_json.at("child").get<std::string>();
        m_answer.assessedOn = Date::fromIso(m_json.at("assessedOn").get_ref<const std::string&>());
        readRequest(m_json.at("request"));
        matching::Shortlist& list = m_answer.list;
        list.childAssessed = m_json.at("assessed").get<bool>();
        for (const Json& one : m_json.at("candidates")) {
            list.candidates.push_back(candidate(one));
            list.candidates.back().rank = static_cast<int>(list.candidates.size());
        }
        readTies(m_json.at("ties"));
        for (const Json& other : m_json.at("otherKinds"))
            list.otherKinds.push_back(
                {keyed<HomeKind>(other.at(0)), other.at(1).get<int>(), maybe<int>(other.at(2))});
        readSiblings(m_json.at("siblingsInCare"));
        for (const Json& one : m_json.at("nearMisses"))
            list.nearMisses.push_back(candidate(one));
        for (const Json& group : m_json.at("notEligible"))
            for (const Json& version : group.at(2))
                list.notEligible.push_back({household(version, group.at(0)), limits(group.at(1))});
        std::sort(list.notEligible.begin(), list.notEligible.end(),
                  [](const auto& a, const auto& b) { return a.home < b.home; });
        for (const Json& one : m_json.at("inNoList"))
            household(one.at(0), one.at(1));
    }

private:
    void readRequest(const Json& json)
    {
        matching::Request& request = m_answer.request;
        request.ageYears = json.at("age").get<int>();
        request.sex = keyed<Sex>(json.at("sex"));
        for (const Json& need : json.at("needs"))
            request.needs.push_back(levelOf(need));
        // The words are about domains of the framework.
        if (request.needs.size() != m_answer.framework.domains.size())
            throw Unreadable();
        for (const Json& need : json.at("leftOut"))
            request.leftOut.push_back({need.at(0).get<std::string>(), need.at(1).get<int>()});
        request.family = locationOf(json.at("family"));
        request.school = locationOf(json.at("school"));
        request.language = json.at("language").get<std::string>();
        request.likesPets = maybe<bool>(json.at("likesPets"));
        for (const Json& sibling : json.at("siblings"))
            request.siblings.push_back({sibling.get<std::string>()});
        if (HomeId home{json.at("livesIn").get<std::string>()}; !home.isEmpty())
            request.livesIn = home;
    }

    HomeId household(const Json& number, const Json& free)
    {
        const auto version = m_versions.find(number.get<std::int64_t>());
        if (version == m_versions.end())
            throw Unreadable();
        HouseholdFacts& facts = m_answer.households[version->second->home];
        facts = factsOf(*version->second);
        facts.free = free.get<int>();
        return version->second->home;
    }

    matching::Gap gap(std::size_t code) const
    {
        const std::size_t marks = code % kSearchGapMarks;
        const std::size_t levels = code / kSearchGapMarks;
        return {domain(levels / kLevelCount / kLevelCount),
                static_cast<int>(levels / kLevelCount % kLevelCount),
                static_cast<int>(levels % kLevelCount), (marks & 1) != 0, (marks & 2) != 0};
    }

    std::size_t domain(std::size_t index) const
    {
        if (index >= m_answer.framework.domains.size())
            throw Unreadable();
        return index;
    }

    static std::vector<LimitFinding> limits(const Json& json)
    {
        std::vector<LimitFinding> limits;
        for (const Json& one : json)
            limits.push_back({keyed<matching::Limit>(one.at(0)),
                              keyed<matching::Verdict>(one.at(1)), one.at(2) == 1,
                              one.at(3).get<std::map<std::string, std::string>>()});
        return limits;
    }

    Contribution contribution(const Json& json) const
    {
        Contribution part;
        part.points = json.at(0).get<double>();
        part.possible = json.at(1).get<double>();
        if (json.size() == 2) {
            part.kind = Contribution::Kind::NoAssessedNeed;
        } else if (json.at(2).is_string()) {
            part.kind = Contribution::Kind::Factor;
            part.factor = keyed<matching::Factor>(json.at(2));
            part.value = json.at(3).get<double>();
            part.facts = json.at(4).get<std::map<std::string, std::string>>();
            part.isKnown = json.size() < 6;
        } else {
            part.domain = domain(json.at(2).get<std::size_t>());
            part.need = json.at(3).get<int>();
            part.skill = levelOf(json.at(4));
            part.isKnown = part.skill.has_value();
        }
        return part;
    }

    Question question(const Json& json) const
    {
        Question question;
        question.points = json.back().get<double>();
        if (json.at(0).is_number()) {
            question.domain = domain(json.at(0).get<std::size_t>());
            return question;
        }
        question.about = keyed<Question::About>(json.at(0));
        if (question.about == Question::About::Factor)
            question.factor = keyed<matching::Factor>(json.at(1));
        if (question.about == Question::About::Limit)
            question.limit = keyed<matching::Limit>(json.at(1));
        return question;
    }

    void readTies(const Json& json)
    {
        auto& candidates = m_answer.list.candidates;
        for (const Json& tie : json) {
            const auto from = tie.at(0).get<std::size_t>();
            const auto to = tie.at(1).get<std::size_t>();
            for (std::size_t rank = from; rank <= to; ++rank) {
                Candidate& candidate = candidates.at(rank - 1);
                candidate.tiedFrom = static_cast<int>(from);
                candidate.tiedTo = static_cast<int>(to);
            }
        }
    }

    void readSiblings(const Json& json)
    {
        for (const Json& one : json) {
            SiblingInCare sibling;
            sibling.child = {one.at(0).get<std::string>()};
            sibling.name = one.at(1).get<std::string>();
            sibling.ageYears = one.at(2).get<int>();
            if (HomeId home{one.at(3).get<std::string>()}; !home.isEmpty())
                sibling.livesIn = home;
            sibling.homeName = one.at(4).get<std::string>();
            m_answer.siblings.push_back(std::move(sibling));
        }
    }

    Candidate candidate(const Json& json)
    {
        Candidate candidate;
        candidate.home = household(json.at(0), json.at(1));
        candidate.freePlaces = json.at(1).get<int>();
        candidate.score = json.at(2).get<double>();
        candidate.band = m_bands.at(json.at(3).get<std::size_t>());
        candidate.needsFit = maybe<double>(json.at(4));
        candidate.practicalFit = maybe<double>(json.at(5));
        candidate.miles = maybe<double>(json.at(6));
        for (const Json& code : json.at(7))
            candidate.gaps.push_back(gap(code.get<std::size_t>()));
        if (json.size() > 8)
            for (const Json& one : json.at(8))
                candidate.questions.push_back(question(one));
        if (json.size() > 9)
            candidate.limits = limits(json.at(9));
        if (json.size() > 10)
            for (const Json& part : json.at(10))
                candidate.contributions.push_back(contribution(part));
        return candidate;
    }

    const Json& m_json;
    ShortlistAnswer& m_answer;
    std::unordered_map<std::int64_t, const storage::HouseholdVersion*> m_versions;
    std::vector<matching::Band> m_bands;
};

}  // namespace

HouseholdFacts factsOf(const storage::HouseholdVersion& version)
{
    HouseholdFacts facts;
    facts.name = version.name;
    facts.reference = version.reference;
    facts.providerName = version.providerName;
    facts.ownService = version.ownService;
    facts.weeklyCostPence = version.weeklyCostPence;
    facts.kind = version.kind;
    facts.skills = version.skills;
    facts.postcode = version.postcode;
    facts.homeVersion = version.homeVersion;
    facts.version = version.number;
    return facts;
}

Result<Done> readSearchText(
    const std::string& text,
    const std::function<std::vector<storage::HouseholdVersion>(VersionRange)>& versions,
    ShortlistAnswer& answer)
{
    try {
        const Json json = Json::parse(text);
        const Json& range = json.at("versions");
        VersionRange named;
        if (!range.empty())
            named = {range.at(0).get<std::int64_t>(), range.at(1).get<std::int64_t>()};
        const auto known = versions(named);
        ListReader(json, known, answer).read();
        return Done{};
    } catch (const Json::exception&) {
        return Error{ErrorCode::StoreDamaged, "search does not read", {}};
    } catch (const std::out_of_range&) {
        return Error{ErrorCode::StoreDamaged, "search does not read", {}};
    } catch (const Unreadable&) {
        return Error{ErrorCode::StoreDamaged, "search does not read", {}};
    }
}

}  // namespace homeward::app
