#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/child_filter.h"
#include "domain/urgency.h"
#include "storage/engine/transaction.h"
#include "storage/records/list_order.h"
#include "support/date.h"
#include "support/text/search_words.h"

namespace homeward::storage {

/// A child as lists show it: the record and what follows from care, assessments and drafts.
struct ChildLine {
    ChildId id;
    std::string caseNumber;
    std::string givenName;
    std::string familyName;
    std::string preferredName;
    Sex sex = Sex::Unknown;
    Date birthDate;
    CareNowFacts care;
    std::optional<Date> placedOn;  ///< start of the placement today
    HomeId home;
    std::string homeName;
    std::string nextHomeName;  ///< where CareNowFacts::movesOn is to; empty: not of the register
    AccountId worker;
    std::string workerName;
    int assessments = 0;  ///< completed
    std::optional<Date> lastAssessedOn;
    int totalNeed = 0;
    bool hasDraft = false;
    ListKey key;
};

/// Pages of children, sorted and filtered by the database.
class ChildList {
public:
    /// `today`: what "in care" and "lives with" mean; `reader`: whose drafts are shown.
    ChildList(Transaction& transaction, Date today, AccountId reader)
        : m_transaction(transaction), m_today(today), m_reader(std::move(reader))
    {
    }

    struct Asked {
        ChildFilter filter;  ///< `typed` is not read: `terms` are
        std::vector<SearchTerm> terms;
        ChildOrder order = ChildOrder::Name;
        bool descending = false;
    };
    /// At most `limit` rows behind `after`; empty: from the first.
    std::vector<ChildLine> page(const Asked& asked, const std::optional<ListKey>& after, int limit);
    int count(const Asked& asked);
    int total();
    std::optional<ChildLine> find(const ChildId& id);
    std::vector<ChildLine> find(const std::vector<ChildId>& ids);  ///< in any order; at most 900
    /// Never assessed, or before `before`, first those never assessed, then the longest ago.
    std::vector<ChildLine> assessedBefore(const ChildFilter& filter, Date before, int limit);
    int countAssessedBefore(const ChildFilter& filter, Date before);
    int highestTotalNeed();

private:
    /// What a condition is for: a page in order, which ends early, or counting.
    enum class Way { Ordered, Counted };
    ListTable table() const;
    SqlText conditions(const Asked& asked, Way way);
    SqlText notAssessedSince(const ChildFilter& filter, Date before);
    /// True: one of them is the way into the list.
    bool addTerms(SqlText& where, const std::vector<SearchTerm>& terms, Way way);
    std::vector<ChildLine> pageOf(const ListOrder& order, const SqlText& where,
                                  const std::optional<ListKey>& after, int limit);
    std::vector<ChildLine> linesOf(const SqlText& chosen, const ListOrder& order);
    int countThose(const SqlText& where);

    Transaction& m_transaction;
    Date m_today;
    AccountId m_reader;
};

}  // namespace homeward::storage
