#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/records/my_work.h"
#include "ui/shared/pages/place.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// What one person began to write and did not save.
class DraftTableModel final : public RowTable<app::DraftLine> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::DraftTableModel)
public:
    explicit DraftTableModel(QObject* parent = nullptr);

    /// Where the draft of a row is gone on with.
    Place placeOf(int row) const;
};

}  // namespace homeward::ui
