#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/trust/audit_trail.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Recent changes of the whole authority, newest first.
class AuditTableModel final : public RowTable<app::AuditRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::AuditTableModel)
public:
    enum Column { NumberColumn, WhenColumn, WhoColumn, WhatColumn, RecordColumn, FieldsColumn };
    explicit AuditTableModel(QObject* parent = nullptr);
    void setSearch(const QString& words);
};

/// "Role: Manager → Administrator" for each changed field of a row, one per line.
QString changedFieldsText(const app::AuditRow& row, const QString& separator);

}  // namespace homeward::ui
