#include "ui/shell/session/daily_backup.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <chrono>

#include "app/authority/backups.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shell/frame/main_window.h"
#include "ui/shell/session/background.h"

namespace homeward::ui {

namespace {

Q_LOGGING_CATEGORY(logBackup, "homeward.backup")

struct DailyBackupWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::DailyBackup)
};

using Made = std::optional<app::BackupInfo>;

void tell(MainWindow& window, const Result<Made>& made)
{
    constexpr std::chrono::seconds kLongEnough{20};
    if (!made) {
        qCWarning(logBackup, "Daily backup failed: %s", toKey(made.error().code));
        const bool place = made.error().code == ErrorCode::InvalidInput;
        window.setNote(DailyBackupWords::tr("The daily backup could not be made: %1")
                           .arg(place ? ruleText(made.error()) : messageFor(made.error()).title));
        return;
    }
    if (!*made)
        return window.setNote({});
    qCInfo(logBackup, "Daily backup made");
    window.setNote(DailyBackupWords::tr("Daily backup made"));
    QTimer::singleShot(kLongEnough, &window, [&window] { window.setNote({}); });
}

}  // namespace

void startDailyBackup(app::Session& session, MainWindow& window)
{
    auto opened = session.forWorker();
    if (!opened)
        return;  // pages meet the same failure and tell it
    const std::shared_ptr<app::Session> own = std::move(opened).value();
    Background* const work = Background::run<Made>(
        &window, [own](const RunControl& control) { return app::runDueBackup(*own, control); },
        [&window](const Result<Made>& made) { tell(window, made); });
    QObject::connect(work, &Background::progressed, &window, [&window] {
        window.setNote(DailyBackupWords::tr("Making the daily backup…"));
    });
}

}  // namespace homeward::ui
