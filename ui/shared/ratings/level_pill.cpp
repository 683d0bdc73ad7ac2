#include "ui/shared/ratings/level_pill.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <cstdlib>

#include "ui/shared/look/theme.h"

namespace homeward::ui {
namespace {

struct PillColours {
    QColor fill, line, text;
};

PillColours coloursFor(LevelScale scale, MaybeLevel level, PillLook look, bool hovered)
{
    const Colours& colours = Theme::instance().colours();
    if (look == PillLook::Empty)
        return {hovered ? colours.header : colours.card, hovered ? colours.focus : colours.border,
                hovered ? colours.text : colours.mutedText};
    if (!level)
        return {colours.header, colours.text, colours.text};
    const auto index = static_cast<std::size_t>(level->value());
    const bool need = scale == LevelScale::Need;
    QColor fill = (need ? colours.level : colours.skill)[index];
    const QColor line = (need ? colours.levelText : colours.skillText)[index];
    if (look == PillLook::CarriedOver)
        fill.setAlphaF(0.45F);
    return {fill, line, line};
}

}  // namespace

QSize levelPillSize(const QFontMetrics& metrics)
{
    const int side = metrics.height() + 6;
    return {side, side};
}

void paintLevelPill(QPainter& painter, const QRectF& where, LevelScale scale, MaybeLevel level,
                    PillLook look, bool hovered)
{
    const PillColours colours = coloursFor(scale, level, look, hovered);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.fill);
    painter.setPen(QPen(colours.line, look == PillLook::Empty ? 1.0 : 1.4,
                        look == PillLook::CarriedOver ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(where.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4);
    QFont font = painter.font();
    font.setBold(look == PillLook::Chosen);
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(where, Qt::AlignCenter,
                     level ? QString::number(level->value()) : QStringLiteral("?"));
    painter.restore();
}

LevelPill::LevelPill(LevelScale scale, QWidget* parent) : QWidget(parent), m_scale(scale)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelPill::setLevel(bool shown, MaybeLevel level, const QString& description)
{
    m_shown = shown;
    m_level = level;
    setAccessibleName(description);
    setToolTip(description);
    update();
}

QSize LevelPill::sizeHint() const
{
    return levelPillSize(fontMetrics());
}

void LevelPill::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    paintLevelPill(painter, rect(), m_scale, m_level, PillLook::Chosen);
}

ChangeMark::ChangeMark(LevelScale scale, QWidget* parent) : QWidget(parent), m_scale(scale)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChangeMark::setChange(std::optional<int> difference)
{
    m_difference = difference;
    QString words;
    if (difference && *difference == 0)
        words = tr("same as before");
    else if (difference && *difference < 0)
        words = tr("down %n level(s)", nullptr, -*difference);
    else if (difference)
        words = tr("up %n level(s)", nullptr, *difference);
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize ChangeMark::sizeHint() const
{
    const int side = fontMetrics().height();
    return {side, side};
}

void ChangeMark::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_difference)
        return;
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(rect()).center();
    const double half = fontMetrics().height() * 0.28;
    if (*m_difference == 0) {
        painter.setPen(QPen(colours.mutedText, 1.5));
        for (const double dy : {-half * 0.4, half * 0.4})
            painter.drawLine(centre + QPointF(-half * 0.7, dy), centre + QPointF(half * 0.7, dy));
        return;
    }
    const double tip = *m_difference < 0 ? half : -half;
    QPainterPath triangle(centre + QPointF(0, tip));
    triangle.lineTo(centre + QPointF(-half * 1.15, -tip * 0.8));
    triangle.lineTo(centre + QPointF(half * 1.15, -tip * 0.8));
    triangle.closeSubpath();
    const bool better = (*m_difference < 0) == (m_scale == LevelScale::Need);
    painter.fillPath(triangle, better ? colours.goodText : colours.problemText);
}

}  // namespace homeward::ui
