#include "ui/shell/session/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>
#include <utility>

namespace homeward::ui {

using namespace std::chrono_literals;

namespace {

// Short enough that nothing is on screen for long when the machine wakes.
constexpr std::chrono::milliseconds kLookAtLeastEvery = 2s;

template <typename Clock>
std::chrono::milliseconds readingOf()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch());
}

}  // namespace

Moment Moment::now()
{
    return {readingOf<std::chrono::steady_clock>(), readingOf<std::chrono::system_clock>()};
}

IdleWatch::IdleWatch(std::function<Moment()> clock, QObject* parent)
    : QObject(parent), m_clock(std::move(clock))
{
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_timer.setInterval(std::clamp<std::chrono::milliseconds>(limit / 4, 10ms, kLookAtLeastEvery));
}

void IdleWatch::start()
{
    m_idle = 0ms;
    m_seen = m_clock();
    m_timer.start();
}

void IdleWatch::stop()
{
    m_timer.stop();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
        case QEvent::KeyRelease:
            m_keySpent = false;
            return false;
        case QEvent::KeyPress:
            if (std::exchange(m_keySpent, false))
                return true;
            break;
        case QEvent::ShortcutOverride:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            break;
        default:
            return false;
    }
    if (!m_timer.isActive())
        return false;
    // The first touch after waking may come before the timer: it must not count as being there.
    look();
    m_idle = 0ms;
    if (m_timer.isActive())
        return false;
    // It comes before the press of the same key, which is not for the passphrase either.
    m_keySpent = event->type() == QEvent::ShortcutOverride;
    return true;
}

void IdleWatch::look()
{
    const Moment now = m_clock();
    // Step by step, so that a clock set back once does not hide a sleep later.
    m_idle += std::max({0ms, now.running - m_seen.running, now.wall - m_seen.wall});
    m_seen = now;
    if (m_idle < m_limit)
        return;
    stop();
    emit idle();
}

}  // namespace homeward::ui
