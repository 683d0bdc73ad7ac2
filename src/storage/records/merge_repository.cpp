#include "storage/records/merge_repository.h"

#include "storage/records/record_rows.h"

namespace homeward::storage {
namespace {

/// Names of tables are ours: none comes from outside.
std::string nameOf(MergeRepository::Table table)
{
    using Table = MergeRepository::Table;
    switch (table) {
        case Table::CarePeriod:
            return "care_period";
        case Table::LegalStatus:
            return "legal_status";
        case Table::Placement:
            return "placement";
        case Table::DecidedDays:
            return "decided_days";
        case Table::Assessment:
            return "assessment";
        case Table::Search:
            break;
    }
    return "search";
}

}  // namespace

std::vector<std::string> MergeRepository::idsOf(Table table, const ChildId& child)
{
    std::vector<std::string> ids;
    std::string id;
    Query(m_transaction.session(),
          "select id from " + nameOf(table) + " where child = :child order by id")
        .into(id)
        .with(child)
        .forEach([&] { ids.push_back(id); });
    return ids;
}

void MergeRepository::move(Table table, const std::vector<std::string>& ids, const ChildId& from,
                           const ChildId& to)
{
    std::string id;
    Query query(m_transaction.session(), "update " + nameOf(table) +
                                             " set child = :new_child where id = :id"
                                             " and child = :old_child");
    query.with(to).with(id).with(from);
    for (const std::string& one : ids) {
        id = one;
        query.run();
    }
}

void MergeRepository::insert(const ChildMerge& merge)
{
    Insert<ChildMerge>(m_transaction.session()).run(merge);
}

void MergeRepository::markSeparated(const MergeId& id, Timestamp at)
{
    const std::string moment = at.toIso();
    Query(m_transaction.session(), "update child_merge set separated_at = :at where id = :id")
        .with(moment)
        .with(id)
        .run();
}

std::optional<ChildMerge> MergeRepository::find(const MergeId& id)
{
    return Select<ChildMerge>(m_transaction.session(), "where id = :id").with(id).first();
}

std::vector<ChildMerge> MergeRepository::standingOf(const ChildId& kept)
{
    return Select<ChildMerge>(m_transaction.session(),
                              "where kept_child = :kept_child and separated_at = '' order by "
                              "merged_at desc, id desc")
        .with(kept)
        .all();
}

std::optional<ChildMerge> MergeRepository::mergeOf(const ChildId& gone)
{
    return Select<ChildMerge>(m_transaction.session(),
                              "where gone_child = :gone_child and separated_at = ''")
        .with(gone)
        .first();
}

}  // namespace homeward::storage
