#pragma once

#include <string>
#include <vector>

#include "domain/needs/needs_framework.h"
#include "domain/needs/rating.h"

namespace homeward::ui::test {

/// Three domains of two outcomes.
inline NeedsFramework framework()
{
    NeedsFramework framework;
    framework.id = {"framework-1"};
    framework.needLevels = {"None", "Some", "Moderate", "High", "Intensive"};
    framework.skillLevels = {"Untested", "Basic", "Confident", "Skilled", "Specialist"};
    framework.outcomes = {{"safe", "Be Safe"}, {"happy", "Be Happy"}};
    const std::pair<const char*, const char*> domains[] = {
        {"keeping-safe", "safe"}, {"behaviour", "safe"}, {"friends", "happy"}};
    for (const auto& [key, outcome] : domains) {
        NeedsFramework::Domain domain;
        domain.key = domain.title = key;
        domain.outcomeKey = outcome;
        for (std::size_t level = 0; level < domain.need.size(); ++level)
            domain.need[level] = std::string(key) + " at level " + std::to_string(level);
        framework.domains.push_back(domain);
    }
    return framework;
}

inline Rating rating(const std::string& domain, int level, bool confirmed)
{
    Rating result;
    result.domainKey = domain;
    result.level = Level::fromInt(level);
    result.evidence = level > 0 ? "evidence" : "";
    result.confirmed = confirmed;
    return result;
}

/// The first two carried over, the third never rated.
inline std::vector<Rating> carriedOver()
{
    Rating friends;
    friends.domainKey = "friends";
    friends.confirmed = false;
    return {rating("keeping-safe", 3, false), rating("behaviour", 2, false), friends};
}

}  // namespace homeward::ui::test
