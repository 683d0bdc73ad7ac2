#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/exchange/import_return.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Every row of a return that cannot be taken or should be looked at, by severity and by words
/// typed.
class FindingTableModel final : public RowTable<Finding> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::FindingTableModel)
public:
    enum Column { SeverityColumn, FileColumn, LineColumn, FieldColumn, ValueColumn, ReasonColumn };
    enum class Show { All, Rejected, Warnings };
    explicit FindingTableModel(QObject* parent = nullptr);
    int rejectedCount() const;
    void setShow(Show show);
    void setSearch(const QString& words);

private:
    void narrow();
    Show m_show = Show::All;
    QString m_search;
};

}  // namespace homeward::ui
