#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/records/child_list.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Children of the home page, in the columns that the list in question needs.
class WorkTableModel final : public RowTable<app::ChildRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::WorkTableModel)
public:
    enum class Column { Child, Age, LivesWith, Why, Since, Assessed, Waiting, Need };

    explicit WorkTableModel(const std::vector<Column>& columns, QObject* parent = nullptr);
    void setRows(std::vector<app::ChildRow> rows, Date today);

private:
    TableColumn<app::ChildRow> columnOf(Column wanted) const;
    QString waitingText(const app::ChildRow& row) const;
    Date m_today;
};

}  // namespace homeward::ui
