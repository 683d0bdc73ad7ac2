#pragma once

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace homeward::ui::test {

/// Windows that come up beside the one of the program: a part shown before it has its place.
class StrayWindows : public QObject {
public:
    explicit StrayWindows(const QWidget& window) : m_window(&window)
    {
        qApp->installEventFilter(this);
    }
    int count() const { return m_count; }

private:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && event->type() == QEvent::Show && widget->isWindow() && widget != m_window)
            ++m_count;
        return false;
    }

    const QWidget* m_window;
    int m_count = 0;
};

}  // namespace homeward::ui::test
