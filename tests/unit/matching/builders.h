#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "matching/shortlist.h"

namespace homeward::matching::test {

/// Domains "d0", "d1", ... of weight 1.
inline NeedsFramework framework(std::size_t domains)
{
    NeedsFramework result;
    result.id = {"framework-1"};
    result.outcomes = {{"outcome", "Outcome"}};
    for (std::size_t d = 0; d < domains; ++d) {
        NeedsFramework::Domain domain;
        domain.key = "d" + std::to_string(d);
        domain.outcomeKey = "outcome";
        result.domains.push_back(domain);
    }
    return result;
}

/// -1 is unknown.
inline std::vector<MaybeLevel> levels(std::initializer_list<int> values)
{
    std::vector<MaybeLevel> result;
    for (const int value : values)
        result.push_back(Level::fromInt(value));
    return result;
}

inline Location milesEast(double miles)
{
    return GridReference{400'000 + miles * 1609.3, 300'000};
}

/// Approved, with a free place and a review to come, for any child and any search; nothing
/// practical is known of it.
inline Household household(const std::string& id, std::vector<MaybeLevel> skills)
{
    Household result;
    result.id = {id};
    result.skills = std::move(skills);
    result.reviewDueOn = Date::fromYmd(2026, 12, 31);
    return result;
}

/// A child of 12 of whom nothing but needs is known.
inline Request request(std::vector<MaybeLevel> needs)
{
    Request result;
    result.child = {"child"};
    result.on = Date::fromYmd(2026, 3, 31).value();
    result.ageYears = 12;
    result.needs = std::move(needs);
    return result;
}

/// Shortlist in a framework of as many domains as the request has needs.
inline Shortlist shortlistOf(const std::vector<Household>& households, const Request& asked,
                             const Policy& policy = {}, std::size_t explained = 50)
{
    return makeShortlist(households, asked, framework(asked.needs.size()), policy, explained)
        .value();
}

inline std::vector<std::string> idsOf(const std::vector<Candidate>& candidates)
{
    std::vector<std::string> ids;
    for (const Candidate& candidate : candidates)
        ids.push_back(candidate.home.value);
    return ids;
}

/// What the answer to a question could add; nothing: it is not asked.
inline std::optional<double> worth(const Candidate& candidate, Question::About about,
                                   Factor factor = {})
{
    for (const Question& question : candidate.questions)
        if (question.about == about &&
            (about != Question::About::Factor || question.factor == factor))
            return question.points;
    return std::nullopt;
}

}  // namespace homeward::matching::test
