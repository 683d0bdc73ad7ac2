#pragma once

#include <QObject>

#include "app/care/placements.h"
#include "app/records/children.h"
#include "support/error.h"
#include "ui/shared/pages/page.h"

class QMenu;

namespace homeward::ui {

class ActDialog;

/// What people do to the placements and the care of one child: only what is possible is offered,
/// and each act asks in a small dialog.
class PlacementActs : public QObject {
    Q_OBJECT
public:
    /// Dialogs stand over `page`.
    PlacementActs(const PageContext& context, QWidget* page);

    void setChild(const app::ChildPage& page) { m_page = page; }
    void setHistory(const app::PlacementHistory& history) { m_history = history; }

    /// The acts for the selected placement (null: none), for the child's placements, for care.
    void fill(QMenu& menu, const app::PlacementRow* selected);
    /// The placement that lasts, where the role may end it; null: none.
    const app::PlacementRow* endable() const;
    void end(const app::PlacementRow& placement);

signals:
    /// It is on record; what to say of it.
    void done(const QString& title, const QString& text);
    void failed(const homeward::Error& error);

private:
    void fillForPlacement(QMenu& menu, const app::PlacementRow& selected);
    void fillForCare(QMenu& menu);
    void correct(const app::PlacementRow& placement);
    void recordLeaving(const app::PlacementRow& placement);
    void settleTerms(const app::PlacementRow& placement);
    void withdraw(const app::PlacementRow& placement);
    void restore(const app::PlacementRow& placement);
    void placeElsewhere();
    void beginCare();
    void endCare(const CarePeriod& period);
    void correctCare(const CarePeriod& period);
    void withdrawCare(const CarePeriod& period);
    void recordStatus(const CarePeriod& period);

    bool run(ActDialog& dialog);
    Date today() const;
    QString child() const;
    /// What is written of a placement of the history; empty for null.
    QString nameOf(const Placement* placement) const;

    const PageContext m_context;
    QWidget* m_over;
    app::ChildPage m_page;
    app::PlacementHistory m_history;
};

}  // namespace homeward::ui
