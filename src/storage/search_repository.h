#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/transaction.h"

namespace homeward::storage {

struct StoredSearch {
    SearchId id;
    ChildId child;
    Date neededOn;
    std::optional<std::string> placementType;
    std::optional<double> maxMiles;
    std::string policyVersion;
    FrameworkVersionId framework;
    std::optional<AssessmentId> assessment;
};

/// One row as it was shown, kept so that it can be defended later.
struct StoredEntry {
    HomeId home;
    bool nearMiss = false;
    double score = 0;
    std::string band;
    std::optional<double> needsFit;
    std::optional<double> practicalFit;
    std::optional<SkillsProfileId> skills;
    std::string contributions;  ///< JSON
};

struct StoredDecision {
    DecisionId id;
    SearchId search;
    HomeId home;
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
    void insert(const StoredSearch& search, const std::vector<StoredEntry>& entries,
                const Stamp& stamp);
    void insert(const StoredDecision& decision);
    std::vector<StoredDecision> decisionsOf(const ChildId& child);
    std::vector<StoredEntry> entriesOf(const SearchId& search);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
