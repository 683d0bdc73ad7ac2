#pragma once

#include <map>
#include <string>

#include "demonstration/invention.h"

namespace homeward::test {

inline NeedsFramework sixDomains()
{
    NeedsFramework framework;
    framework.id = {"framework-1"};
    framework.key = "test";
    framework.outcomes.push_back({"all", "All"});
    for (const char* key : {"physical-health", "learning", "trust", "coping-with-change",
                            "self-care", "a-domain-of-the-council"}) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = "all";
        domain.title = key;
        framework.domains.push_back(domain);
    }
    return framework;
}

inline demonstration::InventionPlan usualPlan()
{
    demonstration::InventionPlan plan;
    plan.today = *Date::fromYmd(2025, 11, 22);
    plan.ownAccount = {"own-account"};
    return plan;
}

inline demonstration::InventedAuthority invented(const demonstration::InventionPlan& plan)
{
    const auto ids = seededIds(plan.seed, 1'700'000'000'000);
    return *demonstration::invent(plan, sixDomains(), *ids);
}

/// The usual authority, invented once for all tests.
inline const demonstration::InventedAuthority& usual()
{
    static const demonstration::InventedAuthority authority = invented(usualPlan());
    return authority;
}

inline bool isOpenToday(const Placement& placement)
{
    return !placement.endsOn;
}

}  // namespace homeward::test
