#include "exchange/json_problem.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "support/resource.h"

namespace homeward::exchange {
namespace {

/// valijson names a place as "<root>", "[domains]", "[3]".
std::string toPointer(const std::vector<std::string>& context)
{
    std::string pointer;
    for (std::size_t i = 1; i < context.size(); ++i) {
        std::string_view step = context[i];
        if (step.size() >= 2 && step.front() == '[' && step.back() == ']')
            step = step.substr(1, step.size() - 2);
        pointer = pointerTo(pointer, step);
    }
    return pointer;
}

bool isBelow(const std::string& path, const std::string& ancestor)
{
    return path.size() > ancestor.size() && path.starts_with(ancestor) &&
           path[ancestor.size()] == '/';
}

/// valijson reports a fault at the place itself and again for everything around it; only the
/// innermost counts.
bool onlyRepeatsAnInnerFault(const valijson::ValidationResults::Error& error,
                             const valijson::ValidationResults& results)
{
    const std::string path = toPointer(error.context);
    const bool aboutChildren = error.description.starts_with("Failed to validate") ||
                               error.description.starts_with("Object contains a property that");
    return aboutChildren && std::any_of(results.begin(), results.end(), [&](const auto& other) {
               return isBelow(toPointer(other.context), path);
           });
}

Error notJson(std::string_view text, std::size_t byte)
{
    const std::size_t at = byte == 0 ? 0 : std::min(byte - 1, text.size());
    const std::string_view before = text.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column = lineStart == std::string_view::npos ? at : at - lineStart - 1;
    return invalidInput("document", "not-json",
                        {{"line", std::to_string(line)}, {"column", std::to_string(column + 1)}});
}

void validate(const nlohmann::json& document, std::string_view schemaPath, JsonProblems& problems)
{
    const auto schemaText = resource(schemaPath);
    const nlohmann::json schemaJson = nlohmann::json::parse(schemaText.value());
    valijson::Schema schema;
    valijson::SchemaParser parser;
    const valijson::adapters::NlohmannJsonAdapter schemaAdapter(schemaJson);
    parser.populateSchema(schemaAdapter, schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter documentAdapter(document);
    if (validator.validate(schema, documentAdapter, &results))
        return;
    for (const auto& error : results)
        if (!onlyRepeatsAnInnerFault(error, results))
            problems.add(toPointer(error.context), error.description);
}

}  // namespace

void JsonProblems::add(std::string path, std::string what)
{
    m_problems.push_back({std::move(path), std::move(what)});
}

Error JsonProblems::toError() const
{
    std::string all;
    for (const Problem& problem : m_problems)
        all += (all.empty() ? "" : "\n") + (problem.path.empty() ? "/" : problem.path) + ": " +
               problem.what;
    return invalidInput("document", "invalid-document",
                        {{"path", m_problems.front().path}, {"problems", all}});
}

Result<nlohmann::json> parseJson(std::string_view text)
{
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return notJson(text, error.byte);
    }
}

Result<nlohmann::json> parseChecked(std::string_view text, std::string_view schemaPath)
{
    auto document = parseJson(text);
    if (!document)
        return document;
    JsonProblems problems;
    try {
        validate(*document, schemaPath, problems);
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, "json schema: " + std::string(error.what()), {}};
    }
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
