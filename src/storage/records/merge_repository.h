#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/child_merge.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

/// Records of one person that were two, and the moving of what belongs to a child.
class MergeRepository {
public:
    explicit MergeRepository(Transaction& transaction) : m_transaction(transaction) {}

    /// Tables whose rows belong to one child and move as they are.
    enum class Table { CarePeriod, LegalStatus, Placement, DecidedDays, Assessment, Search };

    /// Ids of a child's rows, whether they count or not.
    std::vector<std::string> idsOf(Table table, const ChildId& child);
    /// Gives `ids` that belong to `from` to `to`; others are left alone.
    void move(Table table, const std::vector<std::string>& ids, const ChildId& from,
              const ChildId& to);

    void insert(const ChildMerge& merge);
    void markSeparated(const MergeId& id, Timestamp at);
    std::optional<ChildMerge> find(const MergeId& id);
    std::vector<ChildMerge> standingOf(const ChildId& kept);  ///< newest first
    /// The record that `gone` went into; empty: none.
    std::optional<ChildMerge> mergeOf(const ChildId& gone);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
