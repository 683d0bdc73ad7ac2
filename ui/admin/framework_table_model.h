#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/frameworks.h"

namespace homeward::ui {

/// Versions of the needs framework, newest first.
class FrameworkTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        VersionColumn,
        UseColumn,
        DomainsColumn,
        AssessmentsColumn,
        LoadedColumn,
        LoadedByColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<app::FrameworkRow> rows);
    const std::vector<app::FrameworkRow>& rows() const { return m_rows; }
    /// Null: no such version.
    const app::FrameworkRow* find(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant displayText(const app::FrameworkRow& row, int column) const;
    QVariant sortKey(const app::FrameworkRow& row, int column) const;

    std::vector<app::FrameworkRow> m_rows;
};

}  // namespace homeward::ui
