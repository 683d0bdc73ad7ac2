#include <cstdlib>
#include <iostream>

#include "app/authority/accounts.h"
#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/needs/frameworks.h"
#include "app/records/children.h"
#include "app/records/homes.h"
#include "app/session/session_impl.h"
#include "tests/ui/support/letters.h"
#include "tests/ui/support/ui_stage.h"
#include "ui/shared/words/format.h"

namespace homeward::ui::test {

namespace {

template <typename T>
T orAbort(Result<T> result, const char* what)
{
    if (!result) {
        std::cerr << what << ": " << toKey(result.error().code) << ' ' << result.error().detail
                  << '\n';
        std::abort();
    }
    return std::move(result).value();
}

const std::string& words()
{
    static const std::string said = utf8(hostileWords());
    return said;
}

std::string numbered(int number)
{
    return words() + ' ' + std::to_string(number);
}

NeedsFramework hostileFramework(NeedsFramework framework)
{
    int number = 0;
    framework.id = {};
    framework.title = words();
    framework.version = utf8(hostileVersion());
    for (auto* names : {&framework.needLevels, &framework.skillLevels})
        for (std::string& name : *names)
            name = numbered(++number);
    for (NeedsFramework::Outcome& outcome : framework.outcomes)
        outcome.title = numbered(++number);
    for (NeedsFramework::Domain& domain : framework.domains) {
        domain.title = numbered(++number);
        domain.guidance = numbered(++number);
        for (auto* sentences : {&domain.need, &domain.skill})
            for (std::string& sentence : *sentences)
                sentence = numbered(++number);
    }
    return framework;
}

void sayInHomes(app::Session& session, const NeedsFramework& framework)
{
    const ProviderId provider = orAbort(app::provideProvider(session, words(), false), "provider");
    int number = 0;
    for (const app::HomeRow& row : everyHome(session)) {
        Home home = orAbort(app::openHome(session, row.id), "home").home;
        home.name = words();
        home.reference = numbered(++number);
        home.provider = provider;
        home.carers = {words(), words()};
        home.languages = {words()};
        home.note = words();
        home.address = words();
        home.telephone = words();
        home.email = "a@b";
        home.supervisingWorker = words();
        orAbort(app::saveHome(session, home), "save home");
        const app::HomePage page = orAbort(app::openHome(session, row.id), "home");
        SkillsProfile profile;
        profile.home = row.id;
        profile.framework = framework.id;
        profile.recordedOn = stageDay();
        for (const NeedsFramework::Domain& domain : framework.domains) {
            Rating rating;
            rating.domainKey = domain.key;
            rating.level = Level::fromInt(1);
            rating.evidence = rating.strength = words();
            profile.skills.push_back(rating);
        }
        orAbort(
            app::recordSkills(session, profile,
                              page.profiles.empty() ? SkillsProfileId{} : page.profiles.front().id),
            "skills");
    }
}

AssessmentDraft rated(AssessmentDraft draft, int level)
{
    for (Rating& rating : draft.ratings) {
        rating.level = Level::fromInt(level);
        rating.evidence = rating.strength = words();
        rating.confirmed = true;
    }
    return draft;
}

void sayInChildren(app::Session& session)
{
    int number = 0;
    for (const app::ChildRow& row : everyChild(session)) {
        Child child = orAbort(app::openChild(session, row.id), "child").child;
        child.caseNumber = numbered(++number);
        child.givenName = child.familyName = child.preferredName = words();
        child.upn = child.language = words();
        child.aboutMe = {words(), words(), words()};
        orAbort(app::saveChild(session, child), "save child");
        if (row.assessments < 2)
            continue;
        AssessmentDraft draft = orAbort(app::openDraft(session, row.id), "draft").draft;
        orAbort(app::completeAssessment(session, rated(draft, 3)), "assessment");
        draft = orAbort(app::openDraft(session, row.id), "next draft").draft;
        orAbort(app::saveDraft(session, rated(draft, 2)), "keep draft");
    }
}

/// Somebody moves to a household, and the reason is on record.
void sayInDecision(app::Session& session)
{
    for (const app::ChildRow& row : everyChild(session)) {
        const auto list = app::shortlist(session, {row.id, {}, {}, {}});
        if (row.assessments < 2 || !list || list->list.candidates.empty())
            continue;
        app::Choice choice;
        choice.search = list->search;
        choice.home = list->list.candidates.front().home;
        choice.reason = words();
        orAbort(app::choose(session, choice), "choose");
        return;
    }
}

}  // namespace

void sayHostileAuthority(app::Session& session)
{
    session.impl().shared->authority.name = words();
}

std::filesystem::path hostileAuthority()
{
    static const std::filesystem::path folder = [] {
        const auto copy = copyOfDemonstration();
        const auto session = signInToDemonstration(copy);
        const NeedsFramework framework =
            hostileFramework(orAbort(app::currentFramework(*session), "framework"));
        orAbort(app::loadFramework(*session, framework), "load framework");
        for (Account account : orAbort(app::listAccounts(*session), "accounts")) {
            account.personName = words();
            if (account.active)
                orAbort(app::changeAccount(*session, account), "account");
        }
        sayInHomes(*session, orAbort(app::currentFramework(*session), "framework"));
        sayInChildren(*session);
        sayInDecision(*session);
        return copy;
    }();
    return folder;
}

}  // namespace homeward::ui::test
