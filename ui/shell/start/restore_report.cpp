#include "ui/shell/start/restore_report.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct RestoreReportWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::RestoreReport)
};

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString durationText(std::chrono::minutes time)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(time);
    const auto minutes = time - hours;
    if (hours.count() == 0)
        return RestoreReportWords::tr("%1 min").arg(number(minutes.count()));
    return RestoreReportWords::tr("%1 h %2 min")
        .arg(number(hours.count()), number(minutes.count()));
}

}  // namespace

QString lostText(const app::BackupComparison& comparison)
{
    if (!comparison.presentContinues)
        return sentence("restore.other-way");
    if (comparison.rowsSince == 0 || !comparison.firstSince || !comparison.lastSince)
        return sentence("restore.nothing-since");
    if (comparison.rowsSince == 1)
        return RestoreReportWords::tr("If it is replaced, %1 of work are lost: one change, on %2.")
            .arg(durationText(comparison.lost), momentText(*comparison.lastSince));
    return RestoreReportWords::tr(
               "If it is replaced, %1 of work are lost: %2 changes from %3 to %4.")
        .arg(durationText(comparison.lost), number(comparison.rowsSince),
             momentText(*comparison.firstSince), momentText(*comparison.lastSince));
}

QString lostByText(const app::BackupComparison& comparison)
{
    QStringList lines;
    for (const auto& [person, rows] : comparison.rowsByPerson)
        lines << RestoreReportWords::tr("%1: %2").arg(
            person.empty() ? RestoreReportWords::tr("somebody not known here") : text(person),
            number(rows));
    return lines.join(u'\n');
}

QString countsText(const app::BackupComparison& comparison)
{
    QStringList lines;
    for (const auto& count : comparison.counts)
        if (count.present != count.restored)
            lines << sentence("restore.counts", {{"kind", catalogue().text("kind." + count.kind)},
                                                 {"present", utf8(number(count.present))},
                                                 {"restored", utf8(number(count.restored))}});
    return lines.isEmpty() ? RestoreReportWords::tr("The numbers of records are the same.")
                           : lines.join(u'\n');
}

}  // namespace homeward::ui
