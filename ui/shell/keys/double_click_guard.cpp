#include "ui/shell/keys/double_click_guard.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWindow>

namespace homeward::ui {

DoubleClickGuard::DoubleClickGuard(QWidget* window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

/// At the window, before the press gives the keyboard to whatever stands there now. The window is
/// told of the second press as a press too, just before it is told of the double click.
bool DoubleClickGuard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isDouble = event->type() == QEvent::MouseButtonDblClick;
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    const bool isRelease = event->type() == QEvent::MouseButtonRelease;
    if ((!isPress && !isRelease && !isDouble) || watched != m_window->windowHandle())
        return false;
    QWidget* const under =
        m_window->childAt(static_cast<QMouseEvent*>(event)->position().toPoint());
    if (isPress) {
        m_firstPress = m_latestPress;
        m_latestPress = under;
    } else if (isRelease) {
        m_released = under;
    }
    return isDouble && (under != m_firstPress || under != m_released);
}

}  // namespace homeward::ui
