#include "ui/shared/ratings/view_pills.h"

#include <QPainter>
#include <QStringList>

#include "ui/shared/look/theme.h"
#include "ui/shared/words/format.h"

namespace homeward::ui {
namespace {
constexpr int kViewGap = 4;
}

ViewPills::ViewPills(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString ViewPills::wordsFor(Perspective perspective, MaybeLevel level)
{
    return level ? tr("%1 %2").arg(label(perspective)).arg(level->value())
                 : tr("%1 not sure").arg(label(perspective));
}

void ViewPills::setViews(const std::vector<std::pair<Perspective, MaybeLevel>>& views)
{
    m_words.clear();
    for (const auto& [perspective, level] : views)
        m_words.push_back(wordsFor(perspective, level));
    setAccessibleName(
        tr("Others say: %1")
            .arg(QStringList(m_words.begin(), m_words.end()).join(QStringLiteral(", "))));
    if (m_fixedWidth > 0)
        fitTo(m_fixedWidth);
    updateGeometry();
    update();
}

std::vector<QRect> ViewPills::rectsFor(int width) const
{
    std::vector<QRect> rects;
    const int height = fontMetrics().height() + 2;
    int x = 0;
    int y = 0;
    for (const QString& words : m_words) {
        const int wide = qMin(width, fontMetrics().horizontalAdvance(words) + height);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += height + kViewGap;
        }
        rects.emplace_back(x, y, wide, height);
        x += wide + kViewGap;
    }
    return rects;
}

int ViewPills::heightForWidth(int width) const
{
    const auto rects = rectsFor(width);
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

void ViewPills::fitTo(int width)
{
    m_fixedWidth = width;
    setFixedSize(width, heightForWidth(width));
}

void ViewPills::paintEvent(QPaintEvent* /*event*/)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto rects = rectsFor(width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.info);
        painter.drawRoundedRect(rects[i], rects[i].height() / 2.0, rects[i].height() / 2.0);
        painter.setPen(colours.infoText);
        painter.drawText(
            rects[i], Qt::AlignCenter,
            fontMetrics().elidedText(m_words[i], Qt::ElideRight, rects[i].width() - 8));
    }
}

}  // namespace homeward::ui
