#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace homeward::ui {

/// Every command of the program that is not part of one page, by id: menus, keys and pages take it
/// from here.
///
/// Ids the shell provides: "authority.create" (form for a new authority), "authority.open" (choose
/// a folder), "authority.lock", "authority.sign-out", "go.back", "go.forward", "go.search",
/// "page.print", "theme.system", "theme.light", "theme.dark", "help.keys", "help.about". A page
/// with a button for one of them calls `context.actions->trigger("authority.create")`; the present
/// session stays open until the person has signed in to the other authority.
class ActionCatalogue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// `icon` is a name in resources/icons or empty. The first of `keys` is shown in menus.
    QAction* add(const QString& id, const QString& text, const QString& icon = {},
                 const QList<QKeySequence>& keys = {});
    /// Null: no such action (in a test, say).
    QAction* find(const QString& id) const { return m_actions.value(id); }
    /// False: no such action, or it is disabled.
    bool trigger(const QString& id) const;
    /// In the order they were added.
    const QList<QAction*>& all() const { return m_ordered; }

private:
    QHash<QString, QAction*> m_actions;
    QList<QAction*> m_ordered;
};

}  // namespace homeward::ui
