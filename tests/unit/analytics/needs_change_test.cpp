#include "analytics/needs_change.h"

#include <catch2/catch.hpp>

#include <initializer_list>

using namespace homeward;
using namespace homeward::analytics;

namespace {

NeedsFramework framework()
{
    NeedsFramework result;
    result.outcomes = {{"one", "One"}};
    for (const char* key : {"a", "b"}) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = "one";
        result.domains.push_back(domain);
    }
    return result;
}

/// -1 is unknown.
AssessedLevels assessed(const char* on, std::initializer_list<int> levels)
{
    AssessedLevels result{Date::fromIso(on).value(), {}};
    for (const int level : levels)
        result.levels.push_back(Level::fromInt(level));
    return result;
}

ChildFacts child(const std::string& id, std::vector<AssessedLevels> assessments)
{
    ChildFacts result;
    result.child = {id};
    result.ageYears = 12;
    result.assessments = std::move(assessments);
    return result;
}

ChildFacts reviewed(const std::string& id, std::initializer_list<int> first,
                    std::initializer_list<int> latest)
{
    return child(id, {assessed("2025-05-01", first), assessed("2026-01-10", latest)});
}

/// Sums: a 10 -> 7, b 3 -> 6; five children.
std::vector<ChildFacts> five()
{
    return {reviewed("c1", {4, 0}, {2, 0}), reviewed("c2", {3, 1}, {2, 1}),
            reviewed("c3", {2, 1}, {2, 2}), reviewed("c4", {1, 1}, {1, 1}),
            reviewed("c5", {0, 0}, {0, 2})};
}

}  // namespace

TEST_CASE("change is counted from the first to the latest assessment of each child",
          "[analytics][change]")
{
    const NeedsChange change = needsChange(five(), framework(), {});
    CHECK(change.cohortSize == 5);
    CHECK(change.assessed == 5);
    CHECK(change.comparable == 5);
    REQUIRE(change.domains.size() == 2);

    const DomainChange& a = change.domains[0];
    CHECK(a.domainKey == "a");
    CHECK(a.children == 5);
    CHECK(a.firstMean == Approx(2.0));
    CHECK(a.latestMean == Approx(1.4));
    CHECK(a.percent == Approx(-30));
    CHECK(a.fell == 2);
    CHECK(a.same == 3);
    CHECK(a.rose == 0);
    CHECK(change.domains[1].percent == Approx(100));

    CHECK(change.total.domainKey.empty());
    CHECK(change.total.children == 5);
    CHECK(change.total.firstMean == Approx(1.3));
    CHECK(change.total.percent == Approx(0).margin(1e-12));
    CHECK(change.total.fell == 2);
    CHECK(change.total.same == 1);
    CHECK(change.total.rose == 2);
    CHECK(change.firstOn == Date::fromYmd(2025, 5, 1));
    CHECK(change.latestOn == Date::fromYmd(2026, 1, 10));
}

TEST_CASE("assessments between the first and the latest play no part", "[analytics][change]")
{
    auto children = five();
    children[0].assessments.insert(children[0].assessments.begin() + 1,
                                   assessed("2025-09-01", {0, 4}));
    CHECK(needsChange(children, framework(), {}).domains[0].percent == Approx(-30));
}

TEST_CASE("a child assessed once is in the cohort and not in the change", "[analytics][change]")
{
    auto children = five();
    children.push_back(child("c6", {assessed("2025-05-01", {4, 4})}));
    children.push_back(child("c7", {}));
    const NeedsChange change = needsChange(children, framework(), {});
    CHECK(change.cohortSize == 7);
    CHECK(change.assessed == 6);
    CHECK(change.comparable == 5);
    CHECK(change.total.children == 5);
}

TEST_CASE("a level unknown at either end takes the child out of that domain only",
          "[analytics][change]")
{
    auto children = five();
    children.push_back(reviewed("c6", {-1, 4}, {3, 0}));
    children.push_back(reviewed("c7", {1, 0}, {-1, 0}));
    const NeedsChange change = needsChange(children, framework(), {});
    CHECK(change.domains[0].children == 5);
    CHECK(change.domains[1].children == 7);
    CHECK(change.total.children == 7);
    // c6 counts 4 -> 0, its only domain known at both ends: 13 + 4 -> 13 + 0.
    CHECK(change.total.percent == Approx(-100.0 * 4 / 17));
    CHECK(change.total.firstMean == Approx(17.0 / 12));
}

TEST_CASE("percent is empty where nothing was needed at first", "[analytics][change]")
{
    std::vector<ChildFacts> children;
    for (int i = 0; i < 5; ++i)
        children.push_back(reviewed("c" + std::to_string(i), {0, 1}, {1, 1}));
    const NeedsChange change = needsChange(children, framework(), {});
    CHECK_FALSE(change.domains[0].percent);
    CHECK(change.domains[0].latestMean == Approx(1));
    CHECK(change.domains[0].rose == 5);
    CHECK(change.domains[1].percent == Approx(0).margin(1e-12));
}

TEST_CASE("figures of fewer than five children are not given", "[analytics][change]")
{
    auto children = five();
    children.pop_back();
    const NeedsChange change = needsChange(children, framework(), {});
    CHECK(change.cohortSize == 4);
    for (const DomainChange* figure : {&change.total, &change.domains[0], &change.domains[1]}) {
        CHECK(figure->suppressed);
        CHECK(figure->children == 0);
        CHECK(figure->firstMean == 0);
        CHECK(figure->latestMean == 0);
        CHECK_FALSE(figure->percent);
        CHECK(figure->fell + figure->same + figure->rose == 0);
    }
    CHECK(change.domains[1].domainKey == "b");
    CHECK_FALSE(change.firstOn);
    CHECK_FALSE(needsChange(children, framework(), {}, 4).total.suppressed);
    CHECK_FALSE(needsChange(five(), framework(), {}).total.suppressed);
}

TEST_CASE("one domain can be too small where the others are not", "[analytics][change]")
{
    auto children = five();
    children[0].assessments[0].levels[0] = std::nullopt;
    const NeedsChange change = needsChange(children, framework(), {});
    CHECK(change.domains[0].suppressed);
    CHECK_FALSE(change.domains[1].suppressed);
    CHECK_FALSE(change.total.suppressed);
}

TEST_CASE("a cohort without children is an answer", "[analytics][change]")
{
    const NeedsChange change = needsChange({}, framework(), {}, 0);
    CHECK(change.cohortSize == 0);
    CHECK(change.domains.size() == 2);
    CHECK(change.total.firstMean == 0);
}

TEST_CASE("the children behind a figure stand with the largest rise first", "[analytics][change]")
{
    const auto rows = childrenBehind(five(), framework(), {}, "b");
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].child == ChildId{"c5"});
    CHECK(rows[0].first == 0);
    CHECK(rows[0].latest == 2);
    CHECK(rows[0].firstOn == Date::fromYmd(2025, 5, 1));
    CHECK(rows[0].latestOn == Date::fromYmd(2026, 1, 10));
    CHECK(rows[1].child == ChildId{"c3"});
    CHECK(rows[2].child == ChildId{"c1"});
    CHECK(rows[4].child == ChildId{"c4"});
    CHECK(childrenBehind(five(), framework(), {}, "").front().latest == 2);
    CHECK(childrenBehind(five(), framework(), {}, "no-such-domain").empty());
}

TEST_CASE("there are as many children behind a figure as it says", "[analytics][change]")
{
    auto children = five();
    children.push_back(reviewed("c6", {-1, 4}, {3, 0}));
    children[0].assessments[0].levels[0] = std::nullopt;
    children[1].sex = Sex::Female;
    for (const Cohort& cohort : {Cohort{}, Cohort{{}, {}, Sex::Unknown, {}, {}, {}, {}}})
        for (const int limit : {0, 3, 5, 6}) {
            const NeedsChange change = needsChange(children, framework(), cohort, limit);
            const auto behind = [&](const char* key) {
                return static_cast<int>(
                    childrenBehind(children, framework(), cohort, key, limit).size());
            };
            INFO("limit " << limit);
            CHECK(behind("") == change.total.children);
            CHECK(behind("a") == change.domains[0].children);
            CHECK(behind("b") == change.domains[1].children);
        }
}

TEST_CASE("the interval is that of paired differences, with the children as what was drawn",
          "[analytics][change]")
{
    // Changes -1, -1, 0, +1, -2 in one domain: mean -0.6, standard deviation 1.1402.
    std::vector<ChildFacts> children;
    const int latest[] = {1, 1, 2, 3, 0};
    for (int i = 0; i < 5; ++i)
        children.push_back(reviewed("c" + std::to_string(i), {2, -1}, {latest[i], -1}));
    const NeedsChange change = needsChange(children, framework(), {});
    REQUIRE(change.domains[0].halfInterval);
    CHECK(*change.domains[0].halfInterval ==
          Approx(1.96 * 1.140175 / std::sqrt(5.0)).epsilon(1e-4));
    // One and the same change for everybody leaves nothing open; a single child everything.
    for (ChildFacts& child : children)
        child.assessments[1].levels[0] = Level::fromInt(1);
    CHECK(needsChange(children, framework(), {}).domains[0].halfInterval == Approx(0));
    children.resize(1);
    CHECK_FALSE(needsChange(children, framework(), {}, 1).domains[0].halfInterval);
}

TEST_CASE("change is told by the level at first, highest first", "[analytics][change]")
{
    using Start = DomainChange::Start;
    const NeedsChange change =
        needsChange({reviewed("a", {4, 0}, {2, 0}), reviewed("b", {4, 0}, {3, 0}),
                     reviewed("c", {1, 0}, {2, 0}), reviewed("d", {0, 0}, {0, 0}),
                     reviewed("e", {0, 0}, {1, 0})},
                    framework(), {});
    CHECK(change.domains[0].byStart == std::vector<Start>{{4, 2, -1.5}, {1, 1, 1.0}, {0, 2, 0.5}});
    CHECK(change.total.byStart.empty());
}

TEST_CASE("a domain that nobody's first assessment knows is new", "[analytics][change]")
{
    const std::vector<ChildFacts> children{reviewed("a", {2, -1}, {2, 1}),
                                           reviewed("b", {3, -1}, {1, -1})};
    const NeedsChange change = needsChange(children, framework(), {}, 1);
    CHECK(change.domains[1].isNew);
    CHECK(change.domains[1].suppressed);
    CHECK_FALSE(change.domains[0].isNew);
}
