#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/needs/assessment.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

class AssessmentRepository {
public:
    explicit AssessmentRepository(Transaction& transaction) : m_transaction(transaction) {}

    // Those that count: corrected ones are found by id only.
    std::vector<Assessment> ofChild(const ChildId& child);  ///< by assessedOn, then number
    std::optional<Assessment> latestOf(const ChildId& child);
    std::optional<Assessment> find(const AssessmentId& id);
    std::map<ChildId, std::vector<Assessment>> all(
        bool withWords);  ///< false: evidence and strength stay empty, faster
    std::map<FrameworkVersionId, int> countByFramework();

    /// Numbers them after what each child has.
    void insert(const Assessment& assessment);
    void insertMany(const std::vector<Assessment>& assessments);
    /// `wrong` counts no more: `right` stands in its place.
    void setCorrectedBy(const AssessmentId& wrong, const AssessmentId& right);

private:
    Transaction& m_transaction;
};

class DraftRepository {
public:
    explicit DraftRepository(Transaction& transaction) : m_transaction(transaction) {}
    std::optional<std::string> find(const AccountId& account, const std::string& kind,
                                    const std::string& record);
    /// Empty: there is none.
    std::optional<Timestamp> changedAt(const AccountId& account, const std::string& kind,
                                       const std::string& record);
    std::vector<std::string> recordsOf(const AccountId& account, const std::string& kind);
    std::vector<AccountId> writersOf(const std::string& record);  ///< Who has drafts about it.
    void put(const AccountId& account, const std::string& kind, const std::string& record,
             const std::string& body, Timestamp at);
    void remove(const AccountId& account, const std::string& kind, const std::string& record);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
