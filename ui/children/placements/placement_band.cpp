#include "ui/children/placements/placement_band.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/children/placements/place_group_look.h"
#include "ui/children/placements/placements_table_model.h"
#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {

PlacementBand::PlacementBand(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PlacementBand::sizeHint() const
{
    return {600, fontMetrics().height() * 3 + 30};
}

void PlacementBand::setPlacements(const std::vector<app::PlacementRow>& rows, Date today)
{
    m_rows = rows;
    m_today = today;
    m_current = -1;
    if (!rows.empty()) {
        m_from = rows.front().placement.startsOn;
        m_until = m_from.plusDays(1);
        for (const auto& row : rows)
            m_until = std::max(m_until, row.placement.endsOn.value_or(today));
    }
    setAccessibleName(rows.empty() ? tr("No placements")
                                   : tr("Timeline of %n placement(s), from %1 to %2", nullptr,
                                        static_cast<int>(rows.size()))
                                         .arg(dateText(m_from), dateText(m_until)));
    update();
}

void PlacementBand::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    if (index >= 0)
        setAccessibleDescription(describe(static_cast<std::size_t>(index)));
    update();
}

double PlacementBand::xOf(Date day) const
{
    const double whole = std::max(1, daysBetween(m_from, m_until));
    return 2 + (width() - 4) * daysBetween(m_from, day) / whole;
}

QRectF PlacementBand::blockRect(std::size_t index) const
{
    const Placement& placement = m_rows[index].placement;
    const double left = xOf(placement.startsOn);
    const double right = xOf(placement.endsOn.value_or(std::max(m_today, placement.startsOn)));
    return {left, 2, std::max(3.0, right - left), fontMetrics().height() * 2.0 + 10};
}

int PlacementBand::blockAt(const QPointF& point) const
{
    for (std::size_t i = m_rows.size(); i-- > 0;)
        if (blockRect(i).adjusted(-1, -2, 1, 2).contains(point))
            return static_cast<int>(i);
    return -1;
}

QString PlacementBand::describe(std::size_t index) const
{
    const app::PlacementRow& row = m_rows[index];
    if (m_today < row.placement.startsOn)
        return tr("%1, %2, from %3")
            .arg(placementName(row), text(row.placeLabel), dateText(row.placement.startsOn));
    const QString until = row.placement.endsOn ? dateText(*row.placement.endsOn) : tr("now");
    const int days = daysBetween(row.placement.startsOn, row.placement.endsOn.value_or(m_today));
    return tr("%1, %2, %3 to %4, %5")
        .arg(placementName(row), text(row.placeLabel), dateText(row.placement.startsOn), until,
             lengthText(std::max(0, days)));
}

void PlacementBand::paintYears(QPainter& painter) const
{
    const Colours& colours = Theme::instance().colours();
    const double top = fontMetrics().height() * 2.0 + 16;
    painter.setPen(colours.mutedText);
    double lastRight = -1e9;
    for (int year = m_from.year(); year <= m_until.year() + 1; ++year) {
        const auto day = Date::fromYmd(year, 1, 1);
        if (!day || *day < m_from || m_until < *day)
            continue;
        const double x = xOf(*day);
        painter.drawLine(QPointF(x, top), QPointF(x, top + 4));
        const QString words = QString::number(year);
        const double half = fontMetrics().horizontalAdvance(words) / 2.0;
        const double left = std::clamp(x - half, 0.0, std::max(0.0, width() - 2 * half));
        if (left < lastRight + 8)
            continue;
        painter.drawText(QPointF(left, top + 5 + fontMetrics().ascent()), words);
        lastRight = left + 2 * half;
    }
}

void PlacementBand::paintEvent(QPaintEvent* /*event*/)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_rows.empty())
        return;
    paintYears(painter);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const PlaceGroup group = placeGroupOf(m_rows[i].placement.placeCode);
        const PlaceGroupLook look = lookOf(group);
        const bool isCurrent = static_cast<int>(i) == m_current;
        const QRectF block = blockRect(i).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setBrush(look.fill);
        painter.setPen(isCurrent ? QPen(colours.focus, 2.5) : QPen(look.line, 1));
        painter.drawRoundedRect(block, 4, 4);
        painter.setPen(look.text);
        const QRectF inner = block.adjusted(6, 3, -4, -3);
        if (inner.width() < 24)
            continue;
        const int room = static_cast<int>(inner.width());
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                         fontMetrics().elidedText(placementName(m_rows[i]), Qt::ElideRight, room));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                         fontMetrics().elidedText(label(group), Qt::ElideRight, room));
    }
    if (hasFocus() && m_current < 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.focus, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5);
    }
}

void PlacementBand::choose(int index)
{
    if (index < 0 || index >= static_cast<int>(m_rows.size()))
        return;
    setCurrent(index);
    emit chosen(index);
}

void PlacementBand::mousePressEvent(QMouseEvent* event)
{
    choose(blockAt(event->position()));
}

void PlacementBand::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    if (event->key() == Qt::Key_Left)
        choose(m_current < 0 ? last : std::max(0, m_current - 1));
    else if (event->key() == Qt::Key_Right)
        choose(m_current < 0 ? 0 : std::min(last, m_current + 1));
    else
        QWidget::keyPressEvent(event);
}

bool PlacementBand::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = blockAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           index < 0 ? QString() : describe(static_cast<std::size_t>(index)), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

}  // namespace homeward::ui
