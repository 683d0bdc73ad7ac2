#pragma once

#include <QCoreApplication>

#include "app/records/child_list.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Children in the order asked for, a stretch at a time.
class ChildrenTableModel final : public RowTable<app::ChildRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChildrenTableModel)
public:
    /// As ChildOrder.
    enum Column {
        NameColumn,
        CaseNumberColumn,
        AgeColumn,
        SexColumn,
        LivesWithColumn,
        SinceColumn,
        WorkerColumn,
        LastAssessedColumn,
        TotalNeedColumn
    };
    enum Role { HasDraftRole = Qt::UserRole + 100 };  ///< and those of cell_roles.h

    explicit ChildrenTableModel(QObject* parent = nullptr);

    /// Of the column it is sorted by.
    ChildOrder order() const;
};

/// Label of the statutory code of the place; may be empty.
QString placeText(const app::ChildRow& row);

}  // namespace homeward::ui
