#include "app/records/child_list.h"

#include "app/records/child_rows.h"
#include "app/records/list_paging.h"
#include "support/text/search_words.h"

namespace homeward::app {
namespace {

using storage::ChildLine;
using ListAsked = storage::ChildList::Asked;

ListAsked askedOf(const ChildListAsked& asked)
{
    return {asked.filter, searchTerms(asked.filter.typed), asked.order, asked.descending};
}

}  // namespace

ChildRow rowOf(const ChildLine& line, Date today)
{
    Child named;
    named.caseNumber = line.caseNumber;
    named.givenName = line.givenName;
    named.familyName = line.familyName;
    named.preferredName = line.preferredName;
    ChildRow row;
    row.id = line.id;
    row.caseNumber = line.caseNumber;
    row.displayName = displayName(named);
    row.sex = line.sex;
    row.birthDate = line.birthDate;
    row.ageYears = ageYears(line.birthDate, today);
    row.inCare = line.care.inCare;
    row.urgency = urgencyOf(line.care);
    row.neededBy = neededBy(line.care);
    row.outsideTerms = line.care.outsideTerms;
    row.leaving = line.care.leaving;
    row.movesOn = line.care.movesOn;
    row.nextHomeName = line.nextHomeName;
    if (line.care.placeCode) {
        row.placement = placeGroupOf(*line.care.placeCode);
        row.placeCode = *line.care.placeCode;
        row.placedOn = line.placedOn;
        row.home = line.home;
        row.homeName = line.homeName;
    }
    row.worker = line.worker;
    row.workerName = line.workerName;
    row.lastAssessedOn = line.lastAssessedOn;
    row.assessments = line.assessments;
    row.totalNeed = line.totalNeed;
    row.myDraft = line.hasDraft;
    return row;
}

storage::ChildList childList(Records& records, const Session& session)
{
    return {records.transaction, session.today(), session.account().id};
}

Result<ChildSlice> childrenOf(Session& session, const ChildListAsked& asked, const ListPlace& after,
                              int limit)
{
    return query<ChildSlice>(session, "list children", [&](Records& records) -> Result<ChildSlice> {
        storage::ChildList list = childList(records, session);
        return sliceOf<ChildRow>(
            records, list, askedOf(asked), after, limit,
            [&](const ChildLine& line) { return rowOf(line, session.today()); });
    });
}

Result<std::vector<ChildRow>> allChildrenOf(Session& session, const ChildListAsked& asked,
                                            const RunControl& control)
{
    return allOf<ChildRow>(control, [&](const ListPlace& place) {
        return childrenOf(session, asked, place, kStretchRows);
    });
}

Result<ChildCounts> countChildren(Session& session, const ChildFilter& filter)
{
    return query<ChildCounts>(session, "count children",
                              [&](Records& records) -> Result<ChildCounts> {
                                  storage::ChildList list = childList(records, session);
                                  const auto countOf = [&](CareNow care) {
                                      ChildFilter of;
                                      of.care = care;
                                      return list.count({of, {}});
                                  };
                                  ListAsked wanted = askedOf({filter});
                                  ChildCounts counts;
                                  counts.matching = list.count(wanted);
                                  if (counts.matching == 0 && forgiveSlips(records, wanted.terms))
                                      counts.matching = list.count(wanted);
                                  counts.total = list.total();
                                  counts.inCare = countOf(CareNow::InCare);
                                  counts.needHome = countOf(CareNow::NeedsHome);
                                  counts.highestNeed = list.highestTotalNeed();
                                  return counts;
                              });
}

Result<std::vector<ChildRow>> childRows(Session& session, const std::vector<ChildId>& ids)
{
    return query<std::vector<ChildRow>>(session, "children",
                                        [&](Records& records) -> Result<std::vector<ChildRow>> {
                                            storage::ChildList list = childList(records, session);
                                            std::vector<ChildRow> rows;
                                            for (const ChildId& id : ids)
                                                if (const auto line = list.find(id))
                                                    rows.push_back(rowOf(*line, session.today()));
                                            return rows;
                                        });
}

Result<ChildId> childNumbered(Session& session, const std::string& caseNumber)
{
    return query<ChildId>(session, "child numbered", [&](Records& records) -> Result<ChildId> {
        const auto child = records.children.findByCaseNumber(caseNumber);
        if (!child)
            return Error{ErrorCode::NotFound,
                         "child by case number",
                         {{"entity", "child"}, {"child", caseNumber}}};
        return child->id;
    });
}

}  // namespace homeward::app
