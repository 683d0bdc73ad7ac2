#include "ui/shell/focus_keeper.h"

#include <QApplication>
#include <QEvent>

namespace homeward::ui {

FocusKeeper::FocusKeeper(QWidget* window, std::function<QWidget*()> home)
    : QObject(window), m_window(window), m_home(std::move(home))
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::follow);
}

void FocusKeeper::follow(QWidget* old, QWidget* now)
{
    QWidget* const home = m_home();
    if (!old || !home || !home->isVisible() || !home->isAncestorOf(old))
        return;
    const bool gone = !old->isEnabled() || !old->isVisible();
    if (!gone || (now && now->window() != m_window))
        return;
    home->setFocus(Qt::OtherFocusReason);
    waitFor(old);
}

void FocusKeeper::waitFor(QWidget* lost)
{
    if (m_lost)
        m_lost->removeEventFilter(this);
    m_lost = lost;
    m_holder = m_window->focusWidget();
    lost->installEventFilter(this);
}

bool FocusKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::EnabledChange || watched != m_lost || !m_lost->isEnabled())
        return false;
    QWidget* const lost = m_lost;
    lost->removeEventFilter(this);
    m_lost.clear();
    if (lost->isVisible() && m_holder && m_window->focusWidget() == m_holder)
        lost->setFocus(Qt::OtherFocusReason);
    return false;
}

}  // namespace homeward::ui
