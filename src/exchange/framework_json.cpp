#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/json_documents.h"
#include "exchange/json_problem.h"
#include "support/files/resource.h"
#include "support/guard.h"

namespace homeward::exchange {
namespace {

constexpr const char* kFrameworkFormat = "homeward-needs-framework/1";
using Json = nlohmann::json;

/// The built-in framework has 300 values and 50 KB; a schema's 60 domains have 1,200.
constexpr JsonLimits kFrameworkLimits{4u << 20, 10'000, 1'000, 32 * 1024, 8};

std::array<std::string, kLevelCount> fiveTexts(const Json& list)
{
    std::array<std::string, kLevelCount> texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        texts[i] = list.at(i).get<std::string>();
    return texts;
}

NeedsFramework::Domain toDomain(const Json& json)
{
    NeedsFramework::Domain domain;
    domain.key = json.at("key").get<std::string>();
    domain.outcomeKey = json.at("outcome").get<std::string>();
    domain.title = json.at("title").get<std::string>();
    domain.guidance = json.at("guidance").get<std::string>();
    domain.weight = json.value("weight", 1.0);
    domain.need = fiveTexts(json.at("need"));
    domain.skill = fiveTexts(json.at("skill"));
    domain.replaces = json.value("replaces", std::vector<std::string>{});
    return domain;
}

NeedsFramework toFramework(const Json& json)
{
    NeedsFramework framework;
    framework.key = json.at("key").get<std::string>();
    framework.version = json.at("version").get<std::string>();
    framework.title = json.at("title").get<std::string>();
    framework.language = json.at("language").get<std::string>();
    framework.needLevels = fiveTexts(json.at("needLevels"));
    framework.skillLevels = fiveTexts(json.at("skillLevels"));
    for (const Json& outcome : json.at("outcomes"))
        framework.outcomes.push_back(
            {outcome.at("key").get<std::string>(), outcome.at("title").get<std::string>()});
    for (const Json& domain : json.at("domains"))
        framework.domains.push_back(toDomain(domain));
    return framework;
}

/// What a schema cannot say.
JsonProblems problemsOf(const NeedsFramework& framework)
{
    JsonProblems problems;
    std::set<std::string> outcomes;
    std::set<std::string> domains;
    std::set<std::string> used;
    for (std::size_t i = 0; i < framework.outcomes.size(); ++i)
        if (const auto& key = framework.outcomes[i].key; !outcomes.insert(key).second)
            problems.add(pointerTo(pointerTo("/outcomes", i), "key"), "key-twice", key);
    for (std::size_t i = 0; i < framework.domains.size(); ++i) {
        const NeedsFramework::Domain& domain = framework.domains[i];
        const std::string path = pointerTo("/domains", i);
        if (!domains.insert(domain.key).second)
            problems.add(pointerTo(path, "key"), "key-twice", domain.key);
        if (!outcomes.contains(domain.outcomeKey))
            problems.add(pointerTo(path, "outcome"), "no-outcome", domain.outcomeKey);
        if (std::ranges::find(domain.replaces, domain.key) != domain.replaces.end())
            problems.add(pointerTo(path, "replaces"), "replaces-itself", domain.key);
        used.insert(domain.outcomeKey);
    }
    for (std::size_t i = 0; i < framework.outcomes.size(); ++i)
        if (!used.contains(framework.outcomes[i].key))
            problems.add(pointerTo("/outcomes", i), "no-domain", framework.outcomes[i].key);
    return problems;
}

void groupByOutcome(NeedsFramework& framework)
{
    std::stable_sort(framework.domains.begin(), framework.domains.end(),
                     [&](const NeedsFramework::Domain& a, const NeedsFramework::Domain& b) {
                         return framework.outcomeIndexOf(a) < framework.outcomeIndexOf(b);
                     });
}

NeedsFramework readBuiltInFramework()
{
    auto framework = readFramework(resource("resources/frameworks/default.json").value_or(""));
    if (framework)
        return std::move(*framework);
    // Built into the program and read by a test: a fault here is a broken build, not a user's file.
    std::fprintf(stderr, "built-in framework: %s\n", framework.error().facts.at("rule").c_str());
    std::abort();
}

}  // namespace

Result<NeedsFramework> readFramework(std::string_view json, const RunControl& control)
{
    return guarded("read framework", [&]() -> Result<NeedsFramework> {
        static const SchemaCheck schema("schemas/needs-framework.schema.json");
        const auto document = parseChecked(json, schema, kFrameworkLimits, control);
        if (!document)
            return document.error();
        NeedsFramework framework = toFramework(*document);
        if (const JsonProblems problems = problemsOf(framework); !problems.empty())
            return problems.toError();
        groupByOutcome(framework);
        return framework;
    });
}

std::string writeFramework(const NeedsFramework& framework)
{
    nlohmann::ordered_json json{
        {"format", kFrameworkFormat},          {"key", framework.key},
        {"version", framework.version},        {"title", framework.title},
        {"language", framework.language},      {"needLevels", framework.needLevels},
        {"skillLevels", framework.skillLevels}};
    json["outcomes"] = nlohmann::ordered_json::array();
    for (const auto& outcome : framework.outcomes)
        json["outcomes"].push_back(
            nlohmann::ordered_json{{"key", outcome.key}, {"title", outcome.title}});
    json["domains"] = nlohmann::ordered_json::array();
    for (const auto& domain : framework.domains) {
        nlohmann::ordered_json written{{"key", domain.key},       {"outcome", domain.outcomeKey},
                                       {"title", domain.title},   {"guidance", domain.guidance},
                                       {"weight", domain.weight}, {"need", domain.need},
                                       {"skill", domain.skill}};
        if (!domain.replaces.empty())
            written["replaces"] = domain.replaces;
        json["domains"].push_back(std::move(written));
    }
    return toText(json);
}

const NeedsFramework& defaultFramework()
{
    static const NeedsFramework framework = readBuiltInFramework();
    return framework;
}

}  // namespace homeward::exchange
