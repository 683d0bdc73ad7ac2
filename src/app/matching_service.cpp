#include "app/matching_service.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "app/audit_fields.h"
#include "app/children.h"
#include "app/framework_store.h"
#include "app/use_case.h"
#include "domain/statutory_codes.h"
#include "support/text.h"

namespace homeward::app {
namespace {

constexpr std::size_t kExplained =
    50;  ///< rows that carry their contributions, and that a search records

/// The request for one child, from what is stored.
struct Asked {
    Child child;
    matching::Request request;
    std::optional<Assessment> assessment;
    std::optional<SeenPlacement> current;
};

Result<Asked> ask(Records& records, const SearchTerms& terms, const NeedsFramework& framework,
                  Date today)
{
    auto child = records.children.find(terms.child);
    if (!child)
        return notFound("child", terms.child.value);
    Asked asked;
    asked.assessment = records.assessments.latestOf(terms.child);
    matching::Request& request = asked.request;
    request.child = terms.child;
    request.on = terms.on.value_or(today);
    request.ageYears = ageYears(child->birthDate, request.on);
    request.sex = child->sex;
    request.type = terms.type;
    request.needs.resize(framework.domains.size());
    if (asked.assessment)
        for (const Rating& rating : asked.assessment->ratings)
            if (rating.perspective == Perspective::Agreed)
                if (const auto index = framework.domainIndex(rating.domainKey))
                    request.needs[*index] = rating.level;
    request.family = child->familyLocation;
    request.school = child->schoolLocation;
    request.language = child->language;
    request.likesPets = child->likesPets;
    request.siblings = records.children.siblingsOf(terms.child);
    request.maxMiles = terms.maxMiles;
    const CareHistory history = records.care.historyOf(terms.child);
    if (const Placement* current = placementOn(history.placements, request.on)) {
        request.livesIn = current->home;
        asked.current = SeenPlacement{current->id, current->rowVersion};
    }
    asked.child = std::move(*child);
    return asked;
}

std::string contributionsJson(const matching::Candidate& candidate, const NeedsFramework& framework)
{
    nlohmann::json list = nlohmann::json::array();
    for (const auto& part : candidate.contributions) {
        nlohmann::json entry{{"points", part.points}, {"possible", part.possible}};
        switch (part.kind) {
            case matching::Contribution::Kind::Domain:
                entry["domain"] = framework.domains[part.domain].key;
                entry["need"] = part.need;
                if (part.skill)
                    entry["skill"] = part.skill->value();
                break;
            case matching::Contribution::Kind::NoAssessedNeed:
                entry["domain"] = nullptr;
                break;
            case matching::Contribution::Kind::Factor:
                entry["factor"] = toKey(part.factor);
                entry["value"] = part.value;
                break;
        }
        list.push_back(std::move(entry));
    }
    return list.dump();
}

storage::StoredEntry entryOf(const matching::Candidate& candidate, bool nearMiss,
                             const ShortlistAnswer& shown)
{
    storage::StoredEntry entry;
    entry.home = candidate.home;
    entry.nearMiss = nearMiss;
    entry.score = candidate.score;
    entry.band = toKey(candidate.band);
    entry.needsFit = candidate.needsFit;
    entry.practicalFit = candidate.practicalFit;
    if (const auto facts = shown.households.find(candidate.home); facts != shown.households.end())
        entry.skills = facts->second.skills;
    entry.contributions = contributionsJson(candidate, shown.framework);
    return entry;
}

/// The first rows of a list and the chosen one, wherever it stands.
void addEntries(const std::vector<matching::Candidate>& rows, bool nearMiss,
                const ShortlistAnswer& shown, const HomeId& chosen,
                std::vector<storage::StoredEntry>& entries)
{
    std::size_t added = 0;
    for (const auto& row : rows)
        if (added++ < kExplained || row.home == chosen)
            entries.push_back(entryOf(row, nearMiss, shown));
}

std::vector<storage::StoredEntry> entriesOf(const ShortlistAnswer& shown, const HomeId& chosen)
{
    std::vector<storage::StoredEntry> entries;
    addEntries(shown.list.candidates, false, shown, chosen, entries);
    addEntries(shown.list.nearMisses, true, shown, chosen, entries);
    return entries;
}

/// The chosen household as it is inside the transaction.
matching::Household householdNow(Records& records, const Home& home, Date on,
                                 const NeedsFramework& framework)
{
    const auto profiles = records.homes.profilesOf(home.id);
    matching::Household household =
        asHousehold(home, profiles.empty() ? nullptr : &profiles.front(), framework);
    const auto placements = records.care.placementsIn(home.id);
    for (const Placement& placement : placements)
        if (!placement.endsOn || on < *placement.endsOn)
            household.placedChildren.push_back(placement.child);
    household.mostPlaced = mostTogetherFrom(placements, on);
    return household;
}

bool hasVacancyFault(const std::vector<matching::LimitFinding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const matching::LimitFinding& f) {
        return f.verdict == matching::Verdict::NotMet && f.limit == matching::Limit::Vacancy;
    });
}

Error refusedBecause(const std::vector<matching::LimitFinding>& findings, const HomeId& home)
{
    // A vacancy that was shown a moment ago and is gone was taken by a colleague in between.
    if (hasVacancyFault(findings))
        return editConflict("vacancy", home.value);
    std::string limits;
    for (const auto& finding : findings)
        if (finding.verdict == matching::Verdict::NotMet)
            limits += (limits.empty() ? "" : ",") + std::string(toKey(finding.limit));
    return invalidInput("home", "not-eligible", {{"limit", limits}});
}

/// Whether the household may still be chosen; looks at all limits again.
std::optional<Error> stillPossible(const matching::Shortlist& now, const Choice& choice)
{
    if (!now.candidates.empty())
        return std::nullopt;
    if (!now.nearMisses.empty()) {
        const auto& findings = now.nearMisses.front().limits;
        const bool waived = std::any_of(findings.begin(), findings.end(),
                                        [&](const matching::LimitFinding& finding) {
                                            return finding.verdict == matching::Verdict::NotMet &&
                                                   choice.waived == finding.limit;
                                        });
        if (!waived)
            return refusedBecause(findings, choice.home);
        if (trimmed(choice.waiverReason).empty())
            return invalidInput("waiverReason", "required");
        return std::nullopt;
    }
    if (!now.notEligible.empty())
        return refusedBecause(now.notEligible.front().reasons, choice.home);
    return invalidInput("home", "not-eligible", {{"limit", "lives-there"}});
}

/// Codes as they hold on the day: supported accommodation and "other" got new ones in 2024 and
/// 2025.
std::string placeCodeFor(const Home& home, const std::optional<PlacementType>& type, Date on)
{
    const int year = collectionYearOf(on).startYear;
    const std::string other = year >= 2025 ? "Z11" : "Z1";
    const bool longTerm = type == PlacementType::LongTerm;
    switch (home.kind) {
        case HomeKind::FosterHousehold:
            return longTerm ? "U4" : "U6";
        case HomeKind::FamilyAndFriends:
            return longTerm ? "U1" : "U3";
        case HomeKind::ChildrensHome:
            return "K2";
        case HomeKind::SupportedAccommodation:
            return year >= 2024 ? "K3" : "H5";
        case HomeKind::Other:
            return other;
    }
    return other;
}

/// Ends where the child lives now, on the day the new placement starts. A placement that started
/// that same day was no night: it stays on record, corrected.
std::optional<Error> endCurrent(UnitOfWork& unit, const CareHistory& history, const Choice& choice,
                                Date on)
{
    for (const Placement& placement : history.placements)
        if (placement.startsOn > on)
            return invalidInput("on", "overlaps", {{"startsOn", placement.startsOn.toIso()}});
    const Placement* current = placementOn(history.placements, on);
    if (!current)
        return std::nullopt;
    if (!choice.changeReason.empty() &&
        !StatutoryCodes::builtIn().find("REASON_PLACE_CHANGE", choice.changeReason))
        return invalidInput("changeReason", "unknown-code");
    Placement ended = *current;
    ended.endsOn = on;
    ended.changeReason = choice.changeReason;
    if (!unit.care.update(ended, unit.stamp()))
        return editConflict("placement", current->id.value);
    unit.audit("placement", ended.id.value, ended.child, auditFields(*current), auditFields(ended));
    if (ended.home)
        unit.touched(Aggregate::Home, ended.home->value);
    return std::nullopt;
}

/// A child who was not looked after until now starts to be.
std::string startCareIfNeeded(UnitOfWork& unit, const CareHistory& history, const ChildId& child,
                              Date on)
{
    if (carePeriodOn(history.periods, on))
        return "P";
    CarePeriod period;
    period.id = unit.newId<CarePeriodId>();
    period.child = child;
    period.startsOn = on;
    unit.care.insert(period, unit.stamp());
    unit.audit("care-period", period.id.value, child, {}, auditFields(period));
    unit.touched(Aggregate::CareHistory, child.value);
    return "S";
}

Result<PlacementId> startPlacement(UnitOfWork& unit, const Home& home, const Asked& asked,
                                   const Choice& choice)
{
    const Date on = asked.request.on;
    const CareHistory history = unit.care.historyOf(asked.child.id);
    if (auto error = endCurrent(unit, history, choice, on))
        return *error;
    Placement placement;
    placement.id = unit.newId<PlacementId>();
    placement.child = asked.child.id;
    placement.home = home.id;
    placement.startsOn = on;
    placement.placeCode = placeCodeFor(home, asked.request.type, on);
    placement.providerCode = home.ownService ? "PR1" : "PR4";
    placement.placePostcode = home.postcode;
    if (!history.placements.empty())
        placement.homePostcode = history.placements.back().homePostcode;
    placement.startReason = startCareIfNeeded(unit, history, asked.child.id, on);
    for (const Placement& corrected : history.placements)
        if (corrected.startsOn == on)
            placement.startReason = corrected.startReason;
    placement.weeklyCostPence = home.weeklyCostPence;
    unit.care.insert(placement, unit.stamp());
    unit.audit("placement", placement.id.value, placement.child, {}, auditFields(placement));
    unit.touched(Aggregate::Placement, placement.child.value);
    unit.touched(Aggregate::Home, home.id.value);
    return placement.id;
}

/// The search, what was shown, and the decision, so that it can be defended later.
void recordDecision(UnitOfWork& unit, const Choice& choice, const ShortlistAnswer& shown,
                    const Asked& asked, const PlacementId& placement)
{
    storage::StoredSearch search;
    search.id = unit.newId<SearchId>();
    search.child = choice.terms.child;
    search.neededOn = asked.request.on;
    if (choice.terms.type)
        search.placementType = std::string(toKey(*choice.terms.type));
    search.maxMiles = choice.terms.maxMiles;
    search.policyVersion = shown.list.policyVersion;
    search.framework = shown.framework.id;
    if (asked.assessment)
        search.assessment = asked.assessment->id;
    unit.searches.insert(search, entriesOf(shown, choice.home), unit.stamp());

    storage::StoredDecision decision;
    decision.id = unit.newId<DecisionId>();
    decision.search = search.id;
    decision.home = choice.home;
    decision.placement = placement;
    decision.reason = choice.reason;
    if (choice.waived)
        decision.waivedLimit = std::string(toKey(*choice.waived));
    decision.waiverReason = choice.waiverReason;
    decision.decidedAt = unit.stamp().at;
    decision.decidedBy = unit.stamp().by;
    unit.searches.insert(decision);
    unit.audit("decision", decision.id.value, choice.terms.child, {},
               {{"home", choice.home.value},
                {"placement", placement.value},
                {"reason", choice.reason},
                {"waivedLimit", decision.waivedLimit.value_or("")},
                {"waiverReason", choice.waiverReason}});
}

}  // namespace

Result<ShortlistAnswer> shortlist(Session& session, const SearchTerms& terms,
                                  const RunControl& control)
{
    HouseholdCache& cache = session.impl().households;
    const auto database = databaseOf(session);
    if (!database)
        return database.error();
    const std::int64_t outside = (*database)->outsideChanges();
    auto answered = query<ShortlistAnswer>(
        session, "shortlist", [&](Records& records) -> Result<ShortlistAnswer> {
            auto framework = currentFramework(records);
            if (!framework)
                return framework.error();
            auto policy = currentPolicy(records);
            if (!policy)
                return policy.error();
            auto asked = ask(records, terms, *framework, session.today());
            if (!asked)
                return asked.error();
            const auto& households =
                cache.households(records.transaction, asked->request.on, *framework, outside);
            const auto begun = std::chrono::steady_clock::now();
            auto list = matching::makeShortlist(households, asked->request, *framework, *policy,
                                                kExplained, control);
            if (!list)
                return list.error();
            ShortlistAnswer answer;
            answer.milliseconds =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
                    .count();
            answer.list = std::move(*list);
            answer.request = std::move(asked->request);
            answer.framework = std::move(*framework);
            answer.childName = displayName(asked->child);
            if (asked->assessment)
                answer.assessedOn = asked->assessment->assessedOn;
            answer.current = asked->current;
            answer.households = cache.facts();
            answer.lookedAt = static_cast<int>(households.size());
            return answer;
        });
    if (answered)  // it tells what the child needs
        recordView(session, terms.child);
    return answered;
}

Result<PlacementId> choose(Session& session, const Choice& choice, const ShortlistAnswer& shown)
{
    if (trimmed(choice.reason).empty())
        return invalidInput("reason", "required");
    return commit<PlacementId>(
        session, "choose-household", Right::DecidePlacements,
        [&](UnitOfWork& unit) -> Result<PlacementId> {
            const auto home = unit.homes.find(choice.home);
            if (!home)
                return notFound("home", choice.home.value);
            auto policy = currentPolicy(unit);
            if (!policy)
                return policy.error();
            auto asked = ask(unit, choice.terms, shown.framework, unit.today());
            if (!asked)
                return asked.error();
            const auto now = matching::makeShortlist(
                {householdNow(unit, *home, asked->request.on, shown.framework)}, asked->request,
                shown.framework, *policy);
            if (!now)
                return now.error();
            if (asked->current != shown.current)
                return editConflict("placement", choice.terms.child.value);
            if (auto error = stillPossible(*now, choice))
                return *error;
            auto placement = startPlacement(unit, *home, *asked, choice);
            if (!placement)
                return placement.error();
            recordDecision(unit, choice, shown, *asked, *placement);
            return *placement;
        });
}

}  // namespace homeward::app
