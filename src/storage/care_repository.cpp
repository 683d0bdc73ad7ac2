#include "storage/care_repository.h"

#include "storage/query.h"

namespace homeward::storage {
namespace {

// Each record: how it is read, and its editable fields in the order of both write statements.

void readInto(Query& query, CarePeriod& period)
{
    query.into(period.id).into(period.child).into(period.startsOn).into(period.endsOn);
    query.into(period.needCode).into(period.endCode).into(period.rowVersion);
}

void bindFields(Query& query, const CarePeriod& period)
{
    query.with(period.child).with(period.startsOn).with(period.endsOn).with(period.needCode);
    query.with(period.endCode);
}

void readInto(Query& query, LegalStatus& status)
{
    query.into(status.id).into(status.child).into(status.startsOn).into(status.endsOn);
    query.into(status.code).into(status.needCode).into(status.startReason);
    query.into(status.changeReason).into(status.homePostcode).into(status.rowVersion);
}

void bindFields(Query& query, const LegalStatus& status)
{
    query.with(status.child).with(status.startsOn).with(status.endsOn).with(status.code);
    query.with(status.needCode).with(status.startReason).with(status.changeReason);
    query.with(status.homePostcode);
}

void readInto(Query& query, Placement& placement)
{
    query.into(placement.id).into(placement.child).into(placement.home).into(placement.startsOn);
    query.into(placement.endsOn).into(placement.placeCode).into(placement.providerCode);
    query.into(placement.providerNumber).into(placement.placePostcode);
    query.into(placement.homePostcode).into(placement.startReason).into(placement.changeReason);
    query.into(placement.weeklyCostPence).into(placement.rowVersion);
}

void bindFields(Query& query, const Placement& placement)
{
    query.with(placement.child).with(placement.home).with(placement.startsOn);
    query.with(placement.endsOn).with(placement.placeCode).with(placement.providerCode);
    query.with(placement.providerNumber).with(placement.placePostcode);
    query.with(placement.homePostcode).with(placement.startReason).with(placement.changeReason);
    query.with(placement.weeklyCostPence);
}

constexpr const char* kPeriodColumns =
    "id, child, starts_on, ends_on, need_code, end_code, row_version";
constexpr const char* kStatusColumns =
    "id, child, starts_on, ends_on, code, need_code, start_reason, change_reason, home_postcode,"
    " row_version";
constexpr const char* kPlacementColumns =
    "id, child, home, starts_on, ends_on, place_code, provider_code, provider_number,"
    " place_postcode, home_postcode, start_reason, change_reason, weekly_cost_pence, row_version";

constexpr const char* kPeriodInsert =
    "insert into care_period (child, starts_on, ends_on, need_code, end_code, id, row_version,"
    " created_at, created_by, changed_at, changed_by) values (:child, :starts_on, :ends_on,"
    " :need_code, :end_code, :id, 1, :created_at, :created_by, :changed_at, :changed_by)";
constexpr const char* kStatusInsert =
    "insert into legal_status (child, starts_on, ends_on, code, need_code, start_reason,"
    " change_reason, home_postcode, id, row_version, created_at, created_by, changed_at,"
    " changed_by) values (:child, :starts_on, :ends_on, :code, :need_code, :start_reason,"
    " :change_reason, :home_postcode, :id, 1, :created_at, :created_by, :changed_at, :changed_by)";
constexpr const char* kPlacementInsert =
    "insert into placement (child, home, starts_on, ends_on, place_code, provider_code,"
    " provider_number, place_postcode, home_postcode, start_reason, change_reason,"
    " weekly_cost_pence, id, row_version, created_at, created_by, changed_at, changed_by)"
    " values (:child, :home, :starts_on, :ends_on, :place_code, :provider_code, :provider_number,"
    " :place_postcode, :home_postcode, :start_reason, :change_reason, :weekly_cost_pence, :id, 1,"
    " :created_at, :created_by, :changed_at, :changed_by)";

constexpr const char* kPeriodUpdate =
    "update care_period set child = :child, starts_on = :starts_on, ends_on = :ends_on,"
    " need_code = :need_code, end_code = :end_code";
constexpr const char* kStatusUpdate =
    "update legal_status set child = :child, starts_on = :starts_on, ends_on = :ends_on,"
    " code = :code, need_code = :need_code, start_reason = :start_reason,"
    " change_reason = :change_reason, home_postcode = :home_postcode";
constexpr const char* kPlacementUpdate =
    "update placement set child = :child, home = :home, starts_on = :starts_on,"
    " ends_on = :ends_on, place_code = :place_code, provider_code = :provider_code,"
    " provider_number = :provider_number, place_postcode = :place_postcode,"
    " home_postcode = :home_postcode, start_reason = :start_reason,"
    " change_reason = :change_reason, weekly_cost_pence = :weekly_cost_pence";

std::string select(const char* columns, const char* table, const std::string& rest)
{
    return std::string("select ") + columns + " from " + table + ' ' + rest;
}

/// Inserts what it is given, again and again, with one prepared statement.
template <typename Record>
class Inserter {
public:
    Inserter(soci::session& sql, const char* statement, const Stamp& stamp)
        : m_query(sql, statement)
    {
        bindFields(m_query, m_record);
        m_query.with(m_record.id).with(stamp.at).with(stamp.by).with(stamp.at).with(stamp.by);
    }
    void insert(const Record& record)
    {
        m_record = record;
        m_query.run();
    }

private:
    Record m_record;
    Query m_query;
};

template <typename Record>
bool updateRecord(soci::session& sql, const char* statement, const Record& record,
                  const Stamp& stamp)
{
    Query query(sql, std::string(statement) +
                         ", row_version = row_version + 1, changed_at = :changed_at,"
                         " changed_by = :changed_by where id = :id and row_version = :seen");
    bindFields(query, record);
    query.with(stamp.at).with(stamp.by).with(record.id).with(record.rowVersion);
    return query.run() == 1;
}

/// Rows of `statement`, whose only parameter, if any, is `value`.
template <typename Record>
std::vector<Record> list(soci::session& sql, const std::string& statement,
                         const std::string* value = nullptr)
{
    std::vector<Record> records;
    Record record;
    Query query(sql, statement);
    readInto(query, record);
    if (value)
        query.with(*value);
    query.forEach([&] { records.push_back(record); });
    return records;
}

/// Adds every row of a table to its child's history.
template <typename Record>
void collect(soci::session& sql, const std::string& statement,
             std::map<ChildId, CareHistory>& histories, std::vector<Record> CareHistory::*member)
{
    Record record;
    CareHistory* history = nullptr;
    ChildId current;
    Query query(sql, statement);
    readInto(query, record);
    query.forEach([&] {
        if (!history || record.child != current) {
            current = record.child;
            history = &histories[current];
        }
        (history->*member).push_back(record);
    });
}

}  // namespace

CareHistory CareRepository::historyOf(const ChildId& child)
{
    soci::session& sql = m_transaction.session();
    const std::string rest = "where child = :child order by starts_on, id";
    return {list<CarePeriod>(sql, select(kPeriodColumns, "care_period", rest), &child.value),
            list<LegalStatus>(sql, select(kStatusColumns, "legal_status", rest), &child.value),
            list<Placement>(sql, select(kPlacementColumns, "placement", rest), &child.value)};
}

std::map<ChildId, CareHistory> CareRepository::allHistories()
{
    soci::session& sql = m_transaction.session();
    const std::string rest = "order by child, starts_on, id";
    std::map<ChildId, CareHistory> histories;
    collect(sql, select(kPeriodColumns, "care_period", rest), histories, &CareHistory::periods);
    collect(sql, select(kStatusColumns, "legal_status", rest), histories,
            &CareHistory::legalStatuses);
    collect(sql, select(kPlacementColumns, "placement", rest), histories, &CareHistory::placements);
    return histories;
}

std::optional<Placement> CareRepository::findPlacement(const PlacementId& id)
{
    Placement placement;
    Query query(m_transaction.session(), select(kPlacementColumns, "placement", "where id = :id"));
    readInto(query, placement);
    if (!query.with(id).first())
        return std::nullopt;
    return placement;
}

std::set<ChildId> CareRepository::childrenInCareOn(Date day)
{
    const std::string iso = day.toIso();
    std::set<ChildId> children;
    ChildId child;
    Query(m_transaction.session(),
          "select child from care_period"
          " where starts_on <= :day and (ends_on is null or ends_on > :same_day)")
        .into(child)
        .with(iso)
        .with(iso)
        .forEach([&] { children.insert(child); });
    return children;
}

std::vector<Placement> CareRepository::placementsOn(Date day)
{
    const std::string iso = day.toIso();
    std::vector<Placement> placements;
    Placement placement;
    Query query(m_transaction.session(),
                select(kPlacementColumns, "placement",
                       "where starts_on <= :day and (ends_on is null or ends_on > :same_day)"
                       " order by child, starts_on, id"));
    readInto(query, placement);
    query.with(iso).with(iso).forEach([&] { placements.push_back(placement); });
    return placements;
}

std::vector<Placement> CareRepository::placementsFrom(Date day)
{
    std::vector<Placement> placements;
    Placement placement;
    Query query(m_transaction.session(),
                select(kPlacementColumns, "placement",
                       "where ends_on is null or ends_on > :day order by child, starts_on, id"));
    readInto(query, placement);
    query.with(day.toIso()).forEach([&] { placements.push_back(placement); });
    return placements;
}

std::vector<Placement> CareRepository::placementsIn(const HomeId& home)
{
    return list<Placement>(
        m_transaction.session(),
        select(kPlacementColumns, "placement", "where home = :home order by starts_on, id"),
        &home.value);
}

std::vector<Placement> CareRepository::allPlacements()
{
    return list<Placement>(m_transaction.session(),
                           select(kPlacementColumns, "placement", "order by child, starts_on, id"));
}

void CareRepository::insert(const CarePeriod& period, const Stamp& stamp)
{
    Inserter<CarePeriod>(m_transaction.session(), kPeriodInsert, stamp).insert(period);
}

void CareRepository::insert(const LegalStatus& status, const Stamp& stamp)
{
    Inserter<LegalStatus>(m_transaction.session(), kStatusInsert, stamp).insert(status);
}

void CareRepository::insert(const Placement& placement, const Stamp& stamp)
{
    Inserter<Placement>(m_transaction.session(), kPlacementInsert, stamp).insert(placement);
}

void CareRepository::insertMany(const std::vector<CareHistory>& histories, const Stamp& stamp)
{
    soci::session& sql = m_transaction.session();
    Inserter<CarePeriod> periods(sql, kPeriodInsert, stamp);
    Inserter<LegalStatus> statuses(sql, kStatusInsert, stamp);
    Inserter<Placement> placements(sql, kPlacementInsert, stamp);
    for (const CareHistory& history : histories) {
        for (const CarePeriod& period : history.periods)
            periods.insert(period);
        for (const LegalStatus& status : history.legalStatuses)
            statuses.insert(status);
        for (const Placement& placement : history.placements)
            placements.insert(placement);
    }
}

bool CareRepository::update(const CarePeriod& period, const Stamp& stamp)
{
    return updateRecord(m_transaction.session(), kPeriodUpdate, period, stamp);
}

bool CareRepository::update(const LegalStatus& status, const Stamp& stamp)
{
    return updateRecord(m_transaction.session(), kStatusUpdate, status, stamp);
}

bool CareRepository::update(const Placement& placement, const Stamp& stamp)
{
    return updateRecord(m_transaction.session(), kPlacementUpdate, placement, stamp);
}

void CareRepository::remove(const CarePeriodId& id)
{
    Query(m_transaction.session(), "delete from care_period where id = :id").with(id).run();
}

void CareRepository::remove(const LegalStatusId& id)
{
    Query(m_transaction.session(), "delete from legal_status where id = :id").with(id).run();
}

void CareRepository::remove(const PlacementId& id)
{
    Query(m_transaction.session(), "delete from placement where id = :id").with(id).run();
}

}  // namespace homeward::storage
