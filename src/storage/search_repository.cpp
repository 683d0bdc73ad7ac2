#include "storage/search_repository.h"

#include "storage/query.h"

namespace homeward::storage {

void SearchRepository::insert(const StoredSearch& search, const std::vector<StoredEntry>& entries,
                              const Stamp& stamp)
{
    soci::session& sql = m_transaction.session();
    Query(sql,
          "insert into search (id, child, needed_on, placement_type, max_miles, policy_version,"
          " framework, assessment, opened_at, opened_by) values (:id, :child, :needed_on, :type,"
          " :max_miles, :policy, :framework, :assessment, :at, :by)")
        .with(search.id)
        .with(search.child)
        .with(search.neededOn)
        .with(search.placementType)
        .with(search.maxMiles)
        .with(search.policyVersion)
        .with(search.framework)
        .with(search.assessment)
        .with(stamp.at)
        .with(stamp.by)
        .run();

    int position = 0;
    StoredEntry entry;
    Query query(sql,
                "insert into shortlist_entry (search, position, home, near_miss, score, band,"
                " needs_fit, practical_fit, skills_profile, contributions) values (:search,"
                " :position, :home, :near_miss, :score, :band, :needs_fit, :practical_fit,"
                " :skills, :contributions)");
    query.with(search.id).with(position).with(entry.home).with(entry.nearMiss).with(entry.score);
    query.with(entry.band).with(entry.needsFit).with(entry.practicalFit).with(entry.skills);
    query.with(entry.contributions);
    for (const StoredEntry& shown : entries) {
        entry = shown;
        query.run();
        ++position;
    }
}

void SearchRepository::insert(const StoredDecision& decision)
{
    Query(m_transaction.session(),
          "insert into decision (id, search, home, placement, reason, waived_limit, waiver_reason,"
          " decided_at, decided_by) values (:id, :search, :home, :placement, :reason, :waived,"
          " :waiver_reason, :at, :by)")
        .with(decision.id)
        .with(decision.search)
        .with(decision.home)
        .with(decision.placement)
        .with(decision.reason)
        .with(decision.waivedLimit)
        .with(decision.waiverReason)
        .with(decision.decidedAt)
        .with(decision.decidedBy)
        .run();
}

std::vector<StoredDecision> SearchRepository::decisionsOf(const ChildId& child)
{
    std::vector<StoredDecision> decisions;
    StoredDecision row;
    Query query(m_transaction.session(),
                "select d.id, d.search, d.home, d.placement, d.reason, d.waived_limit,"
                " d.waiver_reason, d.decided_at, d.decided_by from decision d"
                " join search s on s.id = d.search where s.child = :child"
                " order by d.decided_at, d.id");
    query.into(row.id).into(row.search).into(row.home).into(row.placement).into(row.reason);
    query.into(row.waivedLimit).into(row.waiverReason).into(row.decidedAt).into(row.decidedBy);
    query.with(child).forEach([&] { decisions.push_back(row); });
    return decisions;
}

std::vector<StoredEntry> SearchRepository::entriesOf(const SearchId& search)
{
    std::vector<StoredEntry> entries;
    StoredEntry entry;
    Query query(m_transaction.session(),
                "select home, near_miss, score, band, needs_fit, practical_fit, skills_profile,"
                " contributions from shortlist_entry where search = :search order by position");
    query.into(entry.home).into(entry.nearMiss).into(entry.score).into(entry.band);
    query.into(entry.needsFit).into(entry.practicalFit).into(entry.skills);
    query.into(entry.contributions);
    query.with(search).forEach([&] { entries.push_back(entry); });
    return entries;
}

}  // namespace homeward::storage
