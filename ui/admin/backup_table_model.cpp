#include "ui/admin/backup_table_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/format.h"

namespace homeward::ui {

QString backupAgeText(Timestamp madeAt, Date today)
{
    const int days = daysBetween(madeAt.utcDate(), today);
    if (days <= 0)
        return BackupTableModel::tr("today");
    return days == 1 ? BackupTableModel::tr("yesterday")
                     : BackupTableModel::tr("%1 days ago").arg(QLocale().toString(days));
}

void BackupTableModel::setBackups(std::vector<app::ListedBackup> backups, Date today, bool checked)
{
    beginResetModel();
    m_backups = std::move(backups);
    m_today = today;
    m_checked = checked;
    endResetModel();
}

int BackupTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_backups.size());
}

int BackupTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BackupTableModel::displayText(const app::ListedBackup& backup, int column) const
{
    switch (column) {
        case MadeColumn:
            return backup.problem ? QStringLiteral("–") : momentText(backup.info.madeAt);
        case AgeColumn:
            return backup.problem ? QString() : backupAgeText(backup.info.madeAt, m_today);
        case SizeColumn:
            return QLocale().formattedDataSize(static_cast<qint64>(backup.info.bytes), 1,
                                               QLocale::DataSizeSIFormat);
        case StateColumn:
            if (backup.problem)
                return tr("damaged, or not ours");
            return m_checked ? tr("whole") : tr("not checked now");
        case FileColumn:
            return text(backup.info.file.filename().string());
        default:
            return {};
    }
}

QVariant BackupTableModel::sortValue(const app::ListedBackup& backup, int column) const
{
    switch (column) {
        case MadeColumn:
        case AgeColumn:
            return static_cast<qlonglong>(backup.problem ? 0 : backup.info.madeAt.msSinceEpoch);
        case SizeColumn:
            return static_cast<qulonglong>(backup.info.bytes);
        default:
            return displayText(backup, column);
    }
}

QVariant BackupTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::ListedBackup& backup = m_backups[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return displayText(backup, index.column());
        case SortRole:
            return sortValue(backup, index.column());
        case RecordIdRole:
            return text(backup.info.file.string());
        case Qt::TextAlignmentRole:
            return static_cast<int>(
                (index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case ToneRole:
            if (index.column() != StateColumn)
                return {};
            if (backup.problem)
                return QStringLiteral("problem");
            return m_checked ? QStringLiteral("good") : QStringLiteral("muted");
        default:
            return {};
    }
}

QVariant BackupTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case MadeColumn:
            return tr("Made");
        case AgeColumn:
            return tr("Age");
        case SizeColumn:
            return tr("Size");
        case StateColumn:
            return tr("State");
        case FileColumn:
            return tr("File");
        default:
            return {};
    }
}

}  // namespace homeward::ui
