#include "ui/shell/change_relay.h"

namespace homeward::ui {

ChangeRelay::ChangeRelay(app::ChangeBus& bus)
{
    m_subscription = bus.subscribe([this](const app::ChangeSet& changes) {
        QMetaObject::invokeMethod(
            this, [this, changes] { emit changed(changes); }, Qt::QueuedConnection);
    });
}

}  // namespace homeward::ui
