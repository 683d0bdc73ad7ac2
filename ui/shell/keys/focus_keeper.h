#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>
#include <functional>

namespace homeward::ui {

/// Where the keyboard goes when what has it is disabled or hidden: to the page it is on, and not to
/// whatever comes next in the window, which the next Enter would press. A widget that was disabled
/// gets it back once it is enabled again, unless it went elsewhere meanwhile; also when that
/// happened while a dialog had the keyboard.
class FocusKeeper final : public QObject {
    Q_OBJECT
public:
    /// `home` is asked each time for the page on screen; null: there is none.
    FocusKeeper(QWidget* window, std::function<QWidget*()> home);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* old, QWidget* now);
    void comeBack(QWidget& home, QWidget& now);
    void giveHome(QWidget& home, QWidget* lost);
    void waitFor(QWidget* lost);

    QWidget* m_window;
    std::function<QWidget*()> m_home;
    Qt::FocusReason m_reason = Qt::OtherFocusReason;  ///< why the last one got it
    QPointer<QWidget> m_left;                         ///< had it when another window took it
    QPointer<QWidget> m_lost;                         ///< disabled while it had the keyboard
    QPointer<QWidget> m_holder;                       ///< has it instead
};

}  // namespace homeward::ui
