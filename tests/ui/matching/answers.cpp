#include "tests/ui/matching/answers.h"

namespace homeward::ui::test {
namespace {

MaybeLevel levelOf(int value)
{
    return Level::fromInt(value);
}

NeedsFramework::Domain domain(const std::string& key, const std::string& title)
{
    NeedsFramework::Domain made;
    made.key = key;
    made.outcomeKey = "be-safe";
    made.title = title;
    return made;
}

}  // namespace

NeedsFramework smallFramework()
{
    NeedsFramework framework;
    framework.id.value = "framework";
    framework.title = "Small framework";
    framework.version = "2.1";
    framework.outcomes = {{"be-safe", "Be Safe"}};
    framework.domains = {domain("keeping-safe", "Keeping safe"),
                         domain("change", "Coping with change"), domain("learning", "Learning")};
    // Uneven, so that no fit is a round number by chance.
    framework.domains[0].weight = 1.37;
    return framework;
}

matching::Household household(const std::string& id, std::vector<int> skills)
{
    matching::Household home;
    home.id.value = id;
    home.places = 2;
    home.location = GridReference{450'000, 390'000};
    for (const int skill : skills)
        home.skills.push_back(levelOf(skill));
    return home;
}

app::ShortlistAnswer answerFor(const std::vector<matching::Household>& households,
                               bool childAssessed)
{
    app::ShortlistAnswer answer;
    answer.framework = smallFramework();
    answer.childName = "Robin T.";
    matching::Request& request = answer.request;
    request.child.value = "child";
    request.on = *Date::fromYmd(2026, 3, 9);
    request.ageYears = 11;
    request.sex = Sex::Female;
    request.family = GridReference{453'200, 389'100};
    request.needs = {levelOf(3), levelOf(1), levelOf(0)};
    if (childAssessed)
        answer.assessedOn = Date::fromYmd(2026, 2, 2);
    else
        request.needs.assign(3, MaybeLevel{});
    answer.list =
        *matching::makeShortlist(households, request, answer.framework, {}, households.size());
    for (const matching::Household& home : households) {
        app::HouseholdFacts facts;
        facts.name = "Household " + home.id.value;
        facts.reference = "R-" + home.id.value;
        facts.providerName = "Northside Fostering";
        facts.free = matching::freePlaces(home);
        answer.households[home.id] = facts;
    }
    answer.lookedAt = static_cast<int>(households.size());
    return answer;
}

}  // namespace homeward::ui::test
