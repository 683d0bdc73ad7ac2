#include "ui/shell/status_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/shared/card.h"
#include "ui/shared/jobs.h"
#include "ui/shared/theme.h"
#include "ui/shared/waits.h"

namespace homeward::ui {

StatusBar::StatusBar(Jobs& jobs, const QString& authorityName, bool demonstration, QWidget* parent)
    : QWidget(parent),
      m_saveState(new QLabel),
      m_note(new QLabel),
      m_jobLabel(new QLabel),
      m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(fontMetrics().height() + 14);
    m_saveState->setObjectName(QStringLiteral("saveStateLabel"));
    auto* where = new QLabel(tr("%1 · encrypted").arg(authorityName));
    m_progress->setFixedWidth(120);
    m_progress->setTextVisible(false);
    setRole(m_cancel, "quiet");
    m_cancel->setIcon(Theme::instance().icon(QStringLiteral("close"), &Colours::mutedText));
    m_cancel->setText({});
    m_cancel->setFixedHeight(fontMetrics().height() + 8);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    m_readOnly = new QLabel(tr("Read only"));
    m_readOnly->setObjectName(QStringLiteral("readOnlyLabel"));
    setRole(m_readOnly, "pill-warning");
    m_readOnly->hide();
    row->addWidget(m_saveState);
    row->addWidget(where);
    row->addWidget(m_readOnly);
    row->addStretch(1);
    addWaiting(row);
    m_note->setObjectName(QStringLiteral("noteLabel"));
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_note, 4);
    row->addWidget(m_jobLabel);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    if (demonstration) {
        auto* invented = new QLabel(tr("Invented data"));
        invented->setObjectName(QStringLiteral("inventedLabel"));
        invented->setToolTip(
            tr("Every child, carer and figure in this demonstration is invented."));
        row->addWidget(invented);
    }
    hideJob();
    connect(&jobs, &Jobs::started, this, &StatusBar::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_jobLabel->setText(tr("Stopping…"));
        m_cancel->setEnabled(false);
    });
}

void StatusBar::addWaiting(QHBoxLayout* row)
{
    auto* words = new QLabel(tr("Waiting for another program to finish saving…"));
    words->setObjectName(QStringLiteral("waitingLabel"));
    auto* stop = new QPushButton(tr("Stop"));
    stop->setObjectName(QStringLiteral("stopWaitingButton"));
    stop->setAccessibleName(tr("Stop waiting"));
    stop->setToolTip(tr("Nothing is saved then; what you typed stays on screen."));
    stop->setFixedHeight(fontMetrics().height() + 8);
    setRole(stop, "quiet");
    Waits& waits = Waits::instance();
    for (QWidget* part : std::initializer_list<QWidget*>{words, stop}) {
        row->addWidget(part);
        part->setVisible(waits.isWaiting());
        connect(&waits, &Waits::waitingChanged, part, &QWidget::setVisible);
    }
    connect(stop, &QPushButton::clicked, &waits, &Waits::stop);
}

void StatusBar::setReadOnly(const QString& why)
{
    m_readOnly->setVisible(!why.isEmpty());
    m_readOnly->setToolTip(why);
    m_readOnly->setAccessibleName(tr("Read only: %1").arg(why));
}

void StatusBar::setSaveState(const QString& text)
{
    m_saveState->setText(text);
}

void StatusBar::setNote(const QString& text)
{
    m_note->setText(text);
    m_note->setToolTip(text);
}

void StatusBar::show(Job* job)
{
    if (job->label().isEmpty())
        return;
    m_job = job;
    m_jobLabel->setText(job->label());
    m_progress->setAccessibleName(job->label());
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(job->label()));
    m_cancel->setToolTip(m_cancel->accessibleName());
    m_cancel->setEnabled(true);
    showProgress(0, 0);
    m_jobLabel->setVisible(true);
    m_progress->setVisible(true);
    m_cancel->setVisible(job->canBeCancelled());
    connect(job, &Job::progressed, this, &StatusBar::showProgress);
    connect(job, &Job::ended, this, &StatusBar::hideJob);
}

void StatusBar::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void StatusBar::hideJob()
{
    m_job = nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_jobLabel, m_progress, m_cancel})
        part->setVisible(false);
}

}  // namespace homeward::ui
