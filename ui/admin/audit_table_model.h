#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/audit_trail.h"

namespace homeward::ui {

/// Recent changes of the whole authority, newest first, read only.
class AuditTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        WhenColumn,
        WhoColumn,
        WhatColumn,
        RecordColumn,
        FieldsColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<app::AuditRow> rows);
    const std::vector<app::AuditRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant displayText(const app::AuditRow& row, int column) const;

    std::vector<app::AuditRow> m_rows;
};

/// "Role: Manager → Administrator" for each changed field of a row, one per line.
QString changedFieldsText(const app::AuditRow& row, const QString& separator);

}  // namespace homeward::ui
