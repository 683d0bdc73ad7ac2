#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/needs/assessment.h"
#include "storage/engine/transaction.h"
#include "storage/records/child_span.h"

namespace homeward::storage {

class AssessmentRepository {
public:
    explicit AssessmentRepository(Transaction& transaction) : m_transaction(transaction) {}

    // Those that count: corrected ones are found by id only.
    std::vector<Assessment> ofChild(const ChildId& child);  ///< by assessedOn, then number
    std::optional<Assessment> latestOf(const ChildId& child);
    std::optional<Assessment> find(const AssessmentId& id);
    /// With the agreed ratings only, and of these domain and level.
    std::map<ChildId, std::vector<Assessment>> agreedOf(const ChildSpan& span);
    std::map<FrameworkVersionId, int> countByFramework();

    /// Numbers them after what each child has.
    void insert(const Assessment& assessment);
    void insertMany(const std::vector<Assessment>& assessments);
    /// `wrong` counts no more: `right` stands in its place.
    void setCorrectedBy(const AssessmentId& wrong, const AssessmentId& right);

private:
    Transaction& m_transaction;
};

/// Unsaved words of one person about one record.
struct StoredDraft {
    std::string kind;
    std::string record;
    std::string writer;  ///< the window that wrote it
    std::string body;
    Timestamp changedAt;
};

class DraftRepository {
public:
    explicit DraftRepository(Transaction& transaction) : m_transaction(transaction) {}

    /// Newest first; one of each window.
    std::vector<StoredDraft> of(const AccountId& account, const std::string& kind,
                                const std::string& record);
    /// Of any kind and record, newest first, without their words.
    std::vector<StoredDraft> ofAccount(const AccountId& account);
    std::vector<std::string> bodiesOf(const std::string& kind);   ///< Of everybody.
    std::vector<AccountId> writersOf(const std::string& record);  ///< Who has drafts about it.
    void put(const AccountId& account, const StoredDraft& draft);
    void remove(const AccountId& account, const std::string& kind, const std::string& record,
                const std::string& writer);
    void rename(const AccountId& account, const std::string& kind, const std::string& record,
                const std::string& writer, const std::string& newWriter);

private:
    Transaction& m_transaction;
};

}  // namespace homeward::storage
