#include "ui/shell/keys/focus_keeper.h"

#include <QApplication>
#include <QFocusEvent>

namespace homeward::ui {

FocusKeeper::FocusKeeper(QWidget* window, std::function<QWidget*()> home)
    : QObject(window), m_window(window), m_home(std::move(home))
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::follow);
    qApp->installEventFilter(this);
}

void FocusKeeper::follow(QWidget* old, QWidget* now)
{
    QWidget* const home = m_home();
    if (!home || !home->isVisible())
        return;
    const bool left = !now || now->window() != m_window;
    if (left && old && home->isAncestorOf(old))
        m_left = old;
    if (!left && old != now && (!old || old->window() != m_window))
        return comeBack(*home, *now);
    // What is disabled or hidden hands it on like the Tab key; any other reason is somebody's wish.
    const bool wished = now && m_reason != Qt::TabFocusReason && home->isAncestorOf(now);
    if (!wished && (!left || (old && !now)))
        giveHome(*home, old);
}

// The window may have moved the focus on while a dialog was open: the button that opened it was
// disabled for the work that followed.
void FocusKeeper::comeBack(QWidget& home, QWidget& now)
{
    const QPointer<QWidget> before = m_left;
    m_left.clear();
    if (!before || before == &now || !home.isAncestorOf(before))
        return;
    if (!before->isEnabled() || !before->isVisible())
        giveHome(home, before);
    else if (!home.isAncestorOf(&now))  // inside the page it was given to another on purpose
        before->setFocus(Qt::OtherFocusReason);
}

void FocusKeeper::giveHome(QWidget& home, QWidget* lost)
{
    if (!lost || !home.isAncestorOf(lost) || (lost->isEnabled() && lost->isVisible()))
        return;
    home.setFocus(Qt::OtherFocusReason);
    waitFor(lost);
}

void FocusKeeper::waitFor(QWidget* lost)
{
    m_lost = lost;
    m_holder = m_window->focusWidget();
}

bool FocusKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        m_reason = static_cast<QFocusEvent*>(event)->reason();
    if (event->type() != QEvent::EnabledChange || watched != m_lost || !m_lost->isEnabled())
        return false;
    QWidget* const lost = m_lost;
    m_lost.clear();
    if (lost->isVisible() && m_holder && m_window->focusWidget() == m_holder)
        lost->setFocus(Qt::OtherFocusReason);
    return false;
}

}  // namespace homeward::ui
