#include "app/records/homes.h"

#include "app/needs/framework_store.h"
#include "app/records/home_rows.h"
#include "app/records/list_paging.h"
#include "app/session/use_case.h"
#include "app/trust/audit_fields.h"
#include "domain/places.h"
#include "support/text/search_words.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

storage::HomeList::Asked askedOf(const HomeListAsked& asked)
{
    return {asked.filter, searchTerms(asked.filter.typed), asked.order, asked.descending};
}

HomeCounts countsOf(const storage::HomeSums& sums)
{
    return {sums.homes, sums.approved, sums.free};
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
                              placement.startsOn, placement.outsideTerms, placement.leaving});
    }
    return placed;
}

std::optional<Error> checkUnique(UnitOfWork& unit, const Home& home)
{
    if (auto other = unit.homes.findByReference(home.reference); other && other->id != home.id)
        return invalidInput("reference", "already-exists");
    return std::nullopt;
}

std::optional<Error> checkSkills(const SkillsProfile& profile, const NeedsFramework& framework,
                                 const std::vector<SkillsProfile>& earlier)
{
    const auto issues =
        skillIssues(profile.skills, framework, earlier.empty() ? nullptr : &earlier.front().skills);
    if (issues.empty())
        return std::nullopt;
    return invalidInput(issues.front().domainKey, std::string(toKey(issues.front().kind)));
}

}  // namespace

HomeRow rowOf(const storage::HomeLine& line)
{
    const Home& home = line.home;
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
    row.placed = line.placed;
    row.coming = line.coming;
    row.taken = line.taken;
    row.free = freePlaces(row.places, row.taken);
    row.youngestYears = home.approval.youngestYears;
    row.oldestYears = home.approval.oldestYears;
    row.onlySex = home.approval.onlySex;
    row.postcode = home.postcode;
    row.located = home.location.has_value();
    row.weeklyCostPence = home.weeklyCostPence;
    row.skillsRecordedOn = line.skillsRecordedOn;
    row.skillTotal = line.skillTotal;
    return row;
}

Result<HomeSlice> homesOf(Session& session, const HomeListAsked& asked, const ListPlace& after,
                          int limit)
{
    return query<HomeSlice>(session, "list homes", [&](Records& records) -> Result<HomeSlice> {
        storage::HomeList list(records.transaction, session.today());
        return sliceOf<HomeRow>(records, list, askedOf(asked), after, limit,
                                [](const storage::HomeLine& line) { return rowOf(line); });
    });
}

Result<std::vector<HomeRow>> allHomesOf(Session& session, const HomeListAsked& asked,
                                        const RunControl& control)
{
    return allOf<HomeRow>(control, [&](const ListPlace& place) {
        return homesOf(session, asked, place, kStretchRows);
    });
}

Result<RegisterCounts> countHomes(Session& session, const HomeFilter& filter)
{
    return query<RegisterCounts>(
        session, "count homes", [&](Records& records) -> Result<RegisterCounts> {
            storage::HomeList list(records.transaction, session.today());
            auto asked = askedOf({filter});
            RegisterCounts counts;
            counts.matching = countsOf(list.sums(asked));
            if (counts.matching.homes == 0 && forgiveSlips(records, asked.terms))
                counts.matching = countsOf(list.sums(asked));
            counts.total = filter == HomeFilter{} ? counts.matching : countsOf(list.sums({}));
            return counts;
        });
}

Result<std::vector<HomeRow>> homeRows(Session& session, const std::vector<HomeId>& ids)
{
    return query<std::vector<HomeRow>>(
        session, "homes", [&](Records& records) -> Result<std::vector<HomeRow>> {
            storage::HomeList list(records.transaction, session.today());
            std::vector<HomeRow> rows;
            for (const HomeId& id : ids)
                if (const auto line = list.find(id))
                    rows.push_back(rowOf(*line));
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
        if (const auto line = storage::HomeList(records.transaction, session.today()).find(id))
            page.summary = rowOf(*line);
        return page;
    });
}

Result<HomeContact> contactOf(Session& session, const HomeId& id)
{
    return query<HomeContact>(session, "contact", [&](Records& records) -> Result<HomeContact> {
        const auto home = records.homes.find(id);
        if (!home)
            return notFound("home", id.value);
        return HomeContact{home->telephone, home->email, home->address, home->postcode,
                           home->supervisingWorker};
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
            const auto earlier = unit.homes.profilesOf(profile.home);
            if (auto error = checkSkills(profile, *framework, earlier))
                return *error;
            if (profile.recordedOn > unit.today())
                return invalidInput("recordedOn", "date-in-future");
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
