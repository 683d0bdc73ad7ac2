#include "ui/shared/ratings/descriptor_choice.h"

#include <QPainter>
#include <QTextLayout>
#include <cmath>

#include "ui/shared/look/theme.h"
#include "ui/shared/ratings/level_pill.h"
#include "ui/shared/words/plain_words.h"

namespace homeward::ui {
namespace {

constexpr int kPadding = 3;

}  // namespace

DescriptorChoice::DescriptorChoice(LevelScale scale, Level level, QWidget* parent)
    : QAbstractButton(parent), m_scale(scale), m_level(level)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DescriptorChoice::setWords(const QString& name, const QString& descriptor)
{
    m_name = name;
    m_descriptor = descriptor;
    setAccessibleName(tr("%1, %2: %3").arg(m_level.value()).arg(name, descriptor));
    setToolTip(tipWords(descriptor));
    updateGeometry();
    update();
}

int DescriptorChoice::textLeft() const
{
    return kPadding + levelPillSize(fontMetrics()).width() + 8;
}

double DescriptorChoice::layOut(QPainter* painter, int width) const
{
    const int available = qMax(40, width - textLeft() - kPadding);
    QTextLayout layout(m_name + QStringLiteral(" · ") + m_descriptor, font());
    QList<QTextLayout::FormatRange> formats(1);
    formats[0].length = static_cast<int>(m_name.size());
    formats[0].format.setFontWeight(QFont::DemiBold);
    layout.setFormats(formats);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(available);
        line.setPosition({0, y});
        if (painter)
            line.draw(painter, QPointF(textLeft(), kPadding));
        y += line.height();
    }
    layout.endLayout();
    return y;
}

QSize DescriptorChoice::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 36;
    return {width, heightForWidth(width)};
}

int DescriptorChoice::heightForWidth(int width) const
{
    return qMax(levelPillSize(fontMetrics()).height(), qCeil(layOut(nullptr, width))) +
           2 * kPadding;
}

void DescriptorChoice::paintEvent(QPaintEvent* /*event*/)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    if (isChecked() || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.header);
        painter.drawRoundedRect(frame, 5, 5);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.focus, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 5, 5);
    }
    const QSize pill = levelPillSize(fontMetrics());
    paintLevelPill(painter, QRectF(QPointF(kPadding, kPadding), pill), m_scale, m_level,
                   isChecked() ? PillLook::Chosen : PillLook::Empty);
    painter.setPen(isChecked() ? colours.text : colours.mutedText);
    layOut(&painter, width());
}

void DescriptorChoice::enterEvent(QEnterEvent* /*event*/)
{
    update();
}

void DescriptorChoice::leaveEvent(QEvent* /*event*/)
{
    update();
}

}  // namespace homeward::ui
