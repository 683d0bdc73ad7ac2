#include "ui/admin/imports/import_section.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/session/session.h"
#include "domain/statutory_codes.h"
#include "ui/admin/imports/drop_area.h"
#include "ui/admin/imports/finding_table_model.h"
#include "ui/admin/imports/import_change_model.h"
#include "ui/admin/imports/import_file_model.h"
#include "ui/admin/imports/imports_card.h"
#include "ui/admin/job_progress.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/dialogs.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(homeward::ui::ImportText)
};

}  // namespace

QString importText(int childrenCreated, int childrenChanged, int placementsCreated,
                   int placementsChanged)
{
    QStringList parts;
    if (childrenCreated > 0)
        parts << ImportWords::tr("%Ln child(ren) (is|are) new", nullptr, childrenCreated);
    if (childrenChanged > 0)
        parts << ImportWords::tr("%Ln child(ren) changed", nullptr, childrenChanged);
    if (placementsCreated > 0)
        parts << ImportWords::tr("%Ln placement(s) (is|are) new", nullptr, placementsCreated);
    if (placementsChanged > 0)
        parts << ImportWords::tr("%Ln placement(s) changed", nullptr, placementsChanged);
    return parts.isEmpty() ? ImportWords::tr("Nothing changes") : parts.join(QStringLiteral(" · "));
}

ImportSection::ImportSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent)
{
    if (!refuse(Right::ImportReturns))
        build();
}

void ImportSection::build()
{
    m_drop = new DropArea(
        tr("Choose the files of a return, or drop them or their folder here"),
        tr("SSDA903 header and episodes as CSV, of one or several years, with the year in the name "
           "of the file or its folder. Nothing is written before you have seen what would change."),
        tr("Choose files…"), this);
    column()->addWidget(m_drop);
    connect(m_drop, &DropArea::chooseRequested, this, &ImportSection::chooseFiles);
    connect(m_drop, &DropArea::filesDropped, this, &ImportSection::look);

    m_progress = new JobProgress(this);
    column()->addWidget(m_progress);
    connect(m_progress, &JobProgress::finished, this, [this](bool stopped) {
        setBusy(false);
        if (!m_drop->isHidden())
            goOnAt(m_drop);
        // Stop can come a moment too late; then say what was written.
        if (stopped && m_written && *m_written)
            showOutcome(**m_written);
        else if (stopped)
            banner().show(Banner::Tone::Info, tr("Stopped"), tr("Nothing was written."));
    });

    m_filesCard = new Card(tr("What the files would do"), this);
    m_files = new ImportFileModel(this);
    m_filesTable = new TableView({QStringLiteral("admin/importFiles"),
                                  QStringLiteral("importFilesTable"), tr("Files of the return")},
                                 m_files, m_filesCard);
    m_filesCard->body()->addWidget(m_filesTable);
    column()->addWidget(buildYear());
    column()->addWidget(m_filesCard);
    column()->addWidget(buildChanges());
    column()->addWidget(buildFindings(), 1);
    m_imports = new ImportsCard(context(), banner(), this);
    column()->addWidget(m_imports);
    column()->addStretch(0);
    footer()->addWidget(buildCommit());
    startAgain();
}

QWidget* ImportSection::buildYear()
{
    constexpr int kYearsOffered = 17;  // from the year 2010-11 on
    m_yearCard = new Card(tr("Which year?"), this);
    m_year = new QComboBox(m_yearCard);
    m_year->setObjectName(QStringLiteral("importYearCombo"));
    m_year->setAccessibleName(tr("Collection year of these files"));
    const int now = collectionYearOf(context().session.today()).startYear;
    for (int year = now; year > now - kYearsOffered; --year)
        m_year->addItem(
            QStringLiteral("%1/%2").arg(year).arg((year + 1) % 100, 2, 10, QLatin1Char('0')), year);
    auto* again = new QPushButton(tr("Look again"), m_yearCard);
    again->setObjectName(QStringLiteral("lookAgainButton"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_year);
    row->addWidget(again);
    row->addStretch(1);
    m_yearCard->body()->addLayout(row);
    connect(again, &QPushButton::clicked, this,
            [this] { lookAt(m_paths, m_year->currentData().toInt()); });
    return m_yearCard;
}

QWidget* ImportSection::buildChanges()
{
    m_changesCard = new Card(QStringLiteral(" "), this);
    m_changes = new ImportChangeModel(this);
    auto* table = new TableView({QStringLiteral("admin/importChanges"),
                                 QStringLiteral("importChangesTable"), tr("Values that change")},
                                m_changes, m_changesCard);
    table->setMinimumHeight(120);
    m_changesCard->body()->addWidget(table);
    return m_changesCard;
}

QWidget* ImportSection::buildFindings()
{
    m_findingsCard = new Card(QStringLiteral(" "), this);
    m_findings = new FindingTableModel(this);
    auto* tools = new QHBoxLayout;
    m_show = new QComboBox(m_findingsCard);
    m_show->setObjectName(QStringLiteral("findingsCombo"));
    m_show->setAccessibleName(tr("Which rows to show"));
    m_show->addItems({tr("All"), tr("Not taken"), tr("To look at again")});
    m_search = new QLineEdit(m_findingsCard);
    m_search->setObjectName(QStringLiteral("findingsSearchEdit"));
    m_search->setAccessibleName(tr("Search in these rows"));
    m_search->setPlaceholderText(tr("Search in these rows"));
    m_search->setClearButtonEnabled(true);
    auto* out = new QPushButton(tr("Export as CSV…"), m_findingsCard);
    out->setObjectName(QStringLiteral("exportFindingsButton"));
    tools->addWidget(m_show);
    tools->addWidget(m_search, 1);
    tools->addWidget(out);
    m_findingsCard->body()->addLayout(tools);
    auto* table = new TableView({QStringLiteral("admin/findings"), QStringLiteral("findingsTable"),
                                 tr("Rows that need a look"), tr("No row is like this.")},
                                m_findings, m_findingsCard);
    m_findingsTable = table;
    table->setRowLines(2);  // most findings are sentences of such a length
    table->setMinimumHeight(160);
    m_findingsCard->body()->addWidget(table, 1);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_findings->setShow(static_cast<FindingTableModel::Show>(index));
        showFindingCount();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_findings->setSearch(words);
        showFindingCount();
    });
    connect(out, &QPushButton::clicked, this, &ImportSection::exportFindings);
    return m_findingsCard;
}

QWidget* ImportSection::buildCommit()
{
    m_commitBar = new QWidget(this);
    auto* row = new QHBoxLayout(m_commitBar);
    row->setContentsMargins(0, 12, 0, 0);
    row->setSpacing(12);
    m_summary = new QLabel(m_commitBar);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setWordWrap(true);
    setRole(m_summary, "heading");
    m_againButton = new QPushButton(tr("Start again"), m_commitBar);
    m_againButton->setObjectName(QStringLiteral("startAgainButton"));
    m_commitButton = new QPushButton(tr("Take this return over"), m_commitBar);
    m_commitButton->setObjectName(QStringLiteral("commitImportButton"));
    setRole(m_commitButton, "primary");
    row->addWidget(m_summary, 1);
    row->addWidget(m_againButton);
    row->addWidget(m_commitButton);
    connect(m_againButton, &QPushButton::clicked, this, [this] {
        banner().hide();
        startAgain();
        goOnAt(m_drop);
    });
    connect(m_commitButton, &QPushButton::clicked, this, &ImportSection::commit);
    connect(&banner(), &Banner::actionRequested, this, [this] {
        emit placeRequested({QStringLiteral("children"), {}, {}});
    });
    return m_commitBar;
}

void ImportSection::startAgain()
{
    m_preview.reset();
    m_paths.clear();
    for (QWidget* widget :
         {static_cast<QWidget*>(m_filesCard), static_cast<QWidget*>(m_changesCard),
          static_cast<QWidget*>(m_findingsCard), static_cast<QWidget*>(m_yearCard), m_commitBar})
        widget->hide();
    m_drop->show();
    m_imports->show();
}

void ImportSection::enter()
{
    if (m_imports)
        m_imports->readAgain();
}

void ImportSection::chooseFiles()
{
    look(context().dialogs.openFiles(this, tr("Choose the files of a return"),
                                     tr("Tables (*.csv *.CSV);;All files (*)"), true));
}

void ImportSection::look(const QStringList& files)
{
    if (files.isEmpty() || m_committing)
        return;
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.emplace_back(utf8(file));
    lookAt(std::move(paths), {});
}

void ImportSection::lookAt(std::vector<std::filesystem::path> paths, std::optional<int> year)
{
    startAgain();
    m_written.reset();
    banner().hide();
    m_paths = std::move(paths);
    m_options = {year, false};
    setBusy(true);
    using Preview = std::shared_ptr<const app::ImportPreview>;
    const QPointer<Job> job = context().jobs.run<Preview>(
        this, tr("Looking at the return"),
        [paths = m_paths, options = m_options](app::Session& session,
                                               const RunControl& control) -> Result<Preview> {
            Result<app::ImportPreview> looked =
                app::previewImport(session, paths, control, options);
            if (!looked)
                return looked.error();
            return Preview(std::make_shared<app::ImportPreview>(std::move(looked).value()));
        },
        [this](const Result<Preview>& looked) { showPreview(looked); }, Stopping::WhenAsked,
        Lane::Long);
    m_progress->watch(job, tr("Reading and checking the files"));
}

void ImportSection::showPreview(const Result<std::shared_ptr<const app::ImportPreview>>& looked)
{
    if (!looked) {
        banner().showError(looked.error());
        return;
    }
    m_preview = *looked;
    m_files->setRows(m_preview->files);
    m_changes->setRows(m_preview->changes);
    m_changesCard->setTitle(
        tr("%Ln value(s) on record would change", nullptr, m_changes->rowCount()));
    m_changesCard->setVisible(m_changes->rowCount() > 0);
    m_imports->hide();
    showYearAsked();
    m_findings->setRows(m_preview->findings);
    const int row = m_filesTable->verticalHeader()->defaultSectionSize();
    const int shown = std::clamp(m_files->rowCount(), 1, 10);
    m_filesTable->setFixedHeight(row * shown +
                                 m_filesTable->horizontalHeader()->sizeHint().height() + 4);
    m_filesCard->setVisible(m_files->rowCount() > 0);
    m_filesCard->setSubtitle(
        tr("New, changed and unchanged count children in a header file, and "
           "episodes in an episodes file. Nothing has been written yet."));
    m_findingsCard->setVisible(m_findings->totalCount() > 0);
    showFindingCount();
    goOnAt(m_files->rowCount() > 0 ? m_filesTable : m_findingsTable);
    m_drop->hide();
    m_commitBar->show();
    m_commitButton->show();
    m_commitButton->setEnabled(!m_preview->changesNothing());
    const bool onlyRows = !m_preview->changesNothing() &&
                          m_preview->childrenCreated + m_preview->childrenChanged == 0;
    m_summary->setText(onlyRows ? tr("No child changes; %Ln row(s) (is|are) kept as reported",
                                     nullptr, m_preview->rowsNew)
                                : importText(m_preview->childrenCreated, m_preview->childrenChanged,
                                             m_preview->placementsCreated,
                                             m_preview->placementsChanged));
    if (m_preview->files.empty())
        banner().show(Banner::Tone::Warning, tr("None of these files can be taken"),
                      tr("The list below says why. Nothing was changed."));
    else if (m_preview->changesNothing())
        banner().show(
            Banner::Tone::Info, tr("Nothing would change"),
            notTaken().isEmpty()
                ? tr("Everything in these files is here already, so there is nothing to take over.")
                : tr("What can be taken is here already. Not taken: %1.").arg(notTaken()));
}

QString ImportSection::notTaken() const
{
    QStringList parts;
    if (const int rows = m_preview->rowsRejected(); rows > 0)
        parts << tr("%Ln row(s)", nullptr, rows);
    if (const int files = m_preview->filesUnread(); files > 0)
        parts << tr("%Ln whole file(s)", nullptr, files);
    if (const int children = m_preview->childrenRefused(); children > 0)
        parts << tr("the changes to %Ln child(ren)", nullptr, children);
    return parts.join(tr(" and "));
}

void ImportSection::showFindingCount()
{
    const int all = m_findings->totalCount();
    const int rejected = m_findings->rejectedCount();
    m_findingsCard->setTitle(tr("%Ln finding(s)", nullptr, all));
    QStringList parts;
    if (!notTaken().isEmpty())
        parts << tr("not taken: %1").arg(notTaken());
    if (all > rejected)
        parts << tr("%Ln remark(s) on what is taken", nullptr, all - rejected);
    QString words = parts.join(QStringLiteral(" · "));
    if (m_findings->rowCount() != all)
        words += tr(" · %1 shown").arg(QLocale().toString(m_findings->rowCount()));
    m_findingsCard->setSubtitle(words);
}

void ImportSection::showYearAsked()
{
    QStringList names;
    for (const std::string& name : m_preview->withoutYear)
        names << text(name);
    m_yearCard->setVisible(!names.isEmpty());
    m_yearCard->setSubtitle(
        tr("Neither the name nor the folder of %1 says it. Say which year the files are of, and "
           "look again.")
            .arg(names.join(tr(", "))));
}

bool ImportSection::mayMix()
{
    if (!m_preview->isOfAnotherWorld)
        return true;
    const bool demonstration = context().session.authority().demonstration;
    const Question question{
        demonstration ? tr("A real return into a demonstration?")
                      : tr("An invented return among real records?"),
        demonstration
            ? tr("This authority is a demonstration whose passphrase is public, and the return "
                 "looks real: its postcodes are. Real children do not belong here.")
            : tr("The return looks invented: its postcodes are none. Invented children would "
                 "stand among the real ones."),
        tr("Take it over anyway"), tr("Do not"), true};
    m_options.anyway = context().dialogs.confirm(this, question);
    return m_options.anyway;
}

void ImportSection::commit()
{
    if (!m_preview || !mayMix())
        return;
    banner().hide();
    setBusy(true);
    m_filesCard->setSubtitle({});
    m_committing = true;
    m_written = std::make_shared<std::optional<app::ImportOutcome>>();
    const QPointer<Job> job = context().jobs.run<app::ImportOutcome>(
        this, tr("Taking the return over"),
        [preview = m_preview, written = m_written, options = m_options](app::Session& session,
                                                                        const RunControl& control) {
            Result<app::ImportOutcome> outcome =
                app::commitImport(session, *preview, control, options);
            if (outcome)
                *written = *outcome;
            return outcome;
        },
        [this](const Result<app::ImportOutcome>& outcome) { showOutcome(outcome); },
        Stopping::WhenAsked, Lane::Long);
    m_progress->watch(job, tr("Writing"));
}

void ImportSection::showOutcome(const Result<app::ImportOutcome>& outcome)
{
    if (!outcome) {
        if (outcome.error().code == ErrorCode::EditConflict)
            banner().show(Banner::Tone::Warning, tr("Nothing was written"),
                          tr("Somebody changed a child in the meantime. Choose the files again to "
                             "see what they would do now."));
        else
            banner().showError(outcome.error());
        return;
    }
    QString words = importText(outcome->childrenCreated, outcome->childrenChanged,
                               outcome->placementsCreated, outcome->placementsChanged);
    if (!notTaken().isEmpty())
        words += tr(" · not taken: %1").arg(notTaken());
    startAgain();
    banner().showWithAction(Banner::Tone::Success, tr("The return is taken over"), words,
                            tr("Show the children"));
}

void ImportSection::setBusy(bool busy)
{
    if (!busy)
        m_committing = false;
    m_drop->setEnabled(!busy);
    m_againButton->setEnabled(!busy);
    m_commitButton->setEnabled(!busy && m_preview && !m_preview->changesNothing());
}

void ImportSection::exportFindings()
{
    if (!m_preview)
        return;
    banner().hide();
    ExportDoor(context(), this, &banner())
        .toSpreadsheet(
            {tr("Save the rows that need a look"), tr("rows to look at.csv"), tr("Table (*.csv)")},
            {{}, "findings", m_preview->findings.size(), {}},
            app::findingsCsv(m_preview->findings));
}

}  // namespace homeward::ui
