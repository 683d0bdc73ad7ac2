#include "app/records/homes.h"

#include <map>

#include "app/needs/framework_store.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "domain/places.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : " and ") + name;
    return joined;
}

HomeRow rowOf(const Home& home, const SkillsProfile* skills,
              const std::vector<Placement>& placements, Date today)
{
    const auto comes = [&](const Placement& placement) { return placement.startsOn > today; };
    const auto ended = [&](const Placement& placement) {
        return placement.endsOn && *placement.endsOn <= today;
    };
    HomeRow row;
    row.id = home.id;
    row.kind = home.kind;
    row.name = home.name;
    row.reference = home.reference;
    row.carerNames = joinedNames(home.carers);
    row.providerName = home.providerName;
    row.ownService = home.ownService;
    row.status = home.approval.status;
    row.places = home.approval.places;
    for (const Placement& placement : placements)
        if (!ended(placement))
            ++(comes(placement) ? row.coming : row.placed);
    row.taken = mostTogetherFrom(placements, today);
    row.free = freePlaces(row.places, row.taken);
    row.youngestYears = home.approval.youngestYears;
    row.oldestYears = home.approval.oldestYears;
    row.onlySex = home.approval.onlySex;
    row.postcode = home.postcode;
    row.located = home.location.has_value();
    row.weeklyCostPence = home.weeklyCostPence;
    if (skills) {
        row.skillsRecordedOn = skills->recordedOn;
        row.skillTotal = totalLevel(skills->skills);
    }
    row.searchText = foldedForSearch(row.name + ' ' + row.carerNames + ' ' + row.reference + ' ' +
                                     row.providerName + ' ' + row.postcode);
    return row;
}

/// Who lives there on the day, and who is to come.
std::vector<PlacedChild> childrenIn(Records& records, const std::vector<Placement>& placements,
                                    Date day)
{
    std::vector<PlacedChild> placed;
    for (const Placement& placement : placements) {
        if (placement.endsOn && *placement.endsOn <= day)
            continue;
        if (const auto child = records.children.find(placement.child))
            placed.push_back({child->id, displayName(*child), ageYears(child->birthDate, day),
                              placement.startsOn});
    }
    return placed;
}

std::optional<Error> checkUnique(UnitOfWork& unit, const Home& home)
{
    if (auto other = unit.homes.findByReference(home.reference); other && other->id != home.id)
        return invalidInput("reference", "already-exists");
    return std::nullopt;
}

std::optional<Error> checkSkills(const SkillsProfile& profile, const NeedsFramework& framework)
{
    for (const Rating& skill : profile.skills) {
        if (!framework.findDomain(skill.domainKey))
            return invalidInput(skill.domainKey, "unknown-domain");
        if (skill.level && skill.level->value() > 0 && trimmed(skill.evidence).empty())
            return invalidInput(skill.domainKey, "evidence-missing");
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<HomeRow>> listHomes(Session& session)
{
    return query<std::vector<HomeRow>>(
        session, "list homes", [&](Records& records) -> Result<std::vector<HomeRow>> {
            std::map<HomeId, std::vector<Placement>> placements;
            for (Placement& placement : records.care.placementsFrom(session.today()))
                if (placement.home)
                    placements[*placement.home].push_back(std::move(placement));
            const auto profiles = records.homes.newestProfiles(false);
            std::vector<HomeRow> rows;
            for (const Home& home : records.homes.all()) {
                const auto skills = profiles.find(home.id);
                rows.push_back(rowOf(home, skills == profiles.end() ? nullptr : &skills->second,
                                     placements[home.id], session.today()));
            }
            return rows;
        });
}

Result<HomePage> openHome(Session& session, const HomeId& id)
{
    return query<HomePage>(session, "open home", [&](Records& records) -> Result<HomePage> {
        auto home = records.homes.find(id);
        if (!home)
            return notFound("home", id.value);
        auto framework = currentFramework(records);
        if (!framework)
            return framework.error();
        HomePage page;
        page.home = std::move(*home);
        const auto placements = records.care.placementsIn(id);
        page.placed = childrenIn(records, placements, session.today());
        page.profiles = records.homes.profilesOf(id);
        page.framework = std::move(*framework);
        page.summary = rowOf(page.home, page.profiles.empty() ? nullptr : &page.profiles.front(),
                             placements, session.today());
        return page;
    });
}

Result<HomeId> addHome(Session& session, const Home& home)
{
    if (auto checked = checkHome(home); !checked)
        return checked.error();
    return commit<HomeId>(session, "add-home", Right::EditHomes,
                          [&](UnitOfWork& unit) -> Result<HomeId> {
                              if (auto error = checkUnique(unit, home))
                                  return *error;
                              Home added = home;
                              added.id = unit.newId<HomeId>();
                              unit.homes.insert(added, unit.stamp());
                              unit.audit("home", added.id.value, {}, {}, auditFields(added));
                              unit.touched(Aggregate::Home, added.id.value);
                              return added.id;
                          });
}

Result<int> saveHome(Session& session, const Home& home)
{
    if (auto checked = checkHome(home); !checked)
        return checked.error();
    return commit<int>(
        session, "save-home", Right::EditHomes, [&](UnitOfWork& unit) -> Result<int> {
            const auto before = unit.homes.find(home.id);
            if (!before)
                return notFound("home", home.id.value);
            if (auto error = checkUnique(unit, home))
                return *error;
            if (!unit.homes.update(home, unit.stamp()))
                return editConflict("home", home.id.value);
            unit.audit("home", home.id.value, {}, auditFields(*before), auditFields(home));
            unit.touched(Aggregate::Home, home.id.value);
            return home.rowVersion + 1;
        });
}

Result<SkillsProfileId> recordSkills(Session& session, const SkillsProfile& profile,
                                     const SkillsProfileId& basedOn)
{
    return commit<SkillsProfileId>(
        session, "record-skills", Right::EditHomes,
        [&](UnitOfWork& unit) -> Result<SkillsProfileId> {
            if (!unit.homes.find(profile.home))
                return notFound("home", profile.home.value);
            auto framework = storedFramework(unit, profile.framework);
            if (!framework)
                return framework.error();
            if (auto error = checkSkills(profile, *framework))
                return *error;
            if (profile.recordedOn > unit.today())
                return invalidInput("recordedOn", "date-in-future");
            const auto earlier = unit.homes.profilesOf(profile.home);
            if ((earlier.empty() ? SkillsProfileId{} : earlier.front().id) != basedOn)
                return editConflict("skills", profile.home.value);
            SkillsProfile stored = profile;
            stored.id = unit.newId<SkillsProfileId>();
            stored.recordedBy = unit.stamp().by;
            unit.homes.insert(stored, unit.stamp().at);
            unit.audit("home", profile.home.value, {},
                       earlier.empty() ? AuditFields{} : auditFields(earlier.front()),
                       auditFields(stored));
            unit.touched(Aggregate::Home, profile.home.value);
            return stored.id;
        });
}

Result<std::vector<Provider>> listProviders(Session& session)
{
    return query<std::vector<Provider>>(session, "list providers",
                                        [](Records& records) -> Result<std::vector<Provider>> {
                                            return records.homes.providers();
                                        });
}

Result<ProviderId> provideProvider(Session& session, const std::string& name, bool ownService)
{
    const std::string wanted(trimmed(name));
    if (wanted.empty())
        return invalidInput("provider", "required");
    return commit<ProviderId>(
        session, "add-provider", Right::EditHomes, [&](UnitOfWork& unit) -> Result<ProviderId> {
            for (const auto& stored : unit.homes.providers())
                if (foldedForSearch(stored.name) == foldedForSearch(wanted))
                    return stored.id;
            const Provider added{unit.newId<ProviderId>(), wanted, ownService};
            unit.homes.insert(added);
            unit.audit("provider", added.id.value, {}, {}, auditFields(added));
            unit.touched(Aggregate::Home);
            return added.id;
        });
}

}  // namespace homeward::app
