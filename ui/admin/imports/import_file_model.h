#pragma once

#include <QCoreApplication>

#include "app/exchange/import_return.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// What each file of a return would do.
class ImportFileModel final : public RowTable<app::ImportFileSummary> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ImportFileModel)
public:
    enum Column {
        FileColumn,
        KindColumn,
        YearColumn,
        RowsColumn,
        CreatedColumn,
        ChangedColumn,
        LeftColumn,
        RejectedColumn
    };
    explicit ImportFileModel(QObject* parent = nullptr);
};

}  // namespace homeward::ui
