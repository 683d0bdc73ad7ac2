#include "ui/shared/tables/frozen_column.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace homeward::ui {

FrozenColumn::FrozenColumn(QTableView& table) : QTableView(&table), m_table(table)
{
    setObjectName(QStringLiteral("frozenView"));
    setModel(table.model());
    setSelectionModel(table.selectionModel());
    setItemDelegate(table.itemDelegate());
    setSelectionBehavior(table.selectionBehavior());
    setSelectionMode(table.selectionMode());
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::NoFocus);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(table.verticalHeader()->defaultSectionSize());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(table.horizontalHeader()->defaultAlignment());
    horizontalHeader()->setHighlightSections(false);

    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, table.verticalScrollBar(),
            &QScrollBar::setValue);
    connect(table.horizontalScrollBar(), &QScrollBar::rangeChanged, this, &FrozenColumn::place);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &FrozenColumn::place);
    connect(table.horizontalHeader(), &QHeaderView::geometriesChanged, this, &FrozenColumn::place);
    connect(table.model(), &QAbstractItemModel::modelReset, this,
            &FrozenColumn::showFirstColumnOnly);
    table.installEventFilter(this);
    showFirstColumnOnly();
}

void FrozenColumn::showFirstColumnOnly()
{
    for (int column = 1; column < model()->columnCount(); ++column)
        setColumnHidden(column, true);
    place();
}

/// Only while there is something to scroll: else the table shows the column itself.
void FrozenColumn::place()
{
    setVisible(m_table.horizontalScrollBar()->maximum() > 0);
    setColumnWidth(0, m_table.columnWidth(0));
    const int header = m_table.horizontalHeader()->height();
    horizontalHeader()->setFixedHeight(header);
    const QRect inside = m_table.viewport()->geometry();
    setGeometry(inside.left(), inside.top() - header, m_table.columnWidth(0),
                inside.height() + header);
    raise();
}

bool FrozenColumn::eventFilter(QObject* object, QEvent* event)
{
    if (object == &m_table && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        place();
    return QTableView::eventFilter(object, event);
}

}  // namespace homeward::ui
