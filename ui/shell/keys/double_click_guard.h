#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace homeward::ui {

/// A double click is one click where the first press opened another page: its second press does not
/// reach what has come to stand under the pointer meanwhile.
class DoubleClickGuard final : public QObject {
    Q_OBJECT
public:
    explicit DoubleClickGuard(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
    QPointer<QWidget> m_firstPress;  ///< what stood under the press before the latest
    QPointer<QWidget> m_latestPress;
    QPointer<QWidget> m_released;
};

}  // namespace homeward::ui
