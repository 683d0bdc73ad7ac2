#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/backups.h"

namespace homeward::ui {

/// "today", "yesterday", "5 days ago", by the day in Greenwich.
QString backupAgeText(Timestamp madeAt, Date today);

/// Backups of one folder, newest first.
class BackupTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { MadeColumn, AgeColumn, SizeColumn, StateColumn, FileColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `checked`: every byte was looked at, so that what has no problem is whole.
    void setBackups(std::vector<app::ListedBackup> backups, Date today, bool checked);
    const std::vector<app::ListedBackup>& backups() const { return m_backups; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const app::ListedBackup& backup, int column) const;
    QVariant sortValue(const app::ListedBackup& backup, int column) const;

    std::vector<app::ListedBackup> m_backups;
    Date m_today;
    bool m_checked = false;
};

}  // namespace homeward::ui
