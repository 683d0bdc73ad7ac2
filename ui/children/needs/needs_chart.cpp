#include "ui/children/needs/needs_chart.h"

#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/children/needs/coinciding_lines.h"
#include "ui/children/placements/place_group_look.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {

constexpr double kSecondsPerDay = 86'400.0;
constexpr int kLeader = 16;    // pixels between the area of the lines and their names
constexpr double kReach = 18;  // pixels from a point that still read it

double secondsOf(Date day)
{
    return day.daysSinceEpoch() * kSecondsPerDay;
}

constexpr QCPScatterStyle::ScatterShape kShapes[] = {
    QCPScatterStyle::ssDisc,     QCPScatterStyle::ssSquare,           QCPScatterStyle::ssDiamond,
    QCPScatterStyle::ssTriangle, QCPScatterStyle::ssTriangleInverted, QCPScatterStyle::ssCircle};

}  // namespace

NeedsChart::NeedsChart(QWidget* parent) : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("needsChart"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(220);
    buildAxes();
    connect(this, &QCustomPlot::afterLayout, this, [this] {
        placeLabels();
        placeBlockNames();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        restyle();
        replot();
    });
}

void NeedsChart::buildAxes()
{
    m_band = new QCPAxisRect(this);
    plotLayout()->addElement(1, 0, m_band);
    plotLayout()->setRowSpacing(4);
    m_band->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msBottom);
    m_band->setMargins(QMargins(0, 0, 0, 0));
    auto* left = new QCPMarginGroup(this);
    axisRect()->setMarginGroup(QCP::msLeft, left);
    m_band->setMarginGroup(QCP::msLeft, left);
    axisRect()->setAutoMargins(QCP::msLeft | QCP::msTop | QCP::msBottom);
    m_band->setAutoMargins(QCP::msLeft | QCP::msBottom);
    xAxis->setTickLabels(false);
    xAxis->setTicks(false);
    m_band->axis(QCPAxis::atLeft)->setVisible(false);
    m_band->axis(QCPAxis::atLeft)->setRange(0, 1);
    m_band->axis(QCPAxis::atBottom)->grid()->setVisible(false);
    m_band->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    m_dateTicker.reset(new QCPAxisTickerDateTime);
    m_dateTicker->setDateTimeSpec(Qt::UTC);
    m_dateTicker->setDateTimeFormat(QStringLiteral("MMM yyyy"));
    m_band->axis(QCPAxis::atBottom)->setTicker(m_dateTicker);
    xAxis->setTicker(m_dateTicker);
    for (const char* layer : {"blocks", "names"})
        addLayer(QString::fromLatin1(layer));
}

QColor NeedsChart::colourOf(std::size_t index) const
{
    const NeedsLine& line = m_lines[index];
    if (line.isTotal)
        return Theme::instance().colours().primary;
    return Theme::instance().outcomeColour(line.outcome, line.domainWithin);
}

bool NeedsChart::sharesLines() const
{
    return std::ranges::any_of(m_strokes, [](const Stroke& stroke) { return stroke.sharing > 1; });
}

void NeedsChart::show(const std::vector<Date>& dates, const std::vector<NeedsLine>& lines,
                      double highest, const std::vector<app::PlacementRow>& placements, Date today,
                      const std::vector<std::size_t>& frameworkChanges)
{
    clearGraphs();
    clearItems();
    m_labels.clear();
    m_blocks.clear();
    m_strokes.clear();
    m_frameworkMarks.clear();
    m_emphasised = -1;
    m_dates = dates;
    m_lines = lines;
    m_placements = placements;
    m_highest = highest;
    m_today = today;
    setRanges();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        addLine(i);
    addPlacements();
    addFrameworkChanges(frameworkChanges);
    restyle();
    setAccessibleName(tr("Needs over time"));
    setAccessibleDescription(linesInWords(m_lines));
    replot();
}

void NeedsChart::setRanges()
{
    m_from = m_dates.empty() ? m_today.plusDays(-365) : m_dates.front();
    for (const app::PlacementRow& row : m_placements)
        if (!m_dates.empty() && row.placement.startsOn < m_dates.front() &&
            row.placement.endsOn.value_or(m_today) > m_dates.front())
            m_from = std::min(m_from, row.placement.startsOn);
    // One long placement before the first assessment would squeeze the lines.
    const int assessed = m_dates.empty() ? 365 : daysBetween(m_dates.front(), m_today);
    if (!m_dates.empty())
        m_from = std::max(m_from, m_dates.front().plusDays(-std::max(60, assessed / 4)));
    const double from = secondsOf(m_from);
    const double until = secondsOf(std::max(m_today, m_from.plusDays(30)));
    const double room = (until - from) * 0.02;
    for (QCPAxis* axis : {xAxis, m_band->axis(QCPAxis::atBottom)})
        axis->setRange(from - room, until + room);
    yAxis->setRange(-m_highest * 0.05, m_highest * 1.05);
    yAxis->setLabel(m_highest > kLevelCount ? tr("total need, 0 to %1").arg(m_highest)
                                            : tr("level of need, 0 to 4"));
    const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
    ticker->setTickStep(m_highest > kLevelCount ? std::ceil(m_highest / 4) : 1);
    yAxis->setTicker(ticker);
    yAxis->setSubTicks(false);
    m_band->axis(QCPAxis::atBottom)->setSubTicks(false);
}

void NeedsChart::addLine(std::size_t index)
{
    for (const auto& [group, parts] : segmentsOf(m_lines, index))
        addStroke(index, group, false, parts);
    for (const auto& [group, parts] : pointsOf(m_lines, index))
        addStroke(index, group, true, parts);
    addName(index);
}

void NeedsChart::addStroke(std::size_t line, const LineGroup& group, bool isPoints,
                           const std::vector<std::pair<std::size_t, std::size_t>>& segments)
{
    QVector<double> x;
    QVector<double> y;
    const auto add = [&](std::size_t at) {
        x.append(secondsOf(m_dates[at]));
        y.append(*m_lines[line].values[at]);
    };
    std::optional<std::size_t> before;
    for (const auto& [from, to] : segments) {
        if (before && *before != from && !isPoints) {
            x.append(x.back());
            y.append(std::numeric_limits<double>::quiet_NaN());
        }
        if (before != from)
            add(from);
        if (to != from)
            add(to);
        before = to;
    }
    const auto turn = std::ranges::find(group, line) - group.begin();
    Stroke stroke{addGraph(), line, static_cast<int>(group.size()), static_cast<int>(turn),
                  isPoints};
    stroke.graph->setData(x, y, true);
    if (isPoints)
        stroke.graph->setLineStyle(QCPGraph::lsNone);
    m_strokes.push_back(stroke);
}

void NeedsChart::addName(std::size_t index)
{
    const NeedsLine& line = m_lines[index];
    const auto latest = line.lastKnown();
    if (!latest)
        return;
    auto* name = new QCPItemText(this);
    name->setLayer(QStringLiteral("names"));
    name->setClipToAxisRect(false);
    name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    name->position->setType(QCPItemPosition::ptAbsolute);
    auto* leader = new QCPItemLine(this);
    leader->setLayer(QStringLiteral("names"));
    leader->setClipToAxisRect(false);
    for (QCPItemPosition* end : {leader->start, leader->end})
        end->setType(QCPItemPosition::ptAbsolute);
    std::size_t last = m_dates.size() - 1;
    while (last > 0 && !line.values[last])
        --last;
    m_labels.push_back({name, leader, secondsOf(m_dates[last]), *latest, line.name});
}

/// Levels on its two sides were given by other words.
void NeedsChart::addFrameworkChanges(const std::vector<std::size_t>& assessments)
{
    for (const std::size_t assessment : assessments) {
        const double at = (secondsOf(m_dates[assessment - 1]) + secondsOf(m_dates[assessment])) / 2;
        auto* mark = new QCPItemStraightLine(this);
        mark->setLayer(QStringLiteral("grid"));
        mark->point1->setCoords(at, 0);
        mark->point2->setCoords(at, 1);
        auto* words = new QCPItemText(this);
        words->setLayer(QStringLiteral("names"));
        words->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        words->position->setType(QCPItemPosition::ptPlotCoords);
        words->position->setCoords(at, yAxis->range().upper);
        words->setText(tr("another framework"));
        m_frameworkMarks.push_back(words);
    }
}

void NeedsChart::addPlacements()
{
    for (std::size_t i = 0; i < m_placements.size(); ++i) {
        const Placement& placement = m_placements[i].placement;
        const Date until = placement.endsOn.value_or(m_today);
        if (until < m_from)
            continue;
        auto* rect = new QCPItemRect(this);
        rect->setLayer(QStringLiteral("blocks"));
        rect->setClipAxisRect(m_band);
        for (QCPItemPosition* corner : {rect->topLeft, rect->bottomRight}) {
            corner->setAxes(m_band->axis(QCPAxis::atBottom), m_band->axis(QCPAxis::atLeft));
            corner->setAxisRect(m_band);
        }
        rect->topLeft->setCoords(secondsOf(placement.startsOn), 0.97);
        rect->bottomRight->setCoords(secondsOf(until), 0.03);
        auto* name = new QCPItemText(this);
        name->setLayer(QStringLiteral("names"));
        name->setClipToAxisRect(true);
        name->setClipAxisRect(m_band);
        name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        name->setTextAlignment(Qt::AlignLeft);
        name->position->setType(QCPItemPosition::ptAbsolute);
        m_blocks.push_back({rect, name, i});
        if (placement.startsOn > m_from) {
            auto* move = new QCPItemStraightLine(this);
            move->setLayer(QStringLiteral("grid"));
            move->point1->setCoords(secondsOf(placement.startsOn), 0);
            move->point2->setCoords(secondsOf(placement.startsOn), 1);
        }
    }
}

void NeedsChart::restyle()
{
    const Theme& theme = Theme::instance();
    theme.apply(*this);
    const Colours& colours = theme.colours();
    m_band->axis(QCPAxis::atTop)->setVisible(false);
    m_band->axis(QCPAxis::atBottom)->setBasePen(Qt::NoPen);
    xAxis->grid()->setVisible(false);
    const QFontMetrics metrics(font());
    m_band->setMinimumSize(0, metrics.height() * 2 + 12 + metrics.height() + 14);
    m_band->setMaximumSize(QWIDGETSIZE_MAX, metrics.height() * 2 + 12 + metrics.height() + 14);
    fitToWidth();
    for (int i = 0; i < itemCount(); ++i)
        if (auto* line = qobject_cast<QCPItemStraightLine*>(item(i)))
            line->setPen(QPen(colours.border, 1, Qt::DashLine));
    for (const Block& block : m_blocks) {
        const auto look = lookOf(placeGroupOf(m_placements[block.placement].placement.placeCode));
        block.rect->setBrush(look.fill);
        block.rect->setPen(QPen(look.line, 1));
        block.text->setColor(look.text);
        block.text->setFont(font());
    }
    for (QCPItemText* words : m_frameworkMarks) {
        words->setColor(colours.mutedText);
        words->setFont(font());
    }
    emphasise(-1);
}

void NeedsChart::fitToWidth()
{
    const QFontMetrics metrics(font());
    int widest = 0;
    for (const Label& label : m_labels)
        widest = std::max(widest, metrics.horizontalAdvance(label.name));
    const int right = std::min(widest, std::max(80, width() / 4)) + 16 + kLeader;
    for (QCPAxisRect* rect : {axisRect(), m_band}) {
        QMargins margins = rect->margins();
        margins.setRight(right);
        rect->setMargins(margins);
    }
    const int room = width() - right - 60;
    const int month = metrics.horizontalAdvance(QStringLiteral("MMM 0000"));
    m_dateTicker->setTickCount(std::clamp(room * 2 / (3 * std::max(1, month)), 2, 8));
}

void NeedsChart::resizeEvent(QResizeEvent* event)
{
    fitToWidth();
    QCustomPlot::resizeEvent(event);
}

void NeedsChart::styleStroke(const Stroke& stroke)
{
    constexpr double kPoint = 7;
    constexpr double kRing = 4;  // how much wider the next ring is
    constexpr double kDash = 5;  // pen widths
    const bool isChosen = m_emphasised == static_cast<int>(stroke.line);
    QColor colour = colourOf(stroke.line);
    if (m_emphasised >= 0 && !isChosen)
        colour.setAlphaF(0.25F);
    if (stroke.isPoints) {
        // The first is the widest and lies below the others.
        const double size = kPoint + kRing * (stroke.sharing - 1 - stroke.turn);
        stroke.graph->setScatterStyle(QCPScatterStyle(kShapes[stroke.line % std::size(kShapes)],
                                                      QPen(colour, 1.6), QBrush(colour), size));
        return;
    }
    QPen pen(colour, isChosen ? 3.2 : 2.0);
    if (stroke.sharing > 1) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({kDash, kDash * (stroke.sharing - 1)});
        pen.setDashOffset(kDash * (stroke.sharing - stroke.turn));
    }
    stroke.graph->setPen(pen);
}

void NeedsChart::emphasise(int line)
{
    m_emphasised = line;
    for (const Stroke& stroke : m_strokes)
        styleStroke(stroke);
    std::size_t label = 0;
    for (std::size_t i = 0; i < m_lines.size() && label < m_labels.size(); ++i) {
        if (!m_lines[i].lastKnown())
            continue;
        const bool isChosen = line == static_cast<int>(i);
        const Colours& colours = Theme::instance().colours();
        QFont face = font();
        face.setBold(isChosen);
        Label& named = m_labels[label++];
        named.text->setFont(face);
        named.text->setColor(line >= 0 && !isChosen ? colours.mutedText : colours.text);
        named.text->setPadding(QMargins(4, 0, 0, 0));
        QColor colour = colourOf(i);
        if (line >= 0 && !isChosen)
            colour.setAlphaF(0.25F);
        named.leader->setPen(QPen(colour, isChosen ? 2.4 : 1.4));
    }
}

void NeedsChart::placeLabels()
{
    if (m_labels.empty())
        return;
    const QRect area = axisRect()->rect();
    const double step = QFontMetrics(font()).height() + 1;
    std::vector<Label*> order;
    order.reserve(m_labels.size());
    for (Label& label : m_labels)
        order.push_back(&label);
    std::stable_sort(order.begin(), order.end(),
                     [](const Label* a, const Label* b) { return a->latest > b->latest; });
    std::vector<double> y;
    y.reserve(order.size());
    for (const Label* label : order)
        y.push_back(std::max(yAxis->coordToPixel(label->latest),
                             y.empty() ? area.top() + step / 2 : y.back() + step));
    // Pushed over the bottom edge: back up from below.
    double limit = area.bottom() - step / 2;
    for (std::size_t i = y.size(); i-- > 0;) {
        y[i] = std::min(y[i], limit);
        limit = y[i] - step;
    }
    const int room = width() - area.right() - 12 - kLeader;
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i]->text->position->setCoords(area.right() + kLeader, y[i]);
        order[i]->leader->start->setCoords(xAxis->coordToPixel(order[i]->x) + 5,
                                           yAxis->coordToPixel(order[i]->latest));
        order[i]->leader->end->setCoords(area.right() + kLeader, y[i]);
        order[i]->text->setText(
            QFontMetrics(font()).elidedText(order[i]->name, Qt::ElideRight, room));
    }
}

void NeedsChart::placeBlockNames()
{
    const QRect area = m_band->rect();
    const QFontMetrics metrics(font());
    for (const Block& block : m_blocks) {
        const double left = std::max(block.rect->topLeft->pixelPosition().x(), double(area.left()));
        const double right =
            std::min(block.rect->bottomRight->pixelPosition().x(), double(area.right()));
        const int room = static_cast<int>(right - left) - 10;
        const app::PlacementRow& row = m_placements[block.placement];
        QString words;
        if (room > metrics.averageCharWidth() * 4)
            words = metrics.elidedText(placementName(row), Qt::ElideRight, room) +
                    QLatin1Char('\n') +
                    metrics.elidedText(label(placeGroupOf(row.placement.placeCode)), Qt::ElideRight,
                                       room);
        block.text->setText(words);
        block.text->position->setCoords(left + 6, area.center().y());
    }
}

int NeedsChart::pointAt(const QPointF& pixel, std::size_t& assessment) const
{
    int nearest = -1;
    double best = kReach;
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        for (std::size_t i = 0; i < m_dates.size(); ++i) {
            if (!m_lines[line].values[i])
                continue;
            const QPointF point(xAxis->coordToPixel(secondsOf(m_dates[i])),
                                yAxis->coordToPixel(*m_lines[line].values[i]));
            const double distance = std::hypot(point.x() - pixel.x(), point.y() - pixel.y());
            if (distance >= best)
                continue;
            best = distance;
            nearest = static_cast<int>(line);
            assessment = i;
        }
    return nearest;
}

QString NeedsChart::readPoint(std::size_t line, std::size_t assessment) const
{
    const NeedsLine& shown = m_lines[line];
    QStringList names;
    for (const std::size_t one : linesThrough(m_lines, line, assessment, assessment))
        names << m_lines[one].name;
    QString words = tr("%1\n%2: %3")
                        .arg(names.join(QStringLiteral(", ")), dateText(m_dates[assessment]),
                             levelText(shown.values[assessment]));
    if (const auto first = shown.values.front(); first && assessment > 0) {
        const double change = *shown.values[assessment] - *first;
        words += tr(" (%1 since the first)")
                     .arg(signedNumber(change, std::fmod(change, 1.0) == 0 ? 0 : 1));
    }
    return words;
}

QString NeedsChart::readPlacement(const QPointF& pixel) const
{
    if (!m_band->rect().contains(pixel.toPoint()))
        return {};
    const double at = m_band->axis(QCPAxis::atBottom)->pixelToCoord(pixel.x());
    for (const app::PlacementRow& row : m_placements) {
        const Date until = row.placement.endsOn.value_or(m_today);
        if (at < secondsOf(row.placement.startsOn) || at > secondsOf(until))
            continue;
        return tr("%1\n%2\n%3 to %4")
            .arg(placementName(row), text(row.placeLabel), dateText(row.placement.startsOn),
                 row.placement.endsOn ? dateText(until) : tr("now"));
    }
    return {};
}

void NeedsChart::mouseMoveEvent(QMouseEvent* event)
{
    QCustomPlot::mouseMoveEvent(event);
    std::size_t assessment = 0;
    const int line = pointAt(event->position(), assessment);
    const QString words = line >= 0 ? readPoint(static_cast<std::size_t>(line), assessment)
                                    : readPlacement(event->position());
    QToolTip::showText(event->globalPosition().toPoint(), words, this);
    if (line == m_emphasised)
        return;
    emphasise(line);
    replot(QCustomPlot::rpQueuedReplot);
}

void NeedsChart::leaveEvent(QEvent* /*event*/)
{
    emphasise(-1);
    replot(QCustomPlot::rpQueuedReplot);
}

void NeedsChart::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_band) {
        restyle();
        replot(QCustomPlot::rpQueuedReplot);
    }
}

}  // namespace homeward::ui
