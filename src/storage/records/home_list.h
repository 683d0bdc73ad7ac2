#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/home_filter.h"
#include "storage/engine/transaction.h"
#include "storage/records/list_order.h"
#include "support/date.h"
#include "support/text/search_words.h"

namespace homeward::storage {

/// A home as lists show it: the record and what follows from placements and skills.
struct HomeLine {
    Home home;       ///< as lists need it: without languages, types, pets and note
    int placed = 0;  ///< children living there today
    int coming = 0;  ///< for whom a later day is agreed
    int taken = 0;   ///< children at one time at most, today or later
    std::optional<Date> skillsRecordedOn;
    int skillTotal = 0;
    ListKey key;
};

/// What the homes of a list come to.
struct HomeSums {
    int homes = 0;
    int approved = 0;
    int places = 0;  ///< of the approved
    int placed = 0;  ///< children living in any of them today
    int free = 0;    ///< places of the approved kept for nobody
};

struct ProviderSums {
    ProviderId provider;  ///< empty: the homes without one
    HomeSums sums;
};

/// Pages of homes, sorted and filtered by the database.
class HomeList {
public:
    HomeList(Transaction& transaction, Date today) : m_transaction(transaction), m_today(today) {}

    struct Asked {
        HomeFilter filter;  ///< `typed` is not read: `terms` are
        std::vector<SearchTerm> terms;
        HomeOrder order = HomeOrder::Name;
        bool descending = false;
    };
    /// At most `limit` rows behind `after`; empty: from the first.
    std::vector<HomeLine> page(const Asked& asked, const std::optional<ListKey>& after, int limit);
    HomeSums sums(const Asked& asked);
    /// One for each provider that has homes.
    std::vector<ProviderSums> sumsByProvider();
    std::optional<HomeLine> find(const HomeId& id);
    std::vector<HomeLine> find(const std::vector<HomeId>& ids);  ///< in any order; at most 900

private:
    ListTable table() const;
    SqlText sumsOf(const SqlText& where) const;
    SqlText conditions(const Asked& asked);
    std::vector<HomeLine> linesOf(const SqlText& chosen, const ListOrder& order);

    Transaction& m_transaction;
    Date m_today;
};

}  // namespace homeward::storage
