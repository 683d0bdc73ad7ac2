#include "ui/admin/backups/backup_section.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "ui/admin/backups/backup_table_model.h"
#include "ui/admin/job_progress.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

QLabel* plainLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

QString warningText(app::PlaceWarning warning)
{
    switch (warning) {
        case app::PlaceWarning::InsideAuthority:
            return sentence("backup.inside-authority");
        case app::PlaceWarning::SameDisk:
            return sentence("backup.same-disk");
        case app::PlaceWarning::None:
            break;
    }
    return {};
}

}  // namespace

BackupSection::BackupSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent),
      m_reading(
          this, context, {app::Aggregate::Audit}, Lane::Quick, {},
          [] {
              return [](app::Session& session, const RunControl&) -> Result<Backups> {
                  auto state = app::backupState(session);
                  if (!state)
                      return state.error();
                  Backups backups{std::move(*state), {}};
                  if (!backups.state.folder.empty())
                      backups.listed = app::listBackups(backups.state.folder);
                  return backups;
              };
          },
          [this](const Result<Backups>& read) { take(read); })
{
    m_reading.setConcerns([this](const auto&) { return !m_busy; });
    if (refuse(Right::ManageAccounts))
        return;
    column()->addWidget(buildState());
    column()->addWidget(buildList(), 1);
    column()->addStretch(0);  // takes the room while there is no list
}

QWidget* BackupSection::buildState()
{
    auto* card = new Card(tr("Backups"), this);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    card->setSubtitle(
        tr("One encrypted file with records, keys and the end of the audit trail. It opens with "
           "the passphrases of the day it was made. Kept are 7 days, 5 weeks and 12 months."));
    m_last = plainLabel("lastBackupLabel", card);
    setRole(m_last, "field-problem");
    m_failure = plainLabel("backupFailureLabel", card);
    setRole(m_failure, "field-problem");
    m_place = plainLabel("backupPlaceLabel", card);
    m_warning = plainLabel("backupWarningLabel", card);
    setRole(m_warning, "pill-warning");
    for (QLabel* label : {m_last, m_failure, m_place, m_warning})
        card->body()->addWidget(label);
    const auto button = [&](const char* name, const QString& words) {
        auto* made = new QPushButton(words, card);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_backUp = button("backUpButton", tr("Back up now"));
    setRole(m_backUp, "primary");
    m_elsewhere = button("backUpElsewhereButton", tr("Back up to another folder…"));
    m_choose = button("chooseBackupFolderButton", tr("Choose the daily place…"));
    m_stop = button("stopDailyBackupButton", tr("Stop daily backups…"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* one : {m_backUp, m_elsewhere, m_choose, m_stop})
        row->addWidget(one);
    row->addStretch(1);
    card->body()->addLayout(row);
    m_progress = new JobProgress(card);
    card->body()->addWidget(m_progress);
    connect(m_backUp, &QPushButton::clicked, this, [this] { backUpInto(m_state.folder); });
    connect(m_elsewhere, &QPushButton::clicked, this, [this] {
        const QString folder = this->context().dialogs.folder(this, tr("Folder for the backup"));
        if (!folder.isEmpty())
            backUpInto(utf8(folder));
    });
    connect(m_choose, &QPushButton::clicked, this, &BackupSection::chooseFolder);
    connect(m_stop, &QPushButton::clicked, this, &BackupSection::stopDaily);
    connect(m_progress, &JobProgress::finished, this, [this](bool stopped) {
        setBusy(false);
        if (stopped)
            banner().show(Banner::Tone::Info, tr("Stopped"), tr("Nothing was left behind."));
        m_reading.readAgain();
    });
    return card;
}

QWidget* BackupSection::buildList()
{
    m_listCard = new Card(tr("In the daily place"), this);
    m_check = new QPushButton(tr("Check every byte"), m_listCard);
    m_check->setObjectName(QStringLiteral("checkBackupsButton"));
    m_check->setIcon(Theme::instance().icon(QStringLiteral("verify")));
    m_listCard->headerTools()->addWidget(m_check);
    m_model = new BackupTableModel(this);
    m_table = new TableView(
        {QStringLiteral("admin/backups"), QStringLiteral("backupTable"), tr("Backups")}, m_model,
        m_listCard);
    m_table->setMinimumHeight(220);
    m_listCard->body()->addWidget(m_table, 1);
    connect(m_check, &QPushButton::clicked, this, &BackupSection::checkAll);
    return m_listCard;
}

void BackupSection::enter()
{
    if (m_model)
        m_reading.readAgain();
}

void BackupSection::take(const Result<Backups>& read)
{
    if (!read)
        return banner().showError(read.error());
    m_state = read->state;
    showState();
    const auto& listed = read->listed;
    m_table->setEmptyText(!listed || *listed ? tr("There is no backup in this place yet.")
                                             : ruleText(listed->error()));
    m_model->setBackups(listed && *listed ? **listed : std::vector<app::ListedBackup>(),
                        context().session.today(), false);
    setBusy(m_busy);
}

void BackupSection::showState()
{
    m_last->setText(
        m_state.lastMade
            ? tr("The last backup was made on %1 (%2).")
                  .arg(momentText(*m_state.lastMade),
                       backupAgeText(*m_state.lastMade, context().session.today()))
            : tr("This authority was never backed up. If its disk fails, everything is lost."));
    setRole(m_last, m_state.lastMade ? "" : "field-problem");
    m_failure->setVisible(m_state.lastFailed.has_value());
    if (m_state.lastFailed)
        m_failure->setText(
            tr("The daily backup of %1 could not be made. Is the place there, and is "
               "there room?")
                .arg(momentText(*m_state.lastFailed)));
    const bool chosen = !m_state.folder.empty();
    m_place->setText(
        chosen
            ? tr("Once a day, at the first sign-in, a backup is written to %1.")
                  .arg(QDir::toNativeSeparators(text(m_state.folder.string())))
            : tr("No place is chosen, so no backup is made by itself. Choose a folder on another "
                 "disk or computer."));
    const QString warning = warningText(m_state.warning);
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_stop->setVisible(chosen);
    m_listCard->setVisible(chosen);
    setBusy(m_busy);
}

void BackupSection::chooseFolder()
{
    const QString folder =
        context().dialogs.folder(this, tr("Where the daily backups go: best on another disk"));
    if (!folder.isEmpty())
        setFolder(utf8(folder));
}

void BackupSection::stopDaily()
{
    const Question question{tr("Stop daily backups?"),
                            tr("No backup is made by itself any more. Those there are stay."),
                            tr("Stop them"), tr("Go on"), true};
    if (context().dialogs.confirm(this, question))
        setFolder({});
}

void BackupSection::setFolder(const std::filesystem::path& folder)
{
    banner().hide();
    const auto set = app::setBackupFolder(context().session, folder);
    if (!set)
        return banner().showError(set.error());
    if (!folder.empty())
        banner().show(Banner::Tone::Success, tr("Chosen"),
                      tr("The first backup is made at the next sign-in, or now by the button."));
    m_reading.readAgain();
}

void BackupSection::backUpInto(const std::filesystem::path& folder)
{
    banner().hide();
    setBusy(true);
    const QPointer<Job> job = context().jobs.run<app::BackupInfo>(
        this, tr("Backing up"),
        [folder](app::Session& session, const RunControl& control) {
            return app::backUpNow(session, folder, control);
        },
        [this](const Result<app::BackupInfo>& made) {
            if (!made)
                return banner().showError(made.error());
            banner().show(Banner::Tone::Success, tr("Backed up"),
                          tr("%1 was written, read back and is whole.")
                              .arg(QDir::toNativeSeparators(text(made->file.string()))));
        },
        Stopping::WhenAsked, Lane::Long);
    m_progress->watch(job, tr("Backing up"));
}

void BackupSection::checkAll()
{
    banner().hide();
    setBusy(true);
    using Listed = std::vector<app::ListedBackup>;
    const QPointer<Job> job = context().jobs.run<Listed>(
        this, tr("Checking the backups"),
        [listed = m_model->rows()](app::Session& session,
                                   const RunControl& control) -> Result<Listed> {
            Listed checked = listed;
            for (app::ListedBackup& backup : checked) {
                const auto whole = app::checkBackup(session, backup.info.file, control);
                if (!whole && whole.error().code == ErrorCode::Cancelled)
                    return whole.error();
                backup.problem = whole ? std::nullopt : std::optional(whole.error());
            }
            return checked;
        },
        [this](const Result<Listed>& checked) {
            if (!checked)
                return banner().showError(checked.error());
            m_model->setBackups(*checked, context().session.today(), true);
        },
        Stopping::WhenAsked, Lane::Long);
    if (!job)
        return setBusy(false);
    connect(job, &Job::ended, this, [this] { setBusy(false); });
}

void BackupSection::setBusy(bool busy)
{
    m_busy = busy;
    m_backUp->setEnabled(!busy && !m_state.folder.empty());
    m_elsewhere->setEnabled(!busy);
    m_choose->setEnabled(!busy);
    m_stop->setEnabled(!busy);
    m_check->setEnabled(!busy && m_model->rowCount() > 0);
}

}  // namespace homeward::ui
