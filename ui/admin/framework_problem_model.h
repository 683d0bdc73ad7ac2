#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

#include "support/error.h"

namespace homeward::ui {

/// One fault of a framework file and where it is.
struct FrameworkProblem {
    QString where;  ///< JSON path, or line and column
    QString what;
};

/// Every fault that the error names; at least one.
std::vector<FrameworkProblem> problemsOf(const Error& error);

/// Faults of a framework file that was not taken.
class FrameworkProblemModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { WhereColumn, WhatColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<FrameworkProblem> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FrameworkProblem> m_rows;
};

}  // namespace homeward::ui
