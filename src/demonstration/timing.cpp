#include "demonstration/timing.h"

#include <algorithm>

namespace homeward::demonstration {
namespace {

constexpr double kShareInCareToday = 0.70;
constexpr int kCareBeforeWindowDays = 1'100;  ///< how long before the window care may have begun
constexpr int kAdultDays = kAdultYears * kDaysAYear + 4;
constexpr int kOldestYears = 26;
constexpr int kTries = 40;
constexpr int kShortestCareDays = 12;
constexpr int kLongestCareDays = 17 * kDaysAYear;
constexpr int kAdoptionBelowYears = 5;
constexpr int kShortestAdoptionDays = 330;

std::size_t familySize(Random& random)
{
    static const std::vector<double> weights{82, 12, 4.5, 1.5};
    return 1 + random.weighted(weights);
}

/// A careful draw between 0 and 1 that prefers small values.
double early(Random& random)
{
    const double u = random.unit();
    return 0.5 * u + 0.5 * u * u;
}

}  // namespace

Span::Span(const InventionPlan& plan)
    : windowStart(collectionYears(plan).front().firstDay()), today(plan.today)
{
}

Date adulthood(Date birth)
{
    return birth.plusMonths(12 * kAdultYears);
}

Timing::Timing(std::uint64_t seed, const Span& span) : m_span(span), m_random(seed, "timing") {}

/// Records of people over 26 are no longer kept (checkChild).
bool Timing::tooLongAgo(Date birth) const
{
    return birth < m_span.today.plusMonths(-12 * kOldestYears);
}

/// Two humps: babies, and the years around the start of adolescence.
int Timing::ageAtEntryDays()
{
    struct Band {
        int fromYears;
        int toYears;
    };
    static constexpr Band kBands[] = {{0, 1}, {1, 5}, {5, 10}, {10, 14}, {14, 16}, {16, 18}};
    static const std::vector<double> weights{20, 16, 17, 23, 14, 10};
    const Band& band = kBands[m_random.weighted(weights)];
    return m_random.between(band.fromYears * kDaysAYear, band.toYears * kDaysAYear - 45);
}

ChildTiming Timing::inCareToday()
{
    const int most = std::min(m_span.windowDays() + kCareBeforeWindowDays, kLongestCareDays);
    const int inCare = 3 + static_cast<int>(early(m_random) * most);
    int age = ageAtEntryDays();
    for (int i = 0; i < kTries && age + inCare > kAdultDays - 20; ++i)
        age = ageAtEntryDays();
    age = std::min(age, std::max(0, kAdultDays - 20 - inCare));
    ChildTiming child;
    child.enters = m_span.today.plusDays(-inCare);
    child.birth = child.enters.plusDays(-age);
    while (adulthood(child.birth) <= m_span.today)
        child.birth = child.birth.plusDays(30);
    child.birth = std::min(child.birth, child.enters);
    return child;
}

ChildTiming Timing::whoLeft()
{
    ChildTiming child;
    const Date left = m_span.windowStart.plusDays(m_random.between(1, m_span.windowDays()));
    child.leaves = left;
    const double u = m_random.unit();
    const int inCare = kShortestCareDays + static_cast<int>(u * u * 1'700);
    child.enters = left.plusDays(-inCare);
    if (m_random.chance(0.27)) {
        child.birth = left.plusMonths(-12 * kAdultYears);
        if (adulthood(child.birth) != left)  // 29 February
            child.leaves = adulthood(child.birth);
        child.enters = std::max(child.enters, child.birth);
        child.exit = Exit::Adult;
        if (*child.leaves <= m_span.today)
            return child;
    }
    child.leaves = left;
    int age = ageAtEntryDays();
    for (int i = 0; i < kTries && age + inCare > kAdultDays - 40; ++i)
        age = ageAtEntryDays();
    age = std::min(age, std::max(0, kAdultDays - 40 - inCare));
    child.birth = child.enters.plusDays(-age);
    child.exit = exitFor(ageYears(child.birth, left), inCare);
    return child;
}

Exit Timing::exitFor(int ageAtLeaving, int daysInCare)
{
    if (ageAtLeaving < kAdoptionBelowYears) {
        const bool longEnough = daysInCare >= kShortestAdoptionDays;
        return std::vector<Exit>{Exit::Adopted, Exit::Guardianship,
                                 Exit::Home}[m_random.weighted({longEnough ? 50.0 : 0.0, 25, 35})];
    }
    if (ageAtLeaving < 16)
        return std::vector<Exit>{Exit::Home, Exit::Guardianship,
                                 Exit::Other}[m_random.weighted({58, 34, 8})];
    return std::vector<Exit>{Exit::Home, Exit::Independent,
                             Exit::Other}[m_random.weighted({48, 34, 18})];
}

Route Timing::routeFor(const ChildTiming& lead, bool alone)
{
    if (alone)
        return Route::Voluntary;
    if (lead.exit == Exit::Adopted)
        return Route::Adoption;
    const int age = ageYears(lead.birth, lead.enters);
    const int inCare = daysBetween(lead.enters, lead.leaves.value_or(m_span.today));
    if (age < 3 && !lead.leaves && inCare > 300 && inCare < 1'000 && m_random.chance(0.6))
        return Route::Adoption;
    static const std::vector<Route> routes{Route::Voluntary, Route::VoluntaryThenProceedings,
                                           Route::Proceedings};
    if (age < 5)
        return routes[m_random.weighted({10, 18, 72})];
    return routes[age < 13 ? m_random.weighted({24, 24, 52}) : m_random.weighted({58, 16, 26})];
}

std::optional<ChildTiming> Timing::sibling(const ChildTiming& lead)
{
    const Date familyEnds = lead.leaves.value_or(m_span.today);
    const bool leavesTogether =
        lead.exit == Exit::Home || lead.exit == Exit::Guardianship || lead.exit == Exit::Adopted;
    for (int i = 0; i < kTries; ++i) {
        const int apart = m_random.between(300, 6 * kDaysAYear);
        ChildTiming child;
        child.birth = lead.birth.plusDays(m_random.chance(0.5) ? apart : -apart);
        child.enters = lead.enters;
        if (child.birth > lead.enters)
            child.enters = child.birth.plusDays(m_random.between(1, 40));
        else if (m_random.chance(0.1))
            child.enters = lead.enters.plusDays(m_random.between(20, 300));
        const Date adult = adulthood(child.birth);
        if (leavesTogether && lead.leaves && *lead.leaves <= adult) {
            child.leaves = lead.leaves;
            child.exit = lead.exit;
            if (child.exit == Exit::Adopted &&
                ageYears(child.birth, *lead.leaves) >= kAdoptionBelowYears)
                child.exit = Exit::Guardianship;
        } else if (adult <= m_span.today) {
            child.leaves = adult;
            child.exit = Exit::Adult;
        }
        const Date last = child.leaves.value_or(m_span.today.plusDays(1));
        const bool sound = child.enters.plusDays(kShortestCareDays) < std::min(familyEnds, last) &&
                           last > m_span.windowStart;
        const bool quickAdoption =
            child.exit == Exit::Adopted && daysBetween(child.enters, last) < kShortestAdoptionDays;
        if (sound && !quickAdoption && !tooLongAgo(child.birth))
            return child;
    }
    return std::nullopt;
}

FamilyTiming Timing::nextFamily(std::size_t mostChildren)
{
    const bool staysToday = m_span.windowDays() < 60 || m_random.chance(kShareInCareToday);
    FamilyTiming family;
    family.children.push_back(staysToday ? inCareToday() : whoLeft());
    for (int i = 0; i < kTries && tooLongAgo(family.children.front().birth); ++i)
        family.children.front() = i + 1 < kTries ? whoLeft() : inCareToday();
    const ChildTiming lead = family.children.front();
    const int ageAtEntry = ageYears(lead.birth, lead.enters);
    family.alone = ageAtEntry >= 15 && m_random.chance(0.3);
    family.route = routeFor(lead, family.alone);
    const std::size_t size = family.alone ? 1 : std::min(mostChildren, familySize(m_random));
    while (family.children.size() < size) {
        const auto next = sibling(lead);
        if (!next)
            break;
        family.children.push_back(*next);
    }
    return family;
}

void Timing::giveRoute(Life& life, Route familyRoute)
{
    const Date birth = life.child.birthDate;
    const int age = ageYears(birth, life.enters);
    const int inCare = daysBetween(life.enters, life.lastDay(m_span));
    const bool couldBeAdopted = age < kAdoptionBelowYears && inCare >= kShortestAdoptionDays &&
                                (!life.leaves || life.exit == Exit::Adopted);
    life.route = familyRoute;
    if (life.route == Route::Adoption && !couldBeAdopted)
        life.route = Route::Proceedings;
    if (life.route == Route::Voluntary)
        return;
    const bool voluntaryFirst = life.route == Route::VoluntaryThenProceedings;
    life.interimFrom =
        voluntaryFirst ? life.enters.plusDays(m_random.between(20, 260)) : life.enters;
    const Date decided = life.interimFrom->plusDays(m_random.between(150, 290));
    if (life.route == Route::Adoption)
        life.placementFrom = std::min(decided, life.lastDay(m_span).plusDays(-160));
    else
        life.fullFrom = decided;
}

}  // namespace homeward::demonstration
