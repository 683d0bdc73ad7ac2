#include "app/matching/search_text.h"

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
using matching::Question;

// Written by hand: a tree of JSON values for a few thousand households takes longer than the
// matching itself.

constexpr std::size_t kUsualBytes = 80;  ///< of one household

/// Bands and factors stand as their places in a list of keys at the head of the text.
template <typename E>
std::size_t placeOf(E value)
{
    const auto& table = EnumKeys<E>::table;
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const auto& entry) { return entry.first == value; });
    return static_cast<std::size_t>(found - std::begin(table));
}

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
    Writer& maybe(const MaybeLevel& level) { return level ? number(level->value()) : raw("null"); }
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
    void reserve(std::size_t bytes) { m_text.reserve(bytes); }
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
    to.close(']').name("leftOut").open('[');
    for (const matching::LeftOut& need : request.leftOut)
        to.open('[').words(need.title).number(need.level).close(']');
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
        to.key(toKey(part.factor)).number(part.value).facts(part.facts);
    if (part.kind == Contribution::Kind::Factor && !part.isKnown)
        to.raw("false");
    to.close(']');
}

/// Those about skills, of which there are most, begin with the number of the domain.
void write(Writer& to, const Question& question)
{
    to.open('[');
    if (question.about == Question::About::Skill)
        to.number(question.domain);
    else
        to.key(toKey(question.about));
    if (question.about == Question::About::Factor)
        to.key(toKey(question.factor));
    if (question.about == Question::About::Limit)
        to.key(toKey(question.limit));
    to.number(question.points).close(']');
}

/// A gap in one number, because most rows have several.
std::size_t codeOf(const matching::Gap& gap)
{
    const std::size_t marks = (gap.critical ? 1u : 0u) + (gap.skillUnknown ? 2u : 0u);
    const auto need = static_cast<std::size_t>(gap.need);
    const auto shortfall = static_cast<std::size_t>(gap.shortfall);
    return ((gap.domain * kLevelCount + need) * kLevelCount + shortfall) * kSearchGapMarks + marks;
}

/// Lists at the end that are empty are left out: most rows are far down.
void write(Writer& to, const Candidate& candidate, std::int64_t version)
{
    to.open('[').number(version).number(candidate.freePlaces).number(candidate.score);
    to.number(placeOf(candidate.band)).maybe(candidate.needsFit).maybe(candidate.practicalFit);
    to.maybe(candidate.miles);
    const int lists = !candidate.contributions.empty() ? 4
                      : !candidate.limits.empty()      ? 3
                      : !candidate.questions.empty()   ? 2
                                                       : 1;
    to.open('[');
    for (const matching::Gap& gap : candidate.gaps)
        to.number(codeOf(gap));
    to.close(']');
    if (lists >= 2) {
        to.open('[');
        for (const Question& question : candidate.questions)
            write(to, question);
        to.close(']');
    }
    if (lists >= 3)
        write(to, candidate.limits);
    if (lists >= 4) {
        to.open('[');
        for (const Contribution& part : candidate.contributions)
            write(to, part);
        to.close(']');
    }
    to.close(']');
}

class ListWriter {
public:
    explicit ListWriter(const ShortlistAnswer& answer) : m_answer(answer) {}

    std::string text()
    {
        m_to.reserve(m_answer.households.size() * kUsualBytes);
        m_to.open('{').name("child").words(m_answer.childName).name("request");
        write(m_to, m_answer.request);
        m_to.name("assessed").raw(m_answer.list.childAssessed ? "true" : "false");
        m_to.name("assessedOn")
            .words(m_answer.assessedOn ? m_answer.assessedOn->toIso() : std::string());
        keysOf<matching::Band>("bands");
        candidates("candidates", m_answer.list.candidates);
        ties();
        candidates("nearMisses", m_answer.list.nearMisses);
        notEligible();
        otherKinds();
        siblings();
        inNoList();
        m_to.close('}');
        return m_complete ? m_to.take() : std::string();
    }

private:
    template <typename E>
    void keysOf(const char* name)
    {
        m_to.name(name).open('[');
        for (const auto& [value, key] : EnumKeys<E>::table)
            m_to.key(key);
        m_to.close(']');
    }

    const HouseholdFacts& facts(const HomeId& home)
    {
        const HouseholdFacts& facts = m_answer.households.at(home);
        ++m_count;
        m_complete = m_complete && facts.version > 0;
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

    void ties()
    {
        m_to.name("ties").open('[');
        for (const Candidate& candidate : m_answer.list.candidates)
            if (candidate.rank == candidate.tiedFrom)
                m_to.open('[').number(candidate.tiedFrom).number(candidate.tiedTo).close(']');
        m_to.close(']');
    }

    void otherKinds()
    {
        m_to.name("otherKinds").open('[');
        for (const matching::OtherKind& other : m_answer.list.otherKinds) {
            m_to.open('[').key(toKey(other.kind)).number(other.homes);
            m_to.maybe(other.fromPence).close(']');
        }
        m_to.close(']');
    }

    void siblings()
    {
        m_to.name("siblingsInCare").open('[');
        for (const SiblingInCare& sibling : m_answer.siblings) {
            m_to.open('[').words(sibling.child.value).words(sibling.name);
            m_to.number(sibling.ageYears).words(sibling.livesIn.value_or(HomeId{}).value);
            m_to.words(sibling.homeName).close(']');
        }
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
        const auto lookedAt = static_cast<std::size_t>(m_answer.lookedAt);
        const HomeKind kind = m_answer.request.kind;
        // Walking through thousands of households takes longer than naming the usual one.
        const auto& livesIn = m_answer.request.livesIn;
        if (m_count + 1 == lookedAt && livesIn && m_answer.households.at(*livesIn).kind == kind)
            addToNoList(*livesIn, m_answer.households.at(*livesIn));
        for (const auto& [home, known] : m_answer.households) {
            if (m_count >= lookedAt)
                break;
            if (known.kind == kind && !isWritten(known))
                addToNoList(home, known);
        }
        m_to.close(']').name("versions").open('[');
        if (!m_written.empty())
            m_to.number(m_first).number(m_written.size() - 1);
        m_to.close(']');
    }

    void addToNoList(const HomeId& home, const HouseholdFacts& known)
    {
        m_to.open('[').number(facts(home).version).number(known.free).close(']');
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
    std::size_t m_count = 0;
    bool m_complete = true;  ///< every household has a version
};

}  // namespace

storage::HouseholdVersion versionOf(const HomeId& home, const HouseholdFacts& facts)
{
    return {facts.version,        home,       facts.homeVersion,  facts.skills,     facts.name,
            facts.reference,      facts.kind, facts.providerName, facts.ownService, facts.postcode,
            facts.weeklyCostPence};
}

std::string searchText(const ShortlistAnswer& answer)
{
    return ListWriter(answer).text();
}

}  // namespace homeward::app
