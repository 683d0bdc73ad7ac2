#include "storage/records/search_repository.h"

#include "storage/engine/query.h"

namespace homeward::storage {
namespace {

/// All columns of a search but the list itself, in the order of bind() and read().
constexpr const char* kSearchColumns =
    "id, child, needed_on, home_kind, placement_type, max_miles, policy_version, framework, "
    "assessment,"
    " placement, placement_version, looked_at, candidates, near_misses, milliseconds, opened_at,"
    " opened_by";

void read(Query& query, StoredSearch& row)
{
    query.into(row.id).into(row.child).into(row.neededOn).into(row.homeKind);
    query.into(row.placementType);
    query.into(row.maxMiles).into(row.policyVersion).into(row.framework).into(row.assessment);
    query.into(row.placement).into(row.placementVersion).into(row.lookedAt).into(row.candidates);
    query.into(row.nearMisses).into(row.milliseconds).into(row.openedAt).into(row.openedBy);
}

void bind(Query& query, const StoredSearch& row)
{
    query.with(row.id).with(row.child).with(row.neededOn).with(row.homeKind);
    query.with(row.placementType);
    query.with(row.maxMiles).with(row.policyVersion).with(row.framework).with(row.assessment);
    // Not null: none is a text as well, and compared like one.
    query.with(row.placement.value)
        .with(row.placementVersion)
        .with(row.lookedAt)
        .with(row.candidates);
    query.with(row.nearMisses).with(row.milliseconds).with(row.openedAt).with(row.openedBy);
}

constexpr const char* kVersionColumns =
    "v.number, v.home, v.home_version, v.skills_profile, v.name, v.reference, v.kind,"
    " v.provider_name, v.own_service, v.postcode, v.weekly_cost_pence";

void read(Query& query, HouseholdVersion& row)
{
    query.into(row.number).into(row.home).into(row.homeVersion).into(row.skills).into(row.name);
    query.into(row.reference).into(row.kind).into(row.providerName).into(row.ownService);
    query.into(row.postcode).into(row.weeklyCostPence);
}

std::vector<HouseholdVersion> allOf(Query& query, HouseholdVersion& row)
{
    std::vector<HouseholdVersion> versions;
    query.forEach([&] { versions.push_back(row); });
    return versions;
}

}  // namespace

void SearchRepository::insert(const StoredSearch& search)
{
    Query query(m_transaction.session(),
                std::string("insert into search (") + kSearchColumns +
                    ", shown) values (:id, :child, :needed_on, :kind, :type, :max_miles, :policy,"
                    " :framework, :assessment, :placement, :placement_version, :looked_at,"
                    " :candidates, :near_misses, :milliseconds, :at, :by, :shown)");
    bind(query, search);
    query.with(search.shown).run();
}

std::optional<StoredSearch> SearchRepository::find(const SearchId& search)
{
    StoredSearch row;
    Query query(m_transaction.session(),
                std::string("select ") + kSearchColumns + ", shown from search where id = :id");
    read(query, row);
    if (!query.into(row.shown).with(search).first())
        return std::nullopt;
    return row;
}

std::optional<StoredSearch> SearchRepository::newestOf(const ChildId& child,
                                                       const AccountId& openedBy)
{
    SearchId newest;
    Query query(m_transaction.session(),
                "select id from search where child = :child and opened_by = :by"
                " order by opened_at desc, id desc limit 1");
    if (!query.into(newest).with(child).with(openedBy).first())
        return std::nullopt;
    return find(newest);
}

std::vector<StoredSearch> SearchRepository::ofChild(const ChildId& child)
{
    std::vector<StoredSearch> searches;
    StoredSearch row;
    Query query(m_transaction.session(),
                std::string("select ") + kSearchColumns +
                    " from search where child = :child order by opened_at desc, id desc");
    read(query, row);
    query.with(child).forEach([&] { searches.push_back(row); });
    return searches;
}

int SearchRepository::countUndecided(Timestamp since, const FrameworkVersionId& otherThan)
{
    int count = 0;
    Query(m_transaction.session(),
          "select count(*) from search s where s.opened_at >= :since and s.framework <> :framework"
          " and not exists (select 1 from search newer where newer.child = s.child"
          " and (newer.opened_at > s.opened_at"
          " or (newer.opened_at = s.opened_at and newer.id > s.id)))"
          " and not exists (select 1 from decision d join search of on of.id = d.search"
          " where of.child = s.child and d.decided_at >= s.opened_at)")
        .into(count)
        .with(since)
        .with(otherThan.value)  // an empty id would be bound as null, which differs from nothing
        .first();
    return count;
}

std::vector<HouseholdVersion> SearchRepository::presentVersions()
{
    HouseholdVersion row;
    Query query(m_transaction.session(),
                std::string("select ") + kVersionColumns +
                    " from household_version v join home h on h.id = v.home"
                    " and h.row_version = v.home_version");
    read(query, row);
    return allOf(query, row);
}

std::vector<HouseholdVersion> SearchRepository::versions(std::int64_t first, std::int64_t last)
{
    HouseholdVersion row;
    Query query(m_transaction.session(),
                std::string("select ") + kVersionColumns +
                    " from household_version v where v.number >= :first and v.number <= :last"
                    " order by v.number");
    read(query, row);
    query.with(first).with(last);
    return allOf(query, row);
}

void SearchRepository::number(std::vector<HouseholdVersion>& versions)
{
    if (versions.empty())
        return;
    soci::session& sql = m_transaction.session();
    std::int64_t newest = 0;
    Query(sql, "select coalesce(max(number), 0) from household_version").into(newest).first();
    HouseholdVersion row;
    Query find(sql,
               "select number from household_version where home = :home and home_version = :version"
               " and skills_profile = :skills");
    find.into(row.number).with(row.home).with(row.homeVersion).with(row.skills.value);
    Query insert(sql,
                 "insert into household_version (number, home, home_version, skills_profile, name,"
                 " reference, kind, provider_name, own_service, postcode, weekly_cost_pence) values"
                 " (:number, :home, :version, :skills, :name, :reference, :kind, :provider, :own,"
                 " :postcode, :cost)");
    insert.with(row.number)
        .with(row.home)
        .with(row.homeVersion)
        .with(row.skills.value)
        .with(row.name);
    insert.with(row.reference).with(row.kind).with(row.providerName).with(row.ownService);
    insert.with(row.postcode).with(row.weeklyCostPence);
    for (HouseholdVersion& version : versions) {
        row = version;
        if (!find.first()) {
            row.number = ++newest;
            insert.run();
        }
        version.number = row.number;
    }
}

void SearchRepository::insert(const StoredDecision& decision)
{
    Query(m_transaction.session(),
          "insert into decision (id, search, home, rank, placement, reason, waived_limit,"
          " waiver_reason, decided_at, decided_by) values (:id, :search, :home, :rank, :placement,"
          " :reason, :waived, :waiver_reason, :at, :by)")
        .with(decision.id)
        .with(decision.search)
        .with(decision.home)
        .with(decision.rank)
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
                "select d.id, d.search, d.home, d.rank, d.placement, d.reason, d.waived_limit,"
                " d.waiver_reason, d.decided_at, d.decided_by from decision d"
                " join search s on s.id = d.search where s.child = :child"
                " order by d.decided_at, d.id");
    query.into(row.id).into(row.search).into(row.home).into(row.rank).into(row.placement);
    query.into(row.reason).into(row.waivedLimit).into(row.waiverReason).into(row.decidedAt);
    query.into(row.decidedBy).with(child).forEach([&] { decisions.push_back(row); });
    return decisions;
}

}  // namespace homeward::storage
