#include "ui/admin/backups/backup_table_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace homeward::ui {

QString backupAgeText(Timestamp madeAt, Date today)
{
    const int days = daysBetween(madeAt.utcDate(), today);
    if (days <= 0)
        return BackupTableModel::tr("today");
    return days == 1 ? BackupTableModel::tr("yesterday")
                     : BackupTableModel::tr("%Ln day(s) ago", nullptr, days);
}

BackupTableModel::BackupTableModel(QObject* parent) : RowTable(parent)
{
    using Row = app::ListedBackup;
    // A damaged one has no moment: it sorts as the oldest.
    const auto madeAt = [](const Row& row) { return row.problem ? Timestamp{} : row.info.madeAt; };
    setColumns({
        column("made", tr("Made"), madeAt)
            .shownAs([](const Row& row) {
                return row.problem ? QStringLiteral("–") : momentText(row.info.madeAt);
            })
            .first(Qt::DescendingOrder),
        column("age", tr("Age"),
               [this](const Row& row) {
                   return row.problem ? QString() : backupAgeText(row.info.madeAt, m_today);
               })
            .sortedBy(madeAt)
            .ems(7),
        column("size", tr("Size"), [](const Row& row) { return row.info.bytes; })
            .shownAs([](const Row& row) {
                return QLocale().formattedDataSize(static_cast<qint64>(row.info.bytes), 1,
                                                   QLocale::DataSizeSIFormat);
            })
            .right()
            .ems(6),
        column("state", tr("State"),
               [this](const Row& row) {
                   if (row.problem)
                       return tr("damaged, or not ours");
                   return m_checked ? tr("whole") : tr("not checked now");
               })
            .tone([this](const Row& row) {
                if (row.problem)
                    return QStringLiteral("problem");
                return m_checked ? QStringLiteral("good") : QStringLiteral("muted");
            })
            .fits({tr("damaged, or not ours"), tr("not checked now")}),
        column("file", tr("File"),
               [](const Row& row) { return text(row.info.file.filename().string()); })
            .ems(10)
            .share(1),
    });
    eachRow(RecordIdRole, [](const Row& row) { return text(row.info.file.string()); });
}

void BackupTableModel::setBackups(std::vector<app::ListedBackup> backups, Date today, bool checked)
{
    m_today = today;
    m_checked = checked;
    setRows(std::move(backups));
}

}  // namespace homeward::ui
