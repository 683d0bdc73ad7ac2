#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/home.h"
#include "domain/needs/needs_framework.h"
#include "domain/provider.h"
#include "support/result.h"

namespace homeward::app {

/// One line of the carers list.
struct HomeRow {
    HomeId id;
    HomeKind kind{};
    std::string name;
    std::string reference;
    std::string searchText;  ///< folded: name, carers, reference, provider, postcode
    std::string carerNames;  ///< "Ana and Jon Marsh"
    std::string providerName;
    bool ownService = true;
    ApprovalStatus status{};
    int places = 0;
    int placed = 0;  ///< children living there today
    int coming = 0;  ///< children for whom a later day is agreed
    int taken = 0;   ///< children at one time at most, today or later
    int free = 0;    ///< kept for nobody; never negative
    int youngestYears = 0;
    int oldestYears = 0;
    std::optional<Sex> onlySex;
    std::string postcode;
    bool located = false;
    std::optional<Date> skillsRecordedOn;
    int skillTotal = 0;  ///< 0..48
    std::optional<int> weeklyCostPence;
};

/// Every home, by name.
Result<std::vector<HomeRow>> listHomes(Session& session);

struct PlacedChild {
    ChildId child;
    std::string displayName;
    int ageYears = 0;
    Date startsOn;
};

struct HomePage {
    Home home;
    HomeRow summary;
    std::vector<PlacedChild> placed;      ///< today, and who is to come, by start
    std::vector<SkillsProfile> profiles;  ///< newest first
    NeedsFramework framework;             ///< current one, in which skills are recorded
};
/// Fails with: NotFound.
Result<HomePage> openHome(Session& session, const HomeId& id);

/// Needs Right::EditHomes. Fails with: InvalidInput (rules of checkHome; reference:
/// already-exists), NotPermitted.
Result<HomeId> addHome(Session& session, const Home& home);
/// Gives the new row version. Fails with: EditConflict, InvalidInput, NotPermitted, NotFound.
Result<int> saveHome(Session& session, const Home& home);

/// A new dated skills profile; earlier ones stay. `basedOn`: the newest profile the user saw
/// (empty: none). Fails with: EditConflict (a newer profile was recorded since), InvalidInput
/// (field = domain key, rule evidence-missing for a level above 0 without evidence, or
/// unknown-domain), NotPermitted.
Result<SkillsProfileId> recordSkills(Session& session, const SkillsProfile& profile,
                                     const SkillsProfileId& basedOn);

Result<std::vector<Provider>> listProviders(Session& session);
/// The provider of that name, made if missing. Needs Right::EditHomes.
Result<ProviderId> provideProvider(Session& session, const std::string& name, bool ownService);

}  // namespace homeward::app
