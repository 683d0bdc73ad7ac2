#pragma once

#include <QCoreApplication>

#include "app/exchange/import_return.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Values of children on record that an import changes, from and to.
class ImportChangeModel final : public RowTable<app::ImportChange> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ImportChangeModel)
public:
    explicit ImportChangeModel(QObject* parent = nullptr);
};

}  // namespace homeward::ui
