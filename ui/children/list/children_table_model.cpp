#include "ui/children/list/children_table_model.h"

#include <algorithm>
#include <map>

#include "app/records/global_search.h"
#include "support/text/text.h"
#include "ui/shared/words/child_words.h"

namespace homeward::ui {
namespace {

std::optional<Date> sinceOf(const app::ChildRow& row)
{
    return row.inCare ? row.placedOn : std::nullopt;
}

}  // namespace

bool passes(const ChildrenFilter& filter, const std::string& foldedTyped, const app::ChildRow& row)
{
    if (filter.inCareOnly && !row.inCare)
        return false;
    if (filter.youngestYears && row.ageYears < *filter.youngestYears)
        return false;
    if (filter.oldestYears && row.ageYears > *filter.oldestYears)
        return false;
    if (filter.placement && row.placement != filter.placement)
        return false;
    if (filter.worker && row.worker != *filter.worker)
        return false;
    if (filter.assessed && *filter.assessed != row.lastAssessedOn.has_value())
        return false;
    return foldedTyped.empty() || app::matchesSearch(row.searchText, foldedTyped);
}

QString placeText(const app::ChildRow& row)
{
    return row.placeCode.empty() ? QString()
                                 : text(StatutoryCodes::builtIn().label("PLACE", row.placeCode));
}

ChildrenTableModel::ChildrenTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ChildRow;
    setColumns({
        column("name", tr("Name"), &Row::displayName).strong().unknownLast().ems(7).share(130),
        column("case-number", tr("Case number"), &Row::caseNumber).unknownLast().ems(6).share(80),
        column("age", tr("Age"), ageOf)
            .sortedBy(youngestFirst)
            .right()
            .fits({ageText(0)})
            .share(55),
        column("sex", tr("Sex"), [](const Row& row) { return label(row.sex); }).share(45),
        column("lives-with", tr("Lives with"), livesText)
            .sortedBy([](const Row& row) { return row.inCare ? livesText(row) : QString(); })
            .unknownLast()
            .tooltip([](const Row& row) { return row.inCare ? placeText(row) : QString(); })
            .muted([](const Row& row) { return !row.placement; })
            .ems(9)
            .share(190),
        column("since", tr("Since"), sinceOf).shownAs([](const Row& row) {
            return row.inCare ? dateText(row.placedOn) : QString();
        }),
        column("worker", tr("Worker"), &Row::workerName).unknownLast().ems(8).share(120),
        column("last-assessed", tr("Last assessed"), &Row::lastAssessedOn)
            .shownAs(assessedText)
            .muted([](const Row& row) { return !row.lastAssessedOn; }),
        column("total-need", tr("Total need"), totalNeed)
            .of(Qt::DisplayRole, totalNeed)
            .ems(7)
            .share(110),
    });
    eachRow(RecordIdRole, &Row::id);
    eachRow(HasDraftRole, &Row::myDraft);
    narrow();
}

void ChildrenTableModel::setRows(std::vector<app::ChildRow> rows)
{
    m_highestTotal = 1;
    for (const app::ChildRow& row : rows)
        m_highestTotal = std::max(m_highestTotal, row.totalNeed);
    m_showsNearest = false;
    RowTable::setRows(std::move(rows));
}

void ChildrenTableModel::setFilter(const ChildrenFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    narrow();
}

void ChildrenTableModel::narrow()
{
    m_showsNearest = false;
    RowTable::setFilter([this, folded = foldedForSearch(utf8(m_filter.typed))](
                            const app::ChildRow& row) { return passes(m_filter, folded, row); });
}

/// As Ctrl+K does it: one slip in words of four letters or more.
std::vector<std::size_t> ChildrenTableModel::nearest(const std::vector<std::size_t>& order)
{
    if (m_filter.typed.trimmed().isEmpty())
        return {};
    std::vector<app::ChildRow> others;
    std::map<std::string, std::size_t> places;
    for (std::size_t at = 0; at < order.size(); ++at) {
        const app::ChildRow& row = m_rows[order[at]];
        if (!passes(m_filter, {}, row))
            continue;
        app::ChildRow searched;
        searched.id = row.id;
        searched.searchText = row.searchText;
        places[row.id.value] = at;
        others.push_back(std::move(searched));
    }
    std::vector<std::size_t> found;
    for (const app::SearchHit& hit : app::search(others, {}, utf8(m_filter.typed), others.size()))
        found.push_back(places[hit.id]);
    std::sort(found.begin(), found.end());
    std::transform(found.begin(), found.end(), found.begin(),
                   [&](std::size_t at) { return order[at]; });
    m_showsNearest = !found.empty();
    return found;
}

}  // namespace homeward::ui
