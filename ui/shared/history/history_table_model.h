#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/audit_trail.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

/// Who changed or looked at a record, newest first.
class HistoryTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Show { Everything, Changes, Views };
    enum Column { WhenColumn, WhoColumn, WhatColumn, FieldsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<app::AuditRow> rows, HistoryNames names);
    void setShow(Show show);
    const app::AuditRow& rowAt(int row) const
    {
        return m_rows[m_visible[static_cast<std::size_t>(row)]];
    }
    const HistoryNames& names() const { return m_names; }
    Show show() const { return m_show; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QVariant displayText(const app::AuditRow& row, int column) const;
    QVariant sortKey(const app::AuditRow& row, int column) const;
    void arrange();

    std::vector<app::AuditRow> m_rows;
    HistoryNames m_names;
    std::vector<std::size_t> m_visible;
    Show m_show = Show::Everything;
    int m_sortColumn = WhenColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// The changed fields of one row, before and after.
class ChangedFieldsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, BeforeColumn, AfterColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRow(const app::AuditRow& row, const HistoryNames& names);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Line {
        QString field, before, after;
    };
    std::vector<Line> m_lines;
};

}  // namespace homeward::ui
