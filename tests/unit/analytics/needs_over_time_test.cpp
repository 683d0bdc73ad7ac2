#include "analytics/needs_over_time.h"

#include <catch2/catch.hpp>

#include "analytics/framework_change.h"

using namespace homeward;
using namespace homeward::analytics;

namespace {

using Values = std::vector<std::optional<double>>;

NeedsFramework threeDomains()
{
    NeedsFramework result;
    result.outcomes = {{"one", "One"}, {"two", "Two"}};
    const std::vector<std::pair<std::string, std::string>> domains{
        {"a", "one"}, {"b", "one"}, {"c", "two"}};
    for (const auto& [key, outcome] : domains) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = outcome;
        result.domains.push_back(domain);
    }
    return result;
}

/// -1 is unknown.
Assessment assessment(const char* on, const std::vector<std::pair<std::string, int>>& levels)
{
    Assessment result;
    result.assessedOn = Date::fromIso(on).value();
    for (const auto& [key, level] : levels) {
        Rating rating;
        rating.domainKey = key;
        rating.level = Level::fromInt(level);
        result.ratings.push_back(rating);
    }
    return result;
}

}  // namespace

TEST_CASE("a child without assessments has lines without points", "[analytics][time]")
{
    const NeedsOverTime lines = needsOverTime({}, threeDomains());
    CHECK(lines.dates.empty());
    REQUIRE(lines.outcomes.size() == 2);
    CHECK(lines.outcomes[0].values.empty());
    CHECK_FALSE(lines.total.ends);
}

TEST_CASE("an outcome is the mean of its domains and the total the sum of all", "[analytics][time]")
{
    const NeedsOverTime lines =
        needsOverTime({assessment("2025-05-01", {{"a", 4}, {"b", 1}, {"c", 2}}),
                       assessment("2025-11-01", {{"a", 3}, {"b", 0}, {"c", 2}})},
                      threeDomains());
    CHECK(lines.outcomes[0].key == "one");
    CHECK(lines.outcomes[0].outcomeKey == "one");
    CHECK(lines.outcomes[0].values == Values{2.5, 1.5});
    CHECK(lines.outcomes[0].ends->change() == -1.0);
    CHECK(lines.domains[1].key == "b");
    CHECK(lines.domains[1].outcomeKey == "one");
    CHECK(lines.domains[1].values == Values{1, 0});
    CHECK(lines.total.values == Values{7, 5});
    CHECK(lines.total.ends->change() == -2.0);
    CHECK(lines.total.key.empty());
}

TEST_CASE("lines run by date however the assessments are given", "[analytics][time]")
{
    const NeedsOverTime lines =
        needsOverTime({assessment("2025-11-01", {{"a", 3}}), assessment("2025-05-01", {{"a", 4}})},
                      threeDomains());
    CHECK(lines.dates ==
          std::vector<Date>{Date::fromYmd(2025, 5, 1).value(), Date::fromYmd(2025, 11, 1).value()});
    CHECK(lines.domains[0].values == Values{4, 3});
}

TEST_CASE("of two assessments on one day the later recorded stands last, whatever a clock said",
          "[analytics][time]")
{
    Assessment late = assessment("2025-05-01", {{"a", 1}});
    late.number = 2;
    Assessment early = assessment("2025-05-01", {{"a", 4}});
    early.number = 1;
    CHECK(needsOverTime({late, early}, threeDomains()).domains[0].values == Values{4, 1});
}

TEST_CASE("an unknown level is a hole in the line and never 0", "[analytics][time]")
{
    const NeedsOverTime lines = needsOverTime(
        {assessment("2025-01-01", {{"a", -1}, {"b", 2}}), assessment("2025-02-01", {{"a", 3}}),
         assessment("2025-03-01", {}), assessment("2025-04-01", {{"a", 1}})},
        threeDomains());
    CHECK(lines.domains[0].values == Values{std::nullopt, 3, std::nullopt, 1});
    CHECK_FALSE(lines.domains[0].ends);  // not known at first
    // No domain is known throughout: nothing is compared with something else.
    CHECK(lines.outcomes[0].values ==
          Values{std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    CHECK(lines.outcomes[0].domains == 0);
    CHECK(lines.total.values[2] == std::nullopt);
    CHECK_FALSE(lines.domains[1].ends);  // one known level only
    CHECK_FALSE(lines.domains[2].ends);  // none
}

TEST_CASE("a domain that became unknown is no fall in the total", "[analytics][time]")
{
    const NeedsOverTime lines =
        needsOverTime({assessment("2025-01-01", {{"a", 3}, {"b", 1}, {"c", 2}}),
                       assessment("2025-06-01", {{"a", 3}, {"b", -1}, {"c", 1}})},
                      threeDomains());
    CHECK(lines.total.values == Values{5, 4});
    CHECK(lines.total.domains == 2);
    CHECK(lines.total.allDomains == 3);
    CHECK(lines.outcomes[0].values == Values{3, 3});
    CHECK(lines.total.ends->first == 5.0);
    CHECK(lines.total.ends->change() == -1.0);
    CHECK(lines.outcomes[0].ends->change() == 0.0);
    CHECK_FALSE(lines.domains[1].ends);
}

TEST_CASE("an assessment in another threeDomains counts where domains are the same",
          "[analytics][time]")
{
    const NeedsOverTime lines = needsOverTime(
        {assessment("2025-01-01", {{"a", 2}, {"old", 4}}), assessment("2025-02-01", {{"a", 1}})},
        threeDomains());
    CHECK(lines.domains[0].values == Values{2, 1});
    CHECK(lines.total.values == Values{2, 1});
}

TEST_CASE("other people's views are not drawn", "[analytics][time]")
{
    Assessment both = assessment("2025-01-01", {{"a", 4}, {"a", 2}});
    both.ratings[0].perspective = Perspective::Child;
    CHECK(needsOverTime({both}, threeDomains()).domains[0].values == Values{2});
}

TEST_CASE("an assessment that says nothing of a line is a hole, and the others are compared",
          "[analytics][time]")
{
    const NeedsOverTime lines = needsOverTime(
        {assessment("2025-01-01", {{"a", 3}, {"b", 1}}), assessment("2025-02-01", {{"c", 2}}),
         assessment("2025-03-01", {{"a", 1}, {"b", 1}})},
        threeDomains());
    CHECK(lines.outcomes[0].values == Values{2, std::nullopt, 1});
    CHECK(lines.outcomes[0].ends->change() == -1.0);
    CHECK(lines.total.domains == 0);
}

TEST_CASE("a change of framework is told where it happened", "[analytics][time]")
{
    Assessment old = assessment("2025-01-01", {{"a", 3}});
    Assessment other = assessment("2025-02-01", {{"a", 2}});
    other.framework.value = "new";
    Assessment later = assessment("2025-03-01", {{"a", 1}});
    later.framework.value = "new";
    CHECK(needsOverTime({old, other, later}, threeDomains()).frameworkChanges ==
          std::vector<std::size_t>{1});
}

TEST_CASE("a line goes on through a domain that was given another key", "[analytics][time]")
{
    NeedsFramework framework = threeDomains();
    framework.domains[2].key = "d";
    framework.domains[2].replaces = {"c"};
    std::vector<Assessment> assessments{assessment("2025-01-10", {{"a", 1}, {"b", 2}, {"c", 4}}),
                                        assessment("2025-07-10", {{"a", 1}, {"b", 2}, {"d", 2}})};
    assessments[0].framework = {"first"};
    assessments[1].framework = {"second"};
    const NeedsOverTime lines = needsOverTime(assessments, framework);
    CHECK(lines.domains[2].values == Values{4, 2});
    REQUIRE(lines.total.ends);
    CHECK(lines.total.domains == 3);
    CHECK(lines.total.ends->change() == -2);
    CHECK(lines.frameworkChanges == std::vector<std::size_t>{1});
}

TEST_CASE("a chart changes by agreed levels alone, for they are what it shows",
          "[analytics][framework]")
{
    NeedsFramework framework = threeDomains();
    framework.id = {"next"};
    std::vector<Assessment> assessments{assessment("2025-01-10", {{"a", 1}, {"b", 2}, {"c", 4}})};
    Rating carers = assessments.front().ratings.front();
    carers.domainKey = "gone";
    carers.perspective = Perspective::Carer;
    assessments.front().ratings.push_back(carers);
    FrameworkChange change;
    addChild(change, {true, &assessments}, framework);
    CHECK(change.assessments == 1);
    CHECK(change.charts == 0);

    assessments.front().ratings.back().perspective = Perspective::Agreed;
    addChild(change, {true, &assessments}, framework);
    CHECK(change.charts == 1);
    CHECK(change.childrenWithoutBand == 1);
}
