#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/matching/matching_service.h"
#include "domain/needs/needs_framework.h"
#include "matching/shortlist.h"
#include "storage/records/search_repository.h"

namespace homeward::app {

/// One child in one household, at any time.
struct HouseholdStay {
    ChildId child;
    Date startsOn;
    std::optional<Date> endsOn;
    int ageAtStart = 0;
};

/// Every home as matching reads it, kept between shortlists of one session. Built here and nowhere
/// else.
class HouseholdCache {
public:
    /// Set by any thread to mark the cache old.
    std::shared_ptr<std::atomic<bool>> staleFlag() const { return m_stale; }

    /// Households on `day`; read anew when they are old, when the database has `outsideChanges`
    /// since, or when the framework is another.
    const std::vector<matching::Household>& households(storage::Transaction& transaction, Date day,
                                                       const NeedsFramework& framework,
                                                       std::int64_t outsideChanges);
    /// When a session is locked.
    void forget();
    const Households& facts() const { return m_facts; }
    /// Versions of households that have a number since, so that no search writes them again.
    void take(const std::vector<storage::HouseholdVersion>& numbered);

private:
    void read(storage::Transaction& transaction, const NeedsFramework& framework);
    void place(Date day);

    std::shared_ptr<std::atomic<bool>> m_stale = std::make_shared<std::atomic<bool>>(true);
    std::int64_t m_outsideChanges = 0;
    FrameworkVersionId m_framework;
    std::optional<Date> m_day;
    std::vector<matching::Household> m_households;
    std::vector<std::vector<HouseholdStay>> m_stays;  ///< by household
    Households m_facts;
};

/// One home as matching reads it, without who lives there.
matching::Household asHousehold(const Home& home, const SkillsProfile* skills,
                                const NeedsFramework& framework);

/// Says who lives there on `day` and whom they have cared for.
void placeIn(matching::Household& household, const std::vector<HouseholdStay>& stays, Date day);

}  // namespace homeward::app
