#include "ui/admin/trail/audit_section.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/trust/trust.h"
#include "ui/admin/job_progress.h"
#include "ui/admin/trail/audit_table_model.h"
#include "ui/admin/trail/audit_words.h"
#include "ui/shared/look/banner.h"
#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tables/table_view.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/words/catalogue.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr int kStep = 500;  ///< rows read at once

}  // namespace

AuditSection::AuditSection(const PageContext& context, QWidget* parent)
    : AdminSection(context, parent),
      m_rows(
          this, context, {app::Aggregate::Audit, app::Aggregate::Standing}, Lane::Quick, {},
          [this] {
              return [limit = m_limit](app::Session& session, const RunControl&) {
                  return app::recentChanges(session, limit);
              };
          },
          [this](const auto& rows) { take(rows); })
{
    if (refuse(Right::VerifyAudit))
        return;
    column()->addWidget(buildConflicts());
    column()->addWidget(buildVerify());
    column()->addWidget(buildRecent(), 1);
}

QWidget* AuditSection::buildConflicts()
{
    m_conflicts = new Card(sentence("error.TrailContradiction.title"), this);
    m_conflicts->setObjectName(QStringLiteral("conflictsCard"));
    m_conflictText = new QLabel(m_conflicts);
    m_conflictText->setObjectName(QStringLiteral("conflictsLabel"));
    m_conflictText->setWordWrap(true);
    m_conflictText->setTextInteractionFlags(Qt::TextSelectableByMouse |
                                            Qt::TextSelectableByKeyboard);
    auto* consequence = new QLabel(
        tr("Before you decide: ask who moved, copied or restored the folder, and look for the "
           "files that were "
           "there before. If you go on, the records stay as they are now, accounts are put back to "
           "what the "
           "audit trail says, and your decision and its reason stay in the trail for good."),
        m_conflicts);
    consequence->setWordWrap(true);
    setRole(consequence, "muted");
    m_reason = new QLineEdit(m_conflicts);
    m_reason->setObjectName(QStringLiteral("conflictReasonEdit"));
    m_reason->setAccessibleName(tr("What happened, and why it is right to go on"));
    m_reason->setPlaceholderText(tr("What happened, and why it is right to go on"));
    m_decideButton = new QPushButton(tr("Go on with these records"), m_conflicts);
    m_decideButton->setObjectName(QStringLiteral("decideConflictsButton"));
    m_decideButton->setEnabled(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_reason, 1);
    row->addWidget(m_decideButton);
    m_conflicts->body()->addWidget(m_conflictText);
    m_conflicts->body()->addWidget(consequence);
    m_conflicts->body()->addLayout(row);
    m_conflicts->hide();
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_decideButton->setEnabled(!words.trimmed().isEmpty());
    });
    connect(m_reason, &QLineEdit::returnPressed, m_decideButton, &QPushButton::click);
    connect(m_decideButton, &QPushButton::clicked, this, &AuditSection::decide);
    return m_conflicts;
}

void AuditSection::readConflicts()
{
    const auto open = app::openConflicts(context().session);
    if (!open || open->empty() || !context().session.may(Right::ManageAccounts))
        return m_conflicts->hide();
    QStringList sentences;
    for (const app::OpenConflict& conflict : *open)
        sentences << conflictText(conflict);
    m_conflictText->setText(sentences.join(u'\n'));
    m_conflicts->show();
}

void AuditSection::decide()
{
    const auto decided = app::decideConflicts(context().session, utf8(m_reason->text()));
    if (!decided)
        return banner().showError(decided.error());
    m_reason->clear();
    m_conflicts->hide();
    banner().show(Banner::Tone::Success, tr("Decided"),
                  tr("Work goes on. Your decision and its reason are in the audit trail."));
    goOnAt(m_verifyButton);
}

QWidget* AuditSection::buildVerify()
{
    auto* card = new Card(tr("Is everything whole?"), this);
    card->setSubtitle(
        tr("Every change is written into a chain that nobody can edit unseen. Checking reads every "
           "page "
           "of the database, recomputes the chain and compares all records with it."));
    m_verifyButton = new QPushButton(tr("Check everything"), card);
    m_verifyButton->setObjectName(QStringLiteral("verifyButton"));
    m_verifyButton->setIcon(Theme::instance().icon(QStringLiteral("verify")));
    card->headerTools()->addWidget(m_verifyButton);
    m_progress = new JobProgress(card);
    m_verdict = new Banner(card);
    m_verdict->setObjectName(QStringLiteral("verdictBanner"));
    m_verdict->setLasting();
    card->body()->addWidget(m_progress);
    card->body()->addWidget(m_verdict);
    connect(m_verifyButton, &QPushButton::clicked, this, &AuditSection::verify);
    connect(m_progress, &JobProgress::finished, this, [this](bool stopped) {
        m_verifyButton->setEnabled(true);
        if (stopped)
            m_verdict->show(Banner::Tone::Info, tr("Stopped"), tr("Not everything was checked."));
    });
    return card;
}

QWidget* AuditSection::buildRecent()
{
    m_recent = new Card(tr("Recent changes"), this);
    m_model = new AuditTableModel(this);
    m_search = new QLineEdit(m_recent);
    m_search->setObjectName(QStringLiteral("auditSearchEdit"));
    m_search->setAccessibleName(tr("Search in recent changes"));
    m_search->setPlaceholderText(tr("Search in recent changes: a person, a record, a field"));
    m_search->setClearButtonEnabled(true);
    m_extent = new QLabel(m_recent);
    m_extent->setObjectName(QStringLiteral("auditExtentLabel"));
    setRole(m_extent, "muted");
    m_olderButton = new QPushButton(tr("Show older"), m_recent);
    m_olderButton->setObjectName(QStringLiteral("olderChangesButton"));
    m_olderButton->hide();
    auto* tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_extent);
    tools->addWidget(m_olderButton);
    m_recent->body()->addLayout(tools);
    m_limit = kStep;
    auto* table = new TableView({QStringLiteral("admin/audit"), QStringLiteral("auditTable"),
                                 tr("Recent changes"), tr("No change is like this.")},
                                m_model, m_recent);
    table->setMinimumHeight(260);
    m_recent->body()->addWidget(table, 1);
    connect(m_olderButton, &QPushButton::clicked, this, &AuditSection::showOlder);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setSearch(words);
        showCount();
    });
    return m_recent;
}

void AuditSection::enter()
{
    if (m_model)
        m_rows.readAgain();
}

void AuditSection::take(const Result<std::vector<app::AuditRow>>& rows)
{
    readConflicts();
    if (!rows)
        return banner().showError(rows.error());
    // The chain has no gaps, so the newest row's number is how many there are.
    m_written = rows->empty() ? 0 : rows->front().sequence;
    m_model->setRows(*rows);
    showCount();
}

void AuditSection::showOlder()
{
    m_limit += kStep;
    m_rows.readAgain();
}

void AuditSection::showCount()
{
    const QLocale locale;
    const int read = m_model->totalCount();
    const int shown = m_model->rowCount();
    const bool whole = read >= m_written;
    m_extent->setText(
        whole ? tr("all %1").arg(locale.toString(read))
              : tr("the latest %1 of %2").arg(locale.toString(read), locale.toString(m_written)));
    m_recent->setSubtitle(shown == read ? tr("Newest first")
                                        : tr("%1 like this").arg(locale.toString(shown)));
    if (whole && m_olderButton->hasFocus())
        goOnAt(m_search);
    m_olderButton->setVisible(!whole);
}

void AuditSection::verify()
{
    banner().hide();
    m_verifyButton->setEnabled(false);
    m_verdict->hide();
    const QPointer<Job> job = context().jobs.run<app::VerifyReport>(
        this, tr("Checking the authority"),
        [](app::Session& session, const RunControl& control) {
            return app::verifyAuthority(session, control);
        },
        [this](const Result<app::VerifyReport>& verdict) { showVerdict(verdict); },
        Stopping::WhenAsked, Lane::Long);
    m_progress->watch(job, tr("Checking every page, row and record"));
}

void AuditSection::showVerdict(const Result<app::VerifyReport>& verdict)
{
    if (!verdict) {
        banner().showError(verdict.error());
        return;
    }
    const VerdictWords words = verdictWords(*verdict);
    m_verdict->show(words.whole ? Banner::Tone::Success : Banner::Tone::Problem, words.title,
                    words.text);
}

}  // namespace homeward::ui
