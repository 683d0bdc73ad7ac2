#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/home.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

/// A household as lists show it, in one version of its record and its skills. Written once and
/// never changed; searches name it by its number.
struct HouseholdVersion {
    std::int64_t number = 0;  ///< 1 or more; 0: not written yet
    HomeId home;
    int homeVersion = 0;     ///< row_version of the home's record
    SkillsProfileId skills;  ///< empty: none was recorded
    std::string name;
    std::string reference;
    HomeKind kind{};
    std::string providerName;
    bool ownService = true;
    std::string postcode;
    std::optional<int> weeklyCostPence;
};

/// One shortlist that was shown. Never changed.
struct StoredSearch {
    SearchId id;
    ChildId child;
    Date neededOn;
    HomeKind homeKind{};
    std::optional<PlacementType> placementType;
    std::optional<double> maxMiles;
    // What it rests on, beside the versions of the households.
    std::string policyVersion;
    FrameworkVersionId framework;
    std::optional<AssessmentId> assessment;  ///< empty: not assessed
    PlacementId placement;                   ///< where the child lived; empty: nowhere on record
    int placementVersion = 0;                ///< 0: no placement
    int lookedAt = 0;                        ///< households
    int candidates = 0;
    int nearMisses = 0;
    double milliseconds = 0;  ///< of the matching
    std::string shown;        ///< the list, as src/app/matching/search_text.h writes it
    Timestamp openedAt;
    AccountId openedBy;
};

struct StoredDecision {
    DecisionId id;
    SearchId search;
    HomeId home;
    int rank = 0;  ///< in the list of the search, 1 is best; 0: a near miss
    PlacementId placement;
    std::string reason;
    std::optional<std::string> waivedLimit;
    std::string waiverReason;
    Timestamp decidedAt;
    AccountId decidedBy;
};

class SearchRepository {
public:
    explicit SearchRepository(Transaction& transaction) : m_transaction(transaction) {}
    void insert(const StoredSearch& search);
    std::optional<StoredSearch> find(const SearchId& search);
    /// That this person opened last.
    std::optional<StoredSearch> newestOf(const ChildId& child, const AccountId& openedBy);
    /// Newest first; `shown` is left empty.
    std::vector<StoredSearch> ofChild(const ChildId& child);

    /// Children whose newest search, opened since then in another framework, led to no decision.
    int countUndecided(Timestamp since, const FrameworkVersionId& otherThan);

    /// Of homes as they are now, those that some search met.
    std::vector<HouseholdVersion> presentVersions();
    /// With numbers from `first` to `last`, by number.
    std::vector<HouseholdVersion> versions(std::int64_t first, std::int64_t last);
    /// Gives every version its number, and writes those that no search met before.
    void number(std::vector<HouseholdVersion>& versions);

    void insert(const StoredDecision& decision);
    std::vector<StoredDecision> decisionsOf(const ChildId& child);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
