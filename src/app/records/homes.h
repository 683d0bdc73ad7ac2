#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/records/list_slice.h"
#include "app/session/session.h"
#include "domain/care_history.h"
#include "domain/home.h"
#include "domain/home_filter.h"
#include "domain/needs/needs_framework.h"
#include "domain/provider.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// One line of the carers list.
struct HomeRow {
    HomeId id;
    HomeKind kind{};
    std::string name;
    std::string reference;
    std::string carerNames;  ///< "Ana Marsh, Jon Marsh"
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

/// A list of homes: which, and in which order.
struct HomeListAsked {
    HomeFilter filter;
    HomeOrder order = HomeOrder::Name;
    bool descending = false;
    bool operator==(const HomeListAsked&) const = default;
};
using HomeSlice = ListSlice<HomeRow>;

/// The rows behind `after`, at most `limit` of them; as childrenOf.
Result<HomeSlice> homesOf(Session& session, const HomeListAsked& asked, const ListPlace& after = {},
                          int limit = kSliceRows);
/// All of them, in stretches; Cancelled when stopped.
Result<std::vector<HomeRow>> allHomesOf(Session& session, const HomeListAsked& asked,
                                        const RunControl& control);

/// What a list of homes comes to.
struct HomeCounts {
    int homes = 0;
    int approved = 0;
    int free = 0;  ///< places of the approved kept for nobody
};
struct RegisterCounts {
    HomeCounts matching;
    HomeCounts total;
};
Result<RegisterCounts> countHomes(Session& session, const HomeFilter& filter);
/// Those of the homes that there are, in the order given.
Result<std::vector<HomeRow>> homeRows(Session& session, const std::vector<HomeId>& ids);

struct PlacedChild {
    ChildId child;
    std::string displayName;
    int ageYears = 0;
    Date startsOn;
    OutsideTerms outsideTerms;
    Leaving leaving;
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

/// How to reach a household.
struct HomeContact {
    std::string telephone;
    std::string email;
    std::string address;
    std::string postcode;
    std::string supervisingWorker;
};
/// As it is now, beside a list that was made earlier. Fails with: NotFound.
Result<HomeContact> contactOf(Session& session, const HomeId& id);

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
