#include "documents/message_catalogue.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <utility>

#include "support/json_reading.h"
#include "support/resource.h"
#include "support/text.h"

namespace homeward::documents {
namespace {

constexpr JsonLimits kLimits{1u << 20, 10'000, 10'000, 8 * 1024, 1};

/// Facts whose value is itself a key, with the group of keys it belongs to; lists are comma
/// separated.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kKeyFacts{
    {{"status", "status."},
     {"type", "type."},
     {"types", "type."},
     {"onlySex", "sex."},
     {"field", "field."},
     {"right", "right."},
     {"likes", "answer."},
     {"has", "answer."},
     {"entity", "entity."}}};

/// The fact whose meaning depends on the sentence: names of limits, or a plain number.
constexpr std::string_view kLimitFact = "limit";

std::string_view groupOf(std::string_view fact)
{
    for (const auto& [name, group] : kKeyFacts)
        if (name == fact)
            return group;
    return fact == kLimitFact ? std::string_view("limit.") : std::string_view{};
}

}  // namespace

Result<MessageCatalogue> MessageCatalogue::load(std::string_view language)
{
    const std::string path = "resources/messages/" + std::string(language) + ".json";
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
        if (!sentence.is_string())
            return invalidInput("file", "invalid-document", {{"path", "/" + key}});
        catalogue.m_messages[key] = sentence.get<std::string>();
    }
    return catalogue;
}

bool MessageCatalogue::has(const std::string& key) const
{
    return m_messages.contains(key);
}

std::string MessageCatalogue::wordsFor(std::string_view fact, const std::string& value) const
{
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
        const std::string name = sentence.substr(open + 1, close - open - 1);
        const auto fact = facts.find(name);
        text += fact == facts.end() || fact->second.empty() ? "-" : wordsFor(name, fact->second);
        at = close + 1;
    }
    return text.append(sentence, at);
}

std::string MessageCatalogue::text(const std::string& key, const Facts& facts) const
{
    const auto found = m_messages.find(key);
    return found == m_messages.end() ? key : filled(found->second, facts);
}

std::string MessageCatalogue::text(const Error& error) const
{
    const auto fact = [&](const char* name) {
        const auto found = error.facts.find(name);
        return found == error.facts.end() ? std::string() : found->second;
    };
    // The last one there is says most.
    const std::string general = std::string("error.") + toKey(error.code);
    std::string key = general;
    for (const std::string& more :
         {general + (fact("cause").empty() ? "" : ".cause"), general + "." + fact("why"),
          general + "." + fact("why") + (fact("creating").empty() ? "" : ".creating")})
        if (has(more))
            key = more;
    // Some rules have a sentence that says all of it.
    if (has(general + "." + fact("rule")))
        return text(general + "." + fact("rule"), error.facts);
    std::string words = text(key, error.facts);
    for (const std::string& reason :
         {"rule." + fact("rule"), "cause." + fact("rule"), "cause." + fact("cause")})
        if (has(reason))
            words += " " + text(reason, error.facts);
    return words;
}

}  // namespace homeward::documents
