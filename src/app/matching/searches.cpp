// Searches as records: written when a list is shown, read as they were shown.
#include <algorithm>

#include "app/matching/search_text.h"
#include "app/records/child_access.h"
#include "app/needs/framework_store.h"
#include "app/records/children.h"
#include "app/session/asking.h"
#include "matching/limits.h"

namespace homeward::app {
namespace {

/// As long as looking at a child counts as one visit.
constexpr std::int64_t kSameSearchMs = 15 * 60 * 1000;

storage::StoredSearch storedSearch(const ShortlistAnswer& answer)
{
    const matching::Request& request = answer.request;
    storage::StoredSearch search;
    search.child = request.child;
    search.neededOn = request.on;
    search.homeKind = request.kind;
    search.placementType = request.type;
    search.maxMiles = request.maxMiles;
    search.policyVersion = answer.list.policyVersion;
    search.framework = answer.list.framework;
    if (!answer.assessment.isEmpty())
        search.assessment = answer.assessment;
    if (answer.current) {
        search.placement = answer.current->id;
        search.placementVersion = answer.current->rowVersion;
    }
    search.lookedAt = answer.lookedAt;
    search.candidates = static_cast<int>(answer.list.candidates.size());
    search.nearMisses = static_cast<int>(answer.list.nearMisses.size());
    search.milliseconds = answer.milliseconds;
    return search;
}

std::map<std::string, std::string> auditFields(const storage::StoredSearch& search)
{
    const auto type = search.placementType ? std::string(toKey(*search.placementType)) : "";
    return {{"neededOn", search.neededOn.toIso()},
            {"kind", std::string(toKey(search.homeKind))},
            {"types", type},
            {"maxMiles", search.maxMiles ? matching::milesText(*search.maxMiles) : std::string()},
            {"policy", search.policyVersion},
            {"framework", search.framework.value},
            {"assessment", search.assessment.value_or(AssessmentId{}).value},
            {"lookedAt", std::to_string(search.lookedAt)},
            {"candidates", std::to_string(search.candidates)},
            {"nearMisses", std::to_string(search.nearMisses)}};
}

std::vector<storage::HouseholdVersion> unnumbered(const ShortlistAnswer& answer)
{
    std::vector<storage::HouseholdVersion> versions;
    for (const auto& [home, facts] : answer.households)
        if (facts.version == 0)
            versions.push_back(versionOf(home, facts));
    return versions;
}

/// Everything but who and when, which are compared apart, and how long it took.
bool isSameList(const storage::StoredSearch& one, const storage::StoredSearch& other)
{
    return one.neededOn == other.neededOn && one.homeKind == other.homeKind &&
           one.placementType == other.placementType && one.maxMiles == other.maxMiles &&
           one.policyVersion == other.policyVersion && one.framework == other.framework &&
           one.assessment == other.assessment && one.placement == other.placement &&
           one.placementVersion == other.placementVersion && one.lookedAt == other.lookedAt &&
           one.shown == other.shown;
}

bool isMomentsAgo(Timestamp then, Timestamp now)
{
    const std::int64_t passed = now.msSinceEpoch - then.msSinceEpoch;
    return passed >= 0 && passed < kSameSearchMs;
}

std::map<AccountId, std::string> people(Records& records)
{
    std::map<AccountId, std::string> people;
    for (const Account& account : records.accounts.all())
        people[account.id] = account.personName;
    return people;
}

SearchTerms termsOf(const storage::StoredSearch& search)
{
    return {search.child, search.neededOn, search.placementType, search.maxMiles, search.homeKind};
}

}  // namespace

std::vector<storage::HouseholdVersion> putOnRecord(
    Session& session, ShortlistAnswer& answer, const std::optional<storage::StoredSearch>& before)
{
    storage::StoredSearch search = storedSearch(answer);
    answer.openedByName = session.account().personName;
    answer.openedAt = session.impl().shared->environment.clock->now();
    search.shown = searchText(answer);
    std::vector<storage::HouseholdVersion> fresh;
    if (search.shown.empty())
        fresh = unnumbered(answer);
    if (before && isMomentsAgo(before->openedAt, answer.openedAt) && isSameList(*before, search)) {
        answer.search = before->id;
        answer.openedAt = before->openedAt;
        return {};
    }
    const auto kept = commit<SearchId>(
        session, "open-shortlist", Right::ReadRecords, [&](UnitOfWork& unit) -> Result<SearchId> {
            if (!fresh.empty()) {
                unit.searches.number(fresh);
                for (const storage::HouseholdVersion& version : fresh)
                    answer.households[version.home].version = version.number;
                search.shown = searchText(answer);
            }
            search.id = unit.newId<SearchId>();
            search.openedAt = unit.stamp().at;
            search.openedBy = unit.stamp().by;
            unit.searches.insert(search);
            unit.audit("search", search.id.value, search.child, {}, auditFields(search));
            unit.touched(Aggregate::Audit, search.child.value);
            // In the same commit: two would cost twice the waiting for the disk.
            if (isAnotherVisit(unit, search.child, search.openedBy, search.openedAt))
                unit.views.append(search.child, unit.stamp());
            return search.id;
        });
    if (!kept) {
        answer.notKept = kept.error();
        return {};
    }
    answer.search = *kept;
    answer.openedAt = search.openedAt;
    return fresh;
}

Result<ShortlistAnswer> searchOnRecord(Records& records, const SearchId& id)
{
    const auto search = records.searches.find(id);
    if (!search)
        return notFound("search", id.value);
    auto framework = storedFramework(records, search->framework);
    if (!framework)
        return framework.error();
    ShortlistAnswer answer;
    answer.search = id;
    answer.openedAt = search->openedAt;
    answer.openedByName = people(records)[search->openedBy];
    answer.framework = std::move(*framework);
    answer.list.policyVersion = search->policyVersion;
    answer.list.framework = search->framework;
    answer.request.child = search->child;
    answer.request.on = search->neededOn;
    answer.request.kind = search->homeKind;
    answer.request.type = search->placementType;
    answer.request.maxMiles = search->maxMiles;
    answer.assessment = search->assessment.value_or(AssessmentId{});
    if (!search->placement.isEmpty())
        answer.current = SeenPlacement{search->placement, search->placementVersion};
    answer.lookedAt = search->lookedAt;
    answer.milliseconds = search->milliseconds;
    const auto read = readSearchText(
        search->shown,
        [&](VersionRange range) { return records.searches.versions(range.first, range.last); },
        answer);
    if (!read)
        return read.error();
    return answer;
}

Result<std::vector<EarlierSearch>> searchesOf(Session& session, const ChildId& child)
{
    return queryChild<std::vector<EarlierSearch>>(
        session, "list searches", child,
        [&](Records& records) -> Result<std::vector<EarlierSearch>> {
            auto names = people(records);
            std::map<SearchId, std::string> chosen;
            for (const storage::StoredDecision& decision : records.searches.decisionsOf(child))
                if (const auto home = records.homes.find(decision.home)) {
                    std::string& homes = chosen[decision.search];
                    homes += (homes.empty() ? "" : ", ") + home->name;
                }
            std::vector<EarlierSearch> searches;
            for (const storage::StoredSearch& search : records.searches.ofChild(child))
                searches.push_back({search.id, termsOf(search), search.openedAt,
                                    names[search.openedBy], search.candidates, search.nearMisses,
                                    search.lookedAt, chosen[search.id]});
            return searches;
        });
}

Result<ShortlistAnswer> openSearch(Session& session, const SearchId& search)
{
    auto answer = query<ShortlistAnswer>(
        session, "open search", [&](Records& records) -> Result<ShortlistAnswer> {
            auto shown = searchOnRecord(records, search);
            if (shown)
                if (auto needed = reasonNeeded(records, session, shown->request.child))
                    return *needed;
            return shown;
        });
    if (answer)
        recordView(session, answer->request.child);
    return answer;
}

}  // namespace homeward::app
