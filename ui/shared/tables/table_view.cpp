#include "ui/shared/tables/table_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSettings>
#include <algorithm>

#include "ui/shared/cells/cell_delegate.h"
#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/output/csv_export.h"
#include "ui/shared/output/export_door.h"
#include "ui/shared/tables/table_header.h"
#include "ui/shared/tables/table_model.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSavePauseMs = 400;
constexpr int kCellPadding = 20;  ///< both sides, as CellDelegate draws it, and a hair
constexpr int kPillRoom = 20;
constexpr int kAroundLines = 6;

QString headerText(const QAbstractItemModel& model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString();
}

QVariant heading(const QTableView& view, int column, int role)
{
    return view.model()->headerData(column, Qt::Horizontal, role);
}

}  // namespace

TableView::TableView(const QString& settingsKey, QWidget* parent)
    : QTableView(parent), m_settingsKey(settingsKey)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 16);
    setItemDelegate(new CellDelegate(this));
    auto* const header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setStretchLastSection(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
    m_savePause.setSingleShot(true);
    m_savePause.setInterval(kSavePauseMs);
    connect(&m_savePause, &QTimer::timeout, this, &TableView::saveColumns);
    const auto saveSoon = [this] { m_savePause.start(); };
    connect(header, &QHeaderView::sectionResized, this, [this, saveSoon] {
        // Only what the person drags is remembered; the rest is layout.
        if (m_sharing || QApplication::mouseButtons() == Qt::NoButton)
            return;
        m_ownWidths = true;
        saveSoon();
    });
    connect(header, &QHeaderView::sectionMoved, this, saveSoon);
    connect(header, &QHeaderView::sectionCountChanged, this, [this] {
        if (m_restored)
            widenForHeadings();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, saveSoon] {
        shareWidth();  // the arrow wants room in another column now
        if (isVisible())
            saveSoon();
    });
}

TableView::TableView(const TableNames& names, QAbstractItemModel* model, QWidget* parent)
    : TableView(names.settingsKey, parent)
{
    setObjectName(names.objectName);
    setAccessibleName(names.accessibleName);
    setEmptyText(names.emptyText);
    setModel(model);
}

QList<int> TableView::shownColumns() const
{
    QList<int> columns;
    const QHeaderView* const header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int logical = header->logicalIndex(visual); !isColumnHidden(logical))
            columns << logical;
    return columns;
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::setRowLines(int lines)
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * lines + kAroundLines);
}

/// Room for the heading, and for what the column says it must have room for.
int TableView::leastWidth(int column) const
{
    // Not the header's own hint: it keeps room for an arrow in every column, and leaves out the
    // margin of the words.
    const QHeaderView* const header = horizontalHeader();
    QFont face = header->font();
    face.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(face).horizontalAdvance(headerText(*model(), column));
    const bool sorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == column;
    int least = words + TableHeader::kPadding + (sorted ? TableHeader::kArrow : 0);
    const double ems = heading(*this, column, EmsRole).toDouble();
    least =
        std::max(least, static_cast<int>(ems * fontMetrics().horizontalAdvance(QLatin1Char('m'))));
    const bool pill = heading(*this, column, PillRole).toBool();
    for (const QString& sample : heading(*this, column, SamplesRole).toStringList())
        least = std::max(
            least, fontMetrics().horizontalAdvance(sample) + kCellPadding + (pill ? kPillRoom : 0));
    return heading(*this, column, WholeRole).toBool() ? std::max(least, wholeWidth(column)) : least;
}

/// Room for what the rows in sight at first are known by; a name of extreme length leaves the
/// others most of it.
int TableView::wholeWidth(int column) const
{
    constexpr int kRowsLookedAt = 100;
    constexpr int kMostOfRoom = 2;  // a half
    QFont face = font();
    face.setWeight(QFont::DemiBold);
    const QFontMetrics plain = fontMetrics();
    const QFontMetrics strong(face);
    const bool isPill = heading(*this, column, PillRole).toBool();
    const int rowHeight = isPill ? 0 : verticalHeader()->defaultSectionSize();  // pills never break
    int widest = 0;
    const int rows = std::min(model()->rowCount(), kRowsLookedAt);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex cell = model()->index(row, column);
        const QFontMetrics& metrics = cell.data(StrongRole).toBool() ? strong : plain;
        widest =
            std::max(widest, CellDelegate::widthOf(cell.data().toString(), metrics, rowHeight));
    }
    return std::min(widest + kCellPadding + (isPill ? kPillRoom : 0),
                    viewport()->width() / kMostOfRoom);
}

int TableView::shareOf(int column) const
{
    const QVariant share = heading(*this, column, ShareRole);
    return share.isValid() ? share.toInt() : 1;
}

bool TableView::isShared() const
{
    for (int column = 0; model() && column < model()->columnCount(); ++column)
        if (heading(*this, column, ShareRole).isValid())
            return true;
    return false;
}

void TableView::shareWidth()
{
    if (m_ownWidths || m_sharing || !isShared())
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    const QList<int> widths = sharedWidths(viewport()->width());
    for (int column = 0; column < widths.size(); ++column)
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[column]);
}

QList<int> TableView::sharedWidths(int room) const
{
    // Columns that need more than their share take it from the others.
    const int columns = model()->columnCount();
    QList<int> widths(columns, 0);
    QList<int> least;
    for (int column = 0; column < columns; ++column)
        least << leastWidth(column);
    bool again = true;
    while (again) {
        again = false;
        int free = room;
        int shares = 0;
        for (int column = 0; column < columns; ++column) {
            if (isColumnHidden(column))
                continue;
            free -= widths[column];
            shares += widths[column] > 0 ? 0 : shareOf(column);
        }
        for (int column = 0; column < columns && !again && shares > 0; ++column) {
            if (widths[column] == 0 && !isColumnHidden(column) &&
                free * shareOf(column) / shares < least[column]) {
                widths[column] = least[column];
                again = true;
            }
        }
        for (int column = 0; column < columns && !again; ++column)
            if (widths[column] == 0)
                widths[column] = std::max(1, free * shareOf(column) / shares);
    }
    return widths;
}

/// A heading that is cut off says nothing, whatever the font: no column starts narrower than its
/// heading.
void TableView::widenForHeadings()
{
    if (!model())
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    for (int column = 0; column < model()->columnCount(); ++column)
        if (const int needed = leastWidth(column);
            !isColumnHidden(column) && columnWidth(column) < needed)
            setColumnWidth(column, needed);
}

/// Where one row is spoken of at a time, that row is highlighted: Ctrl and a click take nothing
/// away, for the buttons of the page would still act on it.
QItemSelectionModel::SelectionFlags TableView::selectionCommand(const QModelIndex& index,
                                                                const QEvent* event) const
{
    const auto command = QTableView::selectionCommand(index, event);
    const bool takesAway = command & QItemSelectionModel::Deselect;
    return selectionMode() == SingleSelection && takesAway
               ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows
               : command;
}

/// The keyboard makes a first row current without selecting it.
void TableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (selectionMode() == SingleSelection && currentIndex().isValid() &&
        !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    // "None" is said once somebody has looked.
    m_isRead = model->rowCount() > 0;
    const auto read = [this] {
        m_isRead = true;
        shareWidth();
        viewport()->update();
    };
    connect(model, &QAbstractItemModel::modelReset, this, read);
    connect(model, &QAbstractItemModel::rowsInserted, this, read);
    horizontalHeader()->setStretchLastSection(!isShared());
    sortAsAtFirst();
    if (isVisible())
        restoreColumns();
}

void TableView::sortAsAtFirst()
{
    for (int column = 0; column < model()->columnCount(); ++column)
        if (const QVariant order = heading(*this, column, FirstOrderRole); order.isValid())
            return sortByColumn(column, static_cast<Qt::SortOrder>(order.toInt()));
    sortByColumn(-1, Qt::AscendingOrder);
}

QString TableView::toCsv() const
{
    if (!model())
        return {};
    const QList<int> columns = shownColumns();
    QStringList cells;
    for (const int column : columns)
        cells << headerText(*model(), column);
    std::string csv = csvLineOf(cells);
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (isRowHidden(row))
            continue;
        cells.clear();
        for (const int column : columns)
            cells << leavingText(*model(), row, column);
        csv += csvLineOf(cells);
    }
    return text(csv);
}

void TableView::setExport(const QString& what, const ChildId& child)
{
    m_exportWhat = what;
    m_exportChild = child;
}

app::ExportRecord TableView::exportRecord(int rows) const
{
    app::ExportRecord record{"csv",
                             utf8(m_exportWhat.isEmpty() ? m_settingsKey : m_exportWhat),
                             static_cast<std::size_t>(rows),
                             {}};
    if (!m_exportChild.isEmpty())
        record.child = m_exportChild;
    return record;
}

bool TableView::copySelectionOrAll()
{
    if (!selectionModel()->hasSelection())
        selectAll();
    return copySelection();
}

bool TableView::copySelection() const
{
    if (!model() || !selectionModel())
        return false;
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows << index.row();
    if (rows.isEmpty())
        return false;
    std::sort(rows.begin(), rows.end());
    const QList<int> columns = shownColumns();
    QStringList cells;
    for (const int column : columns)
        cells << headerText(*model(), column);
    QString lines = tabLineOf(cells);
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << leavingText(*model(), row, column);
        lines += tabLineOf(cells);
    }
    return copyFrom(*this, lines, exportRecord(static_cast<int>(rows.size())));
}

void TableView::saveColumns() const
{
    // Before it was shown, widths come from the page, not from the person.
    if (m_settingsKey.isEmpty() || !m_restored || !model() || model()->columnCount() == 0)
        return;
    QSettings settings;
    settings.setValue(u"columns/"_s + m_settingsKey, horizontalHeader()->saveState());
    settings.setValue(u"columns/"_s + m_settingsKey + u"-own-widths"_s, m_ownWidths);
    settings.setValue(u"columns/"_s + m_settingsKey + u"-names"_s, columnKeys());
}

/// Empty texts where the model has no names for its columns.
QStringList TableView::columnKeys() const
{
    QStringList keys;
    for (int column = 0; column < model()->columnCount(); ++column)
        keys << heading(*this, column, ColumnKeyRole).toString();
    return keys;
}

void TableView::restoreColumns()
{
    if (m_restored || !model() || model()->columnCount() == 0)
        return;
    m_restored = true;
    widenForHeadings();
    if (m_settingsKey.isEmpty())
        return;
    const QString key = u"columns/"_s + m_settingsKey;
    const QByteArray state = QSettings().value(key).toByteArray();
    m_ownWidths = QSettings().value(key + u"-own-widths"_s, false).toBool();
    const QByteArray own = horizontalHeader()->saveState();
    // A state of another version of the table, with other columns, is of no use.
    if (state.isEmpty() || QSettings().value(key + u"-names"_s).toStringList() != columnKeys() ||
        !horizontalHeader()->restoreState(state)) {
        horizontalHeader()->restoreState(own);
        m_ownWidths = false;
    }
    if (!m_sortRemembered)
        sortAsAtFirst();
    // The remembered widths may be those of smaller letters.
    widenForHeadings();
    shareWidth();
}

void TableView::showEvent(QShowEvent* event)
{
    restoreColumns();
    QTableView::showEvent(event);
}

void TableView::selectAll()
{
    if (model() && model()->canFetchMore({}))
        emit allRowsWanted();
    else
        QTableView::selectAll();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (m_copy)
            m_copy();
        else
            copySelection();
        event->accept();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::instance().colours().mutedText);
    const QRect area = viewport()->rect().adjusted(24, 24, -24, -24);
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     m_isRead ? m_emptyText : tr("Reading…"));
}

}  // namespace homeward::ui
