// How far figures that leave the program are from the exact ones, in a demonstration authority.
#include <cmath>
#include <map>

#include "analytics/published_change.h"
#include "app/authority/demonstration.h"
#include "app/needs/insight.h"
#include "domain/statutory_codes.h"
#include "support/clock.h"
#include "tests/reliability/bench/figures.h"

using namespace homeward;

namespace {

app::InsightData demonstration(const std::filesystem::path& folder)
{
    app::DemonstrationPlan plan;
    plan.folder = folder;
    plan.today = *Date::fromIso("2025-11-25");
    const auto clock = std::make_shared<FixedClock>(plan.today);
    const app::Environment environment{clock, seededIds(7, clock->now().msSinceEpoch),
                                       app::KdfCost::Test};
    bench::must(app::createDemonstration(plan, environment));
    const auto session = bench::must(app::signIn(
        folder, app::kDemonstrationAccount, Secret(app::kDemonstrationPassphrase), environment));
    return bench::must(app::insightData(*session));
}

struct Errors {
    std::vector<double> of;
    void add(double error) { of.push_back(std::abs(error)); }
    double at(double share)
    {
        std::sort(of.begin(), of.end());
        return of.empty() ? 0 : of[static_cast<std::size_t>(share * double(of.size() - 1))];
    }
};

/// Ages as they are asked, with every combination of the other filters.
std::vector<Cohort> cohortsOf(const app::InsightData& data)
{
    std::vector<Cohort> others{Cohort{}};
    const auto with = [&](auto member, const auto& values) {
        const std::vector<Cohort> before = others;
        for (const Cohort& cohort : before)
            for (const auto& value : values) {
                Cohort more = cohort;
                more.*member = value;
                others.push_back(more);
            }
    };
    with(&Cohort::sex, std::vector<Sex>{Sex::Female, Sex::Male});
    std::vector<PlaceGroup> places;
    for (const auto& [group, key] : EnumKeys<PlaceGroup>::table)
        places.push_back(group);
    with(&Cohort::placement, places);
    with(&Cohort::provider, data.providers);
    with(&Cohort::entryYear, data.entryYears);
    std::vector<Cohort> cohorts;
    for (const Cohort& other : others)
        for (const auto& [from, to] : std::vector<std::pair<int, int>>{{-1, 25},
                                                                       {0, 4},
                                                                       {5, 9},
                                                                       {10, 15},
                                                                       {16, 25},
                                                                       {10, 25},
                                                                       {0, 9},
                                                                       {13, 25},
                                                                       {14, 25},
                                                                       {1, 25},
                                                                       {3, 12},
                                                                       {7, 14},
                                                                       {12, 17},
                                                                       {2, 8},
                                                                       {13, 15}}) {
            Cohort cohort = other;
            if (from >= 0) {
                cohort.youngestYears = from;
                cohort.oldestYears = to;
            }
            cohorts.push_back(cohort);
        }
    return cohorts;
}

/// Least number of children of the class a size belongs to.
int sizeClass(int size)
{
    int from = 5;
    for (const int next : {20, 50, 100, 200})
        from = size >= next ? next : from;
    return from;
}

struct Differences {
    Errors total;   ///< percentage points
    Errors domain;  ///< the same, in one domain
    Errors levels;  ///< mean level of a domain now

    void add(const analytics::NeedsChange& exact, const analytics::PublishedChange& published)
    {
        if (exact.total.percent && published.total.percent)
            total.add(*exact.total.percent - *published.total.percent);
        for (std::size_t d = 0; d < exact.domains.size(); ++d) {
            const auto& one = exact.domains[d];
            const auto& other = published.domains[d];
            if (one.suppressed || other.suppressed)
                continue;
            if (one.percent && other.percent)
                domain.add(*one.percent - *other.percent);
            levels.add(one.latestMean - other.latestMean);
        }
    }
};

void print(const char* what, Errors& errors, const char* unit)
{
    std::printf("  %-22s %6zu figures  typical %5.2f  95 of 100 %6.2f  worst %6.2f %s\n", what,
                errors.of.size(), errors.at(.5), errors.at(.95), errors.at(1), unit);
}

}  // namespace

int main()
{
    const bench::ScratchFolder folder("figures-bench");
    app::InsightData data = demonstration(folder.path() / "authority");
    const analytics::Publication publication(data.children, data.framework);
    std::map<int, Differences> bySize;
    std::map<int, int> cohorts;
    for (const Cohort& cohort : cohortsOf(data)) {
        const auto exact = analytics::needsChange(data.children, data.framework, cohort);
        const auto published = publication.of(cohort);
        if (published.total.suppressed || exact.total.suppressed)
            continue;
        const int from = sizeClass(exact.total.children);
        bySize[from].add(exact, published);
        ++cohorts[from];
    }
    std::printf("published and exact figures, %zu children in %zu groups\n", data.children.size(),
                publication.groups().size());
    for (auto& [from, differences] : bySize) {
        std::printf("%d children or more, %d cohorts\n", from, cohorts[from]);
        print("change, all domains", differences.total, "points");
        print("change, one domain", differences.domain, "points");
        print("mean level, one domain", differences.levels, "levels");
    }
    const auto divide = [&] {
        if (analytics::Publication(data.children, data.framework).groups().empty())
            std::abort();
    };
    bench::report("published figures of 600 children", 20, divide);
    const auto once = data.children;
    for (int again = 1; again < 10; ++again)
        for (analytics::ChildFacts child : once) {
            child.provider += std::to_string(again % 4);
            data.children.push_back(child);
        }
    bench::report("published figures of 6,000 children", 5, divide);
    return 0;
}
