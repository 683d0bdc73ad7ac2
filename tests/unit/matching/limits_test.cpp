#include <catch2/catch.hpp>

#include <functional>

#include "tests/unit/matching/builders.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::matching::test;

namespace {

using Facts = std::map<std::string, std::string>;

/// One household with every limit met, changed by `change`, and what became of it.
struct Trial {
    Household home = household("h", levels({2}));
    Request asked = request(levels({2}));

    Shortlist run() const { return shortlistOf({home}, asked); }

    /// The only reason why the household is neither eligible nor a near miss.
    LimitFinding onlyReason() const
    {
        const Shortlist list = run();
        REQUIRE(list.candidates.empty());
        REQUIRE(list.nearMisses.empty());
        REQUIRE(list.notEligible.size() == 1);
        REQUIRE(list.notEligible[0].reasons.size() == 1);
        return list.notEligible[0].reasons[0];
    }
    /// The limit that makes it a near miss.
    LimitFinding onlyMiss() const
    {
        const Shortlist list = run();
        REQUIRE(list.candidates.empty());
        REQUIRE(list.notEligible.empty());
        REQUIRE(list.nearMisses.size() == 1);
        REQUIRE(list.nearMisses[0].limits.size() == 1);
        CHECK(list.nearMisses[0].rank == 0);
        return list.nearMisses[0].limits[0];
    }
    /// The question to ask of an eligible household.
    LimitFinding onlyQuestion() const
    {
        const Shortlist list = run();
        REQUIRE(list.candidates.size() == 1);
        REQUIRE(list.candidates[0].limits.size() == 1);
        return list.candidates[0].limits[0];
    }
    bool isEligible() const
    {
        const Shortlist list = run();
        return list.candidates.size() == 1 && list.candidates[0].limits.empty();
    }
};

void check(const LimitFinding& finding, Limit limit, Verdict verdict, bool canBeWaived,
           const Facts& facts)
{
    CHECK(finding.limit == limit);
    CHECK(finding.verdict == verdict);
    CHECK(finding.canBeWaived == canBeWaived);
    CHECK(finding.facts == facts);
}

std::vector<ChildId> children(int count)
{
    std::vector<ChildId> result;
    for (int i = 0; i < count; ++i)
        result.push_back({"placed-" + std::to_string(i)});
    return result;
}

}  // namespace

TEST_CASE("a household that meets every limit is eligible and has no questions",
          "[matching][limits]")
{
    CHECK(Trial{}.isEligible());
}

TEST_CASE("a household that is not approved is left out and nobody can waive it",
          "[matching][limits]")
{
    const auto status = GENERATE(ApprovalStatus::InAssessment, ApprovalStatus::OnHold,
                                 ApprovalStatus::Suspended, ApprovalStatus::Resigned);
    Trial trial;
    trial.home.status = status;
    check(trial.onlyReason(), Limit::Status, Verdict::NotMet, false,
          {{"status", std::string(toKey(status))}});
}

TEST_CASE("a child outside the ages a household is approved for makes it a near miss",
          "[matching][limits]")
{
    Trial trial;
    trial.home.youngestYears = 5;
    trial.home.oldestYears = 10;
    check(trial.onlyMiss(), Limit::AgeTerms, Verdict::NotMet, true,
          {{"age", "12"}, {"youngest", "5"}, {"oldest", "10"}});
    trial.home.oldestYears = 12;
    CHECK(trial.isEligible());
    trial.home.youngestYears = 12;
    CHECK(trial.isEligible());
    trial.home.oldestYears = 17;
    trial.home.youngestYears = 13;
    CHECK(trial.onlyMiss().facts.at("youngest") == "13");
}

TEST_CASE(
    "a household for girls only is a near miss for a boy and a question where the sex is unknown",
    "[matching][limits]")
{
    Trial trial;
    trial.home.onlySex = Sex::Female;
    trial.asked.sex = Sex::Female;
    CHECK(trial.isEligible());
    trial.asked.sex = Sex::Male;
    check(trial.onlyMiss(), Limit::SexTerms, Verdict::NotMet, true, {{"onlySex", "F"}});
    trial.asked.sex = Sex::Unknown;
    check(trial.onlyQuestion(), Limit::SexTerms, Verdict::Unknown, true, {{"onlySex", "F"}});
}

TEST_CASE("a household approved for other types is a near miss and one without types a question",
          "[matching][limits]")
{
    Trial trial;
    trial.home.types = {PlacementType::ShortTerm, PlacementType::Emergency};
    CHECK(trial.isEligible());
    trial.asked.type = PlacementType::ShortTerm;
    CHECK(trial.isEligible());
    trial.asked.type = PlacementType::LongTerm;
    check(trial.onlyMiss(), Limit::TypeTerms, Verdict::NotMet, true,
          {{"type", "long-term"}, {"types", "short-term,emergency"}});
    trial.home.types.clear();
    check(trial.onlyQuestion(), Limit::TypeTerms, Verdict::Unknown, true,
          {{"type", "long-term"}, {"types", ""}});
}

TEST_CASE("a household without a free place is left out and nobody can waive it",
          "[matching][limits]")
{
    Trial trial;
    trial.home.places = 2;
    trial.home.placedChildren = children(1);
    CHECK(trial.isEligible());
    trial.home.placedChildren = children(2);
    check(trial.onlyReason(), Limit::Vacancy, Verdict::NotMet, false,
          {{"places", "2"}, {"placed", "2"}});
}

TEST_CASE("a place promised to a child who is still to come is not free", "[matching][limits]")
{
    Trial trial;
    trial.home.places = 2;
    trial.home.placedChildren = {ChildId{"here"}, ChildId{"to-come"}};
    trial.home.mostPlaced = 2;
    check(trial.onlyReason(), Limit::Vacancy, Verdict::NotMet, false,
          {{"places", "2"}, {"placed", "2"}});
    trial.home.mostPlaced = 1;  // the one moves out before the other comes
    CHECK(trial.isEligible());
}

TEST_CASE("a few years beyond the age terms can be varied, more cannot, nor for other homes",
          "[matching][limits]")
{
    Trial trial;
    trial.asked.ageYears = 10;
    trial.home.youngestYears = 13;
    CHECK(trial.onlyMiss().limit == Limit::AgeTerms);
    trial.home.youngestYears = 14;
    CHECK_FALSE(trial.onlyReason().canBeWaived);
    trial.home.youngestYears = 11;
    trial.home.kind = trial.asked.kind = HomeKind::ChildrensHome;
    CHECK_FALSE(trial.onlyReason().canBeWaived);
}

TEST_CASE("the usual fostering limit makes a household with three children a near miss",
          "[matching][limits]")
{
    Trial trial;
    trial.home.places = 5;
    trial.home.placedChildren = children(2);
    CHECK(trial.isEligible());
    trial.home.placedChildren = children(3);
    check(trial.onlyMiss(), Limit::UsualLimit, Verdict::NotMet, true,
          {{"placed", "3"}, {"limit", "3"}});
}

TEST_CASE("the usual fostering limit leaves out siblings and homes that do not foster",
          "[matching][limits]")
{
    Trial trial;
    trial.home.places = 5;
    trial.home.placedChildren = children(3);
    trial.asked.siblings = children(3);
    CHECK(trial.isEligible());
    trial.asked.siblings = children(2);
    CHECK(trial.onlyMiss().limit == Limit::UsualLimit);
    trial.home.kind = trial.asked.kind = HomeKind::ChildrensHome;
    CHECK(trial.isEligible());
}

TEST_CASE("distance limits only a search that sets a maximum", "[matching][limits]")
{
    Trial trial;
    trial.asked.family = milesEast(0);
    trial.home.location = milesEast(20.1);
    CHECK(trial.isEligible());
    trial.asked.maxMiles = 20.0;
    check(trial.onlyMiss(), Limit::Distance, Verdict::NotMet, true,
          {{"miles", "20.1"}, {"maximum", "20"}});
    trial.asked.maxMiles = 20.5;
    CHECK(trial.isEligible());
    trial.home.location = milesEast(20.6);
    CHECK(trial.onlyMiss().facts.at("maximum") == "20.5");
    trial.home.location = milesEast(20.54);  // shown as 20.5, so it is 20.5
    CHECK(trial.isEligible());
}

TEST_CASE("distance is measured from the family, else from the school", "[matching][limits]")
{
    Trial trial;
    trial.asked.maxMiles = 10;
    trial.asked.school = milesEast(0);
    trial.home.location = milesEast(30);
    CHECK(trial.onlyMiss().limit == Limit::Distance);
    trial.asked.family = milesEast(25);
    CHECK(trial.isEligible());
    CHECK(trial.run().candidates[0].miles == Approx(5.0));
}

TEST_CASE("an unknown distance is a question and never excludes", "[matching][limits]")
{
    Trial trial;
    trial.asked.maxMiles = 10;
    check(trial.onlyQuestion(), Limit::Distance, Verdict::Unknown, true, {{"maximum", "10"}});
    trial.asked.family = milesEast(0);
    CHECK(trial.onlyQuestion().limit == Limit::Distance);
    CHECK_FALSE(trial.run().candidates[0].miles);
}

TEST_CASE("two limits that are not met leave a household out with both reasons",
          "[matching][limits]")
{
    Trial trial;
    trial.home.oldestYears = 10;
    trial.home.onlySex = Sex::Female;
    trial.asked.sex = Sex::Male;
    const Shortlist list = trial.run();
    CHECK(list.nearMisses.empty());
    REQUIRE(list.notEligible.size() == 1);
    REQUIRE(list.notEligible[0].reasons.size() == 2);
    CHECK(list.notEligible[0].reasons[0].limit == Limit::AgeTerms);
    CHECK(list.notEligible[0].reasons[1].limit == Limit::SexTerms);
}

TEST_CASE("a near miss names its limit first and then the questions to ask", "[matching][limits]")
{
    Trial trial;
    trial.home.oldestYears = 10;
    trial.home.onlySex = Sex::Female;
    const Shortlist list = trial.run();
    REQUIRE(list.nearMisses.size() == 1);
    REQUIRE(list.nearMisses[0].limits.size() == 2);
    CHECK(list.nearMisses[0].limits[0].verdict == Verdict::NotMet);
    CHECK(list.nearMisses[0].limits[1].verdict == Verdict::Unknown);
}

TEST_CASE("the home where the child lives is never offered", "[matching][limits]")
{
    Trial trial;
    trial.asked.livesIn = trial.home.id;
    CHECK(trial.run().candidates.empty());
    CHECK(trial.run().notEligible.empty());
    trial.asked.livesIn = std::nullopt;
    trial.home.places = 2;
    trial.home.placedChildren = {trial.asked.child};
    CHECK(trial.run().candidates.empty());
    CHECK(trial.run().notEligible.empty());
}

TEST_CASE("free places are never fewer than none", "[matching][limits]")
{
    Household full = household("h", {});
    full.places = 1;
    CHECK(freePlaces(full) == 1);
    full.placedChildren = children(3);
    CHECK(freePlaces(full) == 0);
}

TEST_CASE("relatives and friends are asked only for the children their approval names",
          "[matching][limits]")
{
    Trial trial;
    trial.home.kind = trial.asked.kind = HomeKind::FamilyAndFriends;
    check(trial.onlyReason(), Limit::NamedChild, Verdict::NotMet, false, {});
    trial.home.namedChildren = {ChildId{"another"}};
    CHECK(trial.onlyReason().limit == Limit::NamedChild);
    trial.home.namedChildren.insert(trial.asked.child);
    CHECK(trial.isEligible());
}

TEST_CASE("nobody of 18 or over is placed, whatever the terms say", "[matching][limits]")
{
    Trial trial;
    trial.home.oldestYears = 21;
    trial.home.kind = trial.asked.kind =
        GENERATE(HomeKind::FosterHousehold, HomeKind::SupportedAccommodation);
    trial.asked.ageYears = 18;
    check(trial.onlyReason(), Limit::Adulthood, Verdict::NotMet, false, {{"age", "18"}});
    trial.asked.type = PlacementType::Emergency;
    CHECK(trial.onlyReason().limit == Limit::Adulthood);
    trial.asked.ageYears = 17;
    CHECK(trial.isEligible());
}

TEST_CASE("a review of the approval that is overdue for more than three months is in the way",
          "[matching][limits]")
{
    Trial trial;  // on 31 March 2026
    trial.home.reviewDueOn = Date::fromYmd(2025, 12, 31);
    CHECK(trial.isEligible());
    trial.home.reviewDueOn = Date::fromYmd(2025, 12, 30);
    check(trial.onlyMiss(), Limit::Review, Verdict::NotMet, true,
          {{"due", "2025-12-30"}, {"months", "3"}});
    trial.home.reviewDueOn.reset();
    check(trial.onlyQuestion(), Limit::Review, Verdict::Unknown, true, {{"months", "3"}});
    trial.home.kind = trial.asked.kind = HomeKind::ChildrensHome;
    CHECK(trial.isEligible());
}

TEST_CASE("an emergency widens the choice beyond the terms of a foster home and never narrows it",
          "[matching][limits][emergency]")
{
    Trial trial;
    trial.asked.type = PlacementType::Emergency;
    trial.home.types = {PlacementType::LongTerm};
    CHECK(trial.isEligible());
    trial.home.youngestYears = 0;
    trial.home.oldestYears = 4;  // eight years off: no variation, but six days
    CHECK(trial.onlyMiss().limit == Limit::AgeTerms);
    trial.home.onlySex = Sex::Female;
    trial.asked.sex = Sex::Male;
    const Shortlist list = trial.run();
    REQUIRE(list.nearMisses.size() == 1);
    CHECK(list.nearMisses[0].limits.size() == 2);
    trial.home.places = 0;  // no emergency makes a bed
    CHECK(trial.run().notEligible.size() == 1);
    trial.home.places = 1;
    trial.home.kind = trial.asked.kind = HomeKind::ChildrensHome;  // registered for whom it takes
    CHECK(trial.run().notEligible.size() == 1);
}
