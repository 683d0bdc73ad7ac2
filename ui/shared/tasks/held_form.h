#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>
#include <memory>

#include "ui/shared/tasks/waits.h"

namespace homeward::ui {

class Banner;

/// Keeps a form from being changed while what it holds waits to be saved.
class HeldForm {
public:
    explicit HeldForm(const QList<QWidget*>& parts);
    void hold();
    /// Back to how it was, with the focus where it was.
    void release();

private:
    struct Part {
        QPointer<QWidget> widget;
        bool enabled = true;
    };
    QList<Part> m_parts;
    QPointer<QWidget> m_focus;
    bool m_held = false;
};

/// Says in a dialog, where the status bar is out of reach, that it waits; with a button to stop.
void showWaiting(Banner& banner);

/// What is typed in `form` waits to be saved: it must stay on screen.
bool isHeld(const QWidget* form);

/// Waits::save from a form whose parts (the first one stands for all) are held while it waits.
template <typename T>
bool saveFrom(const QList<QWidget*>& parts, std::function<Result<T>()> write,
              std::function<void(const Result<T>&)> done)
{
    auto held = std::make_shared<HeldForm>(parts);
    const bool atOnce = Waits::save<T>(parts.constFirst(), std::move(write),
                                       [held, done = std::move(done)](const Result<T>& result) {
                                           held->release();
                                           done(result);
                                       });
    if (!atOnce)
        held->hold();
    return atOnce;
}

}  // namespace homeward::ui
