#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;

namespace homeward::ui {

/// Says for a few seconds that something was done, over the foot of the window: nothing on the page
/// moves. It stays while the pointer is on it.
class Toast : public QFrame {
    Q_OBJECT
public:
    /// In the window of `from`; takes the place of what was said before.
    static void tell(const QWidget& from, const QString& title, const QString& text);
    /// What `from` told last is not so any more, or something else is to be said.
    static void takeBack(const QWidget& from);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    explicit Toast(QWidget* window);
    static Toast* in(const QWidget& window);
    void say(const QString& title, const QString& text);
    void place();

    QPointer<const QWidget> m_from;
    QLabel* m_text;
    QTimer m_gone;
};

}  // namespace homeward::ui
