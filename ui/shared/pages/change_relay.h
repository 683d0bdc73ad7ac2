#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "app/session/change_bus.h"

namespace homeward::app {
class Session;
}

namespace homeward::ui {

/// Brings commits to the user interface thread: those of this program, made on any thread, and
/// those of other programs on the same authority, for which it looks every second. It also looks
/// whether the files are still those opened, and writes what had to wait. Lives longer than every
/// thread that commits.
class ChangeRelay : public QObject {
    Q_OBJECT
public:
    explicit ChangeRelay(app::Session& session, QObject* parent = nullptr);

    /// Keeps changes back until release, which tells them as one: while the window is locked
    /// nothing can be read.
    void hold();
    void release();
    /// Looks for changes of other programs now.
    void look();

signals:
    void changed(const homeward::app::ChangeSet& changes);
    /// Something on screen was read, or is not up to date any more.
    void readingChanged();

private:
    void tell(const app::ChangeSet& changes);

    app::Session& m_session;
    std::shared_ptr<void> m_subscription;
    QTimer m_timer;
    bool m_held = false;
    std::optional<app::ChangeSet> m_missed;
};

}  // namespace homeward::ui
