#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/children.h"

namespace homeward::ui {

/// Children of the home page, in the columns that the list in question needs. Cells as in
/// ui/shared/cells.
class WorkTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Column { Child, Age, LivesWith, Since, Assessed, Waiting, Need };

    explicit WorkTableModel(std::vector<Column> columns, QObject* parent = nullptr);
    void setRows(std::vector<app::ChildRow> rows, Date today);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const app::ChildRow& row, Column column) const;
    QVariant sortKey(const app::ChildRow& row, Column column) const;
    QVariant tone(const app::ChildRow& row, Column column) const;

    std::vector<Column> m_columns;
    std::vector<app::ChildRow> m_rows;
    Date m_today;
};

}  // namespace homeward::ui
