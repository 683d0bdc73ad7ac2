#pragma once

#include <QObject>
#include <vector>

#include "app/change_bus.h"
#include "app/children.h"
#include "app/homes.h"

namespace homeward::ui {

class Jobs;

/// Children and homes as lists, filters and global search show them: read once in the background,
/// read again after a commit that touches them.
class RecordLists : public QObject {
    Q_OBJECT
public:
    RecordLists(app::Session& session, Jobs& jobs, QObject* parent = nullptr);

    const std::vector<app::ChildRow>& children() const { return m_children; }
    const std::vector<app::HomeRow>& homes() const { return m_homes; }
    bool isLoaded() const { return m_childrenLoaded && m_homesLoaded; }

    void reload();
    void changed(const app::ChangeSet& changes);

signals:
    void childrenReplaced();
    void homesReplaced();
    void failed(const homeward::Error& error);

private:
    void loadChildren();
    void loadHomes();
    Jobs& m_jobs;
    std::vector<app::ChildRow> m_children;
    std::vector<app::HomeRow> m_homes;
    bool m_childrenLoaded = false;
    bool m_homesLoaded = false;
};

}  // namespace homeward::ui
