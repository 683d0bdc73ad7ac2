#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace homeward::ui {

class Job;
class Jobs;

/// What is saved, where one is, what is running and how to stop it.
class StatusBar final : public QWidget {
    Q_OBJECT
public:
    StatusBar(Jobs& jobs, const QString& authorityName, bool demonstration,
              QWidget* parent = nullptr);
    void setSaveState(const QString& text);
    /// A mark that stays, with the reason; empty: records can be changed.
    void setReadOnly(const QString& why);
    /// What happened by itself, e.g. the backup of the day; empty: nothing.
    void setNote(const QString& text);

private:
    void show(Job* job);
    void showProgress(int done, int total);
    void hideJob();
    void addWaiting(QHBoxLayout* row);

    QLabel* m_saveState;
    QLabel* m_readOnly;
    QLabel* m_note;
    QLabel* m_jobLabel;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPointer<Job> m_job;
};

}  // namespace homeward::ui
