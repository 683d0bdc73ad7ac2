#include "ui/shared/pages/live_query.h"

#include <QEvent>
#include <algorithm>
#include <utility>

namespace homeward::ui {

LiveReading::LiveReading(QWidget* shownOn, ChangeRelay& relay, Touches touches)
    : QObject(shownOn), m_widget(shownOn), m_relay(relay), m_touches(std::move(touches))
{
    connect(&relay, &ChangeRelay::changed, this, &LiveReading::changed);
    shownOn->installEventFilter(this);
}

void LiveReading::read()
{
    m_another = true;
    readAgain();
}

void LiveReading::readNow()
{
    m_another = true;
    begin();
}

void LiveReading::readAgain()
{
    m_stale = true;
    if (m_reading || isInSight())
        return begin();
    m_wanted = true;
    emit m_relay.readingChanged();
}

void LiveReading::begin()
{
    m_wanted = true;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_stale = false;  // a change from here on makes it so again
    start();
}

void LiveReading::readIfStale()
{
    if (m_stale && !m_reading && isInSight())
        begin();
}

void LiveReading::forget()
{
    m_wanted = false;
    m_stale = false;
    m_again = false;
    m_readAt.reset();
    emit m_relay.readingChanged();
}

void LiveReading::ended(bool read)
{
    m_reading = false;
    if (!m_wanted)  // forgotten meanwhile
        return;
    // Asked for while this was being read: what comes next is another one still.
    m_another = m_another && (!read || m_again);
    if (read)
        m_readAt = QTime::currentTime();
    // What failed or was stopped is tried again when it is shown the next time, not over and over.
    m_stale = m_stale || !read;
    emit m_relay.readingChanged();
    if (std::exchange(m_again, false))
        readAgain();
}

bool LiveReading::isInSight() const
{
    return m_widget->isVisible();
}

void LiveReading::changed(const app::ChangeSet& changes)
{
    const bool touched = std::any_of(changes.aggregates.begin(), changes.aggregates.end(),
                                     [this](auto one) { return m_touches.contains(one); });
    if (!m_wanted || !touched || (m_concerns && !m_concerns(changes)))
        return;
    if (m_older && m_readAt && !m_reading)
        m_older();
    else
        readAgain();
}

bool LiveReading::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_widget && event->type() == QEvent::Show)
        readIfStale();
    return QObject::eventFilter(watched, event);
}

}  // namespace homeward::ui
