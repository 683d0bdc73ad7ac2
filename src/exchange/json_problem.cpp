#include "exchange/json_problem.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "support/files/resource.h"
#include "support/text/text.h"

namespace homeward::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kKeptProblems = 100;
constexpr std::size_t kShownBytes = 300;
/// std::regex needs stack for every character, so what a pattern is asked about must be short.
constexpr std::size_t kLongestKey = 200;

struct SchemaFault {
    std::string_view begin;  ///< of valijson's own words
    const char* key;         ///< under "problem." in the catalogue
};
constexpr const char* kUnexpected = "unexpected";
constexpr std::array kSchemaFaults{
    SchemaFault{"Missing required property", "missing"},
    SchemaFault{"Object contains a property that", kUnexpected},
    SchemaFault{"Value type not permitted", "wrong-kind"},
    SchemaFault{"String should be no fewer", "text-too-short"},
    SchemaFault{"String should be no more", "text-too-long"},
    SchemaFault{"Array should contain no fewer", "list-too-short"},
    SchemaFault{"Array should contain no more", "list-too-long"},
    SchemaFault{"Expected number less", "number-too-high"},
    SchemaFault{"Expected number greater", "number-too-low"},
    SchemaFault{"Failed to match regex", "wrong-form"},
    SchemaFault{"Failed to match expected value", "other-file"},
    SchemaFault{"Failed to match against any enum", "unknown-word"},
    SchemaFault{"Elements at indexes", "same-twice"},
    SchemaFault{"Failed to validate", "other"},
};

const char* keyOf(std::string_view description)
{
    for (const SchemaFault& fault : kSchemaFaults)
        if (description.starts_with(fault.begin))
            return fault.key;
    return "other";
}

/// The name that valijson quotes, else the last number it says; empty: neither.
std::string whatOf(std::string_view description)
{
    const std::size_t end = description.rfind('\'');
    if (end != std::string_view::npos && end > 0)
        if (const std::size_t open = description.rfind('\'', end - 1);
            open != std::string_view::npos)
            return std::string(description.substr(open + 1, end - open - 1));
    const std::size_t last = description.find_last_of("0123456789");
    if (last == std::string_view::npos)
        return {};
    const std::size_t before = description.find_last_of(' ', last);
    return std::string(description.substr(before + 1, last - before));
}

/// valijson names a place as "<root>", "[domains]", "[3]".
std::string toPointer(const std::string& base, const std::vector<std::string>& context)
{
    std::string pointer = base;
    for (std::size_t i = 1; i < context.size(); ++i) {
        std::string_view step = context[i];
        if (step.size() >= 2 && step.front() == '[' && step.back() == ']')
            step = step.substr(1, step.size() - 2);
        pointer = pointerTo(pointer, step);
    }
    return pointer;
}

/// Whether one of the sorted `paths` lies within `path`.
bool hasFaultBelow(const std::vector<std::string>& paths, const std::string& path)
{
    const std::string within = path + "/";
    const auto next = std::lower_bound(paths.begin(), paths.end(), within);
    return next != paths.end() && next->starts_with(within);
}

/// valijson reports a fault at the place itself and again for everything around it; only the
/// innermost counts.
void addInnermost(const valijson::ValidationResults& results, const std::string& base,
                  JsonProblems& problems)
{
    std::vector<std::string> inOrder;
    inOrder.reserve(results.numErrors());
    for (const auto& error : results)
        inOrder.push_back(toPointer(base, error.context));
    std::vector<std::string> sorted = inOrder;
    std::sort(sorted.begin(), sorted.end());
    std::size_t index = 0;
    for (const auto& error : results) {
        const std::string& path = inOrder[index++];
        const std::string_view key = keyOf(error.description);
        const bool aboutChildren = key == "other" || key == kUnexpected;
        if (!aboutChildren || !hasFaultBelow(sorted, path))
            problems.add(path, std::string(key), whatOf(error.description));
    }
}

/// Names of members that the schema has a pattern for, wherever they stand.
void collectPatterned(const Json& schema, std::set<std::string>& names)
{
    if (schema.is_structured())
        for (const auto& [name, part] : schema.items()) {
            if (part.is_object() && part.contains("pattern"))
                names.insert(name);
            collectPatterned(part, names);
        }
}

/// Adds each text too long for its pattern; true: there was none. `document` goes no deeper than
/// JsonLimits let it.
bool keysAreShort(const Json& document, const std::string& path,
                  const std::set<std::string>& patterned, JsonProblems& problems)
{
    bool allShort = true;
    const auto look = [&](const std::string& place, const Json& part, bool hasPattern) {
        const bool tooLong = hasPattern && part.is_string() &&
                             part.get_ref<const std::string&>().size() > kLongestKey;
        if (tooLong)
            problems.add(place, "text-too-long", std::to_string(kLongestKey));
        const bool inside = !part.is_structured() || keysAreShort(part, place, patterned, problems);
        allShort = allShort && !tooLong && inside;
    };
    if (document.is_array())
        for (std::size_t i = 0; i < document.size(); ++i)
            look(pointerTo(path, i), document[i], false);
    else if (document.is_object())
        for (const auto& [name, part] : document.items())
            look(pointerTo(path, name), part, patterned.contains(name));
    return allShort;
}

}  // namespace

struct SchemaCheck::Schema {
    valijson::Schema schema;
    std::set<std::string> patterned;
};

SchemaCheck::SchemaCheck(std::string_view schemaPath)
{
    const Json json = Json::parse(resource(schemaPath).value());
    auto schema = std::make_unique<Schema>();
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(json), schema->schema);
    collectPatterned(json, schema->patterned);
    m_schema = std::move(schema);
}

SchemaCheck::~SchemaCheck() = default;

void SchemaCheck::check(const Json& document, const std::string& base, JsonProblems& problems) const
{
    if (!keysAreShort(document, base, m_schema->patterned, problems))
        return;
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter adapter(document);
    if (!validator.validate(m_schema->schema, adapter, &results))
        addInnermost(results, base, problems);
}

void JsonProblems::add(const std::string& path, const std::string& key, const std::string& what)
{
    if (m_problems.size() == kKeptProblems)
        ++m_more;
    else
        m_problems.push_back({shownPart(path, kShownBytes), key, shownPart(what, kShownBytes)});
}

void JsonProblems::take(JsonProblems&& others)
{
    for (const Problem& problem : others.m_problems)
        add(problem.path, problem.key, problem.what);
    m_more += others.m_more;
}

Error JsonProblems::toError() const
{
    std::string all;
    for (const Problem& problem : m_problems)
        all += (all.empty() ? "" : "\n") + (problem.path.empty() ? "/" : problem.path) + ": " +
               problem.key + (problem.what.empty() ? "" : " ") + problem.what;
    Error error = invalidInput("document", "invalid-document",
                               {{"path", m_problems.front().path}, {"problems", all}});
    if (m_more > 0)
        error.facts["more"] = std::to_string(m_more);
    return error;
}

Result<Json> parseChecked(std::string_view text, const SchemaCheck& schema,
                          const JsonLimits& limits, const RunControl& control)
{
    auto document = readJson(text, limits, control);
    if (!document)
        return document;
    JsonProblems problems;
    schema.check(*document, {}, problems);
    if (!problems.empty())
        return problems.toError();
    return document;
}

std::string toText(const nlohmann::ordered_json& document)
{
    return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string pointerTo(const std::string& base, std::string_view member)
{
    std::string pointer = base + "/";
    for (const char c : member) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string pointerTo(const std::string& base, std::size_t index)
{
    return base + "/" + std::to_string(index);
}

}  // namespace homeward::exchange
