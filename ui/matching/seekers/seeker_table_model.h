#pragma once

#include <QCoreApplication>

#include "app/records/child_list.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Children a home can be looked for: who they are, where they live now, whether their needs are
/// known.
class SeekerTableModel final : public RowTable<app::ChildRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::SeekerTableModel)
public:
    /// `today`: what is urgent.
    explicit SeekerTableModel(Date today, QObject* parent = nullptr);

    /// Of the column it is sorted by.
    ChildOrder order() const;

private:
    Date m_today;
};

}  // namespace homeward::ui
