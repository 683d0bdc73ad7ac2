#include "app/exchange/postcodes.h"
#include "app/records/child_access.h"
#include "app/matching/matching_service.h"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "app/needs/framework_store.h"
#include "app/records/children.h"
#include "app/session/asking.h"
#include "domain/care_history.h"
#include "domain/needs/succession.h"

namespace homeward::app {
namespace {

constexpr std::size_t kExplained = 50;  ///< rows that carry their contributions

/// What one reading gives.
struct Looked {
    ShortlistAnswer answer;
    std::optional<storage::StoredSearch> before;  ///< the newest search of the same person
};

Result<ShortlistAnswer> look(Records& records, Session& session, const SearchTerms& terms,
                             std::int64_t outsideChanges, const RunControl& control)
{
    auto framework = currentFramework(records);
    if (!framework)
        return framework.error();
    auto policy = currentPolicy(records);
    if (!policy)
        return policy.error();
    auto asked = ask(records, terms, *framework, session.today());
    if (!asked)
        return asked.error();
    HouseholdCache& cache = session.impl().households;
    const auto& households =
        cache.households(records.transaction, asked->request.on, *framework, outsideChanges);
    const auto begun = std::chrono::steady_clock::now();
    auto list = matching::makeShortlist(households, asked->request, *framework, *policy, kExplained,
                                        control);
    if (!list)
        return list.error();
    ShortlistAnswer answer;
    answer.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    answer.list = std::move(*list);
    answer.request = std::move(asked->request);
    answer.framework = std::move(*framework);
    answer.childName = displayName(asked->child);
    if (asked->assessment) {
        answer.assessment = asked->assessment->id;
        answer.assessedOn = asked->assessment->assessedOn;
    }
    answer.current = asked->current;
    answer.siblings = std::move(asked->siblings);
    answer.households = cache.facts();
    answer.lookedAt = static_cast<int>(
        std::count_if(households.begin(), households.end(),
                      [&](const matching::Household& home) { return home.kind == terms.kind; }));
    return answer;
}

/// Whoever is to be adopted has a family already, and nobody looks for one together with them.
bool isPlacedForAdoption(const Placement& placement)
{
    return !placement.placeCode.empty() && placement.placeCode.front() == 'A';
}

std::vector<SiblingInCare> siblingsInCare(Records& records, const ChildId& child, Date on)
{
    std::vector<std::pair<Date, SiblingInCare>> byBirth;
    for (const ChildId& id : records.children.siblingsOf(child)) {
        const auto sibling = records.children.find(id);
        if (!sibling)
            continue;
        const CareHistory history = records.care.historyOf(id);
        const Placement* placement = placementOn(history.placements, on);
        if ((!placement && !carePeriodOn(history.periods, on)) ||
            (placement && isPlacedForAdoption(*placement)))
            continue;
        SiblingInCare found{id, displayName(*sibling), ageYears(sibling->birthDate, on), {}, {}};
        if (placement && placement->home) {
            found.livesIn = placement->home;
            if (const auto home = records.homes.find(*placement->home))
                found.homeName = home->name;
        }
        byBirth.emplace_back(sibling->birthDate, std::move(found));
    }
    std::sort(byBirth.begin(), byBirth.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.child) < std::tie(b.first, b.second.child);
    });
    std::vector<SiblingInCare> siblings;
    siblings.reserve(byBirth.size());
    for (auto& [birth, sibling] : byBirth)
        siblings.push_back(std::move(sibling));
    return siblings;
}

/// Where the child lived before care, as the placements say it; empty: none does.
std::string familyPostcode(const CareHistory& history)
{
    for (auto placement = history.placements.rbegin(); placement != history.placements.rend();
         ++placement)
        if (!placement->homePostcode.empty())
            return placement->homePostcode;
    return {};
}

/// The needs that `framework` has no domain for, in the words of the version they were said in.
Result<std::vector<matching::LeftOut>> leftOutOf(Records& records, const Assessment& assessment,
                                                 const NeedsFramework& framework)
{
    std::vector<matching::LeftOut> leftOut;
    const std::vector<NeedLeftOut> needs = needsLeftOut(framework, assessment.ratings);
    if (needs.empty())
        return leftOut;
    const auto earlier = storedFramework(records, assessment.framework);
    if (!earlier)
        return earlier.error();
    for (const NeedLeftOut& need : needs) {
        const NeedsFramework::Domain* domain = earlier->findDomain(need.domainKey);
        leftOut.push_back({domain ? domain->title : need.domainKey, need.level});
    }
    return leftOut;
}

}  // namespace

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
    // A home is sought before a birth for the newborn.
    request.ageYears = std::max(0, ageYears(child->birthDate, request.on));
    request.sex = child->sex;
    request.kind = terms.kind;
    request.type = terms.type;
    request.needs.resize(framework.domains.size());
    if (asked.assessment) {
        request.needs = levelsIn(framework, asked.assessment->ratings, RatingsOf::Needs);
        auto leftOut = leftOutOf(records, *asked.assessment, framework);
        if (!leftOut)
            return leftOut.error();
        request.leftOut = std::move(*leftOut);
    }
    const CareHistory history = records.care.historyOf(terms.child);
    request.family = placeOf(records.transaction, child->familyLocation, familyPostcode(history));
    request.school = child->schoolLocation;
    request.language = child->language;
    request.likesPets = child->likesPets;
    asked.siblings = siblingsInCare(records, terms.child, request.on);
    for (const SiblingInCare& sibling : asked.siblings)
        request.siblings.push_back(sibling.child);
    request.maxMiles = terms.maxMiles;
    if (const Placement* current = placementOn(history.placements, request.on)) {
        request.livesIn = current->home;
        asked.current = SeenPlacement{current->id, current->rowVersion};
    }
    asked.child = std::move(*child);
    return asked;
}

Result<ShortlistAnswer> shortlist(Session& session, const SearchTerms& terms,
                                  const RunControl& control, Looking looking)
{
    const auto database = databaseOf(session);
    if (!database)
        return database.error();
    const std::int64_t outside = (*database)->outsideChanges();
    auto looked = queryChild<Looked>(
        session, "shortlist", terms.child, [&](Records& records) -> Result<Looked> {
            auto answer = look(records, session, terms, outside, control);
            if (!answer)
                return answer.error();
            Looked both{std::move(*answer), {}};
            if (looking == Looking::Opened)
                both.before = records.searches.newestOf(terms.child, session.account().id);
            return both;
        });
    if (!looked)
        return looked.error();
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "shortlist", {}};
    session.impl().households.take(putOnRecord(session, looked->answer, looked->before));
    recordView(session, terms.child);  // it tells what the child needs
    return std::move(looked->answer);
}

}  // namespace homeward::app
