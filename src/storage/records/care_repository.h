#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/care_history.h"
#include "storage/engine/transaction.h"
#include "storage/records/child_span.h"

namespace homeward::storage {

/// Care periods, legal statuses and placements.
class CareRepository {
public:
    explicit CareRepository(Transaction& transaction) : m_transaction(transaction) {}

    CareHistory historyOf(const ChildId& child);
    std::map<ChildId, CareHistory> allHistories();
    std::map<ChildId, CareHistory> historiesOf(const ChildSpan& span);

    /// Withdrawn or not; every list below is without those that were withdrawn.
    std::optional<Placement> findPlacement(const PlacementId& id);
    std::vector<Placement> withdrawnOf(const ChildId& child);  ///< by start
    std::optional<CarePeriod> findPeriod(const CarePeriodId& id);
    std::map<ChildId, std::vector<DecidedDays>> allDecidedDays();
    std::vector<DecidedDays> decidedDaysOf(const ChildId& child);
    std::vector<Placement> placementsOn(Date day);            ///< of all children
    std::vector<Placement> placementsIn(const HomeId& home);  ///< all times, by start
    std::vector<Placement> allPlacements();                   ///< by child and start

    // Ids must be set. Inserts store row version 1; updates give false when the row version has
    // moved on.
    void insert(const CarePeriod& period, const Stamp& stamp);
    void insert(const LegalStatus& status, const Stamp& stamp);
    void insert(const Placement& placement, const Stamp& stamp);
    void insert(const DecidedDays& days);
    void insertMany(const std::vector<CareHistory>& histories, const Stamp& stamp);
    bool update(const CarePeriod& period, const Stamp& stamp);
    bool update(const LegalStatus& status, const Stamp& stamp);
    bool update(const Placement& placement, const Stamp& stamp);
    // For a record that a later return shows never to have been; refused by the database where a
    // decision points at it.
    void remove(const CarePeriodId& id);
    void remove(const LegalStatusId& id);
    void remove(const PlacementId& id);
    void remove(const DecidedDaysId& id);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
