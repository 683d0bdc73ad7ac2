#pragma once

#include <QObject>
#include <memory>

#include "app/change_bus.h"

namespace homeward::ui {

/// Brings commits, made on any thread, to the user interface thread. Lives longer than every thread
/// that commits.
class ChangeRelay : public QObject {
    Q_OBJECT
public:
    explicit ChangeRelay(app::ChangeBus& bus);

signals:
    void changed(const homeward::app::ChangeSet& changes);

private:
    std::shared_ptr<void> m_subscription;
};

}  // namespace homeward::ui
