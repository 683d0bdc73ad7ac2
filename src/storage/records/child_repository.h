#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/child.h"
#include "storage/engine/transaction.h"

namespace homeward::storage {

class ChildRepository {
public:
    explicit ChildRepository(Transaction& transaction) : m_transaction(transaction) {}

    std::optional<Child> find(const ChildId& id);
    /// However it is written (domain/identity.h); a number of before finds the child too.
    std::optional<Child> findByCaseNumber(const std::string& caseNumber);
    /// Keys of numbers of before, with the keys of today's.
    std::map<std::string, std::string> formerKeys();
    std::vector<Child> bornOn(Date day);
    std::vector<Child> all();
    /// At most `most`, by id, with ids behind `last`; an empty one: from the first child.
    std::vector<Child> after(const ChildId& last, int most);

    /// `child.id` must be set; stored with row version 1.
    void insert(const Child& child, const Stamp& stamp);
    void insertMany(const std::vector<Child>& children, const Stamp& stamp);
    /// False: the stored row version is not child.rowVersion (or the child is gone); nothing
    /// written.
    bool update(const Child& child, const Stamp& stamp);

    /// A child nothing refers to any more, but its search words.
    void remove(const ChildId& id);
    /// Whether searches, assessments, drafts or views are of the child.
    bool isReferredTo(const ChildId& id);

    std::vector<ChildId> siblingsOf(const ChildId& id);
    std::vector<std::pair<ChildId, ChildId>> siblingLinks();  ///< both directions
    /// Both directions; doing it again is harmless.
    void linkSiblings(const ChildId& a, const ChildId& b);
    void unlinkSiblings(const ChildId& a, const ChildId& b);  ///< likewise

private:
    void keepFormerNumbers(const Child& child);

    Transaction& m_transaction;
};

}  // namespace homeward::storage
