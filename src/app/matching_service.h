#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "domain/home.h"
#include "domain/needs_framework.h"
#include "matching/shortlist.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// What the placement officer asks for.
struct SearchTerms {
    ChildId child;
    std::optional<Date> on;               ///< needed from; empty: today
    std::optional<PlacementType> type;
    std::optional<double> maxMiles;
    bool operator==(const SearchTerms&) const = default;
};

/// What a row of the shortlist needs beside the numbers.
struct HouseholdFacts {
    std::string name;
    std::string reference;
    std::string providerName;
    bool ownService = true;
    int free = 0;
    std::optional<int> weeklyCostPence;
    HomeKind kind = HomeKind::FosterHousehold;
    SkillsProfileId skills;  ///< the profile that was read; empty: none
};

/// The placement a child was shown to be in.
struct SeenPlacement {
    PlacementId id;
    int rowVersion = 0;
    bool operator==(const SeenPlacement&) const = default;
};

struct ShortlistAnswer {
    matching::Shortlist list;
    matching::Request request;
    NeedsFramework framework;
    std::string childName;
    std::optional<Date> assessedOn;                 ///< of the assessment that was used
    std::optional<SeenPlacement> current;           ///< where the child lives on the day asked
    std::map<HomeId, HouseholdFacts> households;    ///< of every household in the list
    int lookedAt = 0;                               ///< households
    double milliseconds = 0;                        ///< of the matching itself
};

/// Looks at every home for one child. Households are kept in memory between calls and read again
/// when they changed, here or in another program. Logged as a view of the child, since it tells what
/// the child needs. Needs Right::ReadRecords. Fails with: NotFound, Cancelled.
Result<ShortlistAnswer> shortlist(Session& session, const SearchTerms& terms,
                                  const RunControl& control = {});

struct Choice {
    SearchTerms terms;
    HomeId home;
    std::string reason;                ///< why this household; required
    std::optional<matching::Limit> waived;  ///< for a near miss: the limit that is waived ...
    std::string waiverReason;          ///< ... and by whom or why; required then
    std::string changeReason;          ///< REASON_PLACE_CHANGE of the placement that ends; may be empty
};

/// Chooses a household of the list `shown`: the search, what was shown, the decision and its reason are recorded, the current placement ends
/// and a new one starts on the day. All limits are looked at again inside the transaction.
/// Needs Right::DecidePlacements. Fails with: InvalidInput (reason: required; home: not-eligible or no-vacancy, facts limit; waiverReason: required),
/// EditConflict (the vacancy has just gone, or the child lives elsewhere than `shown`), NotPermitted, NotFound.
Result<PlacementId> choose(Session& session, const Choice& choice, const ShortlistAnswer& shown);

}  // namespace homeward::app
