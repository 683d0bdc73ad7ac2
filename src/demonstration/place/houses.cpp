#include "demonstration/place/houses.h"

#include <algorithm>
#include <set>
#include <string>

#include "demonstration/names.h"
#include "demonstration/place/area.h"
#include "demonstration/words.h"

namespace homeward::demonstration {
namespace {

constexpr double kKinshipShare = 0.12;
constexpr double kAgencyShare = 0.38;
constexpr int kHouseholdsPerResidential = 36;
constexpr int kHouseholdsPerSupported = 60;
constexpr int kPencePerPound = 100;

using Types = std::set<PlacementType>;

/// Pounds a week between the two, in steps of five. Source of the ranges: orders of magnitude for
/// England.
int weeklyPence(Random& random, int leastPounds, int mostPounds)
{
    return (leastPounds + 5 * random.between(0, (mostPounds - leastPounds) / 5)) * kPencePerPound;
}

void addSuppliers(Houses& houses, Random& random)
{
    const auto add = [&](const std::string& name, bool own, const std::string& code) {
        houses.suppliers.push_back({{{}, name, own}, code, inventedProviderNumber(random)});
    };
    add("Demonstration fostering service (invented)", true, "PR1");
    for (const std::string& name : Words::builtIn().of("agency"))
        add(name, false, houses.suppliers.size() % 3 == 0 ? "PR5" : "PR4");
    for (const std::string& name : Words::builtIn().of("residential"))
        add(name, false, "PR4");
    for (const std::string& name : Words::builtIn().of("supported"))
        add(name, false, "PR5");
}

std::pair<std::size_t, std::size_t> agencies()
{
    return {1, Words::builtIn().of("agency").size()};
}

std::vector<int> skillsOf(Random& random, double base, std::size_t domains)
{
    std::vector<double> levels(domains);
    for (double& level : levels)
        level = base + 0.75 * random.bell();
    for (int i = 0; i < 3 && domains > 0; ++i)
        levels[random.below(domains)] += 1.1;
    std::vector<int> skills;
    skills.reserve(levels.size());
    for (const double level : levels)
        skills.push_back(static_cast<int>(std::clamp(level + 0.5, 0.0, 4.4)));
    return skills;
}

void setStatus(House& house, Random& random, const Span& span)
{
    static const std::vector<ApprovalStatus> states{
        ApprovalStatus::Approved, ApprovalStatus::InAssessment, ApprovalStatus::OnHold,
        ApprovalStatus::Suspended, ApprovalStatus::Resigned};
    Approval& approval = house.home.approval;
    approval.status = states[random.weighted({87, 5, 4, 1, 3})];
    switch (approval.status) {
        case ApprovalStatus::Approved:
            approval.reviewDueOn = span.today.plusDays(random.between(-40, 365));
            break;
        case ApprovalStatus::InAssessment:
            house.openFrom = span.today.plusDays(1);
            house.practiceYears = 0;
            break;
        case ApprovalStatus::OnHold:
            house.noNewFrom = span.today.plusDays(-random.between(10, 200));
            break;
        case ApprovalStatus::Suspended:
        case ApprovalStatus::Resigned:
            house.closedFrom = span.today.plusDays(-random.between(10, 700));
            break;
    }
}

Types typesOf(Random& random)
{
    using T = PlacementType;
    static const std::vector<Types> choices{{T::ShortTerm, T::LongTerm},
                                            {T::ShortTerm},
                                            {T::LongTerm},
                                            {T::ShortTerm, T::Emergency},
                                            {T::ShortTerm, T::LongTerm, T::ShortBreaks},
                                            {T::ShortTerm, T::LongTerm, T::Emergency},
                                            {T::ShortTerm, T::ParentAndChild},
                                            {}};
    return choices[random.weighted({46, 14, 10, 7, 8, 9, 2, 4})];
}

void setAges(Approval& approval, Random& random)
{
    static const std::vector<std::pair<int, int>> ranges{{0, 17}, {0, 4},  {0, 10}, {3, 12},
                                                         {5, 17}, {8, 17}, {11, 17}};
    const auto& [youngest, oldest] = ranges[random.weighted({40, 7, 13, 7, 15, 8, 10})];
    approval.youngestYears = youngest;
    approval.oldestYears = oldest;
}

void setHousehold(Home& home, Random& random)
{
    const std::string family = familyName(random);
    home.name = family + " household";
    home.carers.clear();
    const auto carer = [&] {
        return givenName(random, random.chance(0.62) ? Sex::Female : Sex::Male) + " " + family;
    };
    home.carers.push_back(carer());
    if (random.chance(0.66))
        home.carers.push_back(carer());
    home.languages.clear();
    if (random.chance(0.93))
        home.languages.insert("English");
    if (random.chance(0.17))
        home.languages.insert(Words::builtIn().pick(random, "language"));
    home.hasPets.reset();
    if (random.chance(0.88))
        home.hasPets = random.chance(0.52);
    home.note = Words::builtIn().pick(random, "home-note");
}

void setSupplier(House& house, const Houses& houses, std::size_t supplier)
{
    house.supplier = supplier;
    house.number = houses.suppliers[supplier].number;
    house.home.providerName = houses.suppliers[supplier].provider.name;
    house.home.ownService = houses.suppliers[supplier].provider.ownService;
}

std::string numbered(char kind, std::size_t number)
{
    std::string digits = std::to_string(number);
    return std::string(1, kind) + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') +
           digits;
}

House place(const Houses& houses, Random& random, HomeKind kind, std::size_t number,
            std::size_t firstSupplier, std::size_t suppliers, const Span& span)
{
    House house;
    Home& home = house.home;
    const bool residential = kind == HomeKind::ChildrensHome;
    home.kind = kind;
    home.name = Words::builtIn().pick(random, "house") + (residential ? " House " : " Court ") +
                std::to_string(number);
    home.reference = numbered(residential ? 'C' : 'S', number);
    home.approval.places = residential ? random.between(3, 5) : random.between(4, 9);
    home.approval.youngestYears = residential ? random.between(7, 10) : 16;
    home.approval.types = {PlacementType::ShortTerm};
    if (residential)
        home.approval.types.insert(PlacementType::Emergency);
    home.approval.reviewDueOn = span.today.plusDays(random.between(0, 365));
    home.location = placeAround(random);
    home.postcode = inventedPostcode(random);
    home.languages = {"English"};
    home.weeklyCostPence =
        residential ? weeklyPence(random, 5'000, 7'000) : weeklyPence(random, 1'000, 1'700);
    home.note = Words::builtIn().pick(random, "place-note");
    home.rowVersion = 1;
    house.practiceYears = random.between(2, 15);
    house.openFrom = span.today.plusDays(-kDaysAYear * (house.practiceYears + 8));
    setSupplier(house, houses, firstSupplier + random.below(suppliers));
    house.number = inventedProviderNumber(random);
    return house;
}

/// Somebody types most of the missing places in sooner or later.
void locateMost(Houses& houses, std::uint64_t seed)
{
    Random random(seed, "places typed later");
    for (House& house : houses.all)
        if (!house.home.location && random.chance(0.75))
            house.home.location = placeAround(random);
}

}  // namespace

bool House::hasRoom(Date from, std::optional<Date> to, int children) const
{
    const auto placedOn = [&](Date day) {
        int placed = 0;
        for (const auto& [begins, ends] : stays)
            placed += begins <= day && (!ends || day < *ends) ? 1 : 0;
        return placed;
    };
    const int most = home.approval.places - children;
    if (placedOn(from) > most)
        return false;
    // The number only rises where somebody moves in.
    return std::all_of(stays.begin(), stays.end(), [&](const auto& stay) {
        const bool during = stay.first > from && (!to || stay.first < *to);
        return !during || placedOn(stay.first) <= most;
    });
}

bool House::livesSomebody(Date day) const
{
    return std::any_of(stays.begin(), stays.end(), [&](const auto& stay) {
        return stay.first <= day && (!stay.second || day < *stay.second);
    });
}

void becomeFosterHousehold(House& house, const Houses& houses, Random& random, const Span& span)
{
    Home& home = house.home;
    home.kind = HomeKind::FosterHousehold;
    setHousehold(home, random);
    const bool agency = random.chance(kAgencyShare);
    setSupplier(house, houses, agency ? agencies().first + random.below(agencies().second) : 0);
    home.weeklyCostPence = agency ? weeklyPence(random, 850, 1'150) : weeklyPence(random, 500, 650);
    home.approval.places = 1 + static_cast<int>(random.weighted({50, 37, 13}));
    setAges(home.approval, random);
    if (random.chance(0.06))
        home.approval.onlySex = random.chance(0.7) ? Sex::Female : Sex::Male;
    home.approval.types = typesOf(random);
    if (random.chance(0.94))
        home.location = agency ? placeAround(random) : placeInArea(random);
    home.postcode = inventedPostcode(random);
    home.rowVersion = 1;
    house.practiceYears = random.chance(0.25) ? random.between(0, 2) : random.between(2, 18);
    house.openFrom =
        span.today.plusDays(-kDaysAYear * house.practiceYears - random.between(20, 360));
    setStatus(house, random, span);
    const double practice = 0.5 + 0.2 * std::min(house.practiceYears, 8) + (agency ? 0.25 : 0);
    house.skills = skillsOf(random, practice + 0.4 * random.bell(), house.skills.size());
}

void becomeKinshipHousehold(House& house, const Family& family, Random& random, const Span& span)
{
    Home& home = house.home;
    home.kind = HomeKind::FamilyAndFriends;
    setHousehold(home, random);
    if (random.chance(0.45))
        home.name = family.name + " household";
    home.weeklyCostPence = weeklyPence(random, 250, 350);
    home.approval.status = ApprovalStatus::Approved;
    home.approval.types = {PlacementType::ShortTerm, PlacementType::LongTerm};
    home.approval.reviewDueOn = span.today.plusDays(random.between(-20, 365));
    if (random.chance(0.92))
        home.location = placeNear(random, family.home, 6);
    home.postcode = inventedPostcode(random);
    home.rowVersion = 1;
    house.skills = skillsOf(random, 1.3 + 0.4 * random.bell(), house.skills.size());
}

Houses inventHouses(const InventionPlan& plan, const NeedsFramework& framework)
{
    const Span span(plan);
    Random random(plan.seed, "houses");
    Houses houses;
    addSuppliers(houses, random);
    const auto households = static_cast<std::size_t>(plan.households);
    const auto kept = static_cast<std::size_t>(kKinshipShare * plan.households);
    for (std::size_t i = 0; i < households; ++i) {
        House house;
        house.home.reference = numbered('H', i + 1);
        house.skills.resize(framework.domains.size());
        const bool forKinship = i < kept;
        if (forKinship)
            setSupplier(house, houses, 0);
        else
            becomeFosterHousehold(house, houses, random, span);
        (forKinship ? houses.kinship : houses.fostering).push_back(houses.all.size());
        houses.all.push_back(std::move(house));
    }
    locateMost(houses, plan.seed);
    const auto addPlaces = [&](HomeKind kind, std::size_t count, std::size_t firstSupplier,
                               std::size_t suppliers, std::vector<std::size_t>& list) {
        for (std::size_t i = 0; i < count; ++i) {
            House house = place(houses, random, kind, i + 1, firstSupplier, suppliers, span);
            house.skills = skillsOf(random, kind == HomeKind::ChildrensHome ? 2.2 : 1.4,
                                    framework.domains.size());
            list.push_back(houses.all.size());
            houses.all.push_back(std::move(house));
        }
    };
    const auto some = [&](int perHome) {
        return households == 0 ? 0 : 1 + households / static_cast<std::size_t>(perHome);
    };
    const std::size_t residential = Words::builtIn().of("residential").size();
    const std::size_t afterAgencies = 1 + agencies().second;
    addPlaces(HomeKind::ChildrensHome, some(kHouseholdsPerResidential), afterAgencies, residential,
              houses.residential);
    addPlaces(HomeKind::SupportedAccommodation, some(kHouseholdsPerSupported),
              afterAgencies + residential, Words::builtIn().of("supported").size(),
              houses.supported);
    return houses;
}

void tellApart(Houses& houses, Random& random)
{
    // There are fewer names than households of the largest area: then some share theirs, and the
    // reference tells them apart.
    constexpr int kMostTries = 40;
    std::set<std::string> taken;
    const std::string ending = " household";
    for (House& house : houses.all) {
        Home& home = house.home;
        for (int tries = 0;
             tries < kMostTries && !taken.insert(home.name).second && home.name.ends_with(ending);
             ++tries) {
            const std::string family = home.name.substr(0, home.name.size() - ending.size());
            const std::string joined =
                family.substr(0, family.find('-')) + '-' + Words::builtIn().pick(random, "family");
            home.name = joined + ending;
            for (std::string& carer : home.carers)
                carer.replace(std::min(carer.find(' '), carer.size()), std::string::npos,
                              ' ' + joined);
        }
    }
}

double fitOf(const std::vector<double>& needs, const std::vector<int>& skills)
{
    double wanted = 0;
    double missing = 0;
    for (std::size_t i = 0; i < needs.size() && i < skills.size(); ++i) {
        wanted += needs[i] * needs[i];
        missing += needs[i] * std::max(0.0, needs[i] - skills[i]);
    }
    return wanted <= 0 ? 1 : std::clamp(1 - missing / wanted, 0.0, 1.0);
}

}  // namespace homeward::demonstration
