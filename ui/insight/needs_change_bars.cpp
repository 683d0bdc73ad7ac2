#include "ui/insight/needs_change_bars.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

namespace {

constexpr double kTotalGap = 0.4;   // the bar of all domains stands apart from the others
constexpr double kHeadingY = -0.9;  // line of the column heading above the numbers of children
constexpr double kBarWidth = 0.66;

double positionOf(std::size_t row)
{
    return row == 0 ? 0.0 : static_cast<double>(row) + kTotalGap;
}

/// Ticks with a true minus and the unit.
class ChangeTicker final : public QCPAxisTicker {
public:
    explicit ChangeTicker(ChangeMeasure measure) : m_measure(measure) { setTickCount(6); }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        if (m_measure == ChangeMeasure::Percent)
            return signedNumber(tick, 0) + QLatin1Char('%');
        return signedNumber(tick, 2);
    }
    int getSubTickCount(double) override { return 0; }
    /// Per cent are written whole, so they stand at whole numbers: 2, never 2.5.
    double getTickStep(const QCPRange& range) override
    {
        const double step = QCPAxisTicker::getTickStep(range);
        return m_measure == ChangeMeasure::Percent ? std::max(1.0, std::floor(step)) : step;
    }

private:
    ChangeMeasure m_measure;
};

class BarsAccessible final : public QAccessibleWidget {
public:
    explicit BarsAccessible(NeedsChangeBars* bars) : QAccessibleWidget(bars, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override
    {
        const auto* bars = static_cast<const NeedsChangeBars*>(widget());
        if (kind == QAccessible::Description)
            return bars->inWords();
        if (kind == QAccessible::Value)
            return bars->rowInWords(bars->property("currentRow").toInt());
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* bars = qobject_cast<NeedsChangeBars*>(object);
    return bars ? new BarsAccessible(bars) : nullptr;
}

}  // namespace

NeedsChangeBars::NeedsChangeBars(QWidget* parent) : QCustomPlot(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setObjectName(QStringLiteral("needsChangeChart"));
    setAccessibleName(tr("Change in assessed need by domain"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::Interactions());
    setAutoAddPlottableToLegend(false);
    plotLayout()->addElement(1, 0, legend);
    legend->setVisible(true);
    plotLayout()->setRowStretchFactor(1, 0.001);
    plotLayout()->setRowSpacing(0);
    connect(&Theme::instance(), &Theme::changed, this, &NeedsChangeBars::rebuild);
    rebuild();
}

void NeedsChangeBars::show(const NeedsChangeModel& model)
{
    m_rows = model.rows();
    m_measure = model.measure();
    m_hovered = -1;
    rebuild();
    if (currentRow() < 0)
        m_current.clear();
    setProperty("currentRow", currentRow());
    setAccessibleDescription(inWords());
}

QColor NeedsChangeBars::colourOf(const NeedsChangeRow& row) const
{
    return row.isTotal() ? Theme::instance().colours().mutedText
                         : Theme::instance().outcomeColour(row.outcomeIndex);
}

void NeedsChangeBars::rebuild()
{
    // The theme sets the font, which would call this again.
    if (m_rebuilding)
        return;
    m_rebuilding = true;
    clearItems();
    clearPlottables();
    m_bars.clear();
    Theme::instance().apply(*this);
    buildAxes();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        addBar(row);
        addBarLabel(row);
    }
    buildLegend();
    const int lineHeight = fontMetrics().height();
    setMinimumHeight(static_cast<int>(m_rows.size() + 1) * (lineHeight + 5) + 5 * lineHeight);
    fitRange();
    fitLegend();
    m_rebuilding = false;
    replot(QCustomPlot::rpQueuedReplot);
}

void NeedsChangeBars::buildAxes()
{
    const Colours& colours = Theme::instance().colours();
    const double last = m_rows.empty() ? 1.0 : positionOf(m_rows.size() - 1);
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    auto counts = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        names->addTick(positionOf(row), m_rows[row].title);
        counts->addTick(positionOf(row), m_rows[row].change.suppressed
                                             ? QStringLiteral("–")
                                             : QLocale().toString(m_rows[row].change.children));
    }
    counts->addTick(kHeadingY, tr("Children"));
    yAxis->setTicker(names);
    yAxis2->setTicker(counts);
    for (QCPAxis* axis : {yAxis, yAxis2}) {
        axis->setVisible(true);
        axis->setRange(kHeadingY - 0.5, last + 0.6);
        axis->setRangeReversed(true);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLabelPadding(10);
        axis->grid()->setVisible(false);
    }
    yAxis->setTickLabelColor(colours.text);
    yAxis2->setTickLabels(true);
    yAxis2->setTickLabelColor(colours.mutedText);
    xAxis->setTicker(QSharedPointer<ChangeTicker>::create(m_measure));
    xAxis->setLabel(m_measure == ChangeMeasure::Percent
                        ? tr("Change in assessed need, first to latest assessment, per cent")
                        : tr("Change in mean level (0 to 4), first to latest assessment"));
    xAxis->setLabelColor(colours.mutedText);
    xAxis->setTickLabelColor(colours.mutedText);
    xAxis->setTickLength(0);
    xAxis->setSubTicks(false);
    xAxis->setBasePen(Qt::NoPen);
    xAxis->setTickPen(Qt::NoPen);
    QColor faint = colours.border;
    xAxis->grid()->setPen(QPen(faint, 1));
    xAxis->grid()->setZeroLinePen(QPen(colours.mutedText, 1.5));
}

void NeedsChangeBars::addBar(std::size_t row)
{
    auto* bar = new QCPBars(yAxis, xAxis);
    bar->setWidth(kBarWidth);
    bar->setPen(Qt::NoPen);
    bar->setBrush(colourOf(m_rows[row]));
    bar->setSelectable(QCP::stNone);
    bar->setName(m_rows[row].outcome);
    if (const std::optional<double> value = barValue(m_rows[row], m_measure))
        bar->addData(positionOf(row), *value);
    m_bars.push_back(bar);
    addInterval(row);
}

/// A line with ends over the end of the bar, which keeps its true length.
void NeedsChangeBars::addInterval(std::size_t row)
{
    const auto value = barValue(m_rows[row], m_measure);
    const auto half = barHalf(m_rows[row], m_measure);
    if (!value || !half)
        return;
    auto* line = new QCPItemLine(this);
    line->start->setCoords(*value - *half, positionOf(row));
    line->end->setCoords(*value + *half, positionOf(row));
    line->setPen(QPen(Theme::instance().colours().text, 1.2));
    const QCPLineEnding end(QCPLineEnding::esBar, 5, 5);
    line->setHead(end);
    line->setTail(end);
}

void NeedsChangeBars::addBarLabel(std::size_t row)
{
    const Colours& colours = Theme::instance().colours();
    const std::optional<double> value = barValue(m_rows[row], m_measure);
    auto* label = new QCPItemText(this);
    label->setClipToAxisRect(false);
    const bool left = value && *value < 0;
    const double half = barHalf(m_rows[row], m_measure).value_or(0);
    label->position->setCoords(!value ? 0
                               : left ? *value - half
                                      : std::max(0.0, *value + half),
                               positionOf(row));
    label->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    label->setPadding(QMargins(6, 0, 6, 0));
    label->setText(barText(m_rows[row], m_measure));
    QFont labelFont = font();
    labelFont.setItalic(!value);
    labelFont.setBold(m_rows[row].isTotal());
    label->setFont(labelFont);
    label->setColor(value ? colours.text : colours.mutedText);
}

void NeedsChangeBars::buildLegend()
{
    legend->setBrush(Qt::NoBrush);
    legend->setIconSize(12, 12);
    legend->setColumnSpacing(16);
    legend->setMargins(QMargins(8, 4, 8, 4));
    std::vector<std::size_t> order(m_rows.size());
    for (std::size_t row = 0; row < order.size(); ++row)
        order[row] = row;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return m_rows[a].outcomeIndex < m_rows[b].outcomeIndex;
    });
    std::set<std::size_t> named;
    for (const std::size_t row : order)
        if (!m_rows[row].isTotal() && named.insert(m_rows[row].outcomeIndex).second)
            legend->addItem(new QCPPlottableLegendItem(legend, m_bars[row]));
}

void NeedsChangeBars::fitLegend()
{
    int widest = 1;
    int all = 0;
    int items = 0;
    for (int cell = 0; cell < legend->itemCount(); ++cell) {
        const QCPAbstractLegendItem* item = legend->item(cell);
        if (!item)  // a cell of the last line that has no item
            continue;
        const int itemWidth = item->minimumOuterSizeHint().width() + legend->columnSpacing();
        widest = std::max(widest, itemWidth);
        all += itemWidth;
        ++items;
    }
    if (items == 0)
        return;
    const int room = width() - 24;
    legend->setWrap(all < room ? items : std::clamp(room / widest, 1, items));
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
}

void NeedsChangeBars::fitRange()
{
    double low = 0;
    double high = 0;
    bool wordsAtZero = false;
    for (const NeedsChangeRow& row : m_rows) {
        const std::optional<double> value = barValue(row, m_measure);
        wordsAtZero = wordsAtZero || !value;
        const double half = barHalf(row, m_measure).value_or(0);
        low = std::min(low, value.value_or(0) - half);
        high = std::max(high, value.value_or(0) + half);
    }
    const double least = m_measure == ChangeMeasure::Percent ? 5 : 0.2;
    if (high - low < least)
        low = high - least;
    int labels = 0;
    for (const NeedsChangeRow& row : m_rows)
        labels = std::max(labels, fontMetrics().horizontalAdvance(row.title));
    // What is left for bars beside the names, the numbers of children and the values at the ends.
    const int valueWidth = fontMetrics().horizontalAdvance(QStringLiteral("+0.00 ")) + 14;
    const int wordsWidth = wordsAtZero ? fontMetrics().horizontalAdvance(tooFewText()) + 14 : 0;
    const double room = std::max(120, width() - labels - 110);
    const double perPixel = (high - low) / std::max(60.0, room - 2.0 * valueWidth);
    const double right = std::max(high + valueWidth * perPixel, wordsWidth * perPixel);
    xAxis->setRange(low - valueWidth * perPixel, right);
}

int NeedsChangeBars::currentRow() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(),
                     [this](const NeedsChangeRow& row) { return row.domainKey == m_current; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void NeedsChangeBars::setCurrentDomain(const std::string& domainKey)
{
    m_current = domainKey;
    setProperty("currentRow", currentRow());
    update();
}

QString NeedsChangeBars::rowInWords(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return {};
    const NeedsChangeRow& shown = m_rows[static_cast<std::size_t>(row)];
    if (shown.change.suppressed)
        return tr("%1: %2").arg(shown.title, withoutFigures(shown));
    return tr("%1: %2, %3")
        .arg(shown.title, barText(shown, m_measure), childrenText(shown.change.children));
}

QString NeedsChangeBars::inWords() const
{
    QStringList lines;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        lines << rowInWords(row);
    return lines.join(QStringLiteral("; "));
}

void NeedsChangeBars::moveTo(int row)
{
    if (m_rows.empty())
        return;
    const int bounded = std::clamp(row, 0, static_cast<int>(m_rows.size()) - 1);
    setCurrentDomain(m_rows[static_cast<std::size_t>(bounded)].domainKey);
    QAccessibleValueChangeEvent spoken(this, rowInWords(bounded));
    QAccessible::updateAccessibility(&spoken);
    emit currentChanged(m_current);
}

QRectF NeedsChangeBars::rowRect(int row) const
{
    const double centre = yAxis->coordToPixel(positionOf(static_cast<std::size_t>(row)));
    const double half = std::abs(yAxis->coordToPixel(0.5) - yAxis->coordToPixel(0));
    return {2.0, centre - half, width() - 4.0, 2 * half};
}

int NeedsChangeBars::rowAt(const QPointF& position) const
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        if (rowRect(row).contains(position))
            return row;
    return -1;
}

void NeedsChangeBars::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Left:
            moveTo(currentRow() - 1);
            return;
        case Qt::Key_Down:
        case Qt::Key_Right:
            moveTo(currentRow() + 1);
            return;
        case Qt::Key_Home:
            moveTo(0);
            return;
        case Qt::Key_End:
            moveTo(static_cast<int>(m_rows.size()) - 1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (currentRow() >= 0)
                emit barActivated(m_current);
            return;
        default:
            QCustomPlot::keyPressEvent(event);
    }
}

void NeedsChangeBars::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (row != m_hovered) {
        m_hovered = row;
        setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
        emit rowHovered(row);
    }
    if (row >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), rowInWords(row), this,
                           rowRect(row).toRect());
}

void NeedsChangeBars::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? rowAt(event->position()) : -1;
    if (m_pressed >= 0)
        moveTo(m_pressed);
}

void NeedsChangeBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0 && row == m_pressed)
        emit barActivated(m_rows[static_cast<std::size_t>(row)].domainKey);
    m_pressed = -1;
}

void NeedsChangeBars::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    emit rowHovered(-1);
    QCustomPlot::leaveEvent(event);
}

void NeedsChangeBars::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    if (currentRow() < 0)
        moveTo(0);
    update();
}

void NeedsChangeBars::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

void NeedsChangeBars::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered >= 0) {
        QColor wash = colours.focus;
        wash.setAlpha(26);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawRoundedRect(rowRect(m_hovered), 4, 4);
    }
    const int current = currentRow();
    if (hasFocus() && current >= 0) {
        painter.setPen(QPen(colours.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rowRect(current).adjusted(0, 1, 0, -1), 4, 4);
    }
}

void NeedsChangeBars::resizeEvent(QResizeEvent* event)
{
    fitRange();
    fitLegend();
    QCustomPlot::resizeEvent(event);
}

void NeedsChangeBars::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        rebuild();
}

}  // namespace homeward::ui
