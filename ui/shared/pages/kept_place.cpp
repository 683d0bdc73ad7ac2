#include "ui/shared/pages/kept_place.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QScrollBar>

#include "ui/shared/cells/cell_roles.h"

namespace homeward::ui {

namespace {

QString idAt(const QModelIndex& index)
{
    return index.data(RecordIdRole).toString();
}

QSet<QString> idsOf(const QModelIndexList& rows)
{
    QSet<QString> ids;
    for (const QModelIndex& row : rows)
        ids.insert(idAt(row));
    ids.remove({});
    return ids;
}

}  // namespace

KeptPlace::KeptPlace(QWidget& whole)
{
    QWidget* const focus = QApplication::focusWidget();
    if (focus && whole.isAncestorOf(focus))
        m_focus = focus;
    for (auto* area : whole.findChildren<QAbstractScrollArea*>())
        m_scrolled.append(
            {area, area->verticalScrollBar()->value(), area->horizontalScrollBar()->value()});
    for (auto* view : whole.findChildren<QAbstractItemView*>())
        if (view->selectionModel())
            m_tables.append(
                {view, idAt(view->currentIndex()), idsOf(view->selectionModel()->selectedRows())});
}

KeptPlace::~KeptPlace()
{
    for (const Table& table : m_tables)
        selectAgain(table);
    for (const Scrolled& scrolled : m_scrolled) {
        if (!scrolled.area)
            continue;
        // New rows are laid out later; until then there is nowhere to scroll to.
        if (auto* view = qobject_cast<QAbstractItemView*>(scrolled.area.data());
            view && view->isVisible())
            view->doItemsLayout();
        scrolled.area->verticalScrollBar()->setValue(scrolled.down);
        scrolled.area->horizontalScrollBar()->setValue(scrolled.right);
    }
    if (m_focus && m_focus->isVisible() && m_focus->isEnabled() && !m_focus->hasFocus())
        m_focus->setFocus();
}

void KeptPlace::selectAgain(const Table& table)
{
    const bool had = !table.current.isEmpty() || !table.selected.isEmpty();
    // The page itself knows rows that have no record of their own, or chose another one.
    if (!had || !table.view || !table.view->selectionModel() ||
        table.view->currentIndex().isValid())
        return;
    const QAbstractItemModel& model = *table.view->model();
    QItemSelection selection;
    QModelIndex current;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const QString id = idAt(index);
        if (id == table.current && !current.isValid())
            current = index;
        if (table.selected.contains(id))
            selection.select(index, index);
    }
    QItemSelectionModel& chosen = *table.view->selectionModel();
    chosen.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    chosen.select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

}  // namespace homeward::ui
