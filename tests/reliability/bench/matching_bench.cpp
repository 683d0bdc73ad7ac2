// The pure shortlist over 5,000 households with explanations for the first 50.
#include <random>

#include "exchange/json_documents.h"
#include "matching/shortlist.h"
#include "tests/reliability/bench/figures.h"

using namespace homeward;
using namespace homeward::bench;

namespace {

std::vector<matching::Household> inventHouseholds(std::size_t count, std::size_t domains)
{
    std::mt19937 random(1);
    const auto upTo = [&](int most) {
        return static_cast<int>(random() % (static_cast<unsigned>(most) + 1));
    };
    std::vector<matching::Household> households(count);
    for (std::size_t i = 0; i < count; ++i) {
        matching::Household& household = households[i];
        household.id = {"home-" + std::to_string(100'000 + i)};
        household.status = upTo(9) ? ApprovalStatus::Approved : ApprovalStatus::OnHold;
        household.places = 1 + upTo(2);
        household.youngestYears = upTo(8);
        household.oldestYears = household.youngestYears + 4 + upTo(8);
        household.types = {PlacementType::LongTerm, PlacementType::ShortTerm};
        for (int child = upTo(household.places); child > 0; --child)
            household.placedChildren.push_back({"child-" + std::to_string(upTo(9'999))});
        for (std::size_t d = 0; d < domains; ++d)
            household.skills.push_back(upTo(9) ? Level::fromInt(upTo(4)) : MaybeLevel());
        household.location = GridReference{430'000.0 + upTo(60'000), 380'000.0 + upTo(60'000)};
        household.agesCaredFor = {upTo(17), upTo(17)};
    }
    return households;
}

}  // namespace

int main()
{
    const NeedsFramework& framework = exchange::defaultFramework();
    const matching::Policy& policy = exchange::defaultPolicy();
    matching::Request request;
    request.child = {"child"};
    request.on = *Date::fromIso("2026-03-01");
    request.ageYears = 9;
    request.type = PlacementType::LongTerm;
    request.family = GridReference{455'000, 405'000};
    request.school = GridReference{452'000, 401'000};
    for (std::size_t d = 0; d < framework.domains.size(); ++d)
        request.needs.push_back(Level::fromInt(static_cast<int>(d % 5)));
    for (const std::size_t count : {500u, 5'000u, 50'000u}) {
        const auto households = inventHouseholds(count, framework.domains.size());
        report("shortlist over " + std::to_string(count) + " households, 50 explained", 50, [&] {
            (void)must(matching::makeShortlist(households, request, framework, policy));
        });
    }
    return 0;
}
