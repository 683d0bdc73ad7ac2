#include "analytics/published_change.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "analytics/alike_groups.h"
#include "tests/unit/analytics/invented_authority.h"

using namespace homeward;
using namespace homeward::analytics;
using namespace homeward::analytics::test;

namespace {

PublishedChange publishedOf(const std::vector<ChildFacts>& children, const Cohort& cohort = {})
{
    const NeedsFramework framework = fourDomains();
    return Publication(children, framework).of(cohort);
}

Cohort aged(int youngest, int oldest)
{
    Cohort cohort;
    cohort.youngestYears = youngest;
    cohort.oldestYears = oldest;
    return cohort;
}

}  // namespace

TEST_CASE("numbers of children leave as multiples of five, or as fewer than five",
          "[analytics][published]")
{
    const auto children = Invention{}.make();
    const NeedsFramework framework = fourDomains();
    const Publication publication(children, framework);
    for (const Cohort& cohort : everyCohort()) {
        const PublishedChange change = publication.of(cohort);
        for (const auto& count : {change.cohortSize, change.assessed, change.comparable})
            if (count && (*count < 5 || *count % 5 != 0))
                FAIL(*count);
        for (const PublishedRow& row : change.domains)
            if (row.children % 5 != 0 || row.fell % 5 != 0 || row.same % 5 != 0 ||
                row.rose % 5 != 0)
                FAIL(row.domainKey);
    }
    SUCCEED();
}

TEST_CASE("published figures of all children are the exact ones, rounded", "[analytics][published]")
{
    const auto children = Invention{}.make();
    const NeedsChange exact = needsChange(children, fourDomains(), {});
    const PublishedChange change = publishedOf(children);
    CHECK(change.cohortSize == 120);
    CHECK(std::abs(*change.comparable - exact.comparable) <= 2);
    for (std::size_t d = 0; d < kDomains; ++d) {
        CHECK(change.domains[d].firstMean == Approx(exact.domains[d].firstMean).margin(0.006));
        CHECK(change.domains[d].latestMean == Approx(exact.domains[d].latestMean).margin(0.006));
        CHECK(*change.domains[d].percent == Approx(*exact.domains[d].percent).margin(0.6));
        CHECK(std::abs(change.domains[d].fell - exact.domains[d].fell) <= 2);
    }
    CHECK(change.total.firstMean == Approx(exact.total.firstMean).margin(0.006));
    CHECK(*change.total.percent == Approx(*exact.total.percent).margin(0.6));
    CHECK(change.firstYear == 2024);
    CHECK(change.latestYear == 2025);
}

TEST_CASE("figures are the same in whatever order the children stand, and each time",
          "[analytics][published]")
{
    auto children = Invention{}.make();
    const PublishedChange before = publishedOf(children, aged(3, 12));
    std::reverse(children.begin(), children.end());
    for (int again = 0; again < 3; ++again) {
        const PublishedChange after = publishedOf(children, aged(3, 12));
        for (std::size_t d = 0; d < kDomains; ++d) {
            CHECK(after.domains[d].firstMean == before.domains[d].firstMean);
            CHECK(after.domains[d].percent == before.domains[d].percent);
        }
        std::rotate(children.begin(), children.begin() + 7, children.end());
    }
}

TEST_CASE("a group below the limit is not published, and no year tells of its assessments",
          "[analytics][published]")
{
    auto children = Invention{}.make();
    children[0].assessments.front().on = *Date::fromYmd(2019, 3, 1);
    const PublishedChange baby = publishedOf(children, aged(0, 0));
    CHECK_FALSE(baby.cohortSize);
    CHECK_FALSE(baby.comparable);
    CHECK(baby.total.suppressed);
    CHECK(baby.total.children == 0);
    CHECK(baby.domains[0].suppressed);
    CHECK(baby.domains[0].firstMean == 0);
    CHECK_FALSE(baby.domains[0].percent);
    CHECK(publishedOf(children, aged(1, 17)).firstYear == 2019);
}

TEST_CASE("the total leaves out a domain that is not shown, so that it cannot be subtracted",
          "[analytics][published]")
{
    auto children = Invention{}.make();
    int known = 0;
    for (ChildFacts& child : children)
        for (AssessedLevels& assessed : child.assessments)
            for (std::size_t d = 1; d < kDomains; ++d)
                if (d > 1 || known++ >= 8)
                    assessed.levels[d] = std::nullopt;
    const PublishedChange change = publishedOf(children);
    REQUIRE_FALSE(change.domains[0].suppressed);
    for (std::size_t d = 1; d < kDomains; ++d)
        CHECK(change.domains[d].suppressed);
    CHECK(change.total.firstMean == change.domains[0].firstMean);
    CHECK(change.total.latestMean == change.domains[0].latestMean);
    CHECK(change.total.percent == change.domains[0].percent);
}

TEST_CASE("children count alike in groups of eight or more that no level decides",
          "[analytics][published]")
{
    auto children = Invention{150, 9}.make();
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < children.size(); ++i)
        members.push_back(i);
    const auto groups = alikeGroups(children, members, kPublishedGroup);
    std::set<std::size_t> seen;
    for (const auto& group : groups) {
        CHECK(group.size() >= kPublishedGroup);
        seen.insert(group.begin(), group.end());
    }
    CHECK(seen.size() == children.size());
    CHECK(groups.size() > 10);
    for (ChildFacts& child : children)
        child.assessments.clear();
    CHECK(alikeGroups(children, members, kPublishedGroup) == groups);
    CHECK(alikeGroups(children, {1, 2, 3}, kPublishedGroup).size() == 1);
    CHECK(alikeGroups(children, {}, kPublishedGroup).empty());
}

TEST_CASE("an authority of five to seven children with two assessments counts as one group",
          "[analytics][published]")
{
    auto children = Invention{6, 2}.make();
    for (ChildFacts& child : children)
        if (child.assessments.size() == 1)
            child.assessments.push_back(child.assessments.front());
    CHECK_FALSE(publishedOf(children).total.suppressed);
    children.resize(4);
    CHECK(publishedOf(children).total.suppressed);
    CHECK(publishedOf({}).total.suppressed);
}
