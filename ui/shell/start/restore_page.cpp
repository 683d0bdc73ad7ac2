#include "ui/shell/start/restore_page.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

#include "app/authority/authority.h"
#include "ui/shared/fields/form_field.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/tasks/settings.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/error_presenter.h"
#include "ui/shared/words/format.h"
#include "ui/shell/session/background.h"
#include "ui/shell/start/passphrase_edit.h"
#include "ui/shell/start/restore_report.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

std::filesystem::path toPath(const QLineEdit* edit)
{
    return std::filesystem::path(utf8(edit->text().trimmed()));
}

QString pathText(const std::filesystem::path& path)
{
    return QDir::toNativeSeparators(text(path.string()));
}

QLabel* words(const char* name)
{
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// Beside the present authority: only there it can take its place.
QString suggestedFolder(const QString& authorityName, const QString& present)
{
    const QString parent = present.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : QFileInfo(QDir::cleanPath(present)).path();
    QString name = authorityName.simplified();
    name.replace(u'/', u'-');
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    const QString base =
        QDir(parent).filePath(RestorePage::tr("%1 restored").arg(name.left(80)).trimmed());
    QString folder = base;
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = u"%1 %2"_s.arg(base).arg(number);
    return QDir::toNativeSeparators(folder);
}

}  // namespace

RestorePage::RestorePage(Dialogs& dialogs, const app::Environment& environment,
                         std::filesystem::path openAuthority, QWidget* parent)
    : StartPage(
          tr("Restore a backup"),
          tr("Makes a new authority of a backup, beside the one you have. Nothing is replaced "
             "before you have seen what would be lost."),
          760, parent),
      m_dialogs(dialogs),
      m_environment(environment),
      m_openAuthority(std::move(openAuthority)),
      m_backup(new QLineEdit),
      m_account(new QComboBox),
      m_passphrase(new PassphraseEdit),
      m_folder(new QLineEdit),
      m_present(new QLineEdit),
      m_facts(words("backupFactsLabel")),
      m_restoredLabel(words("restoredLabel")),
      m_lost(words("lostLabel")),
      m_lostBy(words("lostByLabel")),
      m_counts(words("countsLabel")),
      m_restore(new QPushButton(tr("Restore beside"))),
      m_replace(new QPushButton(tr("Replace the present one…"))),
      m_keep(new QPushButton(tr("Keep both"))),
      m_stop(new QPushButton(tr("Stop"))),
      m_bar(new QProgressBar)
{
    const QString last = Settings::lastAuthority();
    if (!last.isEmpty() && QDir(last).exists())
        m_present->setText(QDir::toNativeSeparators(last));
    m_form = buildForm();
    m_result = buildResult();
    m_result->hide();
    body()->addWidget(m_form);
    body()->addWidget(m_result);
    setFirstFocus(m_backup);
}

QWidget* RestorePage::withButton(QLineEdit* edit, const QString& accessibleName,
                                 void (RestorePage::*choose)())
{
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(accessibleName);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    row->setFocusProxy(edit);
    connect(browse, &QPushButton::clicked, this, choose);
    return row;
}

QWidget* RestorePage::buildForm()
{
    m_backup->setObjectName(u"backupFileEdit"_s);
    m_account->setObjectName(u"restoreAccountCombo"_s);
    m_account->setEditable(true);
    m_account->setInsertPolicy(QComboBox::NoInsert);
    m_account->lineEdit()->setAccessibleName(tr("Account"));
    m_folder->setObjectName(u"restoreFolderEdit"_s);
    m_present->setObjectName(u"presentFolderEdit"_s);
    m_backupField = new FormField(
        tr("Backup"), withButton(m_backup, tr("Choose the backup"), &RestorePage::chooseBackup));
    setRole(m_facts, "muted");
    m_facts->hide();
    m_folderField =
        new FormField(tr("New folder"),
                      withButton(m_folder, tr("Choose the new folder"), &RestorePage::chooseFolder),
                      tr("Made if it is not there; must be empty."));
    m_presentField = new FormField(
        tr("Present authority, to compare with"),
        withButton(m_present, tr("Choose the present authority"), &RestorePage::choosePresent),
        tr("Leave empty on a new computer."));
    auto* card = new Card;
    card->body()->setSpacing(14);
    card->body()->addWidget(m_backupField);
    card->body()->addWidget(m_facts);
    m_accountField = new FormField(tr("Account"), m_account);
    m_passphraseField = new FormField(tr("Passphrase of the day of the backup"), m_passphrase);
    card->body()->addWidget(m_accountField);
    card->body()->addWidget(m_passphraseField);
    card->body()->addWidget(m_folderField);
    card->body()->addWidget(m_presentField);

    m_goBack = makeBack(tr("Back"));
    setRole(m_restore, "primary");
    m_restore->setObjectName(u"restoreBesideButton"_s);
    m_stop->setObjectName(u"stopRestoreButton"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("The backup is being restored"));
    m_bar->hide();
    m_stop->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_goBack);
    buttons->addWidget(m_bar, 1);
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_restore);
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(card);
    column->addLayout(buttons);
    connect(m_backup, &QLineEdit::editingFinished, this, &RestorePage::lookAtBackup);
    setEnterPresses(m_restore);
    connect(m_restore, &QPushButton::clicked, this, &RestorePage::submit);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->cancel();
    });
    return form;
}

QWidget* RestorePage::buildResult()
{
    auto* card = new Card(tr("Restored"));
    setRole(m_lost, "heading");
    setRole(m_lostBy, "muted");
    for (QLabel* label : {m_restoredLabel, m_lost, m_lostBy, m_counts})
        card->body()->addWidget(label);
    m_replace->setObjectName(u"replacePresentButton"_s);
    m_keep->setObjectName(u"keepBesideButton"_s);
    setRole(m_keep, "primary");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    card->body()->addLayout(buttons);
    connect(m_replace, &QPushButton::clicked, this, &RestorePage::replace);
    connect(m_keep, &QPushButton::clicked, this, &RestorePage::keepBeside);
    return card;
}

void RestorePage::setBackup(const QString& file)
{
    m_backup->setText(QDir::toNativeSeparators(file));
    lookAtBackup();
}

void RestorePage::chooseBackup()
{
    const QStringList files =
        m_dialogs.openFiles(this, tr("Backup"), tr("Homeward backups (*.homeward-backup)"), false);
    if (!files.isEmpty())
        setBackup(files.front());
}

void RestorePage::chooseFolder()
{
    const QString folder = m_dialogs.folder(this, tr("New folder for the restored authority"));
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void RestorePage::choosePresent()
{
    const QString folder = m_dialogs.folder(this, tr("Folder of the present authority"));
    if (!folder.isEmpty())
        m_present->setText(QDir::toNativeSeparators(folder));
}

void RestorePage::lookAtBackup()
{
    m_backupField->setProblem({});
    m_facts->hide();
    if (m_backup->text().trimmed().isEmpty())
        return;
    const auto backup = app::inspectBackup(toPath(m_backup));
    if (!backup) {
        m_backupField->setProblem(backup.error().facts.contains("rule")
                                      ? ruleText(backup.error())
                                      : messageFor(backup.error()).text);
        return;
    }
    m_facts->setText(tr("%1, made on %2, %3")
                         .arg(text(backup->authorityName), momentText(backup->madeAt),
                              QLocale().formattedDataSize(static_cast<qint64>(backup->bytes), 1,
                                                          QLocale::DataSizeSIFormat)));
    m_facts->show();
    const QString typed = m_account->currentText();
    m_account->clear();
    for (const std::string& name : backup->accountNames)
        m_account->addItem(text(name));
    m_account->setCurrentText(
        typed.isEmpty() && backup->accountNames.size() == 1 ? m_account->itemText(0) : typed);
    if (m_folder->text().isEmpty())
        m_folder->setText(
            suggestedFolder(text(backup->authorityName), m_present->text().trimmed()));
}

std::filesystem::path RestorePage::present() const
{
    return toPath(m_present);
}

bool RestorePage::isComplete()
{
    struct Needed {
        FormField* field;
        QWidget* edit;
        bool empty;
    };
    const auto blank = [](const QString& text) { return text.trimmed().isEmpty(); };
    const Needed all[] = {{m_backupField, m_backup, blank(m_backup->text())},
                          {m_accountField, m_account, blank(m_account->currentText())},
                          {m_passphraseField, m_passphrase->edit(), m_passphrase->isEmpty()},
                          {m_folderField, m_folder, blank(m_folder->text())}};
    QWidget* first = nullptr;
    for (const Needed& needed : all) {
        needed.field->setProblem(needed.empty ? tr("This is needed.") : QString());
        if (needed.empty && !first)
            first = needed.edit;
    }
    if (first)
        first->setFocus();
    return !first;
}

void RestorePage::submit()
{
    banner()->hide();
    m_presentField->setProblem({});
    if (!isComplete())
        return;
    setBusy(true);
    const auto passphrase = std::make_shared<Secret>(m_passphrase->secret());
    m_work = Background::run<Outcome>(
        this,
        [file = toPath(m_backup), account = utf8(m_account->currentText().trimmed()), passphrase,
         folder = toPath(m_folder), now = present(),
         environment = m_environment](const RunControl& control) -> Result<Outcome> {
            auto restored =
                app::restoreBackup(file, account, *passphrase, folder, environment, control);
            if (!restored)
                return restored.error();
            Outcome outcome{std::move(*restored), std::nullopt, std::nullopt};
            if (now.empty())
                return outcome;
            auto compared =
                app::compareFolders(now, account, *passphrase, outcome.restored, environment);
            if (compared)
                outcome.comparison = std::move(*compared);
            else
                outcome.notCompared = compared.error();
            return outcome;
        },
        [this](const Result<Outcome>& outcome) {
            setBusy(false);
            if (!outcome)
                return showError(outcome.error());
            showOutcome(*outcome);
        });
    connect(m_work, &Background::progressed, m_bar, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
}

void RestorePage::setBusy(bool busy)
{
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_backupField, m_account, m_passphrase, m_folderField,
                                         m_presentField, m_goBack, m_restore})
        part->setEnabled(!busy);
    m_bar->setRange(0, 0);
    m_bar->setVisible(busy);
    m_stop->setVisible(busy);
}

void RestorePage::showError(const Error& error)
{
    const auto field = error.facts.find("field");
    if (error.code == ErrorCode::InvalidInput && field != error.facts.end() &&
        field->second == "folder") {
        m_folderField->setProblem(ruleText(error));
        return m_folder->setFocus();
    }
    banner()->showError(error);
    if (error.code == ErrorCode::WrongPassphrase) {
        m_passphrase->clear();
        m_passphrase->edit()->setFocus();
    }
}

void RestorePage::showOutcome(const Outcome& outcome)
{
    m_passphrase->clear();
    m_restored = outcome.restored;
    m_restoredLabel->setText(tr("%1 as it was on %2 now stands in %3. Every byte was checked.")
                                 .arg(text(m_restored->authority.name),
                                      momentText(m_restored->backup.madeAt),
                                      pathText(m_restored->authority.folder)));
    bool mayReplace = !m_present->text().trimmed().isEmpty();
    m_lostBy->clear();
    m_counts->clear();
    m_lost->clear();
    if (outcome.comparison) {
        m_lost->setText(lostText(*outcome.comparison));
        m_lostBy->setText(lostByText(*outcome.comparison));
        m_counts->setText(countsText(*outcome.comparison));
    } else if (outcome.notCompared) {
        const bool other = outcome.notCompared->code == ErrorCode::InvalidInput;
        const bool none = outcome.notCompared->code == ErrorCode::AuthorityMissing;
        mayReplace = mayReplace && !other && !none;
        m_lost->setText(tr("The present one could not be compared."));
        m_counts->setText(other ? ruleText(*outcome.notCompared)
                                : messageFor(*outcome.notCompared).title);
    }
    for (QLabel* label : {m_lost, m_lostBy, m_counts})
        label->setVisible(!label->text().isEmpty());
    m_replace->setVisible(mayReplace);
    m_form->hide();
    m_result->show();
    setFirstFocus(m_keep);
    m_keep->setFocus();
}

void RestorePage::replace()
{
    banner()->hide();
    std::error_code ignored;
    if (!m_openAuthority.empty() &&
        std::filesystem::equivalent(present(), m_openAuthority, ignored))
        return banner()->show(Banner::Tone::Warning, tr("It is open here"),
                              tr("Sign out of the present authority first. The restored one stays "
                                 "in %1.")
                                  .arg(pathText(m_restored->authority.folder)));
    const Question question{
        tr("Put the backup in the place of the present authority?"),
        tr("%1\nThe present one is not deleted: it is kept beside it under another name.")
            .arg(m_lost->text()),
        tr("Replace it"), tr("Keep both"), true};
    if (!m_dialogs.confirm(this, question))
        return;
    const auto kept =
        app::replacePresent(present(), m_restored->authority.folder, m_environment.clock->now());
    if (!kept)
        return banner()->showError(kept.error());
    m_restoredLabel->setText(sentence("restore.replaced", {{"folder", utf8(pathText(present()))},
                                                           {"kept", utf8(pathText(*kept))}}));
    m_restored->authority.folder = present();
    for (QWidget* part : std::initializer_list<QWidget*>{m_lost, m_lostBy, m_counts, m_replace})
        part->hide();
    m_keep->setText(tr("Sign in"));
    m_keep->setFocus();
}

void RestorePage::keepBeside()
{
    emit finished(text(m_restored->authority.folder.string()), m_account->currentText().trimmed());
}

}  // namespace homeward::ui
