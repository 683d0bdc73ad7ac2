#pragma once

#include <QObject>
#include <QPointer>
#include <QTime>
#include <QTimer>
#include <optional>
#include <utility>
#include <vector>

#include "app/records/children.h"
#include "app/records/homes.h"
#include "app/session/change_bus.h"

namespace homeward::ui {

class ChangeRelay;
class Job;
class Jobs;

/// Children and homes as lists, filters and global search show them: read once in the background,
/// read again after a commit that touches them, here or in another program.
class RecordLists : public QObject {
    Q_OBJECT
public:
    RecordLists(ChangeRelay& relay, Jobs& jobs, QObject* parent = nullptr);

    const std::vector<app::ChildRow>& children() const { return m_children; }
    const std::vector<app::HomeRow>& homes() const { return m_homes; }
    bool isLoaded() const { return m_childrenLoaded && m_homesLoaded; }
    bool childrenLoaded() const { return m_childrenLoaded; }
    /// When they were read; empty: not yet.
    const std::optional<QTime>& childrenReadAt() const { return m_childrenReadAt; }
    const std::optional<QTime>& homesReadAt() const { return m_homesReadAt; }

    void reload();
    /// Lets go of all rows until reload: the window is locked.
    void forget();

signals:
    void childrenReplaced();
    void homesReplaced();
    void failed(const homeward::Error& error);

private:
    void changed(const app::ChangeSet& changes);
    void loadChildren();
    void loadHomes();
    ChangeRelay& m_relay;
    Jobs& m_jobs;
    std::vector<app::ChildRow> m_children;
    std::vector<app::HomeRow> m_homes;
    bool m_childrenLoaded = false;
    bool m_homesLoaded = false;
    std::optional<QTime> m_childrenReadAt;
    std::optional<QTime> m_homesReadAt;
    QPointer<Job> m_childrenJob;  ///< waiting or running
    QPointer<Job> m_homesJob;
    bool m_childrenStale = false;  ///< changed again while it was being read
    bool m_homesStale = false;
    QTimer m_draftPause;
    bool m_resting = false;  ///< between forget and reload
};

}  // namespace homeward::ui
