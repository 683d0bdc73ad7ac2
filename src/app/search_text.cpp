#include "app/search_text.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace homeward::app {
namespace {

using Json = nlohmann::json;
using matching::Candidate;
using matching::Contribution;
using matching::LimitFinding;

// Written by hand: a tree of JSON values for a few thousand households takes longer than the
// matching itself.

/// A JSON text while it is written. Commas go before every value but the first of its list.
class Writer {
public:
    Writer& open(char bracket)
    {
        comma();
        m_text += bracket;
        m_first = true;
        return *this;
    }
    Writer& close(char bracket)
    {
        m_text += bracket;
        m_first = false;
        return *this;
    }
    Writer& name(const char* key)
    {
        comma();
        m_text += '"';
        m_text += key;
        m_text += "\":";
        m_first = true;
        return *this;
    }
    template <typename Number>
    Writer& number(Number value)
    {
        comma();
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_text.append(digits, end);
        return *this;
    }
    /// A word of the program, without anything to escape.
    Writer& key(std::string_view word)
    {
        comma();
        m_text += '"';
        m_text += word;
        m_text += '"';
        return *this;
    }
    Writer& words(const std::string& words)
    {
        return raw(Json(words).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    template <typename Value>
    Writer& maybe(const std::optional<Value>& value)
    {
        return value ? number(*value) : raw("null");
    }
    Writer& maybe(const MaybeLevel& level)
    {
        return level ? number(level->value()) : raw("null");
    }
    Writer& maybe(const std::optional<Location>& location)
    {
        if (!location)
            return raw("null");
        open('[');
        if (const auto* grid = std::get_if<GridReference>(&*location))
            key("grid").number(grid->eastingM).number(grid->northingM);
        else if (const auto* globe = std::get_if<LatLon>(&*location))
            key("globe").number(globe->latitude).number(globe->longitude);
        return close(']');
    }
    Writer& facts(const std::map<std::string, std::string>& facts)
    {
        open('{');
        for (const auto& [fact, value] : facts)
            name(fact.c_str()).words(value);
        return close('}');
    }
    Writer& raw(std::string_view json)
    {
        comma();
        m_text += json;
        return *this;
    }
    std::string take() { return std::move(m_text); }

private:
    void comma()
    {
        if (!m_first)
            m_text += ',';
        m_first = false;
    }
    std::string m_text;
    bool m_first = true;
};

void write(Writer& to, const matching::Request& request)
{
    to.open('{').name("age").number(request.ageYears).name("sex").key(toKey(request.sex));
    to.name("needs").open('[');
    for (const MaybeLevel& need : request.needs)
        to.maybe(need);
    to.close(']').name("family").maybe(request.family).name("school").maybe(request.school);
    to.name("language").words(request.language).name("likesPets");
    to.raw(!request.likesPets ? "null" : *request.likesPets ? "true" : "false");
    to.name("siblings").open('[');
    for (const ChildId& sibling : request.siblings)
        to.words(sibling.value);
    to.close(']').name("livesIn").words(request.livesIn.value_or(HomeId{}).value).close('}');
}

void write(Writer& to, const std::vector<LimitFinding>& limits)
{
    to.open('[');
    for (const LimitFinding& finding : limits) {
        to.open('[').key(toKey(finding.limit)).key(toKey(finding.verdict));
        to.number(finding.canBeWaived ? 1 : 0).facts(finding.facts).close(']');
    }
    to.close(']');
}

void write(Writer& to, const Contribution& part)
{
    to.open('[').number(part.points).number(part.possible);
    if (part.kind == Contribution::Kind::Domain)
        to.number(part.domain).number(part.need).maybe(part.skill);
    if (part.kind == Contribution::Kind::Factor)
        to.key(toKey(part.factor)).number(part.value);
    to.facts(part.facts).close(']');
}

void write(Writer& to, const Candidate& candidate, std::int64_t version)
{
    to.open('[').number(version).number(candidate.freePlaces).number(candidate.score);
    to.key(toKey(candidate.band)).maybe(candidate.needsFit).maybe(candidate.practicalFit);
    to.maybe(candidate.miles).open('[');
    for (const matching::Gap& gap : candidate.gaps)
        to.number(gap.domain).number(gap.need).number(gap.shortfall).number(
            (gap.critical ? 1 : 0) + (gap.skillUnknown ? 2 : 0));
    to.close(']');
    write(to, candidate.limits);
    to.open('[');
    for (const matching::Factor factor : candidate.unknownFactors)
        to.key(toKey(factor));
    to.close(']').open('[');
    for (const Contribution& part : candidate.contributions)
        write(to, part);
    to.close(']').close(']');
}

class ListWriter {
public:
    explicit ListWriter(const ShortlistAnswer& answer) : m_answer(answer) {}

    std::string text()
    {
        m_to.open('{').name("child").words(m_answer.childName).name("request");
        write(m_to, m_answer.request);
        m_to.name("assessed").raw(m_answer.list.childAssessed ? "true" : "false");
        m_to.name("assessedOn")
            .words(m_answer.assessedOn ? m_answer.assessedOn->toIso() : std::string());
        candidates("candidates", m_answer.list.candidates);
        candidates("nearMisses", m_answer.list.nearMisses);
        notEligible();
        inNoList();
        return m_to.close('}').take();
    }

private:
    const HouseholdFacts& facts(const HomeId& home)
    {
        const HouseholdFacts& facts = m_answer.households.at(home);
        const auto number = static_cast<std::size_t>(facts.version);
        if (m_written.size() <= number)
            m_written.resize(number + 1);
        m_written[number] = true;
        m_first = m_first == 0 ? number : std::min(m_first, number);
        return facts;
    }

    void candidates(const char* name, const std::vector<Candidate>& list)
    {
        m_to.name(name).open('[');
        for (const Candidate& candidate : list)
            write(m_to, candidate, facts(candidate.home).version);
        m_to.close(']');
    }

    void notEligible()
    {
        std::unordered_map<std::string, std::vector<std::int64_t>> alike;
        std::vector<const std::string*> order;
        for (const matching::NotEligible& household : m_answer.list.notEligible) {
            const HouseholdFacts& known = facts(household.home);
            Writer reasons;
            reasons.number(known.free);
            write(reasons, household.reasons);
            const auto [group, isNew] = alike.try_emplace(reasons.take());
            if (isNew)
                order.push_back(&group->first);
            group->second.push_back(known.version);
        }
        m_to.name("notEligible").open('[');
        for (const std::string* reasons : order) {
            m_to.open('[').raw(*reasons).open('[');
            for (const std::int64_t version : alike[*reasons])
                m_to.number(version);
            m_to.close(']').close(']');
        }
        m_to.close(']');
    }

    /// Looked at all the same: where the child lives.
    void inNoList()
    {
        m_to.name("inNoList").open('[');
        for (const auto& [home, known] : m_answer.households)
            if (!isWritten(known))
                m_to.open('[').number(facts(home).version).number(known.free).close(']');
        m_to.close(']').name("versions").open('[');
        if (!m_written.empty())
            m_to.number(m_first).number(m_written.size() - 1);
        m_to.close(']');
    }

    bool isWritten(const HouseholdFacts& facts) const
    {
        const auto number = static_cast<std::size_t>(facts.version);
        return number < m_written.size() && m_written[number];
    }

    const ShortlistAnswer& m_answer;
    Writer m_to;
    std::vector<bool> m_written;  ///< by number of the version
    std::size_t m_first = 0;
};

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
    }

    void read()
    {
        m_answer.childName = m_json.at("child").get<std::string>();
        m_answer.assessedOn =
            Date::fromIso(m_json.at("assessedOn").get_ref<const std::string&>());
        readRequest(m_json.at("request"));
        matching::Shortlist& list = m_answer.list;
        list.childAssessed = m_json.at("assessed").get<bool>();
        for (const Json& one : m_json.at("candidates")) {
            list.candidates.push_back(candidate(one));
            list.candidates.back().rank = static_cast<int>(list.candidates.size());
        }
        for (const Json& one : m_json.at("nearMisses"))
            list.nearMisses.push_back(candidate(one));
        for (const Json& group : m_json.at("notEligible"))
            for (const Json& version : group.at(2))
                list.notEligible.push_back(
                    {household(version, group.at(0)), limits(group.at(1))});
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

    std::size_t domain(const Json& json) const
    {
        const auto index = json.get<std::size_t>();
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
        part.facts = json.back().get<std::map<std::string, std::string>>();
        if (json.size() == 3) {
            part.kind = Contribution::Kind::NoAssessedNeed;
        } else if (json.at(2).is_string()) {
            part.kind = Contribution::Kind::Factor;
            part.factor = keyed<matching::Factor>(json.at(2));
            part.value = json.at(3).get<double>();
        } else {
            part.domain = domain(json.at(2));
            part.need = json.at(3).get<int>();
            part.skill = levelOf(json.at(4));
        }
        return part;
    }

    Candidate candidate(const Json& json)
    {
        Candidate candidate;
        candidate.home = household(json.at(0), json.at(1));
        candidate.freePlaces = json.at(1).get<int>();
        candidate.score = json.at(2).get<double>();
        candidate.band = keyed<matching::Band>(json.at(3));
        candidate.needsFit = maybe<double>(json.at(4));
        candidate.practicalFit = maybe<double>(json.at(5));
        candidate.miles = maybe<double>(json.at(6));
        const Json& gaps = json.at(7);
        for (std::size_t i = 0; i < gaps.size(); i += 4) {
            const int marks = gaps.at(i + 3).get<int>();
            candidate.gaps.push_back({domain(gaps.at(i)), gaps.at(i + 1).get<int>(),
                                      gaps.at(i + 2).get<int>(), (marks & 1) != 0,
                                      (marks & 2) != 0});
        }
        candidate.limits = limits(json.at(8));
        for (const Json& factor : json.at(9))
            candidate.unknownFactors.push_back(keyed<matching::Factor>(factor));
        for (const Json& part : json.at(10))
            candidate.contributions.push_back(contribution(part));
        return candidate;
    }

    const Json& m_json;
    ShortlistAnswer& m_answer;
    std::unordered_map<std::int64_t, const storage::HouseholdVersion*> m_versions;
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

storage::HouseholdVersion versionOf(const HomeId& home, const HouseholdFacts& facts)
{
    return {facts.version, home,           facts.homeVersion,  facts.skills,
            facts.name,    facts.reference, facts.kind,        facts.providerName,
            facts.ownService, facts.postcode, facts.weeklyCostPence};
}

std::string searchText(const ShortlistAnswer& answer)
{
    return ListWriter(answer).text();
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
    } catch (const Unreadable&) {
        return Error{ErrorCode::StoreDamaged, "search does not read", {}};
    }
}

}  // namespace homeward::app
