#include "demonstration/workers.h"

#include <algorithm>
#include <set>

#include "demonstration/names.h"

namespace homeward::demonstration {
namespace {

constexpr std::size_t kCaseload = 18;
constexpr std::size_t kHouseholdsPerWorker = 25;
constexpr std::size_t kWorkersPerManager = 7;
constexpr std::size_t kChildrenPerOfficer = 150;

std::size_t inCareToday(const Cast& cast)
{
    return static_cast<std::size_t>(
        std::count_if(cast.lives.begin(), cast.lives.end(),
                      [](const Life& life) { return !life.leaves.has_value(); }));
}

}  // namespace

std::vector<Account> inventWorkers(const Cast& cast, const InventionPlan& plan, IdSource& ids)
{
    Random random(plan.seed, "workers");
    std::vector<Account> workers;
    std::set<std::string> taken{"demo"};
    const auto add = [&](Role role, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string given = givenName(random, Sex::Unknown);
            const std::string family = familyName(random);
            workers.push_back({ids.make<AccountId>(), signInName(given, family, taken),
                               given.substr(0, 1) + ". " + family, role, true, 1});
        }
    };
    const std::size_t socialWorkers = 1 + inCareToday(cast) / kCaseload;
    add(Role::SocialWorker, socialWorkers);
    add(Role::PlacementOfficer, 2 + cast.lives.size() / kChildrenPerOfficer / 4);
    add(Role::FosteringWorker,
        1 + static_cast<std::size_t>(plan.households) / kHouseholdsPerWorker);
    add(Role::Manager, 1 + socialWorkers / kWorkersPerManager);
    return workers;
}

void allocateChildren(Cast& cast, const std::vector<Account>& workers, const InventionPlan& plan)
{
    std::vector<AccountId> socialWorkers;
    for (const Account& worker : workers)
        if (worker.role == Role::SocialWorker)
            socialWorkers.push_back(worker.id);
    if (socialWorkers.empty())
        return;
    const std::size_t ownCaseload =
        std::min<std::size_t>(kOwnCaseload, (inCareToday(cast) + 1) / 2);
    std::size_t own = 0;
    std::size_t next = 0;
    for (const Family& family : cast.families) {
        const bool mine = !plan.ownAccount.isEmpty() && own + family.members.size() <= ownCaseload;
        const AccountId worker = mine ? plan.ownAccount : socialWorkers[next];
        bool any = false;
        for (const std::size_t member : family.members) {
            Life& life = cast.lives[member];
            if (life.leaves)
                continue;
            life.child.worker = worker;
            any = true;
            own += mine ? 1 : 0;
        }
        if (any && !mine)
            next = (next + 1) % socialWorkers.size();
    }
}

}  // namespace homeward::demonstration
