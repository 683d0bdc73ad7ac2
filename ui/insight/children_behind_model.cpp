#include "ui/insight/children_behind_model.h"

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

namespace {

QVariant alignment(int column)
{
    const bool isName = column == ChildrenBehindModel::NameColumn;
    return static_cast<int>((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

}  // namespace

void ChildrenBehindModel::setRows(std::vector<analytics::ChildChange> rows,
                                  const std::map<ChildId, std::string>& names, bool isTotal)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_isTotal = isTotal;
    m_names.clear();
    m_names.reserve(m_rows.size());
    for (const analytics::ChildChange& row : m_rows) {
        const auto found = names.find(row.child);
        m_names.push_back(found == names.end() ? tr("Name not known") : text(found->second));
    }
    endResetModel();
}

int ChildrenBehindModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChildrenBehindModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChildrenBehindModel::displayText(std::size_t row, int column) const
{
    const analytics::ChildChange& change = m_rows[row];
    switch (column) {
        case NameColumn:
            return m_names[row];
        case FirstOnColumn:
            return dateText(change.firstOn);
        case FirstColumn:
            return QString::number(change.first);
        case LatestOnColumn:
            return dateText(change.latestOn);
        case LatestColumn:
            return QString::number(change.latest);
        case ChangeColumn:
            return signedNumber(change.latest - change.first, 0);
        default:
            return {};
    }
}

QVariant ChildrenBehindModel::sortKey(std::size_t row, int column) const
{
    const analytics::ChildChange& change = m_rows[row];
    switch (column) {
        case NameColumn:
            return m_names[row];
        case FirstOnColumn:
            return change.firstOn.daysSinceEpoch();
        case FirstColumn:
            return change.first;
        case LatestOnColumn:
            return change.latestOn.daysSinceEpoch();
        case LatestColumn:
            return change.latest;
        case ChangeColumn:
            return change.latest - change.first;
        default:
            return {};
    }
}

QVariant ChildrenBehindModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return displayText(row, index.column());
        case SortRole:
            return sortKey(row, index.column());
        case RecordIdRole:
            return text(m_rows[row].child.value);
        case Qt::TextAlignmentRole:
            return alignment(index.column());
        default:
            return {};
    }
}

QVariant ChildrenBehindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Child");
        case FirstOnColumn:
            return tr("First assessment");
        case FirstColumn:
            return m_isTotal ? tr("First total") : tr("First level");
        case LatestOnColumn:
            return tr("Latest assessment");
        case LatestColumn:
            return m_isTotal ? tr("Latest total") : tr("Latest level");
        case ChangeColumn:
            return tr("Change");
        default:
            return {};
    }
}

}  // namespace homeward::ui
