#include "ui/shared/tables/table_model.h"

#include <QCollator>
#include <algorithm>
#include <numeric>
#include <optional>

#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {
namespace {

/// Orders `rows` by `keys` (by given row); an empty key goes last whichever way the rest runs.
template <typename Key>
void sortBy(std::vector<std::size_t>& rows, const std::vector<std::optional<Key>>& keys,
            Qt::SortOrder way)
{
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        if (!keys[a] || !keys[b])
            return keys[a] && !keys[b];
        return way == Qt::AscendingOrder ? *keys[a] < *keys[b] : *keys[b] < *keys[a];
    });
}

std::vector<std::optional<QCollatorSortKey>> wordKeys(const std::vector<QVariant>& values)
{
    // A key per row, made once: comparing words themselves would ask the locale n log n times.
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::optional<QCollatorSortKey>> keys(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i].isValid())
            keys[i].emplace(collator.sortKey(values[i].toString()));
    return keys;
}

std::vector<std::optional<double>> numberKeys(const std::vector<QVariant>& values)
{
    std::vector<std::optional<double>> keys(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i].isValid())
            keys[i] = values[i].toDouble();
    return keys;
}

}  // namespace

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    return cell(given(index.row()), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    return m_headings[static_cast<std::size_t>(section)].value(role);
}

QModelIndex TableModel::indexOf(const QString& recordId) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (cell(given(row), 0, RecordIdRole).toString() == recordId)
            return index(row, 0);
    return {};
}

int TableModel::columnOf(const QString& key) const
{
    for (int column = 0; column < columnCount(); ++column)
        if (headerData(column, Qt::Horizontal, ColumnKeyRole).toString() == key)
            return column;
    return -1;
}

void TableModel::arrange()
{
    order();
    filter();
}

void TableModel::refilter()
{
    beginResetModel();
    filter();
    endResetModel();
}

void TableModel::order()
{
    m_order.resize(givenCount());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (m_paged || m_sortColumn < 0 || m_sortColumn >= columnCount())
        return;
    std::vector<QVariant> values;
    values.reserve(m_order.size());
    for (const std::size_t row : m_order)
        values.push_back(cell(row, m_sortColumn, SortRole));
    const auto known = std::find_if(values.begin(), values.end(),
                                    [](const QVariant& value) { return value.isValid(); });
    if (known != values.end() && known->typeId() == QMetaType::QString)
        sortBy(m_order, wordKeys(values), m_sortOrder);
    else
        sortBy(m_order, numberKeys(values), m_sortOrder);
}

void TableModel::filter()
{
    m_shown.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_shown),
                 [this](std::size_t row) { return isWanted(row); });
    if (m_shown.empty())
        m_shown = nearest(m_order);
}

bool TableModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore;
}

void TableModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        emit moreWanted();
}

void TableModel::appendGiven()
{
    for (std::size_t row = m_order.size(); row < givenCount(); ++row) {
        m_order.push_back(row);
        m_shown.push_back(row);
    }
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (m_paged) {
        m_sortColumn = column;
        m_sortOrder = order;
        emit orderWanted();
        return;
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : before)
        rows.push_back(given(index.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i) {
        const auto found =
            std::find(m_shown.begin(), m_shown.end(), rows[static_cast<std::size_t>(i)]);
        after << index(static_cast<int>(found - m_shown.begin()), before[i].column());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace homeward::ui
