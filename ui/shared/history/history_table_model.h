#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/trust/audit_trail.h"
#include "ui/shared/history/history_words.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// Who changed or looked at a record, newest first.
class HistoryTableModel final : public RowTable<app::AuditRow> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::HistoryTableModel)
public:
    enum class Show { Everything, Changes, Views };
    enum Column { WhenColumn, WhoColumn, WhatColumn, FieldsColumn };

    explicit HistoryTableModel(QObject* parent = nullptr);
    void setRows(std::vector<app::AuditRow> rows, HistoryNames names);
    void setShow(Show show);
    const HistoryNames& names() const { return m_names; }
    Show show() const { return m_show; }

private:
    HistoryNames m_names;
    Show m_show = Show::Everything;
};

/// One field before and after a change, in words.
struct ChangedField {
    QString field, before, after;
};

/// The changed fields of one row, before and after.
class ChangedFieldsModel final : public RowTable<ChangedField> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ChangedFieldsModel)
public:
    explicit ChangedFieldsModel(QObject* parent = nullptr);
    void setRow(const app::AuditRow& row, const HistoryNames& names);
    void clear() { setRows({}); }
};

}  // namespace homeward::ui
