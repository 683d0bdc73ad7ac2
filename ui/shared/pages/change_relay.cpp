#include "ui/shared/pages/change_relay.h"

#include <utility>

#include "app/session/session.h"
#include "app/trust/outside.h"

namespace homeward::ui {

namespace {

constexpr int kLookEveryMs = 1000;

}  // namespace

ChangeRelay::ChangeRelay(app::Session& session, QObject* parent)
    : QObject(parent), m_session(session)
{
    m_subscription = session.changes().subscribe([this](const app::ChangeSet& changes) {
        QMetaObject::invokeMethod(
            this, [this, changes] { tell(changes); }, Qt::QueuedConnection);
    });
    connect(&m_timer, &QTimer::timeout, this, &ChangeRelay::look);
    m_timer.start(kLookEveryMs);
    // From here on, before anything is read.
    app::lookOutside(session);
}

void ChangeRelay::look()
{
    if (m_held)
        return;
    m_session.checkFiles();
    app::settleOwed(m_session);
    app::lookOutside(m_session);
}

void ChangeRelay::hold()
{
    m_held = true;
}

void ChangeRelay::release()
{
    m_held = false;
    if (const auto missed = std::exchange(m_missed, {}))
        emit changed(*missed);
    look();
}

void ChangeRelay::tell(const app::ChangeSet& changes)
{
    if (!m_held)
        emit changed(changes);
    else if (m_missed)
        m_missed->add(changes);
    else
        m_missed = changes;
}

}  // namespace homeward::ui
