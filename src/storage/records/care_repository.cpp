#include "storage/records/care_repository.h"

#include "storage/records/record_rows.h"

namespace homeward::storage {
namespace {

/// What was withdrawn stays on record and is in no history.
template <typename Record>
constexpr std::string_view kThatCount{};
template <>
constexpr std::string_view kThatCount<Placement> = "withdrawn is null ";

/// Records of one child, by start.
template <typename Record>
std::vector<Record> ofChild(soci::session& sql, const ChildId& child)
{
    const std::string condition =
        kThatCount<Record>.empty() ? "" : "and " + std::string(kThatCount<Record>);
    return Select<Record>(sql, "where child = :child " + condition + "order by starts_on, id")
        .with(child)
        .all();
}

/// Adds the rows of a table to their children's histories; `span` null: of everybody.
template <typename Record>
void collect(soci::session& sql, const ChildSpan* span, std::map<ChildId, CareHistory>& histories,
             std::vector<Record> CareHistory::*member)
{
    CareHistory* history = nullptr;
    ChildId current;
    std::string condition(kThatCount<Record>);
    if (span)
        condition +=
            (condition.empty() ? "" : "and ") + std::string("child between :first and :last ");
    Select<Record> rows(
        sql, (condition.empty() ? "" : "where ") + condition + "order by child, starts_on, id");
    if (span)
        rows.with(span->first).with(span->last);
    rows.forEach([&](Record& record) {
        if (!history || record.child != current) {
            current = record.child;
            history = &histories[current];
        }
        (history->*member).push_back(std::move(record));
    });
}

std::map<ChildId, CareHistory> histories(soci::session& sql, const ChildSpan* span)
{
    std::map<ChildId, CareHistory> all;
    collect(sql, span, all, &CareHistory::periods);
    collect(sql, span, all, &CareHistory::legalStatuses);
    collect(sql, span, all, &CareHistory::placements);
    return all;
}

}  // namespace

CareHistory CareRepository::historyOf(const ChildId& child)
{
    soci::session& sql = m_transaction.session();
    return {ofChild<CarePeriod>(sql, child), ofChild<LegalStatus>(sql, child),
            ofChild<Placement>(sql, child)};
}

std::map<ChildId, CareHistory> CareRepository::allHistories()
{
    return histories(m_transaction.session(), nullptr);
}

std::map<ChildId, CareHistory> CareRepository::historiesOf(const ChildSpan& span)
{
    return histories(m_transaction.session(), &span);
}

std::optional<Placement> CareRepository::findPlacement(const PlacementId& id)
{
    return Select<Placement>(m_transaction.session(), "where id = :id").with(id).first();
}

std::vector<Placement> CareRepository::withdrawnOf(const ChildId& child)
{
    return Select<Placement>(
               m_transaction.session(),
               "where child = :child and withdrawn is not null order by starts_on, id")
        .with(child)
        .all();
}

std::optional<CarePeriod> CareRepository::findPeriod(const CarePeriodId& id)
{
    return Select<CarePeriod>(m_transaction.session(), "where id = :id").with(id).first();
}

std::map<ChildId, std::vector<DecidedDays>> CareRepository::allDecidedDays()
{
    std::map<ChildId, std::vector<DecidedDays>> days;
    Select<DecidedDays>(m_transaction.session(), "order by child, first_on, id")
        .forEach([&](DecidedDays& one) { days[one.child].push_back(one); });
    return days;
}

std::vector<DecidedDays> CareRepository::decidedDaysOf(const ChildId& child)
{
    return Select<DecidedDays>(m_transaction.session(),
                               "where child = :child order by first_on, id")
        .with(child)
        .all();
}

std::vector<Placement> CareRepository::placementsOn(Date day)
{
    return Select<Placement>(m_transaction.session(),
                             "where starts_on <= :day and (ends_on is null or ends_on > :same_day)"
                             " and withdrawn is null order by child, starts_on, id")
        .with(day)
        .with(day)
        .all();
}

std::vector<Placement> CareRepository::placementsIn(const HomeId& home)
{
    return Select<Placement>(m_transaction.session(),
                             "where home = :home and withdrawn is null order by starts_on, id")
        .with(home)
        .all();
}

std::vector<Placement> CareRepository::allPlacements()
{
    return Select<Placement>(m_transaction.session(),
                             "where withdrawn is null order by child, starts_on, id")
        .all();
}

void CareRepository::insert(const CarePeriod& period, const Stamp& stamp)
{
    Insert<CarePeriod>(m_transaction.session(), stamp).run(period);
}

void CareRepository::insert(const LegalStatus& status, const Stamp& stamp)
{
    Insert<LegalStatus>(m_transaction.session(), stamp).run(status);
}

void CareRepository::insert(const Placement& placement, const Stamp& stamp)
{
    Insert<Placement>(m_transaction.session(), stamp).run(placement);
}

void CareRepository::insert(const DecidedDays& days)
{
    Insert<DecidedDays>(m_transaction.session()).run(days);
}

void CareRepository::insertMany(const std::vector<CareHistory>& histories, const Stamp& stamp)
{
    soci::session& sql = m_transaction.session();
    Insert<CarePeriod> periods(sql, stamp);
    Insert<LegalStatus> statuses(sql, stamp);
    Insert<Placement> placements(sql, stamp);
    for (const CareHistory& history : histories) {
        periods.run(history.periods);
        statuses.run(history.legalStatuses);
        placements.run(history.placements);
    }
}

bool CareRepository::update(const CarePeriod& period, const Stamp& stamp)
{
    return storage::update(m_transaction.session(), period, stamp);
}

bool CareRepository::update(const LegalStatus& status, const Stamp& stamp)
{
    return storage::update(m_transaction.session(), status, stamp);
}

bool CareRepository::update(const Placement& placement, const Stamp& stamp)
{
    return storage::update(m_transaction.session(), placement, stamp);
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

void CareRepository::remove(const DecidedDaysId& id)
{
    Query(m_transaction.session(), "delete from decided_days where id = :id").with(id).run();
}

}  // namespace homeward::storage
