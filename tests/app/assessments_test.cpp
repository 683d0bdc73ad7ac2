#include <fstream>

#include "app/trust/audit_trail.h"
#include "app/trust/verify.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;

TEST_CASE("a review starts from the last assessment, carried over and to be confirmed",
          "[assessments]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 3, day("2025-09-01"));
    const app::OpenDraft open = require(app::openDraft(*fixture.session, child));
    REQUIRE(open.previous);
    CHECK(open.draft.ratings.size() == open.framework.domains.size());
    CHECK(open.draft.ratings.front().level == level(3));
    CHECK_FALSE(open.draft.ratings.front().confirmed);
    const auto refused = app::completeAssessment(*fixture.session, open.draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("rule") == "not-confirmed");
    CHECK(refused.error().facts.at("field") == open.framework.domains.front().key);
}

TEST_CASE("a level above 0 needs evidence before an assessment is completed", "[assessments]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    AssessmentDraft draft = require(app::openDraft(*fixture.session, child)).draft;
    for (Rating& rating : draft.ratings) {
        rating.level = level(0);
        rating.confirmed = true;
    }
    draft.ratings[4].level = level(2);
    const auto refused = app::completeAssessment(*fixture.session, draft);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("rule") == "evidence-missing");
    CHECK(refused.error().facts.at("field") == draft.ratings[4].domainKey);
    draft.ratings[4].evidence = "Reads with Jo every evening.";
    CHECK(app::completeAssessment(*fixture.session, draft));
}

TEST_CASE("a draft comes back word for word and is gone once completed", "[assessments][draft]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    AssessmentDraft draft = require(app::openDraft(*fixture.session, child)).draft;
    draft.ratings[0].level = level(2);
    draft.ratings[0].evidence = "Half a sentence about Zo\xc3\xab \"and\" the";
    draft.ratings[1].confirmed = true;  // looked at, and still unknown
    require(app::saveDraft(*fixture.session, draft));
    fixture.session = fixture.signIn("admin");
    const app::OpenDraft resumed = require(app::openDraft(*fixture.session, child));
    CHECK(resumed.resumed);
    CHECK(resumed.draft == draft);
    CHECK(require(test::allChildren(*fixture.session)).front().myDraft);
    fixture.assess(child, 1, day("2026-02-01"));
    CHECK_FALSE(require(app::openDraft(*fixture.session, child)).resumed);
}

TEST_CASE("completing on top of a colleague's newer assessment is an EditConflict", "[assessments]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const auto other = fixture.signInAs(Role::SocialWorker, "worker");
    AssessmentDraft mine = require(app::openDraft(*other, child)).draft;
    for (Rating& rating : mine.ratings) {
        rating.level = level(1);
        rating.evidence = "Seen.";
        rating.confirmed = true;
    }
    require(app::saveDraft(*other, mine));
    fixture.assess(child, 2, day("2026-02-01"));
    CHECK(app::completeAssessment(*other, mine).error().code == ErrorCode::EditConflict);
    const app::OpenDraft kept = require(app::openDraft(*other, child));
    CHECK(kept.outdated);
    CHECK(kept.draft == mine);
    CHECK(require(app::assessmentsOf(*other, child)).size() == 1);
}

TEST_CASE("an assessment file is taken once and a fault names the child and the domain",
          "[assessments][file]")
{
    AuthorityFixture fixture;
    fixture.addChild("100");
    const NeedsFramework framework =
        require(app::openDraft(*fixture.session, fixture.addChild("101"))).framework;
    const auto write = [&](int level, const char* evidence) {
        const auto file = fixture.temporary.path() / "assessment.json";
        std::ofstream out(file);
        out << R"({"format":"homeward-assessment/1","child":"100","assessedOn":"2026-02-10","ratings":[)";
        for (std::size_t i = 0; i < framework.domains.size(); ++i)
            out << (i ? "," : "") << R"({"domain":")" << framework.domains[i].key << R"(","level":)"
                << level << R"(,"evidence":")" << evidence << "\"}";
        out << "]}";
        return file;
    };
    CHECK(require(app::assessFromFile(*fixture.session, write(2, "Seen."))).completed == 1);
    const auto again = require(app::assessFromFile(*fixture.session, write(2, "Seen.")));
    CHECK(again.completed == 0);
    CHECK(again.unchanged == 1);
    const auto refused = app::assessFromFile(*fixture.session, write(3, ""));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().facts.at("child") == "100");
    CHECK(refused.error().facts.at("field") == framework.domains.front().key);
}

namespace {

/// Evidence of its own, so that nothing but the level is in question.
AssessmentDraft corrected(AssessmentDraft draft, int everywhere)
{
    for (Rating& rating : draft.ratings)
        rating.level = level(everywhere);
    return draft;
}

Timestamp atNoon(const char* iso)
{
    return {std::int64_t{day(iso).daysSinceEpoch()} * 86'400'000 + 43'200'000};
}

int levelThatCounts(app::Session& session, const ChildId& child)
{
    const auto completed = require(app::assessmentsOf(session, child));
    return completed.back().ratings.front().level->value();
}

}  // namespace

TEST_CASE("whoever completed an assessment corrects it within seven days, with the reason",
          "[assessments][correction]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 1, day("2025-09-01"));
    const AssessmentId wrong = fixture.assess(child, 4, day("2026-02-20"));
    fixture.clock->set(atNoon("2026-03-08"));
    require(app::beginCorrection(*fixture.session, wrong));
    const app::OpenDraft open = require(app::openDraft(*fixture.session, child));
    CHECK(open.resumed);
    REQUIRE(open.previous);  // the one before, not the wrong one
    CHECK(open.previous->ratings.front().level == level(1));
    AssessmentDraft right = corrected(open.draft, 2);
    CHECK(app::completeAssessment(*fixture.session, right).error().facts.at("rule") ==
          "reason-missing");
    right.reason = "Levels of another child.";
    const AssessmentId counts = require(app::completeAssessment(*fixture.session, right));

    const auto completed = require(app::assessmentsOf(*fixture.session, child));
    REQUIRE(completed.size() == 2);
    CHECK(completed.back().id == counts);
    CHECK(completed.back().corrects == wrong);
    CHECK(completed.back().reason == "Levels of another child.");
    CHECK(require(test::allChildren(*fixture.session)).front().totalNeed ==
          static_cast<int>(2 * right.ratings.size()));
    // Both stand in the history.
    int told = 0;
    for (const auto& row : require(app::historyOf(*fixture.session, child)))
        told += row.useCase == "complete-assessment" ? 1 : 0;
    CHECK(told == 4);  // three completed, and the one that was corrected
    CHECK(require(app::verifyAuthority(*fixture.session)).isWhole());
    CHECK(app::beginCorrection(*fixture.session, wrong).error().facts.at("rule") ==
          "corrected-already");
}

TEST_CASE("an assessment is not corrected by others, later, or over a review being written",
          "[assessments][correction]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    const AssessmentId mine = fixture.assess(child, 4, day("2026-02-20"));
    const auto worker = fixture.signInAs(Role::SocialWorker, "worker");
    CHECK(app::beginCorrection(*worker, mine).error().facts.at("rule") == "not-the-author");
    AssessmentDraft review = require(app::openDraft(*fixture.session, child)).draft;
    require(app::saveDraft(*fixture.session, review));
    CHECK(app::beginCorrection(*fixture.session, mine).error().facts.at("rule") == "draft-open");
    require(app::discardDraft(*fixture.session, child));
    fixture.clock->set(atNoon("2026-03-09"));
    CHECK(app::beginCorrection(*fixture.session, mine).error().facts.at("rule") ==
          "too-late-to-correct");
}

TEST_CASE("what was recorded later on one day counts, though a clock was an hour behind",
          "[assessments][correction]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 3, day("2026-02-20"));
    fixture.clock->set(Timestamp{fixture.clock->now().msSinceEpoch - 3'600'000});
    fixture.assess(child, 1, day("2026-02-20"));
    CHECK(levelThatCounts(*fixture.session, child) == 1);
    CHECK(require(app::openDraft(*fixture.session, child)).draft.ratings.front().level == level(1));
    // An earlier day recorded later does not.
    fixture.assess(child, 4, day("2025-02-20"));
    CHECK(levelThatCounts(*fixture.session, child) == 1);
}

TEST_CASE("a review with another level asks for new words, or that the old ones hold",
          "[assessments]")
{
    AuthorityFixture fixture;
    const ChildId child = fixture.addChild("100");
    fixture.assess(child, 3, day("2025-09-01"));
    AssessmentDraft review = require(app::openDraft(*fixture.session, child)).draft;
    for (Rating& rating : review.ratings)
        rating.confirmed = true;
    review.ratings[2].level = level(1);
    CHECK(app::completeAssessment(*fixture.session, review).error().facts.at("rule") ==
          "words-unchanged");
    review.ratings[2].wordsHold = true;
    CHECK(require(app::saveDraft(*fixture.session, review)) == Done{});
    CHECK(require(app::openDraft(*fixture.session, child)).draft == review);
    CHECK(app::completeAssessment(*fixture.session, review));
}
