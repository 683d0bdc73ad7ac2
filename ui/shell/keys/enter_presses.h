#pragma once

#include <QObject>

namespace homeward::ui {

/// Lets Enter press the button that has the focus, in windows as it does in dialogs. Install on the
/// application.
class EnterPresses final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace homeward::ui
