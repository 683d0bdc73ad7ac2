#include "ui/shared/history/history_table_model.h"

#include <QStringList>
#include <algorithm>
#include <numeric>
#include <set>

#include "ui/shared/format.h"

namespace homeward::ui {
namespace {

bool isView(const app::AuditRow& row)
{
    return row.sequence == 0;
}

std::set<std::string> changedFields(const app::AuditRow& row)
{
    std::set<std::string> fields;
    for (const auto& [field, value] : row.before)
        fields.insert(field);
    for (const auto& [field, value] : row.after)
        fields.insert(field);
    return fields;
}

std::string valueOf(const std::map<std::string, std::string>& values, const std::string& field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string() : found->second;
}

QString changeText(const app::AuditRow& row, const std::string& field, const HistoryNames& names)
{
    const QString after = valueText(field, valueOf(row.after, field), names);
    if (!row.before.contains(field))
        return HistoryTableModel::tr("%1: %2").arg(fieldText(field, names), after);
    return HistoryTableModel::tr("%1: %2 → %3")
        .arg(fieldText(field, names), valueText(field, valueOf(row.before, field), names), after);
}

}  // namespace

void HistoryTableModel::setRows(std::vector<app::AuditRow> rows, HistoryNames names)
{
    beginResetModel();
    m_names = std::move(names);
    m_rows = std::move(rows);
    arrange();
    endResetModel();
}

void HistoryTableModel::setShow(Show show)
{
    if (show == m_show)
        return;
    beginResetModel();
    m_show = show;
    arrange();
    endResetModel();
}

void HistoryTableModel::arrange()
{
    m_visible.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_show == Show::Everything || (m_show == Show::Views) == isView(m_rows[i]))
            m_visible.push_back(i);
    const bool rising = m_sortOrder == Qt::AscendingOrder;
    std::vector<QVariant> keys;
    for (const app::AuditRow& row : m_rows)
        keys.push_back(sortKey(row, m_sortColumn));
    std::stable_sort(m_visible.begin(), m_visible.end(), [&](std::size_t a, std::size_t b) {
        const auto order = QVariant::compare(keys[rising ? a : b], keys[rising ? b : a]);
        return order == QPartialOrdering::Less;
    });
}

void HistoryTableModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column < 0 ? WhenColumn : column;
    m_sortOrder = column < 0 ? Qt::DescendingOrder : order;
    arrange();
    endResetModel();
}

int HistoryTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int HistoryTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::AuditRow& row = rowAt(index.row());
    if (role == Qt::DisplayRole)
        return displayText(row, index.column());
    if (role == SortRole)
        return sortKey(row, index.column());
    if (role == MutedRole)
        return isView(row);
    if (role == Qt::ToolTipRole && index.column() == FieldsColumn)
        return displayText(row, FieldsColumn);
    return {};
}

QVariant HistoryTableModel::displayText(const app::AuditRow& row, int column) const
{
    switch (column) {
        case WhenColumn:
            return momentText(row.at);
        case WhoColumn:
            return text(row.personName.empty() ? row.accountName : row.personName);
        case WhatColumn:
            return useCaseText(row.useCase);
        case FieldsColumn: {
            QStringList fields;
            for (const std::string& field : changedFields(row))
                fields.append(changeText(row, field, m_names));
            return fields.join(QStringLiteral("; "));
        }
        default:
            return {};
    }
}

QVariant HistoryTableModel::sortKey(const app::AuditRow& row, int column) const
{
    if (column == WhenColumn)
        return QVariant::fromValue<qlonglong>(row.at.msSinceEpoch);
    return displayText(row, column);
}

QVariant HistoryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case WhenColumn:
            return tr("When");
        case WhoColumn:
            return tr("Who");
        case WhatColumn:
            return tr("What");
        case FieldsColumn:
            return tr("Changed fields");
        default:
            return {};
    }
}

void ChangedFieldsModel::setRow(const app::AuditRow& row, const HistoryNames& names)
{
    beginResetModel();
    m_lines.clear();
    for (const std::string& field : changedFields(row))
        m_lines.push_back({fieldText(field, names),
                           valueText(field, valueOf(row.before, field), names),
                           valueText(field, valueOf(row.after, field), names)});
    endResetModel();
}

void ChangedFieldsModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int ChangedFieldsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ChangedFieldsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangedFieldsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case FieldColumn:
            return line.field;
        case BeforeColumn:
            return line.before;
        default:
            return line.after;
    }
}

QVariant ChangedFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case FieldColumn:
            return tr("Field");
        case BeforeColumn:
            return tr("Before");
        case AfterColumn:
            return tr("After");
        default:
            return {};
    }
}

}  // namespace homeward::ui
