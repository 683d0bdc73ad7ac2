#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/shared/tasks/jobs.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

/// How far a piece of work is, with a button to stop it. Hidden while there is none.
class JobProgress final : public QWidget {
    Q_OBJECT
public:
    explicit JobProgress(QWidget* parent = nullptr);
    void watch(const QPointer<Job>& job, const QString& words);

signals:
    /// The work has ended, `stopped` because the person stopped it.
    void finished(bool stopped);

private:
    QPointer<Job> m_job;
    bool m_stopped = false;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_stop;
};

}  // namespace homeward::ui
