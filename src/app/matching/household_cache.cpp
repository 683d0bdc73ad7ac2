#include "app/matching/household_cache.h"

#include <algorithm>
#include <unordered_map>

#include "app/exchange/postcodes.h"
#include "domain/care_history.h"
#include "domain/needs/succession.h"
#include "domain/places.h"
#include "storage/records/care_repository.h"
#include "storage/records/child_repository.h"
#include "storage/records/home_repository.h"

namespace homeward::app {
namespace {

/// Ages only from placements of the last ten years say something about experience today.
constexpr int kExperienceDays = 3653;

}  // namespace

matching::Household asHousehold(const Home& home, const SkillsProfile* skills,
                                const NeedsFramework& framework)
{
    matching::Household household;
    household.id = home.id;
    household.kind = home.kind;
    household.status = home.approval.status;
    household.places = home.approval.places;
    household.youngestYears = home.approval.youngestYears;
    household.oldestYears = home.approval.oldestYears;
    household.onlySex = home.approval.onlySex;
    household.types = home.approval.types;
    household.namedChildren = home.approval.namedChildren;
    household.reviewDueOn = home.approval.reviewDueOn;
    household.weeklyCostPence = home.weeklyCostPence;
    household.location = home.location;
    household.languages = home.languages;
    household.hasPets = home.hasPets;
    household.skills.resize(framework.domains.size());
    if (skills)
        household.skills = levelsIn(framework, skills->skills, RatingsOf::Skills);
    return household;
}

void placeIn(matching::Household& household, const std::vector<HouseholdStay>& stays, Date day)
{
    household.placedChildren.clear();
    household.agesCaredFor.clear();
    for (const HouseholdStay& stay : stays) {
        const bool begun = stay.startsOn <= day;
        if (!stay.endsOn || day < *stay.endsOn)
            household.placedChildren.push_back(stay.child);
        if (begun && daysBetween(stay.startsOn, day) <= kExperienceDays)
            household.agesCaredFor.push_back(stay.ageAtStart);
    }
    household.mostPlaced = mostTogetherFrom(stays, day);
}

void HouseholdCache::forget()
{
    m_households.clear();
    m_stays.clear();
    m_facts.clear();
    m_stale->store(true);
}

const std::vector<matching::Household>& HouseholdCache::households(
    storage::Transaction& transaction, Date day, const NeedsFramework& framework,
    std::int64_t outsideChanges)
{
    const bool wasStale = m_stale->exchange(false);
    if (wasStale || outsideChanges != m_outsideChanges || framework.id != m_framework) {
        m_framework = {};  // a reading that throws half way is done again, not taken for whole
        read(transaction, framework);
        m_framework = framework.id;
        m_outsideChanges = outsideChanges;
        m_day.reset();
    }
    if (m_day != day)
        place(day);
    return m_households;
}

void HouseholdCache::read(storage::Transaction& transaction, const NeedsFramework& framework)
{
    storage::HomeRepository homes(transaction);
    const auto newest = homes.newestProfiles(false);
    std::unordered_map<HomeId, std::size_t> positions;
    m_households.clear();
    m_facts.clear();
    for (const Home& home : homes.all()) {
        const auto skills = newest.find(home.id);
        const SkillsProfile* profile = skills == newest.end() ? nullptr : &skills->second;
        positions[home.id] = m_households.size();
        m_households.push_back(asHousehold(home, profile, framework));
        m_households.back().location = placeOf(transaction, home.location, home.postcode);
        HouseholdFacts& facts = m_facts[home.id];
        facts = {home.name,
                 home.reference,
                 home.providerName,
                 home.ownService,
                 0,
                 home.weeklyCostPence,
                 home.kind,
                 profile ? profile->id : SkillsProfileId{},
                 home.postcode,
                 home.rowVersion,
                 0};
    }
    take(storage::SearchRepository(transaction).presentVersions());
    std::unordered_map<ChildId, Date> births;
    for (const Child& child : storage::ChildRepository(transaction).all())
        births[child.id] = child.birthDate;
    m_stays.assign(m_households.size(), {});
    for (const Placement& placement : storage::CareRepository(transaction).allPlacements()) {
        const auto position = placement.home ? positions.find(*placement.home) : positions.end();
        if (position == positions.end())
            continue;
        m_stays[position->second].push_back(
            {placement.child, placement.startsOn, placement.endsOn,
             ageYears(births[placement.child], placement.startsOn)});
    }
}

void HouseholdCache::place(Date day)
{
    for (std::size_t i = 0; i < m_households.size(); ++i) {
        placeIn(m_households[i], m_stays[i], day);
        m_facts[m_households[i].id].free = matching::freePlaces(m_households[i]);
    }
    m_day = day;
}

void HouseholdCache::take(const std::vector<storage::HouseholdVersion>& numbered)
{
    for (const storage::HouseholdVersion& version : numbered) {
        const auto facts = m_facts.find(version.home);
        if (facts != m_facts.end() && facts->second.homeVersion == version.homeVersion &&
            facts->second.skills == version.skills)
            m_facts[version.home].version = version.number;
    }
}

}  // namespace homeward::app
