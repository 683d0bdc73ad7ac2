#include "domain/needs/succession.h"

#include <catch2/catch.hpp>

#include "domain/needs/assessment.h"

using namespace homeward;

namespace {

NeedsFramework::Domain domain(const char* key, std::vector<std::string> replaces = {})
{
    NeedsFramework::Domain made;
    made.key = made.title = key;
    made.outcomeKey = "one";
    made.replaces = std::move(replaces);
    return made;
}

NeedsFramework framework(std::vector<NeedsFramework::Domain> domains)
{
    NeedsFramework made;
    made.id = {"next"};
    made.outcomes = {{"one", "One"}};
    made.domains = std::move(domains);
    return made;
}

/// -1 is unknown.
Rating rating(const char* key, int level, const char* evidence = "")
{
    Rating made;
    made.domainKey = key;
    made.level = Level::fromInt(level);
    made.evidence = evidence;
    return made;
}

const MaybeLevel kUnknown;

}  // namespace

TEST_CASE("a domain with a new key takes the rating of the one it replaces", "[domain][succession]")
{
    const NeedsFramework next = framework({domain("school", {"learning"})});
    const auto read = ratingsIn(next, {rating("learning", 3, "Reads alone.")}, RatingsOf::Needs);
    REQUIRE(read.size() == 1);
    CHECK(read.front().domainKey == "school");
    CHECK(read.front().level == Level::fromInt(3));
    CHECK(read.front().evidence == "Reads alone.");
    CHECK(needsLeftOut(next, {rating("learning", 3)}).empty());
}

TEST_CASE("of domains made one the highest need counts and the lowest skill",
          "[domain][succession]")
{
    const NeedsFramework next = framework({domain("health", {"body", "mind"})});
    const std::vector<Rating> both{rating("body", 1, "Asthma."),
                                   rating("mind", 3, "Sad at night.")};
    CHECK(levelsIn(next, both, RatingsOf::Needs).front() == Level::fromInt(3));
    CHECK(levelsIn(next, both, RatingsOf::Skills).front() == Level::fromInt(1));
    CHECK(ratingIn(next, next.domains.front(), both, RatingsOf::Needs)->evidence ==
          "Asthma.\nSad at night.");

    const std::vector<Rating> half{rating("body", 2), rating("mind", -1)};
    CHECK(levelsIn(next, half, RatingsOf::Needs).front() == Level::fromInt(2));
    CHECK(levelsIn(next, half, RatingsOf::Skills).front() == kUnknown);
}

TEST_CASE("what was taken into a domain that goes on is not lost behind its own rating",
          "[domain][succession]")
{
    const NeedsFramework next = framework({domain("health", {"sleep"})});
    const std::vector<Rating> before{rating("health", 1), rating("sleep", 4)};
    CHECK(levelsIn(next, before, RatingsOf::Needs).front() == Level::fromInt(4));
    CHECK(needsLeftOut(next, before).empty());
}

TEST_CASE("a part made a domain of its own has the level of the whole until it is rated",
          "[domain][succession]")
{
    const NeedsFramework next = framework({domain("health"), domain("sleep", {"health"})});
    CHECK(levelsIn(next, {rating("health", 3)}, RatingsOf::Needs) ==
          std::vector<MaybeLevel>{Level::fromInt(3), Level::fromInt(3)});
    CHECK(levelsIn(next, {rating("health", 3), rating("sleep", 1)}, RatingsOf::Needs) ==
          std::vector<MaybeLevel>{Level::fromInt(3), Level::fromInt(1)});
    CHECK(levelsIn(next, {rating("health", 3), rating("sleep", -1)}, RatingsOf::Needs) ==
          std::vector<MaybeLevel>{Level::fromInt(3), kUnknown});
}

TEST_CASE("only a known need above 0 can be left out", "[domain][succession]")
{
    const NeedsFramework next = framework({domain("health")});
    const auto left = needsLeftOut(
        next, {rating("health", 4), rating("play", 2), rating("faith", 0), rating("work", -1)});
    CHECK(left == std::vector<NeedLeftOut>{{"play", 2}});

    Rating carer = rating("play", 2);
    carer.perspective = Perspective::Carer;
    CHECK(needsLeftOut(next, {carer}).empty());
}

TEST_CASE(
    "a review begins with what was said under the earlier name, and a changed level asks for "
    "new words",
    "[domain][succession]")
{
    const NeedsFramework next = framework({domain("school", {"learning"})});
    Assessment last;
    last.id = {"last"};
    last.ratings = {rating("learning", 2, "Reads with help.")};
    const Date today = Date::fromIso("2026-03-02").value();
    AssessmentDraft draft = draftFrom(next, {"child"}, &last, today);
    REQUIRE(draft.ratings.size() == 1);
    CHECK(draft.ratings.front().level == Level::fromInt(2));
    CHECK(draft.ratings.front().evidence == "Reads with help.");
    CHECK_FALSE(draft.ratings.front().confirmed);

    draft.ratings.front().level = Level::fromInt(1);
    draft.ratings.front().confirmed = true;
    const auto issues = completionIssues(draft, next, today.plusDays(-3000), today, &last.ratings);
    REQUIRE(issues.size() == 1);
    CHECK(issues.front().kind == CompletionIssue::Kind::WordsUnchanged);
}
