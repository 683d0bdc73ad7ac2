#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "app/authority/accounts.h"
#include "app/authority/authority.h"
#include "app/matching/matching_service.h"
#include "app/needs/assessments.h"
#include "app/records/children.h"
#include "app/records/homes.h"
#include "app/session/session.h"
#include "support/clock.h"
#include "tests/support/dates.h"
#include "tests/support/temporary_folder.h"

namespace homeward::test {

/// The value of a Result; the test fails with the error's code and detail where there is none.
template <typename T>
T require(Result<T> result)
{
    if (!result)
        FAIL(toKey(result.error().code) << ": " << result.error().detail);
    return std::move(*result);
}

/// Which field breaks which rule ("endsOn overlaps"), or the code of another error; empty: it went
/// well.
template <typename T>
std::string faultOf(const Result<T>& result)
{
    if (result)
        return "";
    if (result.error().code != ErrorCode::InvalidInput)
        return toKey(result.error().code);
    return result.error().facts.at("field") + " " + result.error().facts.at("rule");
}

inline MaybeLevel level(int value)
{
    return Level::fromInt(value);
}

/// Chooses a household from the shortlist as it is at this moment.
inline Result<PlacementId> chooseFromListNow(app::Session& session, const app::SearchTerms& terms,
                                             app::Choice choice)
{
    choice.search = require(app::shortlist(session, terms)).search;
    return app::choose(session, choice);
}

/// Adds an account whose owner has changed the passphrase that the administrator set to an own one.
inline void addWorker(app::Session& admin, const Account& account, std::string_view passphrase,
                      const app::Environment& environment)
{
    const Secret given{std::string_view("given until tonight")};
    require(app::addAccount(admin, account, given));
    const auto session =
        require(app::signIn(admin.authority().folder, account.name, given, environment));
    require(app::changePassphrase(*session, given, Secret(passphrase)));
}

inline constexpr const char* kPassphrase = "correct horse battery";

/// A fresh authority on 1 March 2026 with an administrator `admin` signed in.
class AuthorityFixture {
public:
    AuthorityFixture()
    {
        clock = std::make_shared<FixedClock>(day("2026-03-01"));
        environment = {clock, seededIds(7, clock->now().msSinceEpoch), app::KdfCost::Test};
        folder = temporary.path() / "authority";
        app::NewAuthority plan;
        plan.folder = folder;
        plan.name = "Testshire";
        plan.accountName = "admin";
        plan.personName = "A. Okafor";
        plan.passphrase = Secret(kPassphrase);
        require(app::createAuthority(plan, environment));
        session = signIn("admin");
    }

    std::unique_ptr<app::Session> signIn(const std::string& account) const
    {
        return require(app::signIn(folder, account, Secret(kPassphrase), environment));
    }

    /// Adds an account and signs it in.
    std::unique_ptr<app::Session> signInAs(Role role, const std::string& account) const
    {
        addWorker(*session, {{}, account, "Person " + account, role, true, 0}, kPassphrase,
                  environment);
        return signIn(account);
    }

    ChildId addChild(const std::string& caseNumber, Date birth = day("2014-05-01")) const
    {
        Child child;
        child.caseNumber = caseNumber;
        child.givenName = "Tyler";
        child.familyName = "Brook";
        child.sex = Sex::Male;
        child.birthDate = birth;
        // All are of one name and day.
        return require(app::addChild(*session, child, app::SamePerson::AddAnyway));
    }

    /// Own service, approved for two children of 0 to 17, short and long term.
    HomeId addHome(const std::string& reference, int places = 2) const
    {
        Home home;
        home.name = "Household " + reference;
        home.reference = reference;
        home.carers = {"Ana Marsh"};
        home.approval.places = places;
        home.approval.types = {PlacementType::ShortTerm, PlacementType::LongTerm};
        return require(app::addHome(*session, home));
    }

    /// Completes an assessment with the same level in every domain.
    AssessmentId assess(const ChildId& child, int everywhere, Date on) const
    {
        AssessmentDraft draft = require(app::openDraft(*session, child)).draft;
        draft.assessedOn = on;
        for (Rating& rating : draft.ratings) {
            rating.level = level(everywhere);
            rating.evidence = "Seen at home and at school at level " + std::to_string(everywhere);
            rating.confirmed = true;
        }
        return require(app::completeAssessment(*session, draft));
    }

    TemporaryFolder temporary;
    std::filesystem::path folder;
    std::shared_ptr<FixedClock> clock;
    app::Environment environment;
    std::shared_ptr<app::Session> session;
};

}  // namespace homeward::test
