#include "ui/admin/job_progress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace homeward::ui {

JobProgress::JobProgress(QWidget* parent)
    : QWidget(parent),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop"), this))
{
    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_bar->setTextVisible(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stopped = true;
        m_stop->setEnabled(false);
        if (m_job)
            m_job->cancel();
    });
    hide();
}

void JobProgress::watch(const QPointer<Job>& job, const QString& words)
{
    m_job = job;
    m_stopped = false;
    m_words->setText(words);
    m_bar->setAccessibleName(words);
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    if (!job)
        return;
    show();
    connect(job, &Job::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    connect(job, &Job::ended, this, [this] {
        hide();
        emit finished(m_stopped);
    });
}

}  // namespace homeward::ui
