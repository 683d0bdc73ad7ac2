#include "ui/shell/keys/enter_presses.h"

#include <QAbstractButton>
#include <QDialog>
#include <QKeyEvent>

namespace homeward::ui {

bool EnterPresses::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) || key->isAutoRepeat())
        return false;
    auto* const button = qobject_cast<QAbstractButton*>(watched);
    if (!button || !button->isEnabled() || qobject_cast<QDialog*>(button->window()))
        return false;
    button->click();
    return true;
}

}  // namespace homeward::ui
