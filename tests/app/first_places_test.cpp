// The method judged by its first places: what an experienced placement officer would not sign must
// not happen, for every seventh child of a demonstration.
#include <algorithm>
#include <map>

#include "app/authority/demonstration.h"
#include "app/matching/matching_service.h"
#include "app/records/homes.h"
#include "tests/support/all_rows.h"
#include "tests/support/authority_fixture.h"

using namespace homeward;
using namespace homeward::test;
using matching::Band;
using matching::Candidate;

namespace {

constexpr std::size_t kEvery = 7;
constexpr double kNearMiles = 20;  ///< what the national return counts as far begins here

struct Lists {
    TemporaryFolder folder;
    std::unique_ptr<app::Session> session;
    std::vector<ChildId> children;
    std::vector<app::ShortlistAnswer> answers;  ///< by child
};

app::ShortlistAnswer listFor(app::Session& session, const ChildId& child, HomeKind kind,
                             std::optional<PlacementType> type = {})
{
    app::SearchTerms terms;
    terms.child = child;
    terms.kind = kind;
    terms.type = type;
    return require(app::shortlist(session, terms));
}

/// 560 children and 260 households, made once; nothing here changes them.
Lists& lists()
{
    static Lists* const made = [] {
        auto* lists = new Lists;
        const auto clock = std::make_shared<FixedClock>(day("2026-03-01"));
        const app::Environment environment{clock, seededIds(3, clock->now().msSinceEpoch),
                                           app::KdfCost::Test};
        app::DemonstrationPlan plan;
        plan.folder = lists->folder.path() / "authority";
        plan.children = 560;
        plan.households = 260;
        plan.years = 3;
        plan.today = day("2026-03-01");
        require(app::createDemonstration(plan, environment));
        lists->session =
            require(app::signIn(plan.folder, "demo", Secret("demonstration"), environment));
        const auto children = require(test::allChildren(*lists->session));
        for (std::size_t i = 0; i < children.size(); i += kEvery) {
            lists->children.push_back(children[i].id);
            lists->answers.push_back(
                listFor(*lists->session, children[i].id, HomeKind::FosterHousehold));
        }
        return lists;
    }();
    return *made;
}

bool hasCriticalGap(const Candidate& candidate)
{
    return std::any_of(candidate.gaps.begin(), candidate.gaps.end(),
                       [](const matching::Gap& gap) { return gap.critical; });
}

bool isGood(const Candidate& candidate)
{
    return candidate.band == Band::Strong || candidate.band == Band::Good;
}

}  // namespace

TEST_CASE("no home of unknown location stands first where a located one could be asked",
          "[matching-service][first-places]")
{
    REQUIRE(lists().answers.size() == 80);
    for (const app::ShortlistAnswer& answer : lists().answers) {
        const auto& candidates = answer.list.candidates;
        const bool anyLocated = std::any_of(candidates.begin(), candidates.end(),
                                            [](const Candidate& c) { return c.miles.has_value(); });
        INFO(answer.childName);
        if (anyLocated)
            CHECK(candidates.front().miles);
    }
}

TEST_CASE("no home with a critical gap stands above a good one", "[matching-service][first-places]")
{
    int lookedAt = 0;
    for (const app::ShortlistAnswer& answer : lists().answers) {
        bool critical = false;
        for (const Candidate& candidate : answer.list.candidates) {
            critical = critical || hasCriticalGap(candidate);
            lookedAt += critical ? 1 : 0;
            if (critical)
                CHECK_FALSE(isGood(candidate));
        }
    }
    CHECK(lookedAt > 50);  // else there was nothing to see
}

TEST_CASE("relatives and friends are offered to nobody but their own",
          "[matching-service][first-places]")
{
    std::map<HomeId, Home> homes;
    int offered = 0;
    for (const ChildId& child : lists().children) {
        const auto answer = listFor(*lists().session, child, HomeKind::FamilyAndFriends);
        for (const auto* rows : {&answer.list.candidates, &answer.list.nearMisses})
            for (const Candidate& candidate : *rows) {
                const Home home = require(app::openHome(*lists().session, candidate.home)).home;
                CHECK(home.approval.namedChildren.contains(child));
                ++offered;
            }
    }
    CHECK(offered < 5);
}

TEST_CASE("a list of families holds families only, and no adult is offered a home",
          "[matching-service][first-places]")
{
    int adults = 0;
    for (const app::ShortlistAnswer& answer : lists().answers) {
        for (const Candidate& candidate : answer.list.candidates)
            CHECK(answer.households.at(candidate.home).kind == HomeKind::FosterHousehold);
        if (answer.request.ageYears < 18)
            continue;
        ++adults;
        CHECK(answer.list.candidates.empty());
        CHECK(answer.list.nearMisses.empty());
        CHECK(answer.list.otherKinds.empty());
    }
    CHECK(adults > 0);
}

TEST_CASE("asking for short term changes who is on the list and no score, band or order",
          "[matching-service][first-places]")
{
    for (std::size_t i = 0; i < lists().children.size(); ++i) {
        const auto narrowed = listFor(*lists().session, lists().children[i],
                                      HomeKind::FosterHousehold, PlacementType::ShortTerm);
        std::map<HomeId, const Candidate*> before;
        for (const Candidate& candidate : lists().answers[i].list.candidates)
            before[candidate.home] = &candidate;
        int rank = 0;
        for (const Candidate& candidate : narrowed.list.candidates) {
            REQUIRE(before.contains(candidate.home));
            const Candidate& then = *before[candidate.home];
            CHECK(candidate.score == then.score);
            CHECK(candidate.band == then.band);
            // Whom a tie is counted from may have left the list.
            if (candidate.tiedFrom == 0 && then.tiedFrom == 0)
                CHECK(then.rank > rank);
            rank = std::max(rank, then.tiedFrom == 0 ? then.rank : rank);
        }
    }
}

TEST_CASE("where a good home is near, a near one stands first", "[matching-service][first-places]")
{
    int couldBeNear = 0;
    int isNear = 0;
    int worthReading = 0;
    for (const app::ShortlistAnswer& answer : lists().answers) {
        const auto& candidates = answer.list.candidates;
        const auto isGoodAndNear = [](const Candidate& candidate) {
            return isGood(candidate) && candidate.miles && *candidate.miles <= kNearMiles;
        };
        worthReading += std::any_of(candidates.begin(), candidates.end(), isGood) ? 1 : 0;
        if (std::none_of(candidates.begin(), candidates.end(), isGoodAndNear))
            continue;
        ++couldBeNear;
        isNear += candidates.front().miles && *candidates.front().miles <= kNearMiles ? 1 : 0;
    }
    UNSCOPED_INFO(isNear << " of " << couldBeNear << " first places within 20 miles, "
                         << worthReading << " lists with a good home");
    CHECK(isNear >= couldBeNear * 0.9);
    CHECK(worthReading >= 60);
}
