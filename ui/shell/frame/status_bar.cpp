#include "ui/shell/frame/status_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/shared/look/card.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/tasks/jobs.h"
#include "ui/shared/tasks/waits.h"
#include "ui/shared/words/catalogue.h"

namespace homeward::ui {

StatusBar::StatusBar(Jobs& jobs, const QString& authorityName, bool demonstration, QWidget* parent)
    : QWidget(parent),
      m_readAt(new QLabel),
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
    m_readAt->setObjectName(QStringLiteral("readAtLabel"));
    m_readAt->setToolTip(tr("When what is on screen was read. F5 reads it again."));
    row->addWidget(m_readAt);
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
        invented->setToolTip(sentence("demonstration.notice"));
        row->addWidget(invented);
    }
    showLatest();
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

void StatusBar::remark(const QString& text)
{
    m_remark = text;
    m_saveState->setText(text);
}

void StatusBar::endRemark()
{
    if (!m_remark.isEmpty() && m_saveState->text() == m_remark)
        m_saveState->clear();
    m_remark.clear();
}

void StatusBar::setReadAt(const QString& text)
{
    m_readAt->setText(text);
    m_readAt->setVisible(!text.isEmpty());
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
    m_running.append(job);
    connect(job, &Job::worked, this, [this, job] {
        m_running.removeOne(job);
        showLatest();
    });
    showLatest();
}

void StatusBar::showLatest()
{
    if (m_job)
        disconnect(m_job, &Job::progressed, this, nullptr);
    m_job = m_running.isEmpty() ? nullptr : m_running.constLast();
    for (QWidget* part : std::initializer_list<QWidget*>{m_jobLabel, m_progress, m_cancel})
        part->setVisible(m_job);
    if (!m_job)
        return;
    m_jobLabel->setText(m_job->label());
    m_progress->setAccessibleName(m_job->label());
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_job->label()));
    m_cancel->setToolTip(m_cancel->accessibleName());
    m_cancel->setEnabled(true);
    m_cancel->setVisible(m_job->canBeCancelled());
    showProgress(0, 0);
    connect(m_job, &Job::progressed, this, &StatusBar::showProgress);
}

void StatusBar::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

}  // namespace homeward::ui
