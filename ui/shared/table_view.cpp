#include "ui/shared/table_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSettings>
#include <algorithm>

#include "ui/shared/csv_export.h"
#include "ui/shared/export_door.h"
#include "ui/shared/format.h"
#include "ui/shared/theme.h"

namespace homeward::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSavePauseMs = 400;
constexpr int kHeadingPadding = 30;  ///< both sides, as the style sheet and the style draw it
constexpr int kArrow = 14;

/// Columns as they are shown, from left to right.
QList<int> shownColumns(const QTableView& view)
{
    QList<int> columns;
    const QHeaderView* const header = view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int logical = header->logicalIndex(visual); !view.isColumnHidden(logical))
            columns << logical;
    return columns;
}

QString headerText(const QAbstractItemModel& model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString();
}

QString tabCell(QString cell)
{
    return cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

}  // namespace

TableView::TableView(const QString& settingsKey, QWidget* parent)
    : QTableView(parent), m_settingsKey(settingsKey)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setSortingEnabled(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 16);
    QHeaderView* const header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorShown(true);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
    m_savePause.setSingleShot(true);
    m_savePause.setInterval(kSavePauseMs);
    connect(&m_savePause, &QTimer::timeout, this, &TableView::saveColumns);
    const auto saveSoon = [this] { m_savePause.start(); };
    connect(header, &QHeaderView::sectionResized, this, [this, saveSoon] {
        // Only what the person drags is remembered; the rest is layout.
        if (m_sharing || QApplication::mouseButtons() == Qt::NoButton)
            return;
        m_shares.clear();
        m_ownWidths = true;
        saveSoon();
    });
    connect(header, &QHeaderView::sectionMoved, this, saveSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, saveSoon] {
        shareWidth();  // the arrow wants room in another column now
        if (isVisible())
            saveSoon();
    });
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::setColumnShares(const QList<int>& shares)
{
    m_shares = shares;
    shareWidth();
}

void TableView::setLeastWidths(const QList<int>& widths)
{
    m_least = widths;
    shareWidth();
}

int TableView::leastWidth(int column) const
{
    // Not the header's own hint: it keeps room for an arrow in every column, and leaves out the
    // margin of the words.
    const QHeaderView* const header = horizontalHeader();
    QFont face = header->font();
    face.setWeight(QFont::DemiBold);
    const int words = QFontMetrics(face).horizontalAdvance(headerText(*model(), column));
    const bool sorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == column;
    return std::max(words + kHeadingPadding + (sorted ? kArrow : 0), m_least.value(column));
}

void TableView::shareWidth()
{
    if (m_shares.isEmpty() || !model() || m_sharing)
        return;
    const QScopedValueRollback sharing(m_sharing, true);
    const QList<int> widths = sharedWidths(viewport()->width());
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column]);
}

QList<int> TableView::sharedWidths(int room) const
{
    // Columns whose heading needs more than their share take it from the others.
    const int columns = std::min(model()->columnCount(), static_cast<int>(m_shares.size()));
    QList<int> widths(columns, 0);
    bool again = true;
    while (again) {
        again = false;
        int free = room;
        int shares = 0;
        for (int column = 0; column < columns; ++column) {
            free -= widths[column];
            shares += widths[column] > 0 ? 0 : m_shares[column];
        }
        for (int column = 0; column < columns && !again && shares > 0; ++column) {
            const int least = leastWidth(column);
            if (widths[column] == 0 && free * m_shares[column] / shares < least) {
                widths[column] = least;
                again = true;
            }
        }
        for (int column = 0; column < columns && !again; ++column)
            if (widths[column] == 0)
                widths[column] = std::max(1, free * m_shares[column] / shares);
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

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (isVisible())
        restoreColumns();
}

QString TableView::toCsv() const
{
    if (!model())
        return {};
    const QList<int> columns = shownColumns(*this);
    QStringList cells;
    for (const int column : columns)
        cells << headerText(*model(), column);
    std::string csv = csvLineOf(cells);
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (isRowHidden(row))
            continue;
        cells.clear();
        for (const int column : columns)
            cells << model()->index(row, column).data().toString();
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
    const QList<int> columns = shownColumns(*this);
    QStringList cells;
    QStringList lines;
    for (const int column : columns)
        cells << tabCell(headerText(*model(), column));
    lines << cells.join(u'\t');
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << tabCell(model()->index(row, column).data().toString());
        lines << cells.join(u'\t');
    }
    return copyFrom(*this, lines.join(u'\n') + u'\n', exportRecord(static_cast<int>(rows.size())));
}

void TableView::saveColumns() const
{
    // Before it was shown, widths come from the page, not from the person.
    if (m_settingsKey.isEmpty() || !m_restored || !model() || model()->columnCount() == 0)
        return;
    QSettings settings;
    settings.setValue(u"columns/"_s + m_settingsKey, horizontalHeader()->saveState());
    settings.setValue(u"columns/"_s + m_settingsKey + u"-own-widths"_s, m_ownWidths);
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
    const int columns = horizontalHeader()->count();
    const int ownSort = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder ownOrder = horizontalHeader()->sortIndicatorOrder();
    // A state of another version of the table, with fewer or more columns, is of no use.
    if (m_ownWidths)
        m_shares.clear();
    if (!state.isEmpty() &&
        (!horizontalHeader()->restoreState(state) || horizontalHeader()->count() != columns))
        horizontalHeader()->restoreState(own);
    if (!m_sortRemembered)
        sortByColumn(ownSort, ownOrder);
    // The remembered widths may be those of smaller letters.
    widenForHeadings();
    shareWidth();
}

void TableView::showEvent(QShowEvent* event)
{
    restoreColumns();
    QTableView::showEvent(event);
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
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

}  // namespace homeward::ui
