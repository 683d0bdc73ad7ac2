// Somebody has all that leaves the program, for every filter there is, knows exactly who is in
// which group and how many they are, and wants the levels of one child or a few.
#include <catch2/catch.hpp>

#include <bitset>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "analytics/published_change.h"
#include "tests/unit/analytics/invented_authority.h"

using namespace homeward;
using namespace homeward::analytics;
using namespace homeward::analytics::test;

namespace {

constexpr std::size_t kMostChildren = 160;
using Members = std::bitset<kMostChildren>;

/// Mean levels of a cohort, one pair a domain and the total last; empty where not given.
struct Means {
    double first = 0;
    double latest = 0;
};
using Figures = std::vector<std::optional<Means>>;
using Source = std::function<Figures(const Cohort&)>;

Source published(const Publication& publication)
{
    return [&](const Cohort& cohort) {
        Figures figures;
        for (const PublishedRow& row : publication.of(cohort).domains)
            figures.push_back(row.suppressed ? std::nullopt
                                             : std::optional(Means{row.firstMean, row.latestMean}));
        return figures;
    };
}

Source exact(const std::vector<ChildFacts>& children, const NeedsFramework& framework)
{
    return [&](const Cohort& cohort) {
        Figures figures;
        for (const DomainChange& row : needsChange(children, framework, cohort).domains)
            figures.push_back(row.suppressed ? std::nullopt
                                             : std::optional(Means{row.firstMean, row.latestMean}));
        return figures;
    };
}

MaybeLevel levelOf(const ChildFacts& child, bool latest, std::size_t domain)
{
    const auto& assessed = latest ? child.assessments.back() : child.assessments.front();
    return assessed.levels[domain];
}

bool isKnown(const ChildFacts& child, std::size_t domain)
{
    return child.assessments.size() >= 2 && levelOf(child, false, domain) &&
           levelOf(child, true, domain);
}

/// What the attacker found for one small set of children in one domain.
struct Found {
    std::vector<Means> estimates;  ///< of the sums, one for each pair of filters
    Means truth;
    int children = 0;
};

/// Every pair of filters of which one holds all the children of the other and 1 to 4 more.
std::map<std::string, Found> attack(const std::vector<ChildFacts>& children, std::size_t domain,
                                    const Source& source)
{
    std::map<std::string, std::pair<Members, Cohort>> different;
    for (const Cohort& cohort : everyCohort()) {
        Members members;
        for (std::size_t i = 0; i < children.size(); ++i)
            members[i] = isKnown(children[i], domain) && belongsTo(cohort, children[i]);
        if (members.count() >= kSuppressionLimit)
            different.try_emplace(members.to_string(), members, cohort);
    }
    struct Asked {
        Members members;
        double size;
        Means means;
    };
    std::vector<Asked> asked;
    for (const auto& [key, one] : different)
        if (const auto means = source(one.second)[domain])
            asked.push_back({one.first, double(one.first.count()), *means});

    std::map<std::string, Found> found;
    for (const Asked& all : asked)
        for (const Asked& fewer : asked) {
            const double missing = all.size - fewer.size;
            if (missing < 1 || missing >= kSuppressionLimit || (fewer.members & ~all.members).any())
                continue;
            const Members few = all.members & ~fewer.members;
            Found& here = found[few.to_string()];
            here.estimates.push_back(
                {all.size * all.means.first - fewer.size * fewer.means.first,
                 all.size * all.means.latest - fewer.size * fewer.means.latest});
            if (here.children > 0)
                continue;
            here.children = static_cast<int>(missing);
            for (std::size_t i = 0; i < children.size(); ++i)
                if (few[i]) {
                    here.truth.first += levelOf(children[i], false, domain)->value();
                    here.truth.latest += levelOf(children[i], true, domain)->value();
                }
        }
    return found;
}

/// How often an estimate, rounded, is right; and how far it is from the truth.
struct Score {
    double right = 0;
    double squares = 0;
    double count = 0;
    void add(double estimate, double truth)
    {
        right += std::lround(estimate) == std::lround(truth) ? 1 : 0;
        squares += (estimate - truth) * (estimate - truth);
        ++count;
    }
    double share() const { return right / count; }
    double error() const { return std::sqrt(squares / count); }
};

/// What somebody knows who knows all children together: their mean, and what most of them have.
struct Common {
    Means mean;
    Means usual;
    double usualChange = 0;
};

Common commonOf(const std::vector<ChildFacts>& children, std::size_t domain)
{
    std::map<int, int> first;
    std::map<int, int> latest;
    std::map<int, int> change;
    double count = 0;
    Common common;
    for (const ChildFacts& child : children) {
        if (!isKnown(child, domain))
            continue;
        const int before = levelOf(child, false, domain)->value();
        const int after = levelOf(child, true, domain)->value();
        ++first[before];
        ++latest[after];
        ++change[after - before];
        common.mean.first += before;
        common.mean.latest += after;
        ++count;
    }
    const auto most = [](const std::map<int, int>& counts) {
        return double(std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) {
                          return a.second < b.second;
                      })->first);
    };
    common.mean = {common.mean.first / count, common.mean.latest / count};
    common.usual = {most(first), most(latest)};
    common.usualChange = most(change);
    return common;
}

struct Outcome {
    Score onePair;   ///< of one subtraction
    Score average;   ///< over all pairs of filters that leave the same children
    Score guess;     ///< with nothing but the mean of all children
    Score oneChild;  ///< average, of one child alone
    Score oneUsual;  ///< one child, guessed to be as most are
    Score oneMean;   ///< one child, guessed to be as the mean of all

    void add(const std::map<std::string, Found>& found, const Common& common)
    {
        for (const auto& [few, here] : found) {
            const Means truth = here.truth;
            const auto score = [&](Score& of, const Means& estimate, double change) {
                of.add(estimate.first, truth.first);
                of.add(change, truth.latest - truth.first);
            };
            const auto levels = [&](Score& of, const Means& estimate) {
                score(of, estimate, estimate.latest - estimate.first);
            };
            Means mean;
            for (const Means& estimate : here.estimates) {
                mean.first += estimate.first / double(here.estimates.size());
                mean.latest += estimate.latest / double(here.estimates.size());
            }
            levels(onePair, here.estimates.front());
            levels(average, mean);
            levels(guess, {here.children * common.mean.first, here.children * common.mean.latest});
            if (here.children > 1)
                continue;
            levels(oneChild, mean);
            levels(oneMean, common.mean);
            score(oneUsual, common.usual, common.usualChange);
        }
    }
};

/// Everything that leaves, for the cohorts given, as text.
std::string allOf(const Publication& publication, const std::vector<Cohort>& cohorts,
                  bool withDirections = true)
{
    std::string text;
    const auto add = [&](double figure) { text += std::to_string(figure) + " "; };
    for (const Cohort& cohort : cohorts) {
        const PublishedChange change = publication.of(cohort);
        std::vector<PublishedRow> rows = change.domains;
        rows.push_back(change.total);
        for (const auto& count : {change.cohortSize, change.assessed, change.comparable,
                                  change.firstYear, change.latestYear})
            add(count.value_or(-1));
        for (const PublishedRow& row : rows) {
            add(row.suppressed ? -1 : row.children);
            add(row.firstMean);
            add(row.latestMean);
            add(row.percent.value_or(-1000));
            if (withDirections)
                for (const int count : {row.fell, row.same, row.rose})
                    add(count);
        }
        text += "\n";
    }
    return text;
}

std::vector<Cohort> someOf(const std::vector<Cohort>& cohorts)
{
    std::vector<Cohort> some;
    for (std::size_t i = 0; i < cohorts.size(); i += 97)
        some.push_back(cohorts[i]);
    return some;
}

}  // namespace

TEST_CASE("subtracting any filter from any other tells no more of a few children than a guess",
          "[analytics][published][attack]")
{
    const int unknown = GENERATE(0, 10);
    const int size = GENERATE(60, 120);
    const auto children = Invention{size, 3, unknown}.make();
    const NeedsFramework framework = fourDomains();
    const Publication publication(children, framework);
    Outcome outcome;
    Outcome undone;
    for (std::size_t domain = 0; domain < kDomains; ++domain) {
        const Common common = commonOf(children, domain);
        outcome.add(attack(children, domain, published(publication)), common);
        if (domain == 0)
            undone.add(attack(children, domain, exact(children, framework)), common);
    }
    INFO(size << " children, " << unknown << "% unknown");
    INFO(outcome.guess.count << " estimates; right: one pair " << outcome.onePair.share()
                             << ", average " << outcome.average.share() << ", guess "
                             << outcome.guess.share());
    INFO("error: " << outcome.onePair.error() << ", " << outcome.average.error() << ", "
                   << outcome.guess.error());
    INFO(outcome.oneChild.count << " of one child; right: " << outcome.oneChild.share()
                                << ", guess " << outcome.oneUsual.share() << "; error "
                                << outcome.oneChild.error() << ", guess "
                                << outcome.oneMean.error());
    REQUIRE(outcome.guess.count > 1000);
    REQUIRE(outcome.oneChild.count > 200);
    CHECK(outcome.onePair.share() < outcome.guess.share() + 0.05);
    CHECK(outcome.average.share() < outcome.guess.share() + 0.05);
    CHECK(outcome.oneChild.share() < outcome.oneUsual.share() + 0.02);
    // The mean of eight, of which these are one to four, is all that can be had.
    CHECK(outcome.onePair.error() > 0.8 * outcome.guess.error());
    CHECK(outcome.average.error() > 0.8 * outcome.guess.error());
    CHECK(outcome.oneChild.error() > 0.9 * outcome.oneMean.error());
    // The attacker knows the trade: exact figures give every child away.
    CHECK(undone.onePair.share() > 0.999);
    CHECK(undone.oneChild.share() == 1.0);
}

TEST_CASE("all that leaves for all filters is the same if children of a group change places",
          "[analytics][published][attack]")
{
    const auto children = Invention{}.make();
    const NeedsFramework framework = fourDomains();
    const Publication publication(children, framework);
    const auto cohorts = everyCohort();
    const std::string leaves = allOf(publication, cohorts);
    for (std::size_t places = 1; places < kPublishedGroup; ++places) {
        auto others = children;
        for (const auto& group : publication.groups()) {
            REQUIRE(group.size() >= kPublishedGroup);
            for (std::size_t i = 0; i < group.size(); ++i)
                others[group[i]].assessments =
                    children[group[(i + places) % group.size()]].assessments;
        }
        INFO("moved by " << places);
        CHECK((allOf(Publication(others, framework), cohorts) == leaves));
    }
}

TEST_CASE("whatever leaves, each child can have each level at each assessment",
          "[analytics][published][attack]")
{
    const auto children = Invention{}.make();
    const NeedsFramework framework = fourDomains();
    const Publication publication(children, framework);
    const auto cohorts = someOf(everyCohort());
    const std::string leaves = allOf(publication, cohorts, false);
    std::set<std::size_t> tried;
    for (std::size_t place = 0; place < 2 * kPublishedGroup; ++place)
        for (const bool latest : {false, true})
            for (int wanted = 0; wanted < kLevelCount; ++wanted) {
                auto others = children;
                for (const auto& group : publication.groups()) {
                    const std::size_t child = group[place % group.size()];
                    tried.insert(child);
                    for (std::size_t domain = 0; domain < kDomains; ++domain) {
                        const auto at = [&](std::size_t i) -> MaybeLevel& {
                            auto& assessed = others[i].assessments;
                            return (latest ? assessed.back() : assessed.front()).levels[domain];
                        };
                        int owed = at(child)->value() - wanted;
                        at(child) = Level::fromInt(wanted);
                        for (const std::size_t i : group) {
                            if (i == child)
                                continue;
                            const int before = at(i)->value();
                            const int now = std::clamp(before + owed, 0, kLevelCount - 1);
                            owed -= now - before;
                            at(i) = Level::fromInt(now);
                        }
                        REQUIRE(owed == 0);
                    }
                }
                CHECK((allOf(Publication(others, framework), cohorts, false) == leaves));
            }
    std::size_t grouped = 0;
    for (const auto& group : publication.groups())
        grouped += group.size();
    CHECK(tried.size() == grouped);
}

TEST_CASE("one child in need among children without any cannot be told from none",
          "[analytics][published][attack]")
{
    auto children = Invention{60, 5}.make();
    for (ChildFacts& child : children)
        for (AssessedLevels& assessed : child.assessments)
            assessed.levels[0] = Level::fromInt(0);
    const NeedsFramework framework = fourDomains();
    const auto cohorts = everyCohort();
    const auto leaving = [&](int first, int latest) {
        children[0].assessments.front().levels[0] = Level::fromInt(first);
        children[0].assessments.back().levels[0] = Level::fromInt(latest);
        const Publication publication(children, framework);
        std::string text;
        for (const Cohort& cohort : cohorts) {
            const PublishedRow row = publication.of(cohort).domains[0];
            text += std::to_string(row.firstMean) + " " + std::to_string(row.latestMean) + " " +
                    std::to_string(row.percent.value_or(-1000)) + "\n";
        }
        return text;
    };
    const std::string none = leaving(0, 0);
    for (const auto& [first, latest] : {std::pair{4, 0}, {0, 4}, {4, 4}, {1, 2}})
        CHECK((leaving(first, latest) == none));
}
