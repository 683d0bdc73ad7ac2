// Choosing a household of a search that was shown.
#include <algorithm>

#include "app/care/care_change.h"
#include "app/exchange/postcodes.h"
#include "app/matching/search_changes.h"
#include "app/needs/framework_store.h"
#include "app/session/asking.h"
#include "domain/statutory_codes.h"
#include "support/text/text.h"

namespace homeward::app {
namespace {

std::vector<HouseholdStay> staysIn(Records& records, const std::vector<Placement>& placements)
{
    std::vector<HouseholdStay> stays;
    for (const Placement& placement : placements) {
        const auto child = records.children.find(placement.child);
        const Date birth = child ? child->birthDate : placement.startsOn;
        stays.push_back({placement.child, placement.startsOn, placement.endsOn,
                         ageYears(birth, placement.startsOn)});
    }
    return stays;
}

/// The chosen household as it is inside the transaction.
HouseholdNow householdNow(Records& records, const Home& home, Date on,
                          const NeedsFramework& framework)
{
    const auto profiles = records.homes.profilesOf(home.id);
    const SkillsProfile* newest = profiles.empty() ? nullptr : &profiles.front();
    HouseholdNow now{asHousehold(home, newest, framework), home.name,
                     newest ? newest->id : SkillsProfileId{}};
    now.household.location = placeOf(records.transaction, home.location, home.postcode);
    placeIn(now.household, staysIn(records, records.care.placementsIn(home.id)), on);
    return now;
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

/// The limits that a choice would go beyond.
std::vector<matching::Limit> limitsBroken(const matching::Candidate& nearMiss)
{
    std::vector<matching::Limit> broken;
    for (const matching::LimitFinding& finding : nearMiss.limits)
        if (finding.verdict == matching::Verdict::NotMet)
            broken.push_back(finding.limit);
    return broken;
}

std::optional<Error> mayBeWaived(const matching::Candidate& nearMiss, const Choice& choice)
{
    const std::vector<matching::Limit> broken = limitsBroken(nearMiss);
    if (choice.outsideTerms)
        return std::ranges::all_of(broken, matching::isTermOfApproval)
                   ? std::nullopt
                   : std::optional(refusedBecause(nearMiss.limits, choice.home));
    if (broken.size() != 1 || choice.waived != broken.front())
        return refusedBecause(nearMiss.limits, choice.home);
    if (trimmed(choice.waiverReason).empty())
        return invalidInput("waiverReason", "required");
    return std::nullopt;
}

/// Whether the household may still be chosen; looks at all limits again.
std::optional<Error> stillPossible(const matching::Shortlist& now, const Choice& choice)
{
    if (!now.candidates.empty())
        return std::nullopt;
    if (!now.nearMisses.empty())
        return mayBeWaived(now.nearMisses.front(), choice);
    if (!now.notEligible.empty())
        return refusedBecause(now.notEligible.front().reasons, choice.home);
    return invalidInput("home", "not-eligible", {{"limit", "lives-there"}});
}

/// Codes as they hold on the day: supported accommodation and "other" got new ones in 2024 and
/// 2025.
std::string placeCodeFor(const Home& home, const std::optional<PlacementType>& type, Date on)
{
    const int year = collectionYearOf(on).startYear;
    std::string other = year >= 2025 ? "Z11" : "Z1";
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

Result<PlacementId> startPlacement(UnitOfWork& unit, const Home& home, const Asked& asked,
                                   const Choice& choice)
{
    const auto written = changeHistory(
        unit, asked.child.id,
        [&](const CareHistory& before, const CareRules& rules) -> Result<CareHistory> {
            Placement placement;
            placement.home = home.id;
            placement.startsOn = asked.request.on;
            placement.placeCode = placeCodeFor(home, asked.request.type, asked.request.on);
            placement.providerCode = home.ownService ? "PR1" : "PR4";
            placement.placePostcode = home.postcode;
            if (!before.placements.empty())
                placement.homePostcode = before.placements.back().homePostcode;
            placement.weeklyCostPence = home.weeklyCostPence;
            if (choice.outsideTerms) {
                placement.outsideTerms = *choice.outsideTerms;
                if (auto error = checkOutsideTerms(placement))
                    return *error;
            }
            return withPlacement(before, std::move(placement), choice.changeReason, rules);
        });
    if (written)
        return written->placements.back().id;
    const Error& error = written.error();
    const auto field = error.facts.find("field");
    if (field == error.facts.end() || field->second != "startsOn")
        return error;
    return invalidInput("on", error.facts.at("rule"), error.facts);  // the day of the search
}

/// Keys of the limits that the choice goes beyond, by commas.
std::string waivedIn(const matching::Shortlist& list)
{
    std::string keys;
    if (!list.nearMisses.empty())
        for (const matching::Limit limit : limitsBroken(list.nearMisses.front()))
            keys += (keys.empty() ? "" : ",") + std::string(toKey(limit));
    return keys;
}

/// The decision, and where the household stood in what was shown, so that it can be defended later.
void recordDecision(UnitOfWork& unit, const Choice& choice, const ShortlistAnswer& shown,
                    const PlacementId& placement, const std::string& waived)
{
    storage::StoredDecision decision;
    decision.id = unit.newId<DecisionId>();
    decision.search = choice.search;
    decision.home = choice.home;
    for (const matching::Candidate& candidate : shown.list.candidates)
        if (candidate.home == choice.home)
            decision.rank = candidate.rank;
    decision.placement = placement;
    decision.reason = choice.reason;
    if (!waived.empty())
        decision.waivedLimit = waived;
    decision.waiverReason =
        choice.outsideTerms ? choice.outsideTerms->agreedBy : choice.waiverReason;
    decision.decidedAt = unit.stamp().at;
    decision.decidedBy = unit.stamp().by;
    unit.searches.insert(decision);
    unit.audit("decision", decision.id.value, shown.request.child, {},
               {{"search", choice.search.value},
                {"home", choice.home.value},
                {"rank", decision.rank > 0 ? std::to_string(decision.rank) : std::string()},
                {"placement", placement.value},
                {"reason", choice.reason},
                {"waivedLimit", decision.waivedLimit.value_or("")},
                {"waiverReason", decision.waiverReason}});
}

Result<PlacementId> chooseFrom(UnitOfWork& unit, const Choice& choice, const ShortlistAnswer& shown)
{
    const auto home = unit.homes.find(choice.home);
    if (!home)
        return notFound("home", choice.home.value);
    auto policy = currentPolicy(unit);
    if (!policy)
        return policy.error();
    const matching::Request& request = shown.request;
    auto asked =
        ask(unit, {request.child, request.on, request.type, request.maxMiles, request.kind},
            shown.framework, unit.today());
    if (!asked)
        return asked.error();
    const HouseholdNow household = householdNow(unit, *home, request.on, shown.framework);
    const auto list =
        matching::makeShortlist({household.household}, asked->request, shown.framework, *policy);
    if (!list)
        return list.error();
    if (auto changed = changedSince(shown, {*asked, currentFrameworkId(unit), *list, household}))
        return *changed;
    if (auto error = stillPossible(*list, choice))
        return *error;
    if (choice.outsideTerms && (!request.isEmergency() || list->nearMisses.empty()))
        return invalidInput("home", "within-terms");
    auto placement = startPlacement(unit, *home, *asked, choice);
    if (placement)
        recordDecision(unit, choice, shown, *placement, waivedIn(*list));
    return placement;
}

}  // namespace

Result<PlacementId> choose(Session& session, const Choice& choice)
{
    if (choice.search.isEmpty())
        return invalidInput("search", "not-kept");
    if (trimmed(choice.reason).empty())
        return invalidInput("reason", "required");
    return commit<PlacementId>(session, "choose-household", Right::DecidePlacements,
                               [&](UnitOfWork& unit) -> Result<PlacementId> {
                                   const auto shown = searchOnRecord(unit, choice.search);
                                   if (!shown)
                                       return shown.error();
                                   return chooseFrom(unit, choice, *shown);
                               });
}

}  // namespace homeward::app
