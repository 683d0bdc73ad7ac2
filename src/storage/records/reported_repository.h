#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/reported.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

/// Imports and the rows that they reported.
class ReportedRepository {
public:
    explicit ReportedRepository(Transaction& transaction) : m_transaction(transaction) {}

    /// Rows that stand, by child: of one table, year and child those of its latest import, without
    /// imports that were undone (and without `without`). By year, table and line.
    std::map<std::string, std::vector<ReportedRow>> standing(const std::set<std::string>& childKeys,
                                                             const ImportId& without = {});
    std::vector<ReportedRow> standingOf(const std::string& childKey);
    std::set<std::string> childrenOf(const ImportId& import);
    /// Of whom any return that stands says something.
    std::set<std::string> reportedChildren();

    void insert(const ReturnImport& import);
    void insertMany(const std::vector<ReportedRow>& rows);
    std::vector<ReturnImport> all();  ///< newest first
    std::optional<ReturnImport> find(const ImportId& id);
    void markUndone(const ImportId& id, Timestamp at);

private:
    std::map<std::string, std::vector<ReportedRow>> read(const std::string& where,
                                                         const std::string& bound,
                                                         const std::set<std::string>* wanted);
    Transaction& m_transaction;
};

}  // namespace homeward::storage
