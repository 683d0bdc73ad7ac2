#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace homeward::ui {

using namespace std::chrono_literals;

IdleWatch::IdleWatch(QObject* parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_timer.setInterval(std::clamp<std::chrono::milliseconds>(limit / 4, 10ms, 15s));
}

void IdleWatch::start()
{
    m_sinceInput.start();
    m_timer.start();
}

void IdleWatch::stop()
{
    m_timer.stop();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            m_sinceInput.start();
            break;
        default:
            break;
    }
    return false;
}

void IdleWatch::look()
{
    if (m_sinceInput.elapsed() < m_limit.count())
        return;
    stop();
    emit idle();
}

}  // namespace homeward::ui
