#pragma once

#include <QList>
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
    /// In its place, about the page on screen: gone with endRemark, once another page is shown.
    void remark(const QString& text);
    void endRemark();
    /// When the page on screen was read; empty: there is nothing to be read.
    void setReadAt(const QString& text);
    /// A mark that stays, with the reason; empty: records can be changed.
    void setReadOnly(const QString& why);
    /// What happened by itself, e.g. the backup of the day; empty: nothing.
    void setNote(const QString& text);

private:
    void show(Job* job);
    void showProgress(int done, int total);
    /// The running job begun last, with its progress; none: nothing.
    void showLatest();
    void addWaiting(QHBoxLayout* row);

    QLabel* m_readAt;
    QLabel* m_saveState;
    QString m_remark;
    QLabel* m_readOnly;
    QLabel* m_note;
    QLabel* m_jobLabel;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPointer<Job> m_job;
    QList<Job*> m_running;  ///< one for each lane at most, the latest last
};

}  // namespace homeward::ui
