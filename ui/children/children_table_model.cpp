#include "ui/children/children_table_model.h"

#include <QCollator>
#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "app/global_search.h"
#include "support/text.h"
#include "ui/shared/child_words.h"
#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

bool isTextColumn(int column)
{
    switch (column) {
        case ChildrenTableModel::NameColumn:
        case ChildrenTableModel::CaseNumberColumn:
        case ChildrenTableModel::SexColumn:
        case ChildrenTableModel::LivesWithColumn:
        case ChildrenTableModel::WorkerColumn:
            return true;
        default:
            return false;
    }
}

QVariant dayNumber(const std::optional<Date>& date)
{
    return date ? QVariant(date->daysSinceEpoch()) : QVariant();
}

/// Orders `order` by `keys`; an unknown key goes last whichever way the rest runs.
template <typename Key, typename IsKnown>
void orderBy(std::vector<std::size_t>& order, const std::vector<Key>& keys, Qt::SortOrder way,
             IsKnown isKnown)
{
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool knownA = isKnown(a);
        const bool knownB = isKnown(b);
        if (knownA != knownB)
            return knownA;
        if (!knownA)
            return false;
        return way == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
    });
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

void ChildrenTableModel::setRows(std::vector<app::ChildRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_highestTotal = 1;
    for (const app::ChildRow& row : m_rows)
        m_highestTotal = std::max(m_highestTotal, row.totalNeed);
    orderRows();
    filterRows();
    endResetModel();
}

void ChildrenTableModel::setFilter(const ChildrenFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    filterRows();
    endResetModel();
}

void ChildrenTableModel::orderRows()
{
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (m_sortColumn < 0)
        return;
    if (isTextColumn(m_sortColumn)) {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<QCollatorSortKey> keys;
        std::vector<bool> known;
        keys.reserve(m_rows.size());
        for (const app::ChildRow& row : m_rows) {
            const QString words = sortKey(row, m_sortColumn).toString();
            keys.push_back(collator.sortKey(words));
            known.push_back(!words.isEmpty());
        }
        orderBy(m_order, keys, m_sortOrder, [&](std::size_t i) { return known[i]; });
        return;
    }
    std::vector<double> keys;
    keys.reserve(m_rows.size());
    for (const app::ChildRow& row : m_rows) {
        const QVariant key = sortKey(row, m_sortColumn);
        keys.push_back(key.isValid() ? key.toDouble() : std::numeric_limits<double>::quiet_NaN());
    }
    orderBy(m_order, keys, m_sortOrder, [&](std::size_t i) { return keys[i] == keys[i]; });
}

void ChildrenTableModel::filterRows()
{
    const std::string folded = foldedForSearch(utf8(m_filter.typed));
    m_visible.clear();
    for (const std::size_t i : m_order)
        if (passes(m_filter, folded, m_rows[i]))
            m_visible.push_back(i);
    m_showsNearest = false;
    if (m_visible.empty() && !folded.empty())
        findNearest();
}

/// As Ctrl+K does it: one slip in words of four letters or more.
void ChildrenTableModel::findNearest()
{
    std::vector<app::ChildRow> others;
    std::map<std::string, std::size_t> places;
    for (std::size_t at = 0; at < m_order.size(); ++at) {
        const app::ChildRow& row = m_rows[m_order[at]];
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
    for (const std::size_t at : found)
        m_visible.push_back(m_order[at]);
    m_showsNearest = !m_visible.empty();
}

void ChildrenTableModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> rowsBefore;
    for (const QModelIndex& index : before)
        rowsBefore.push_back(m_visible[static_cast<std::size_t>(index.row())]);
    m_sortColumn = column;
    m_sortOrder = order;
    orderRows();
    filterRows();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i) {
        const auto found =
            std::find(m_visible.begin(), m_visible.end(), rowsBefore[static_cast<std::size_t>(i)]);
        after.append(index(static_cast<int>(found - m_visible.begin()), before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QModelIndex ChildrenTableModel::indexOf(const ChildId& child) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (rowAt(row).id == child)
            return index(row, NameColumn);
    return {};
}

int ChildrenTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int ChildrenTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChildrenTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ChildRow& row = rowAt(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, index.column());
        case Qt::TextAlignmentRole:
            if (index.column() == AgeColumn)
                return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
            return {};
        case SortRole:
            return sortKey(row, index.column());
        case RecordIdRole:
            return text(row.id.value);
        case Qt::ToolTipRole:
            return index.column() == LivesWithColumn && row.inCare ? placeText(row) : QVariant();
        case HasDraftRole:
            return row.myDraft;
        case StrongRole:
            return index.column() == NameColumn;
        case MutedRole:
            return (index.column() == LastAssessedColumn && !row.lastAssessedOn) ||
                   (index.column() == LivesWithColumn && !row.placement);
        default:
            return {};
    }
}

QVariant ChildrenTableModel::displayText(const app::ChildRow& row, int column) const
{
    switch (column) {
        case NameColumn:
            return text(row.displayName);
        case CaseNumberColumn:
            return text(row.caseNumber);
        case AgeColumn:
            return ageText(row.ageYears);
        case SexColumn:
            return label(row.sex);
        case LivesWithColumn:
            return livesText(row);
        case SinceColumn:
            return row.inCare ? dateText(row.placedOn) : QString();
        case WorkerColumn:
            return text(row.workerName);
        case LastAssessedColumn:
            return row.lastAssessedOn ? dateText(row.lastAssessedOn) : tr("not yet");
        case TotalNeedColumn:
            return row.lastAssessedOn ? QVariant(row.totalNeed) : QVariant();
        default:
            return {};
    }
}

QVariant ChildrenTableModel::sortKey(const app::ChildRow& row, int column) const
{
    switch (column) {
        case AgeColumn:
            return -row.birthDate.daysSinceEpoch();
        case LivesWithColumn:
            return row.inCare ? livesText(row) : QString();
        case SinceColumn:
            return row.inCare ? dayNumber(row.placedOn) : QVariant();
        case LastAssessedColumn:
            return dayNumber(row.lastAssessedOn);
        case TotalNeedColumn:
            return row.lastAssessedOn ? QVariant(row.totalNeed) : QVariant();
        default:
            return displayText(row, column);
    }
}

QVariant ChildrenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == AgeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Name");
        case CaseNumberColumn:
            return tr("Case number");
        case AgeColumn:
            return tr("Age");
        case SexColumn:
            return tr("Sex");
        case LivesWithColumn:
            return tr("Lives with");
        case SinceColumn:
            return tr("Since");
        case WorkerColumn:
            return tr("Worker");
        case LastAssessedColumn:
            return tr("Last assessed");
        case TotalNeedColumn:
            return tr("Total need");
        default:
            return {};
    }
}

}  // namespace homeward::ui
