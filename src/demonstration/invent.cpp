#include "demonstration/invention.h"

#include "demonstration/course.h"
#include "demonstration/histories.h"
#include "demonstration/needs/needs.h"
#include "demonstration/needs/skills.h"
#include "demonstration/people.h"
#include "demonstration/place/contacts.h"
#include "demonstration/place/houses.h"
#include "demonstration/place/placing.h"
#include "demonstration/workers.h"

namespace homeward::demonstration {
namespace {

void giveIds(Cast& cast, Houses& houses, IdSource& ids)
{
    for (Supplier& supplier : houses.suppliers)
        supplier.provider.id = ids.make<ProviderId>();
    for (House& house : houses.all) {
        house.home.id = ids.make<HomeId>();
        house.home.provider = houses.suppliers[house.supplier].provider.id;
    }
    for (Life& life : cast.lives)
        life.child.id = ids.make<ChildId>();
}

/// Relatives and friends are approved for the children who came to them.
void nameChildren(const Cast& cast, Houses& houses)
{
    for (const Life& life : cast.lives)
        for (const Stay& stay : life.stays)
            if (stay.setting == Setting::Kinship && stay.home != kNoHome)
                houses.all[stay.home].home.approval.namedChildren.insert(life.child.id);
}

std::vector<std::pair<ChildId, ChildId>> siblingPairs(const Cast& cast)
{
    std::vector<std::pair<ChildId, ChildId>> pairs;
    for (const Family& family : cast.families)
        for (std::size_t i = 0; i < family.members.size(); ++i)
            for (std::size_t k = i + 1; k < family.members.size(); ++k)
                pairs.emplace_back(cast.lives[family.members[i]].child.id,
                                   cast.lives[family.members[k]].child.id);
    return pairs;
}

std::vector<AccountId> assessorsOf(const std::vector<Account>& workers)
{
    std::vector<AccountId> assessors;
    for (const Account& worker : workers)
        if (worker.role == Role::SocialWorker)
            assessors.push_back(worker.id);
    return assessors;
}

}  // namespace

std::vector<CollectionYear> collectionYears(const InventionPlan& plan)
{
    const int last = collectionYearOf(plan.today).startYear;
    std::vector<CollectionYear> years;
    for (int year = last - plan.years + 1; year <= last; ++year)
        years.push_back({year});
    return years;
}

Result<InventedAuthority> invent(const InventionPlan& plan, const NeedsFramework& framework,
                                 IdSource& ids, const RunControl& control)
{
    const Error cancelled{ErrorCode::Cancelled, "invent", {}};
    Cast cast = inventPeople(plan, framework);
    if (control.stopRequested())
        return cancelled;
    inventCourses(cast, plan);
    Houses houses = inventHouses(plan, framework);
    placeEverybody(cast, houses, plan, control);
    if (control.stopRequested())
        return cancelled;

    Random names(plan.seed, "household-names");
    tellApart(houses, names);
    giveIds(cast, houses, ids);
    nameChildren(cast, houses);
    InventedAuthority authority;
    authority.accounts = inventWorkers(cast, plan, ids);
    allocateChildren(cast, authority.accounts, plan);
    Random contacts(plan.seed, "contacts");
    giveContacts(houses, authority.accounts, contacts);
    authority.skills = inventSkills(houses, authority.accounts, framework, plan, ids);
    authority.histories = inventHistories(cast, houses, plan, ids);
    authority.siblings = siblingPairs(cast);
    if (control.stopRequested())
        return cancelled;
    authority.assessments =
        inventAssessments(cast, assessorsOf(authority.accounts), framework, plan, ids, control);
    if (control.stopRequested())
        return cancelled;
    for (const Supplier& supplier : houses.suppliers)
        authority.providers.push_back(supplier.provider);
    for (House& house : houses.all)
        authority.homes.push_back(std::move(house.home));
    for (Life& life : cast.lives)
        authority.children.push_back(std::move(life.child));
    return authority;
}

}  // namespace homeward::demonstration
