#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "exchange/json_documents.h"
#include "exchange/json_problem.h"
#include "support/files/resource.h"
#include "support/guard.h"

namespace homeward::exchange {
namespace {

constexpr const char* kPolicyFormat = "homeward-matching-policy/1";
using Json = nlohmann::json;
using matching::Factor;
using matching::Policy;

constexpr JsonLimits kPolicyLimits{256 * 1024, 500, 100, 4 * 1024, 8};

Policy toPolicy(const Json& json)
{
    Policy policy;
    policy.version = json.at("version").get<std::string>();
    policy.emphasis = json.at("emphasis").get<std::array<double, kLevelCount>>();
    policy.penalty = json.at("penalty").get<std::array<double, kLevelCount>>();
    policy.needsWeight = json.at("needsWeight").get<double>();
    policy.practicalWeight = json.at("practicalWeight").get<double>();
    policy.strongFrom = json.at("strongFrom").get<double>();
    policy.goodFrom = json.at("goodFrom").get<double>();
    policy.withSupportFrom = json.at("withSupportFrom").get<double>();
    policy.criticalShortfall = json.at("criticalShortfall").get<int>();
    policy.criticalNeed = json.at("criticalNeed").get<int>();
    policy.tieWithin = json.value("tieWithin", policy.tieWithin);
    policy.nearMiles = json.at("nearMiles").get<double>();
    policy.middleMiles = json.value("middleMiles", policy.middleMiles);
    policy.middleValue = json.value("middleValue", policy.middleValue);
    policy.farMiles = json.at("farMiles").get<double>();
    policy.ageVariationYears = json.value("ageVariationYears", policy.ageVariationYears);
    policy.usualFosteringLimit = json.at("usualFosteringLimit").get<int>();
    policy.reviewOverdueMonths = json.value("reviewOverdueMonths", policy.reviewOverdueMonths);
    policy.factorWeights.clear();
    for (const auto& [key, weight] : json.at("factorWeights").items())
        policy.factorWeights[*fromKey<Factor>(key)] = weight.get<double>();
    return policy;
}

void requireRising(const std::array<double, kLevelCount>& values, const char* member,
                   JsonProblems& problems)
{
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] < values[i - 1])
            problems.add(pointerTo(pointerTo("", member), i), "falling");
}

/// What a schema cannot say.
JsonProblems problemsOf(const Policy& policy)
{
    JsonProblems problems;
    requireRising(policy.emphasis, "emphasis", problems);
    requireRising(policy.penalty, "penalty", problems);
    if (policy.emphasis.back() <= 0)
        problems.add("/emphasis/4", "not-above", "0");
    if (std::abs(policy.needsWeight + policy.practicalWeight - 1) > 1e-9)
        problems.add("/needsWeight", "not-one", "practicalWeight");
    if (policy.goodFrom > policy.strongFrom)
        problems.add("/goodFrom", "above", "strongFrom");
    if (policy.withSupportFrom > policy.goodFrom)
        problems.add("/withSupportFrom", "above", "goodFrom");
    if (policy.middleMiles <= policy.nearMiles)
        problems.add("/middleMiles", "not-above", "nearMiles");
    if (policy.farMiles <= policy.middleMiles)
        problems.add("/farMiles", "not-above", "middleMiles");
    return problems;
}

Policy readBuiltInPolicy()
{
    auto policy = readPolicy(resource("resources/policies/default.json").value_or(""));
    if (policy)
        return std::move(*policy);
    // Built into the program and read by a test: a fault here is a broken build, not a user's file.
    std::fprintf(stderr, "built-in policy: %s\n", policy.error().facts.at("rule").c_str());
    std::abort();
}

}  // namespace

Result<Policy> readPolicy(std::string_view json)
{
    return guarded("read policy", [&]() -> Result<Policy> {
        static const SchemaCheck schema("schemas/matching-policy.schema.json");
        const auto document = parseChecked(json, schema, kPolicyLimits);
        if (!document)
            return document.error();
        Policy policy = toPolicy(*document);
        if (const JsonProblems problems = problemsOf(policy); !problems.empty())
            return problems.toError();
        return policy;
    });
}

std::string writePolicy(const Policy& policy)
{
    nlohmann::ordered_json json{{"format", kPolicyFormat},
                                {"version", policy.version},
                                {"emphasis", policy.emphasis},
                                {"penalty", policy.penalty},
                                {"needsWeight", policy.needsWeight},
                                {"practicalWeight", policy.practicalWeight},
                                {"strongFrom", policy.strongFrom},
                                {"goodFrom", policy.goodFrom},
                                {"withSupportFrom", policy.withSupportFrom},
                                {"criticalShortfall", policy.criticalShortfall},
                                {"criticalNeed", policy.criticalNeed},
                                {"tieWithin", policy.tieWithin},
                                {"nearMiles", policy.nearMiles},
                                {"middleMiles", policy.middleMiles},
                                {"middleValue", policy.middleValue},
                                {"farMiles", policy.farMiles},
                                {"factorWeights", nlohmann::ordered_json::object()},
                                {"ageVariationYears", policy.ageVariationYears},
                                {"usualFosteringLimit", policy.usualFosteringLimit},
                                {"reviewOverdueMonths", policy.reviewOverdueMonths}};
    for (const auto& [factor, weight] : policy.factorWeights)
        json["factorWeights"][std::string(toKey(factor))] = weight;
    return toText(json);
}

const Policy& defaultPolicy()
{
    static const Policy policy = readBuiltInPolicy();
    return policy;
}

}  // namespace homeward::exchange
