#pragma once

#include <optional>

#include "app/matching/matching_service.h"
#include "app/session/use_case.h"

// Between the use cases of matching: what is asked for a child, and searches on record.

namespace homeward::app {

/// The request for one child, from what is stored.
struct Asked {
    Child child;
    matching::Request request;
    std::optional<Assessment> assessment;
    std::optional<SeenPlacement> current;
    std::vector<SiblingInCare> siblings;  ///< eldest first
};

/// Fails with: NotFound.
Result<Asked> ask(Records& records, const SearchTerms& terms, const NeedsFramework& framework,
                  Date today);

/// Whether looking at the child now is another visit than the last look (app/records/children.cpp).
bool isAnotherVisit(Records& records, const ChildId& child, const AccountId& account,
                    Timestamp now);

/// Gives `answer` its search: that of `before`, the newest of the same person, where it is the same
/// list a moment later, else a new one, written together with the view of the child that it is.
/// Where it cannot be written, notKept says why.
/// Gives the versions of households that have a number since.
std::vector<storage::HouseholdVersion> putOnRecord(
    Session& session, ShortlistAnswer& answer, const std::optional<storage::StoredSearch>& before);

/// The list as it was shown. Fails with: NotFound, StoreDamaged.
Result<ShortlistAnswer> searchOnRecord(Records& records, const SearchId& id);

}  // namespace homeward::app
