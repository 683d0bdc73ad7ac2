#include <nlohmann/json.hpp>
#include <set>

#include "exchange/json_documents.h"
#include "exchange/json_problem.h"
#include "support/guard.h"

namespace homeward::exchange {
namespace {

constexpr const char* kDraftFormat = "homeward-assessment-draft/1";
using Json = nlohmann::json;

/// Some 2,500 assessments of 20 domains each.
constexpr JsonLimits kFileLimits{16u << 20, 250'000, 5'000, 256 * 1024, 8};
/// Written by this program: a long text must always read back.
constexpr JsonLimits kDraftLimits{64u << 20, 100'000, 10'000, 16u << 20, 8};

MaybeLevel toLevel(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    return Level::fromInt(json.get<int>());
}

Rating toAgreedRating(const Json& json)
{
    Rating rating;
    rating.domainKey = json.at("domain").get<std::string>();
    rating.level = toLevel(json.at("level"));
    rating.evidence = json.at("evidence").get<std::string>();
    rating.strength = json.value("strength", "");
    return rating;
}

AssessmentDocument toDocument(const Json& json, const std::string& path, JsonProblems& problems)
{
    AssessmentDocument document;
    document.caseNumber = json.at("child").get<std::string>();
    const auto assessedOn = Date::fromIso(json.at("assessedOn").get<std::string>());
    if (assessedOn)
        document.assessedOn = *assessedOn;
    else
        problems.add(pointerTo(path, "assessedOn"), "not-a-day");
    std::set<std::string> domains;
    for (const Json& rating : json.at("ratings")) {
        const std::string place = pointerTo(pointerTo(path, "ratings"), document.ratings.size());
        document.ratings.push_back(toAgreedRating(rating));
        const std::string& key = document.ratings.back().domainKey;
        if (!domains.insert(key).second)
            problems.add(pointerTo(place, "domain"), "rated-twice", key);
    }
    return document;
}

nlohmann::ordered_json toJson(const Rating& rating)
{
    nlohmann::ordered_json json{{"domain", rating.domainKey},
                                {"perspective", toKey(rating.perspective)},
                                {"level", nullptr},
                                {"evidence", rating.evidence},
                                {"strength", rating.strength},
                                {"confirmed", rating.confirmed},
                                {"wordsHold", rating.wordsHold}};
    if (rating.level)
        json["level"] = rating.level->value();
    return json;
}

/// A member that a draft must have, of the right type; anything else is one problem at its place.
template <typename T>
T member(const Json& json, const char* name, const std::string& path, JsonProblems& problems)
{
    const auto found = json.find(name);
    if (found != json.end()) {
        try {
            return found->get<T>();
        } catch (const Json::type_error&) {
            // Reported below, as a member that is not there.
        }
    }
    problems.add(pointerTo(path, name), "absent");
    return T{};
}

Rating toDraftRating(const Json& json, const std::string& path, JsonProblems& problems)
{
    Rating rating;
    rating.domainKey = member<std::string>(json, "domain", path, problems);
    const auto perspective =
        fromKey<Perspective>(member<std::string>(json, "perspective", path, problems));
    if (perspective)
        rating.perspective = *perspective;
    else
        problems.add(pointerTo(path, "perspective"), "unknown-word");
    const Json level = json.value("level", Json("absent"));
    if (const auto number = wholeNumber(level, 0, kLevelCount - 1))
        rating.level = Level::fromInt(static_cast<int>(*number));
    if (!level.is_null() && !rating.level)
        problems.add(pointerTo(path, "level"), "not-a-level");
    rating.evidence = member<std::string>(json, "evidence", path, problems);
    rating.strength = member<std::string>(json, "strength", path, problems);
    rating.confirmed = member<bool>(json, "confirmed", path, problems);
    rating.wordsHold = member<bool>(json, "wordsHold", path, problems);
    return rating;
}

AssessmentDraft toDraft(const Json& json, JsonProblems& problems)
{
    AssessmentDraft draft;
    if (member<std::string>(json, "format", "", problems) != kDraftFormat)
        problems.add("/format", "other-file");
    draft.child.value = member<std::string>(json, "child", "", problems);
    draft.framework.value = member<std::string>(json, "framework", "", problems);
    if (json.contains("basedOn"))
        draft.basedOn = AssessmentId{member<std::string>(json, "basedOn", "", problems)};
    if (json.contains("corrects")) {
        draft.corrects = AssessmentId{member<std::string>(json, "corrects", "", problems)};
        draft.reason = member<std::string>(json, "reason", "", problems);
    }
    const auto assessedOn = Date::fromIso(member<std::string>(json, "assessedOn", "", problems));
    if (assessedOn)
        draft.assessedOn = *assessedOn;
    else
        problems.add("/assessedOn", "not-a-day");
    const auto ratings = member<std::vector<Json>>(json, "ratings", "", problems);
    for (const Json& rating : ratings) {
        const std::string path = pointerTo("/ratings", draft.ratings.size());
        if (!rating.is_object())
            problems.add(path, "wrong-kind");
        draft.ratings.push_back(rating.is_object() ? toDraftRating(rating, path, problems)
                                                   : Rating{});
    }
    return draft;
}

/// One document at a time, each against the schema: a list as a whole would be held against it at
/// once, with the faults of all its entries in memory and no chance to stop.
Result<std::vector<AssessmentDocument>> toDocuments(const Json& json, const RunControl& control)
{
    static const SchemaCheck schema("schemas/assessment.schema.json");
    JsonProblems problems;
    std::vector<AssessmentDocument> documents;
    const auto take = [&](const Json& entry, const std::string& path) {
        JsonProblems own;
        schema.check(entry, path, own);
        if (own.empty() && entry.is_object())
            documents.push_back(toDocument(entry, path, own));
        else if (own.empty())
            own.add(path, "wrong-kind");
        problems.take(std::move(own));
    };
    if (!json.is_array() || json.empty()) {
        take(json, {});
    } else {
        int done = 0;
        for (const Json& entry : json) {
            if (control.stopRequested())
                return Error{ErrorCode::Cancelled, "read assessments", {}};
            take(entry, pointerTo("", static_cast<std::size_t>(done)));
            control.progress(++done, static_cast<int>(json.size()));
        }
    }
    if (!problems.empty())
        return problems.toError();
    return documents;
}

}  // namespace

Result<std::vector<AssessmentDocument>> readAssessments(std::string_view json,
                                                        const RunControl& control)
{
    return guarded("read assessments", [&]() -> Result<std::vector<AssessmentDocument>> {
        const auto parsed = readJson(json, kFileLimits, control);
        if (!parsed)
            return parsed.error();
        return toDocuments(*parsed, control);
    });
}

std::string writeDraft(const AssessmentDraft& draft)
{
    nlohmann::ordered_json json{{"format", kDraftFormat},
                                {"child", draft.child.value},
                                {"framework", draft.framework.value}};
    if (draft.basedOn)
        json["basedOn"] = draft.basedOn->value;
    if (draft.corrects) {
        json["corrects"] = draft.corrects->value;
        json["reason"] = draft.reason;
    }
    json["assessedOn"] = draft.assessedOn.toIso();
    json["ratings"] = nlohmann::ordered_json::array();
    for (const Rating& rating : draft.ratings)
        json["ratings"].push_back(toJson(rating));
    return toText(json);
}

Result<AssessmentDraft> readDraft(std::string_view json)
{
    return guarded("read draft", [&]() -> Result<AssessmentDraft> {
        const auto parsed = readJson(json, kDraftLimits);
        if (!parsed)
            return parsed.error();
        JsonProblems problems;
        if (!parsed->is_object()) {
            problems.add("", "wrong-kind");
            return problems.toError();
        }
        AssessmentDraft draft = toDraft(*parsed, problems);
        if (!problems.empty())
            return problems.toError();
        return draft;
    });
}

}  // namespace homeward::exchange
