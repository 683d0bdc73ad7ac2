#include "documents/message_catalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "support/date.h"
#include "support/files/resource.h"
#include "support/text/json_reading.h"
#include "support/text/text.h"

namespace homeward::documents {
namespace {

constexpr JsonLimits kLimits{1u << 20, 10'000, 10'000, 8 * 1024, 2};

/// Facts whose value is itself a key, with the group of keys it belongs to; lists are comma
/// separated.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kKeyFacts{
    {{"status", "status."},
     {"type", "type."},
     {"types", "type."},
     {"onlySex", "only-sex."},
     {"field", "field."},
     {"right", "right."},
     {"likes", "answer."},
     {"has", "answer."},
     {"homeKind", "home-kind."},
     {"entity", "entity."}}};

constexpr std::string_view kFolder = "resources/messages/";
/// Every sentence with forms has one that is said of all other numbers.
constexpr const char* kOther = "other";
constexpr const char* kBy = "by";

/// The fact whose meaning depends on the sentence: names of limits, or a plain number.
constexpr std::string_view kLimitFact = "limit";

/// Facts that are days, written as YYYY-MM-DD.
constexpr std::array<std::string_view, 9> kDateFacts{
    "birthDate", "end", "latest", "since", "due", "start", "startsOn", "validFrom", "validTo"};
constexpr std::string_view kYearFact = "year";

/// "2024/25", however it was named.
std::string collectionYear(std::string value)
{
    if (value.size() == 7 && value[4] == '-')
        value[4] = '/';
    return value;
}

std::string capitalised(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// Of a sentence that depends on a number; empty: it is none.
std::optional<std::map<std::string, std::string>> formsOf(const nlohmann::json& sentence)
{
    if (!sentence.is_object())
        return std::nullopt;
    std::map<std::string, std::string> forms;
    for (const auto& [name, form] : sentence.items()) {
        if (!form.is_string())
            return std::nullopt;
        forms[name] = form.get<std::string>();
    }
    return forms.contains(kBy) && forms.contains(kOther) ? std::optional(forms) : std::nullopt;
}

std::string_view groupOf(std::string_view fact)
{
    for (const auto& [name, group] : kKeyFacts)
        if (name == fact)
            return group;
    return fact == kLimitFact ? std::string_view("limit.") : std::string_view{};
}

}  // namespace

std::vector<std::string> MessageCatalogue::languages()
{
    std::vector<std::string> names;
    for (std::string_view path : resourcesUnder(kFolder)) {
        path.remove_prefix(kFolder.size());
        names.emplace_back(path.substr(0, path.find('.')));
    }
    return names;
}

Result<MessageCatalogue> MessageCatalogue::load(std::string_view language)
{
    const std::string path = std::string(kFolder).append(language) + ".json";
    const auto text = resource(path);
    if (!text)
        return Error{ErrorCode::NotFound, "messages " + std::string(language), {{"file", path}}};
    return parse(*text);
}

Result<MessageCatalogue> MessageCatalogue::parse(std::string_view json)
{
    const auto document = readJson(json, kLimits);
    if (!document)
        return document.error();
    if (!document->is_object())
        return invalidInput("file", "invalid-document");
    MessageCatalogue catalogue;
    for (const auto& [key, sentence] : document->items()) {
        if (sentence.is_string()) {
            catalogue.m_messages[key] = sentence.get<std::string>();
            continue;
        }
        const auto forms = formsOf(sentence);
        if (!forms)
            return invalidInput("file", "invalid-document", {{"path", "/" + key}});
        catalogue.m_messages[key] = forms->at(kOther);
        catalogue.m_forms[key] = {forms->at(kBy), *forms};
        catalogue.m_forms[key].said.erase(kBy);
    }
    const std::string plural = "plural.";
    for (auto at = catalogue.m_messages.lower_bound(plural);
         at != catalogue.m_messages.end() && at->first.starts_with(plural); ++at)
        for (const std::string_view number : split(at->second, ','))
            catalogue.m_plurals[std::string(number)] = at->first.substr(plural.size());
    return catalogue;
}

const std::string& MessageCatalogue::formFor(const Forms& forms, const Facts& facts) const
{
    const auto number = facts.find(forms.by);
    if (number != facts.end()) {
        if (const auto exact = forms.said.find(number->second); exact != forms.said.end())
            return exact->second;
        if (const auto plural = m_plurals.find(number->second); plural != m_plurals.end())
            if (const auto form = forms.said.find(plural->second); form != forms.said.end())
                return form->second;
    }
    return forms.said.at(kOther);
}

bool MessageCatalogue::has(const std::string& key) const
{
    return m_messages.contains(key);
}

std::string MessageCatalogue::date(Date date) const
{
    return std::to_string(date.day()) + " " + text("month." + std::to_string(date.month())) + " " +
           std::to_string(date.year());
}

std::string MessageCatalogue::wordsFor(std::string_view fact, const std::string& value) const
{
    if (fact == kYearFact)
        return collectionYear(value);
    if (std::find(kDateFacts.begin(), kDateFacts.end(), fact) != kDateFacts.end()) {
        const auto day = Date::fromIso(value);
        return day ? date(*day) : value;
    }
    const std::string_view group = groupOf(fact);
    if (group.empty())
        return value;
    std::string words;
    for (const std::string_view part : split(value, ',')) {
        const auto found = m_messages.find(std::string(group).append(part));
        words += words.empty() ? "" : ", ";
        words += found == m_messages.end() ? std::string(part) : found->second;
    }
    return words;
}

std::string MessageCatalogue::filled(const std::string& sentence, const Facts& facts) const
{
    std::string text;
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t open = sentence.find('{', at);
        const std::size_t close = open == std::string::npos ? open : sentence.find('}', open);
        if (close == std::string::npos)
            break;
        text.append(sentence, at, open - at);
        text += placed(sentence.substr(open + 1, close - open - 1), facts);
        at = close + 1;
    }
    return text.append(sentence, at);
}

std::string MessageCatalogue::placed(const std::string& place, const Facts& facts) const
{
    const std::size_t colon = place.find(':');
    const std::string name = place.substr(0, colon);
    const auto fact = facts.find(name);
    if (fact == facts.end() || fact->second.empty())
        return "-";
    if (colon != std::string::npos)
        return text(place.substr(colon + 1), {{"n", fact->second}});
    return wordsFor(name, fact->second);
}

std::string MessageCatalogue::text(const std::string& key, const Facts& facts) const
{
    const auto found = m_messages.find(key);
    if (found == m_messages.end())
        return key;
    const auto forms = m_forms.find(key);
    return filled(forms == m_forms.end() ? found->second : formFor(forms->second, facts), facts);
}

std::string MessageCatalogue::keyFor(const std::string& base, const Facts& facts,
                                     const std::string& part) const
{
    std::string found = has(base + part) ? base + part : std::string();
    const auto more = [&](const std::string& fact, const std::string& word) {
        const std::string longer = base + "." + word;
        // Only where keys go on: else every order of all facts would be tried.
        const auto next = m_messages.lower_bound(longer);
        if (next == m_messages.end() || !next->first.starts_with(longer))
            return;
        Facts others = facts;
        others.erase(fact);
        if (const std::string exact = keyFor(longer, others, part); !exact.empty())
            found = exact;
    };
    const auto isState = [](const std::string& name) {
        return name == "cause" || name == "creating" || name == "rejected";
    };
    const auto isReason = [](const std::string& name) {
        return name == "rule" || name == "why" || name == "kind";
    };
    // Later ones are more exact: that something is known, the state it was found in, the reason.
    for (const auto& [name, value] : facts)
        if (!value.empty() && !isState(name))
            more(name, name);
    for (const auto& [name, value] : facts)
        if (isState(name))
            more(name, name);
    for (const auto& [name, value] : facts)
        if (isReason(name) && !value.empty())
            more(name, value);
    return found;
}

std::string MessageCatalogue::exactly(const std::string& base, const Facts& facts) const
{
    const std::string key = keyFor(base, facts, "");
    return key.empty() ? base : text(key, facts);
}

std::string MessageCatalogue::rule(const Error& error) const
{
    const auto broken = error.facts.find("rule");
    const std::string key = broken == error.facts.end() ? std::string() : broken->second;
    // What the system refused is a rule like any other where a field was refused for it.
    if (const std::string cause = "cause." + key; has(cause))
        return text(cause, error.facts) + " " + text(cause + ".next", error.facts);
    const std::string exact = keyFor("rule." + key, error.facts, "");
    return text(exact.empty() ? "rule.other" : exact, error.facts);
}

std::vector<std::pair<std::string, std::string>> MessageCatalogue::problems(
    const Error& error) const
{
    std::vector<std::pair<std::string, std::string>> told;
    const auto found = error.facts.find("problems");
    if (found == error.facts.end())
        return told;
    for (const std::string_view line : split(found->second, '\n')) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos)
            continue;
        const std::string_view said = line.substr(colon + 2);
        const std::size_t space = std::min(said.find(' '), said.size());
        const std::string key = "problem." + std::string(said.substr(0, space));
        const std::string what(said.substr(std::min(space + 1, said.size())));
        told.emplace_back(line.substr(0, colon),
                          text(has(key) ? key : "problem.other", {{"what", what}}));
    }
    return told;
}

Facts MessageCatalogue::factsOf(const Error& error) const
{
    Facts facts;
    for (const auto& [name, value] : error.facts)
        if (!value.empty())
            facts[name] = value;
    if (const auto cause = facts.find("cause"); cause != facts.end()) {
        const std::string key = "cause." + cause->second;
        if (has(key)) {
            facts["cause"] = text(key, facts);
            facts["causeNext"] = text(key + ".next", facts);
        } else {
            facts.erase(cause);
        }
    }
    if (const auto field = facts.find("field"); field != facts.end()) {
        if (has("field." + field->second))
            facts["Field"] = capitalised(wordsFor("field", field->second));
        else
            facts.erase(field);
    }
    std::string rule = this->rule(error);
    const auto add = [&](const std::string& key) { rule += " " + text(key, facts); };
    if (facts.contains("path"))
        add("error.at-path");
    if (facts.contains("line"))
        add(facts.contains("column") ? "error.at-column" : "error.at-line");
    for (const auto& [place, sentence] : problems(error))
        rule.append("\n").append(place).append(": ").append(sentence);
    if (facts.contains("more"))
        add("error.more");
    // Only now: the reason is named by its key until here.
    facts["ruleWords"] = rule;
    return facts;
}

Message MessageCatalogue::message(const Error& error) const
{
    const Facts facts = factsOf(error);
    const bool copied = facts.contains("copied") && facts.at("copied") == "yes";
    const std::string base =
        copied ? std::string("error.copied") : std::string("error.") + toKey(error.code);
    const auto say = [&](const char* part) {
        const std::string key = keyFor(base, facts, part);
        return key.empty() ? std::string() : text(key, facts);
    };
    Message message{say(".title"), say(""), say(".next")};
    if (const std::string conflict = keyFor("conflict", facts, ".title"); !conflict.empty())
        message.title = text(conflict, facts);
    return message;
}

std::string MessageCatalogue::text(const Error& error) const
{
    const Message words = message(error);
    const std::string general = std::string("error.") + toKey(error.code) + ".next.cli";
    const std::string next = has(general) ? text(general, error.facts) : words.next;
    std::string line = words.title + ".";
    for (const std::string& sentence : {words.text, next})
        line += sentence.empty() ? "" : " " + sentence;
    return line;
}

}  // namespace homeward::documents
