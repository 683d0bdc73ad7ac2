#include "domain/care_rules.h"

#include <catch2/catch.hpp>

#include "tests/support/dates.h"
#include "tests/support/random_care.h"

using namespace homeward;
using namespace homeward::test;

namespace {

const CareRules kRules{day("2014-05-01"), day("2026-03-01")};

/// In care since 1 February 2025; moved from `first` to `second` on 1 June 2025.
struct Care {
    Care()
    {
        CarePeriod period;
        period.id.value = "period";
        period.startsOn = day("2025-02-01");
        period.needCode = "N1";
        LegalStatus status;
        status.id.value = "status";
        status.startsOn = period.startsOn;
        status.code = "C1";
        status.needCode = "N1";
        status.startReason = "S";
        Placement first;
        first.id.value = "first";
        first.startsOn = period.startsOn;
        first.endsOn = day("2025-06-01");
        first.placeCode = "U6";
        first.providerCode = "PR1";
        first.startReason = "S";
        first.changeReason = "CARPL";
        Placement second = first;
        second.id.value = "second";
        second.startsOn = day("2025-06-01");
        second.endsOn.reset();
        second.startReason = "P";
        second.changeReason.clear();
        history = {{period}, {status}, {first, second}};
    }
    const Placement& first() const { return history.placements[0]; }
    const Placement& second() const { return history.placements[1]; }
    CareHistory history;
};

const CarePeriodId kPeriod{"period"};
const PlacementId kFirst{"first"};
const PlacementId kSecond{"second"};

/// Which field breaks which rule; empty: none does.
std::string faultOf(const Result<CareHistory>& result)
{
    return result ? "" : result.error().facts.at("field") + " " + result.error().facts.at("rule");
}

PlacementTerms days(const char* startsOn, const char* endsOn = "")
{
    return {day(startsOn), Date::fromIso(endsOn), "OTHER"};
}

}  // namespace

TEST_CASE("a placement that begins on another day takes along the one it came from",
          "[domain][care]")
{
    const auto after = withPlacementTerms(Care().history, kSecond, days("2025-06-04"), kRules);
    REQUIRE(after);
    CHECK(after->placements[0].endsOn == day("2025-06-04"));
    CHECK(after->placements[0].changeReason == "CARPL");
    CHECK(after->placements[1].startsOn == day("2025-06-04"));
    CHECK(after->periods == Care().history.periods);
}

TEST_CASE("care that began with the placement moves with it", "[domain][care]")
{
    const auto after =
        withPlacementTerms(Care().history, kFirst, days("2025-02-03", "2025-06-01"), kRules);
    REQUIRE(after);
    CHECK(after->periods[0].startsOn == day("2025-02-03"));
    CHECK(after->legalStatuses[0].startsOn == day("2025-02-03"));
    CHECK(after->placements[0].changeReason == "OTHER");
}

TEST_CASE("days that cannot be are refused beside their field", "[domain][care]")
{
    const CareHistory history = Care().history;
    const auto fault = [&](const PlacementId& id, const PlacementTerms& terms) {
        return faultOf(withPlacementTerms(history, id, terms, kRules));
    };
    CHECK(fault(kSecond, days("2025-01-15")) == "startsOn overlaps");
    CHECK(fault(kFirst, days("2025-02-01", "2025-06-02")) == "endsOn overlaps");
    CHECK(fault(kFirst, days("2025-02-01")) == "endsOn overlaps");
    CHECK(fault(kFirst, days("2025-02-01", "2025-01-31")) == "endsOn ends-before-start");
    CHECK(fault(kSecond, days("2026-03-02")) == "startsOn in-future");
    CHECK(fault(kSecond, days("2025-06-01", "2026-03-02")) == "endsOn in-future");
    CHECK(fault(kFirst, days("2014-04-30", "2025-06-01")) == "startsOn before-birth");
    CHECK(fault(kSecond, {day("2025-06-01"), day("2025-07-01"), "NONE"}) ==
          "changeReason unknown-code");
    CHECK(
        withPlacementTerms(history, PlacementId{"none"}, days("2025-06-01"), kRules).error().code ==
        ErrorCode::NotFound);
}

TEST_CASE("a placement may end on the day it began, and go on again", "[domain][care]")
{
    const auto ended =
        withPlacementTerms(Care().history, kSecond, days("2025-06-01", "2025-06-01"), kRules);
    REQUIRE(ended);
    CHECK(placementOn(ended->placements, day("2025-06-01")) == nullptr);
    const auto again = withPlacementTerms(*ended, kSecond, days("2025-06-01"), kRules);
    REQUIRE(again);
    CHECK(*again == Care().history);
}

TEST_CASE("a placement in error never was, and the one before goes on or does not",
          "[domain][care]")
{
    const auto goesOn = withoutPlacement(Care().history, kSecond, true);
    REQUIRE(goesOn);
    REQUIRE(goesOn->placements.size() == 1);
    CHECK_FALSE(goesOn->placements[0].endsOn);
    CHECK(goesOn->placements[0].changeReason.empty());
    const auto leavesGap = withoutPlacement(Care().history, kSecond, false);
    REQUIRE(leavesGap);
    CHECK(leavesGap->placements[0].endsOn == day("2025-06-01"));
    CHECK(leavesGap->periods.size() == 1);
}

TEST_CASE("care that began for nothing but a placement in error goes with it", "[domain][care]")
{
    Placement placement;
    placement.startsOn = day("2026-02-01");
    placement.placeCode = "U6";
    placement.providerCode = "PR1";
    auto begun = withPlacement({}, placement, {}, kRules);
    REQUIRE(begun);
    REQUIRE(begun->periods.size() == 1);
    CHECK(begun->placements[0].startReason == "S");
    const auto withdrawn = withoutPlacement(*begun, {}, true);
    REQUIRE(withdrawn);
    CHECK(withdrawn->periods.empty());
    begun->periods[0].needCode = "N1";  // somebody said why: it is a fact of its own
    CHECK(withoutPlacement(*begun, {}, true)->periods.size() == 1);
}

TEST_CASE("a placement is put back only where nothing contradicts", "[domain][care]")
{
    const Care care;
    auto without = withoutPlacement(care.history, kSecond, true);
    REQUIRE(without);
    const auto back = withPlacementBack(*without, care.second(), "CARPL", kRules);
    REQUIRE(back);
    CHECK(*back == care.history);
    without->placements[0].endsOn = day("2025-12-01");  // known better meanwhile
    CHECK(faultOf(withPlacementBack(*without, care.second(), "CARPL", kRules)) ==
          "startsOn overlaps");
}

TEST_CASE("a move ends the placement until then, and begins care where there is none",
          "[domain][care]")
{
    Placement placement;
    placement.startsOn = day("2026-02-01");
    placement.placeCode = "P1";
    placement.providerCode = "PR0";
    const auto after = withPlacement(Care().history, placement, "CARPL", kRules);
    REQUIRE(after);
    CHECK(after->placements[1].endsOn == day("2026-02-01"));
    CHECK(after->placements[1].changeReason == "CARPL");
    CHECK(after->placements[2].startReason == "P");
    placement.startsOn = day("2025-03-01");
    CHECK(faultOf(withPlacement(Care().history, placement, "CARPL", kRules)) ==
          "startsOn overlaps");
    placement.startsOn = day("2026-02-01");
    CHECK(faultOf(withPlacement(Care().history, placement, "SOON", kRules)) ==
          "changeReason unknown-code");
    placement.placeCode = "Q9";
    CHECK(faultOf(withPlacement(Care().history, placement, "CARPL", kRules)) ==
          "placeCode unknown-code");
    placement.placeCode.clear();
    CHECK(faultOf(withPlacement(Care().history, placement, "CARPL", kRules)) ==
          "placeCode required");
}

TEST_CASE("care ends with the placement and the legal status of its last day", "[domain][care]")
{
    const CareTerms terms{day("2025-02-01"), day("2026-02-20"), "N1", "E4A"};
    const auto after = withCareTerms(Care().history, kPeriod, terms, kRules);
    REQUIRE(after);
    CHECK(after->periods[0].endCode == "E4A");
    CHECK(after->placements[1].endsOn == day("2026-02-20"));
    CHECK(after->legalStatuses[0].endsOn == day("2026-02-20"));
    CHECK(after->placements[0] == Care().first());
    const CareTerms goesOn{day("2025-02-01"), {}, "N1", {}};
    const auto again = withCareTerms(*after, kPeriod, goesOn, kRules);
    REQUIRE(again);
    CHECK(*again == Care().history);
}

TEST_CASE("an end of care that cannot be is refused beside its field", "[domain][care]")
{
    const auto fault = [](std::optional<Date> endsOn, const char* code) {
        const CareTerms terms{day("2025-02-01"), endsOn, "N1", code};
        return faultOf(withCareTerms(Care().history, kPeriod, terms, kRules));
    };
    CHECK(fault(day("2026-02-20"), "") == "endCode required");
    CHECK(fault(day("2026-02-20"), "X1") == "endCode unknown-code");
    CHECK(fault(day("2026-03-02"), "E4A") == "endsOn in-future");
    CHECK(fault(day("2025-05-01"), "E4A") == "endsOn later-placement");
    CHECK(fault(day("2025-01-01"), "E4A") == "endsOn ends-before-start");
}

TEST_CASE("care begins with its reason and, where it is known, a legal status", "[domain][care]")
{
    const auto begun = withCareBegun({}, day("2026-02-01"), "N1", "V2", kRules);
    REQUIRE(begun);
    REQUIRE(begun->legalStatuses.size() == 1);
    CHECK(begun->legalStatuses[0].needCode == "N1");
    CHECK(deriveEpisodes(*begun).front().legalStatus == "V2");
    CHECK(withCareBegun({}, day("2026-02-01"), "N1", "", kRules)->legalStatuses.empty());

    const auto fault = [](const CareHistory& history, const char* on, const char* need,
                          const char* status) {
        return faultOf(withCareBegun(history, day(on), need, status, kRules));
    };
    CHECK(fault({}, "2026-03-02", "N1", "V2") == "startsOn in-future");
    CHECK(fault({}, "2014-04-30", "N1", "V2") == "startsOn before-birth");
    CHECK(fault({}, "2026-02-01", "", "V2") == "needCode required");
    CHECK(fault({}, "2026-02-01", "N9", "V2") == "needCode unknown-code");
    CHECK(fault({}, "2026-02-01", "N1", "C9") == "legalStatus unknown-code");
    CHECK(fault({}, "2026-02-01", "N1", "D1") == "legalStatus not-in-year");
    CHECK(fault(Care().history, "2026-02-01", "N1", "V2") == "startsOn in-care-already");
    CHECK(fault(Care().history, "2025-01-01", "N1", "V2") == "startsOn overlaps");
}

TEST_CASE("care in error goes only where nobody was placed in it", "[domain][care]")
{
    CareHistory history = Care().history;
    CHECK(faultOf(withoutCare(history, kPeriod)) == "startsOn has-placements");
    history.placements.clear();
    const auto gone = withoutCare(history, kPeriod);
    REQUIRE(gone);
    CHECK(*gone == CareHistory{});
}

TEST_CASE("a legal status holds until the next, and the same day again corrects it",
          "[domain][care]")
{
    const auto after = withLegalStatus(Care().history, day("2025-09-01"), "C2", kRules);
    REQUIRE(after);
    REQUIRE(after->legalStatuses.size() == 2);
    CHECK(after->legalStatuses[0].endsOn == day("2025-09-01"));
    CHECK_FALSE(after->legalStatuses[1].endsOn);
    const auto corrected = withLegalStatus(*after, day("2025-09-01"), "E1", kRules);
    REQUIRE(corrected);
    CHECK(corrected->legalStatuses.size() == 2);
    CHECK(corrected->legalStatuses[1].code == "E1");
    const auto between = withLegalStatus(*after, day("2025-05-01"), "V2", kRules);
    REQUIRE(between);
    CHECK(between->legalStatuses[1].endsOn == day("2025-09-01"));
    CHECK(faultOf(withLegalStatus(Care().history, day("2025-01-01"), "C2", kRules)) ==
          "startsOn outside-care");
    CHECK(faultOf(withLegalStatus(Care().history, day("2025-05-01"), "", kRules)) ==
          "legalStatus required");
}

TEST_CASE("a rule is applied to what changed, not to what came from elsewhere", "[domain][care]")
{
    CareHistory history = Care().history;
    history.periods[0].startsOn = day("2025-02-10");  // a return has the placement begin earlier
    CHECK(withPlacementTerms(history, kSecond, days("2025-06-04"), kRules));
}

TEST_CASE("whatever people do, nobody lives in two places or outside of care",
          "[domain][care][property]")
{
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
    RandomCare random(seed);
    int done = 0;
    for (int i = 0; i < 400; ++i) {
        CareHistory history = random.history();
        for (int act = 0; act < 4 && !history.placements.empty(); ++act)
            if (auto after = random.act(history)) {
                history = *std::move(after);
                ++done;
            }
        const Placement* previous = nullptr;
        for (const Placement& placement : history.placements) {
            CHECK_FALSE((placement.endsOn && *placement.endsOn < placement.startsOn));
            CHECK_FALSE(
                (previous && (!previous->endsOn || placement.startsOn < *previous->endsOn)));
            const auto holds = [&](const CarePeriod& period) {
                return period.startsOn <= placement.startsOn &&
                       (!period.endsOn ||
                        (placement.endsOn && *placement.endsOn <= *period.endsOn));
            };
            CHECK(std::any_of(history.periods.begin(), history.periods.end(), holds));
            previous = &placement;
        }
    }
    CHECK(done > 200);
}

TEST_CASE("what was withdrawn comes back as it was", "[domain][care][property]")
{
    const unsigned seed = GENERATE(11u, 12u, 13u, 14u);
    RandomCare random(seed);
    for (int i = 0; i < 400; ++i) {
        const CareHistory history = random.history();
        const Placement& placement = random.one(history.placements);
        const Placement* before = placementBefore(history, placement);
        const bool goesOn = random.chance(2);
        const auto without = withoutPlacement(history, placement.id, goesOn);
        REQUIRE(without);
        const auto back = withPlacementBack(*without, placement, before ? before->changeReason : "",
                                            RandomCare::rules());
        REQUIRE(back);
        CHECK(*back == history);
    }
}
