#include "demonstration/needs/skills.h"

#include <algorithm>

#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

constexpr double kWithoutProfile = 0.06;
constexpr double kUnknownDomain = 0.05;
constexpr double kWithOlderProfile = 0.3;

Rating skillIn(const NeedsFramework::Domain& domain, int level, Random& random)
{
    Rating rating;
    rating.domainKey = domain.key;
    if (random.chance(kUnknownDomain))
        return rating;
    rating.level = Level::fromInt(level);
    if (level > 0)
        rating.evidence = Words::builtIn().pick(random, "skill." + std::to_string(level));
    return rating;
}

SkillsProfile profileOf(const House& house, int lower, const NeedsFramework& framework,
                        Random& random)
{
    SkillsProfile profile;
    profile.home = house.home.id;
    profile.framework = framework.id;
    for (std::size_t i = 0; i < framework.domains.size(); ++i) {
        const int level = std::max(0, house.skills[i] - (random.chance(0.5) ? lower : 0));
        profile.skills.push_back(skillIn(framework.domains[i], level, random));
    }
    return profile;
}

}  // namespace

std::vector<SkillsProfile> inventSkills(const Houses& houses, const std::vector<Account>& workers,
                                        const NeedsFramework& framework, const InventionPlan& plan,
                                        IdSource& ids)
{
    Random random(plan.seed, "skills");
    std::vector<AccountId> recorders;
    for (const Account& worker : workers)
        if (worker.role == Role::FosteringWorker)
            recorders.push_back(worker.id);
    std::vector<SkillsProfile> profiles;
    const auto record = [&](SkillsProfile profile, Date on) {
        profile.id = ids.make<SkillsProfileId>();
        profile.recordedOn = on;
        profile.recordedBy = recorders.empty() ? plan.ownAccount : random.pick(recorders);
        profiles.push_back(std::move(profile));
    };
    for (const House& house : houses.all) {
        if (house.home.approval.status == ApprovalStatus::InAssessment ||
            random.chance(kWithoutProfile))
            continue;
        const Date recorded = plan.today.plusDays(-random.between(4, 540));
        if (house.practiceYears > 2 && random.chance(kWithOlderProfile))
            record(profileOf(house, 1, framework, random),
                   recorded.plusDays(-random.between(330, 420)));
        record(profileOf(house, 0, framework, random), recorded);
    }
    return profiles;
}

}  // namespace homeward::demonstration
