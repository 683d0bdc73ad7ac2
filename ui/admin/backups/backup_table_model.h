#pragma once

#include <QCoreApplication>
#include <vector>

#include "app/authority/backups.h"
#include "ui/shared/tables/row_table.h"

namespace homeward::ui {

/// "today", "yesterday", "5 days ago", by the day in Greenwich.
QString backupAgeText(Timestamp madeAt, Date today);

/// Backups of one folder, newest first.
class BackupTableModel final : public RowTable<app::ListedBackup> {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::BackupTableModel)
public:
    enum Column { MadeColumn, AgeColumn, SizeColumn, StateColumn, FileColumn };
    explicit BackupTableModel(QObject* parent = nullptr);

    /// `checked`: every byte was looked at, so that what has no problem is whole.
    void setBackups(std::vector<app::ListedBackup> backups, Date today, bool checked);

private:
    Date m_today;
    bool m_checked = false;
};

}  // namespace homeward::ui
