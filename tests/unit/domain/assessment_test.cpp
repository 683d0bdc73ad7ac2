#include "domain/needs/assessment.h"

#include <catch2/catch.hpp>

using namespace homeward;

namespace {

using Kind = CompletionIssue::Kind;

const Date kToday = Date::fromYmd(2026, 3, 31).value();
const Date kBirth = Date::fromYmd(2014, 6, 10).value();

NeedsFramework framework()
{
    NeedsFramework result;
    result.id = {"framework"};
    result.outcomes = {{"one", "One"}};
    for (const char* key : {"a", "b"}) {
        NeedsFramework::Domain domain;
        domain.key = key;
        domain.outcomeKey = "one";
        result.domains.push_back(domain);
    }
    return result;
}

Rating rating(const char* domain, int level, const char* evidence = "seen at home")
{
    Rating result;
    result.domainKey = domain;
    result.level = Level::fromInt(level);
    result.evidence = evidence;
    return result;
}

AssessmentDraft draft(std::vector<Rating> ratings)
{
    return {{"child"}, {"framework"}, std::nullopt, kToday, std::move(ratings)};
}

std::vector<CompletionIssue> issuesOf(const AssessmentDraft& candidate)
{
    return completionIssues(candidate, framework(), kBirth, kToday, nullptr);
}

}  // namespace

TEST_CASE("a first draft has every domain unknown and unconfirmed", "[domain][assessment]")
{
    const AssessmentDraft first = draftFrom(framework(), {"child"}, nullptr, kToday);
    REQUIRE(first.ratings.size() == 2);
    CHECK_FALSE(first.basedOn);
    for (const Rating& carried : first.ratings) {
        CHECK_FALSE(carried.level);
        CHECK_FALSE(carried.confirmed);
    }
}

TEST_CASE("a review carries levels and words over and confirms nothing", "[domain][assessment]")
{
    Assessment last;
    last.id = {"last"};
    last.ratings = {rating("b", 3), rating("gone", 2)};
    const AssessmentDraft review = draftFrom(framework(), {"child"}, &last, kToday);
    REQUIRE(review.ratings.size() == 2);
    CHECK(review.basedOn == last.id);
    CHECK(review.ratings[1].domainKey == "b");
    CHECK(review.ratings[1].level == Level::fromInt(3));
    CHECK(review.ratings[1].evidence == "seen at home");
    CHECK_FALSE(review.ratings[1].confirmed);
}

TEST_CASE("a draft with every domain confirmed and evidenced is ready", "[domain][assessment]")
{
    CHECK(issuesOf(draft({rating("a", 2), rating("b", 0, "")})).empty());
}

TEST_CASE("a level above nothing needs evidence, and so does not knowing", "[domain][assessment]")
{
    Rating unknown = rating("b", 0, "");
    unknown.level = std::nullopt;
    CHECK(issuesOf(draft({rating("a", 1, ""), rating("b", 0)})) ==
          std::vector<CompletionIssue>{{Kind::EvidenceMissing, "a"}});
    CHECK(issuesOf(draft({rating("a", 1), unknown})) ==
          std::vector<CompletionIssue>{{Kind::EvidenceMissing, "b"}});
    unknown.evidence = "not met yet";
    CHECK(issuesOf(draft({rating("a", 1), unknown})).empty());
}

TEST_CASE("what is carried over or missing stops completion", "[domain][assessment]")
{
    Rating carried = rating("a", 2);
    carried.confirmed = false;
    CHECK(issuesOf(draft({carried})) ==
          std::vector<CompletionIssue>{{Kind::NotConfirmed, "a"}, {Kind::LevelMissing, "b"}});
}

TEST_CASE("an assessment lies between birth and today", "[domain][assessment]")
{
    AssessmentDraft late = draft({rating("a", 0), rating("b", 0)});
    late.assessedOn = kToday.plusDays(1);
    CHECK(issuesOf(late) == std::vector<CompletionIssue>{{Kind::DateInFuture, ""}});
    late.assessedOn = kBirth.plusDays(-1);
    CHECK(issuesOf(late) == std::vector<CompletionIssue>{{Kind::DateBeforeBirth, ""}});
    late.assessedOn = kBirth;
    CHECK(issuesOf(late).empty());
}

TEST_CASE("a domain that the framework does not have is an issue", "[domain][assessment]")
{
    CHECK(issuesOf(draft({rating("a", 0), rating("b", 0), rating("c", 0)})) ==
          std::vector<CompletionIssue>{{Kind::UnknownDomain, "c"}});
}

TEST_CASE("the total counts agreed levels only", "[domain][assessment]")
{
    Rating ofTheChild = rating("a", 4);
    ofTheChild.perspective = Perspective::Child;
    Rating unknown = rating("b", 0);
    unknown.level = std::nullopt;
    CHECK(totalLevel({ofTheChild, rating("a", 2), unknown}) == 2);
    CHECK(agreedRating({ofTheChild}, "a") == nullptr);
}

TEST_CASE("a level outside 0 to 4 is no level", "[domain][assessment]")
{
    CHECK_FALSE(Level::fromInt(-1));
    CHECK_FALSE(Level::fromInt(5));
    CHECK(Level::fromInt(4)->value() == 4);
}

TEST_CASE("a changed level with the words of the old one is not ready", "[domain][assessment]")
{
    const std::vector<Rating> before{rating("a", 3), rating("b", 1)};
    const auto openFor = [&](const Rating& now) {
        return completionIssues(draft({now, rating("b", 1)}), framework(), kBirth, kToday, &before);
    };
    using Kind = CompletionIssue::Kind;
    CHECK(openFor(rating("a", 3)).empty());
    CHECK(openFor(rating("a", 1)) == std::vector<CompletionIssue>{{Kind::WordsUnchanged, "a"}});
    Rating unknown = rating("a", 1);
    unknown.level.reset();
    CHECK(openFor(unknown) == std::vector<CompletionIssue>{{Kind::WordsUnchanged, "a"}});
    CHECK(openFor(rating("a", 1, "sleeps through now")).empty());
    Rating held = rating("a", 1);
    held.wordsHold = true;
    CHECK(openFor(held).empty());
    // Level 0 may have no words, and then there is nothing to write anew.
    CHECK(openFor(rating("a", 0, "")).empty());
}

TEST_CASE("a correction needs its reason and begins as what it corrects", "[domain][assessment]")
{
    Assessment wrong;
    wrong.id = {"wrong"};
    wrong.child = {"child"};
    wrong.framework = {"framework"};
    wrong.assessedOn = kToday;
    wrong.ratings = {rating("a", 3), rating("b", 1)};
    AssessmentDraft correction = correctionOf(wrong);
    CHECK(correction.corrects == wrong.id);
    CHECK(correction.ratings == wrong.ratings);
    using Kind = CompletionIssue::Kind;
    CHECK(issuesOf(correction) == std::vector<CompletionIssue>{{Kind::ReasonMissing, {}}});
    correction.reason = "  ";
    CHECK_FALSE(issuesOf(correction).empty());
    correction.reason = "typed for the wrong child";
    CHECK(issuesOf(correction).empty());
}

TEST_CASE("skills above 0 rest on something, and on new words where they changed",
          "[domain][assessment]")
{
    using Kind = CompletionIssue::Kind;
    const std::vector<Rating> before{rating("a", 2)};
    CHECK(skillIssues({rating("a", 3), rating("b", 1, " ")}, framework(), &before) ==
          std::vector<CompletionIssue>{{Kind::WordsUnchanged, "a"}, {Kind::EvidenceMissing, "b"}});
    CHECK(skillIssues({rating("a", 3, "course in May"), rating("b", 0, "")}, framework(), &before)
              .empty());
}
