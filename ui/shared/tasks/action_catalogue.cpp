#include "ui/shared/tasks/action_catalogue.h"

#include <QAction>

#include "ui/shared/look/theme.h"

namespace homeward::ui {

QAction* ActionCatalogue::add(const QString& id, const QString& text, const QString& icon,
                              const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    if (!icon.isEmpty())
        action->setIcon(Theme::instance().icon(icon));
    action->setShortcuts(keys);
    m_actions.insert(id, action);
    m_ordered << action;
    return action;
}

bool ActionCatalogue::trigger(const QString& id) const
{
    QAction* const action = find(id);
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

}  // namespace homeward::ui
