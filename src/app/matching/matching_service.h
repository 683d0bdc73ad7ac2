#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/session.h"
#include "domain/care_history.h"
#include "domain/home.h"
#include "domain/needs/needs_framework.h"
#include "matching/shortlist.h"
#include "support/result.h"
#include "support/run_control.h"

namespace homeward::app {

/// What the placement officer asks for.
struct SearchTerms {
    ChildId child;
    std::optional<Date> on;  ///< needed from; empty: today
    std::optional<PlacementType> type;
    std::optional<double> maxMiles;
    HomeKind kind = HomeKind::FosterHousehold;
    bool operator==(const SearchTerms&) const = default;
};

/// What a row of the shortlist needs beside the numbers.
struct HouseholdFacts {
    std::string name;
    std::string reference;
    std::string providerName;
    bool ownService = true;
    int free = 0;
    std::optional<int> weeklyCostPence;
    HomeKind kind = HomeKind::FosterHousehold;
    SkillsProfileId skills;  ///< the profile that was read; empty: none
    std::string postcode;
    int homeVersion = 0;  ///< row version of the home's record that was read
    std::int64_t version =
        0;  ///< number of this name, record and skills in the store; 0: not there yet
    bool operator==(const HouseholdFacts&) const = default;
};

/// Households by id. Copies share the same ones until one of them is changed: a list of thousands
/// is handed on without copying their names.
class Households {
public:
    using Map = std::map<HomeId, HouseholdFacts>;
    auto find(const HomeId& home) const { return m_map->find(home); }
    auto begin() const { return m_map->begin(); }
    auto end() const { return m_map->end(); }
    const HouseholdFacts& at(const HomeId& home) const { return m_map->at(home); }
    std::size_t size() const { return m_map->size(); }
    HouseholdFacts& operator[](const HomeId& home) { return own()[home]; }
    void clear() { m_map = std::make_shared<Map>(); }
    bool operator==(const Households& other) const { return *m_map == *other.m_map; }

private:
    Map& own()
    {
        if (m_map.use_count() > 1)
            m_map = std::make_shared<Map>(*m_map);
        // Whoever let go last, on another thread, has read all it wanted before.
        std::atomic_thread_fence(std::memory_order_acquire);
        return *m_map;
    }
    std::shared_ptr<Map> m_map = std::make_shared<Map>();
};

/// The placement a child was shown to be in.
struct SeenPlacement {
    PlacementId id;
    int rowVersion = 0;
    bool operator==(const SeenPlacement&) const = default;
};

/// A brother or sister who is in care on the day asked for.
struct SiblingInCare {
    ChildId child;
    std::string name;
    int ageYears = 0;
    std::optional<HomeId> livesIn;  ///< empty: in no home of the register
    std::string homeName;           ///< empty: in no home of the register
    bool operator==(const SiblingInCare&) const = default;
};

/// A shortlist, just made or as it was shown.
struct ShortlistAnswer {
    SearchId search;               ///< under which it is on record; empty: it is not
    std::optional<Error> notKept;  ///< why it could not be put on record
    Timestamp openedAt;
    std::string openedByName;
    matching::Shortlist list;
    matching::Request request;
    NeedsFramework framework;
    std::string childName;
    AssessmentId assessment;               ///< that was used; empty: not assessed
    std::optional<Date> assessedOn;        ///< of that assessment
    std::optional<SeenPlacement> current;  ///< where the child lives on the day asked
    Households households;                 ///< every one looked at, and those of other kinds
    int lookedAt = 0;                      ///< households of the kind asked for
    std::vector<SiblingInCare> siblings;   ///< of the child, by age, eldest first
    double milliseconds = 0;               ///< of the matching itself
};

/// Whether a list that is still the one shown to the same person a moment ago is that search again.
enum class Looking {
    Opened,  ///< yes: coming back to a page is no new search
    Afresh   ///< no: somebody asked to look again
};

/// Looks at every home for one child and puts the list on record before it is given: terms, who,
/// when, the versions of all it rests on, and every row as shown. The same person on the same terms
/// within a quarter of an hour, with the same outcome to the last digit, is the same search
/// (Looking::Opened). Where it cannot be put on record (read only, another program is writing) the
/// list is given all the same, without a search; nothing can be chosen from it.
/// Households are kept in memory between calls and read again when they changed, here or in another
/// program. Logged as a view of the child, since it tells what the child needs.
/// Needs Right::ReadRecords. Fails with: NotFound, Cancelled.
Result<ShortlistAnswer> shortlist(Session& session, const SearchTerms& terms,
                                  const RunControl& control = {},
                                  Looking looking = Looking::Opened);

/// One line of the searches that were made for a child.
struct EarlierSearch {
    SearchId id;
    SearchTerms terms;  ///< with the day that was meant
    Timestamp openedAt;
    std::string openedByName;
    int candidates = 0;
    int nearMisses = 0;
    int lookedAt = 0;         ///< households
    std::string chosenNames;  ///< households chosen from it; empty: none
};

/// Newest first. Needs Right::ReadRecords.
Result<std::vector<EarlierSearch>> searchesOf(Session& session, const ChildId& child);

/// The list as it was shown, nothing computed anew. Logged as a view of the child.
/// Needs Right::ReadRecords. Fails with: NotFound, StoreDamaged.
Result<ShortlistAnswer> openSearch(Session& session, const SearchId& search);

struct Choice {
    SearchId search;  ///< the list it is chosen from
    HomeId home;
    std::string reason;                     ///< why this household, and why not the first; required
    std::optional<matching::Limit> waived;  ///< for a near miss: the limit that is waived ...
    std::string waiverReason;               ///< ... and by whom or why; required then
    std::string changeReason;  ///< REASON_PLACE_CHANGE of the placement that ends; may be empty
    /// For a near miss of an emergency search that only breaks terms of the approval: the last day
    /// and who agreed, instead of `waived`.
    std::optional<OutsideTerms> outsideTerms = {};
};

/// Chooses a household of a search: the decision, its reason and where the household stood are
/// recorded, the current placement ends and a new one starts on the day asked for. What the list
/// said is compared with what is so inside the transaction.
/// Needs Right::DecidePlacements. Fails with: InvalidInput (reason: required; home: not-eligible,
/// facts limit; waiverReason: required; search: not-kept; rules of checkOutsideTerms),
/// NotPermitted, NotFound, EditConflict: what the entry rests on has changed since, fact "changed"
/// with one or more of, by commas,
///   assessment  facts assessment.was, assessment.now (ISO days; was empty: there was none)
///   policy      facts policy.was, policy.now
///   framework
///   child       the child's record or brothers and sisters
///   placement   the child lives elsewhere
///   free-places facts free-places.was, free-places.now
///   skills      recorded anew
///   limits      fact limits.now: keys of those no longer met
///   household   anything else that the list said of it
/// and fact "household", its name.
Result<PlacementId> choose(Session& session, const Choice& choice);

}  // namespace homeward::app
