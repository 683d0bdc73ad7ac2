#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "support/text/text.h"
#include "tests/unit/demonstration/invented.h"

using namespace homeward;
using namespace homeward::demonstration;

namespace {

std::map<ChildId, std::vector<const Assessment*>> byChild(const InventedAuthority& authority)
{
    std::map<ChildId, std::vector<const Assessment*>> found;
    for (const Assessment& assessment : authority.assessments)
        found[assessment.child].push_back(&assessment);
    return found;
}

}  // namespace

TEST_CASE("[demonstration] every rating has a level or says why not, and levels have evidence")
{
    int unknown = 0;
    for (const Assessment& assessment : test::usual().assessments) {
        REQUIRE(assessment.ratings.size() == test::sixDomains().domains.size());
        REQUIRE(assessment.framework == test::sixDomains().id);
        REQUIRE_FALSE(assessment.completedBy.isEmpty());
        REQUIRE(assessment.completedAt.utcDate() == assessment.assessedOn);
        for (const Rating& rating : assessment.ratings) {
            unknown += rating.level ? 0 : 1;
            REQUIRE(rating.confirmed);
            if (!rating.level || rating.level->value() > 0)
                REQUIRE_FALSE(rating.evidence.empty());
            REQUIRE(isValidUtf8(rating.evidence));
        }
    }
    CHECK(unknown > 0);
}

TEST_CASE("[demonstration] assessments fall into times of care, the newest before today")
{
    const auto assessments = byChild(test::usual());
    const Date today = test::usualPlan().today;
    for (std::size_t i = 0; i < test::usual().children.size(); ++i) {
        const auto found = assessments.find(test::usual().children[i].id);
        if (found == assessments.end())
            continue;
        Date last = test::usual().children[i].birthDate;
        for (const Assessment* assessment : found->second) {
            INFO(test::usual().children[i].caseNumber << " " << assessment->assessedOn.toIso());
            REQUIRE(assessment->assessedOn > last);
            REQUIRE(assessment->assessedOn < today);
            REQUIRE(carePeriodOn(test::usual().histories[i].periods, assessment->assessedOn));
            last = assessment->assessedOn;
        }
    }
}

TEST_CASE("[demonstration] needs fall on the whole, and rise for some children")
{
    int first = 0;
    int latest = 0;
    int fell = 0;
    int rose = 0;
    for (const auto& [child, assessments] : byChild(test::usual())) {
        if (assessments.size() < 2)
            continue;
        const int before = totalLevel(assessments.front()->ratings);
        const int after = totalLevel(assessments.back()->ratings);
        first += before;
        latest += after;
        fell += after < before ? 1 : 0;
        rose += after > before ? 1 : 0;
    }
    INFO(first << " -> " << latest << ", fell " << fell << ", rose " << rose);
    CHECK(latest < first * 0.95);
    CHECK(latest > first * 0.6);
    CHECK(fell > rose);
    CHECK(rose > 40);
}

TEST_CASE("[demonstration] needs differ with what came before care")
{
    std::map<bool, std::pair<int, int>> totals;  // by whether the child lives in a children's home
    const auto assessments = byChild(test::usual());
    for (std::size_t i = 0; i < test::usual().children.size(); ++i) {
        const auto found = assessments.find(test::usual().children[i].id);
        if (found == assessments.end())
            continue;
        const bool residential =
            placeGroupOf(test::usual().histories[i].placements.back().placeCode) ==
            PlaceGroup::ChildrensHome;
        auto& [sum, count] = totals[residential];
        sum += totalLevel(found->second.front()->ratings);
        ++count;
    }
    REQUIRE(totals[true].second > 10);
    const double inHomes = static_cast<double>(totals[true].first) / totals[true].second;
    const double elsewhere = static_cast<double>(totals[false].first) / totals[false].second;
    CHECK(inHomes > elsewhere * 1.25);
}

TEST_CASE("[demonstration] a few children in care are not assessed, and some only once")
{
    const auto assessments = byChild(test::usual());
    std::size_t most = 0;
    int once = 0;
    for (const auto& [child, found] : assessments) {
        most = std::max(most, found.size());
        once += found.size() == 1 ? 1 : 0;
    }
    const int never = 600 - static_cast<int>(assessments.size());
    CHECK(never > 12);
    CHECK(never < 90);
    CHECK(once > 20);
    CHECK(most >= 7);
}

TEST_CASE("[demonstration] children in care have a worker, and the own account has a caseload")
{
    int own = 0;
    std::map<AccountId, int> caseloads;
    for (std::size_t i = 0; i < test::usual().children.size(); ++i) {
        const bool inCare = !test::usual().histories[i].periods.back().endsOn;
        const AccountId& worker = test::usual().children[i].worker;
        REQUIRE(worker.isEmpty() != inCare);
        own += worker == test::usualPlan().ownAccount ? 1 : 0;
        ++caseloads[worker];
    }
    CHECK(own >= 15);
    CHECK(own <= kOwnCaseload);
    std::set<std::string> names;
    for (const Account& account : test::usual().accounts) {
        names.insert(account.name);
        if (account.role == Role::SocialWorker)
            CHECK(caseloads[account.id] > 8);
    }
    CHECK(names.size() == test::usual().accounts.size());
}

TEST_CASE("[demonstration] more than half of the children have said something about themselves")
{
    int said = 0;
    std::set<std::string> texts;
    for (const Child& child : test::usual().children) {
        said += child.aboutMe.whatMattersToMe.empty() ? 0 : 1;
        texts.insert(child.aboutMe.whatMattersToMe);
    }
    CHECK(said > 600 * 0.52);
    CHECK(said < 600 * 0.72);
    CHECK(texts.size() > 25);
}
