#include "app/records/children.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/session/asking.h"
#include "app/session/rescue.h"
#include "app/session/use_case.h"
#include "app/session/waiting.h"
#include "app/trust/audit_fields.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

constexpr const char* kAssessmentDraft = "assessment";
constexpr const char* kAboutMeDraft = "about-me";
/// Pages read a record again after each change; that is not another look at the child.
constexpr std::int64_t kSameVisitMs = 15 * 60 * 1000;

/// What rows of the list take from other aggregates; maps are read once for the whole list.
struct RowSources {
    std::set<ChildId> inCare;                 ///< today
    std::map<ChildId, Placement> placements;  ///< today
    std::map<HomeId, Home> homes;
    std::map<AccountId, std::string> workers;
    std::map<ChildId, storage::AssessmentRepository::Summary> assessments;
    std::set<std::string> drafts;
};

void addPeopleAndDrafts(Records& records, const Session& session, RowSources& sources)
{
    for (const Account& account : records.accounts.all())
        sources.workers[account.id] = account.personName;
    for (std::string& record : records.drafts.recordsOf(session.account().id, kAssessmentDraft))
        sources.drafts.insert(std::move(record));
}

RowSources sourcesForAll(Records& records, const Session& session)
{
    RowSources sources;
    sources.inCare = records.care.childrenInCareOn(session.today());
    for (Placement& placement : records.care.placementsOn(session.today())) {
        const ChildId child = placement.child;
        sources.placements[child] = std::move(placement);
    }
    for (Home& home : records.homes.all()) {
        const HomeId id = home.id;
        sources.homes[id] = std::move(home);
    }
    sources.assessments = records.assessments.summaries();
    addPeopleAndDrafts(records, session, sources);
    return sources;
}

RowSources sourcesForOne(Records& records, const Session& session, const ChildId& child)
{
    RowSources sources;
    const CareHistory history = records.care.historyOf(child);
    if (carePeriodOn(history.periods, session.today()))
        sources.inCare.insert(child);
    if (const Placement* placement = placementOn(history.placements, session.today())) {
        sources.placements[child] = *placement;
        if (placement->home)
            if (auto home = records.homes.find(*placement->home))
                sources.homes[home->id] = std::move(*home);
    }
    const auto assessments = records.assessments.ofChild(child);
    if (!assessments.empty())
        sources.assessments[child] = {static_cast<int>(assessments.size()),
                                      assessments.back().assessedOn,
                                      totalLevel(assessments.back().ratings)};
    addPeopleAndDrafts(records, session, sources);
    return sources;
}

void describePlacement(ChildRow& row, const RowSources& sources, std::string& searched)
{
    const auto placement = sources.placements.find(row.id);
    if (placement == sources.placements.end())
        return;
    row.placement = placeGroupOf(placement->second.placeCode);
    row.placeCode = placement->second.placeCode;
    row.placedOn = placement->second.startsOn;
    searched += ' ' + placement->second.placePostcode;
    const auto home =
        placement->second.home ? sources.homes.find(*placement->second.home) : sources.homes.end();
    if (home != sources.homes.end()) {
        row.home = home->first;
        row.homeName = home->second.name;
        searched += ' ' + home->second.name;
    }
}

ChildRow rowOf(const Child& child, const RowSources& sources, Date today)
{
    ChildRow row;
    row.id = child.id;
    row.caseNumber = child.caseNumber;
    row.displayName = displayName(child);
    row.sex = child.sex;
    row.birthDate = child.birthDate;
    row.ageYears = ageYears(child.birthDate, today);
    std::string searched = child.preferredName + ' ' + child.givenName + ' ' + child.familyName +
                           ' ' + child.caseNumber;
    row.inCare = sources.inCare.contains(child.id);
    describePlacement(row, sources, searched);
    row.worker = child.worker;
    if (const auto worker = sources.workers.find(child.worker); worker != sources.workers.end())
        row.workerName = worker->second;
    if (const auto done = sources.assessments.find(child.id); done != sources.assessments.end()) {
        row.lastAssessedOn = done->second.latestOn;
        row.assessments = done->second.count;
        row.totalNeed = done->second.latestTotal;
    }
    row.myDraft = sources.drafts.contains(child.id.value);
    row.searchText = foldedForSearch(searched);
    return row;
}

Result<int> storeChanged(UnitOfWork& unit, const Child& child)
{
    const auto before = unit.children.find(child.id);
    if (!before)
        return notFound("child", child.id.value);
    if (auto other = unit.children.findByCaseNumber(child.caseNumber);
        other && other->id != child.id)
        return invalidInput("caseNumber", "already-exists");
    if (!unit.children.update(child, unit.stamp()))
        return editConflict("child", child.id.value);
    unit.audit("child", child.id.value, child.id, auditFields(*before), auditFields(child));
    unit.touched(Aggregate::Child, child.id.value);
    return child.rowVersion + 1;
}

}  // namespace

/// Whether looking now is another visit than the last look. A clock that was put back makes another
/// one: rather one view too many on record than one too few.
bool isAnotherVisit(Records& records, const ChildId& child, const AccountId& account, Timestamp now)
{
    const auto latest = records.views.latest(child, account);
    const std::int64_t passed = latest ? now.msSinceEpoch - latest->msSinceEpoch : 0;
    return !latest || passed < 0 || passed >= kSameVisitMs;
}

Result<std::vector<ChildRow>> listChildren(Session& session)
{
    return query<std::vector<ChildRow>>(
        session, "list children", [&](Records& records) -> Result<std::vector<ChildRow>> {
            const RowSources sources = sourcesForAll(records, session);
            std::vector<Child> children = records.children.all();
            std::sort(children.begin(), children.end(), [](const Child& a, const Child& b) {
                return std::tie(a.familyName, a.givenName, a.caseNumber) <
                       std::tie(b.familyName, b.givenName, b.caseNumber);
            });
            std::vector<ChildRow> rows;
            rows.reserve(children.size());
            for (const Child& child : children)
                rows.push_back(rowOf(child, sources, session.today()));
            return rows;
        });
}

Result<ChildPage> openChild(Session& session, const ChildId& id)
{
    return query<ChildPage>(session, "open child", [&](Records& records) -> Result<ChildPage> {
        auto child = records.children.find(id);
        if (!child)
            return notFound("child", id.value);
        ChildPage page;
        page.summary = rowOf(*child, sourcesForOne(records, session, id), session.today());
        page.child = std::move(*child);
        page.siblings = records.children.siblingsOf(id);
        for (const ChildId& sibling : page.siblings)
            if (const auto other = records.children.find(sibling))
                page.siblingNames.push_back(displayName(*other));
        page.draft = draftIn(records, session, kAboutMeDraft, id.value);
        return page;
    });
}

void recordView(Session& session, const ChildId& id)
{
    SharedState& shared = *session.impl().shared;
    const Timestamp now = shared.environment.clock->now();
    const AccountId account = session.account().id;
    const auto due = query<bool>(session, "view due", [&](Records& records) -> Result<bool> {
        return isAnotherVisit(records, id, account, now);
    });
    if (due && *due)
        shared.oweView(id, now);
    logOwedViews(session);
}

void logOwedViews(Session& session)
{
    SharedState& shared = *session.impl().shared;
    const auto owed = shared.takeOwedViews();
    if (owed.empty())
        return;
    const AccountId account = session.account().id;
    const NoWaiting atOnce(session);
    // A view is a write of its own kind: no change, so no audit row.
    const auto logged = commit<Done>(session, "view-child", Right::ReadRecords,
                                     [&](UnitOfWork& unit) -> Result<Done> {
                                         for (const auto& [child, at] : owed) {
                                             if (!isAnotherVisit(unit, child, account, at))
                                                 continue;
                                             unit.views.append(child, {at, account});
                                             unit.touched(Aggregate::View, child.value);
                                         }
                                         return Done{};
                                     });
    if (!logged)
        for (const auto& [child, at] : owed)
            shared.oweView(child, at);
}

Result<ChildId> addChild(Session& session, const Child& child)
{
    if (auto checked = checkChild(child, session.today()); !checked)
        return checked.error();
    return commit<ChildId>(
        session, "add-child", Right::EditChildren, [&](UnitOfWork& unit) -> Result<ChildId> {
            if (unit.children.findByCaseNumber(child.caseNumber))
                return invalidInput("caseNumber", "already-exists");
            Child added = child;
            added.id = unit.newId<ChildId>();
            unit.children.insert(added, unit.stamp());
            unit.audit("child", added.id.value, added.id, {}, auditFields(added));
            unit.touched(Aggregate::Child, added.id.value);
            return added.id;
        });
}

Result<int> saveChild(Session& session, const Child& child)
{
    if (auto checked = checkChild(child, session.today()); !checked)
        return checked.error();
    return commit<int>(session, "save-child", Right::EditChildren,
                       [&](UnitOfWork& unit) { return storeChanged(unit, child); });
}

Result<Done> keepDraft(Session& session, const std::string& kind, const std::string& record,
                       const std::string& body)
{
    return orRescued(session, kind, record, body,
                     commit<Done>(session, "keep-draft", Right::ReadRecords,
                                  [&](UnitOfWork& unit) -> Result<Done> {
                                      unit.drafts.put(session.account().id, kind, record, body,
                                                      unit.stamp().at);
                                      return Done{};
                                  }));
}

Result<std::optional<std::string>> readDraft(Session& session, const std::string& kind,
                                             const std::string& record)
{
    return query<std::optional<std::string>>(
        session, "read draft", [&](Records& records) -> Result<std::optional<std::string>> {
            return draftIn(records, session, kind, record);
        });
}

Result<Done> dropDraft(Session& session, const std::string& kind, const std::string& record)
{
    const auto dropped = commit<Done>(session, "drop-draft", Right::ReadRecords,
                                      [&](UnitOfWork& unit) -> Result<Done> {
                                          unit.drafts.remove(session.account().id, kind, record);
                                          return Done{};
                                      });
    if (dropped)
        forgetOwedDraft(session, kind, record);
    return dropped;
}

}  // namespace homeward::app
