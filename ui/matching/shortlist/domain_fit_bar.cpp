#include "ui/matching/shortlist/domain_fit_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "domain/needs/needs_level.h"
#include "ui/shared/look/theme.h"

namespace homeward::ui {
namespace {

constexpr int kHighest = kLevelCount - 1;
constexpr int kTickOverhang = 3;
constexpr int kTickWidth = 3;

}  // namespace

QString fitText(int need, std::optional<int> skill)
{
    return skill ? DomainFitBar::tr("need %1 · skill %2").arg(need).arg(*skill)
                 : DomainFitBar::tr("need %1 · skill ?").arg(need);
}

DomainFitBar::DomainFitBar(const QString& domain, int need, std::optional<int> skill, bool critical,
                           QWidget* parent)
    : QWidget(parent), m_need(need), m_skill(skill), m_critical(critical)
{
    const int shortfall = std::max(0, need - skill.value_or(0));
    setAccessibleName(domain);
    QString words = skill ? tr("Need %1 of 4, skill %2 of 4.").arg(need).arg(*skill)
                          : tr("Need %1 of 4, skill not known.").arg(need);
    if (shortfall > 0)
        words += u' ' + tr("%n level(s) short.", nullptr, shortfall);
    if (critical)
        words += u' ' + tr("Critical gap.");
    setAccessibleDescription(words);
    setToolTip(words);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DomainFitBar::sizeHint() const
{
    return {fontMetrics().height() * 6, fontMetrics().height() + 2 * kTickOverhang};
}

QSize DomainFitBar::minimumSizeHint() const
{
    return {fontMetrics().height() * 4, fontMetrics().height() + 2 * kTickOverhang};
}

void DomainFitBar::paintEvent(QPaintEvent* /*event*/)
{
    const Colours& colours = Theme::instance().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const qreal barHeight = std::max(8.0, fontMetrics().height() * 0.7);
    const QRectF track(kTickWidth / 2.0, (height() - barHeight) / 2, width() - kTickWidth,
                       barHeight);
    const auto at = [&](int level) { return track.left() + track.width() * level / kHighest; };
    const auto part = [&](int from, int to) {
        return QRectF(QPointF(at(from), track.top()), QPointF(at(to), track.bottom()));
    };

    QPainterPath rounded;
    rounded.addRoundedRect(track, 3, 3);
    painter.save();
    painter.setClipPath(rounded);
    QColor ground = colours.border;
    painter.fillRect(track, ground);
    const int skill = m_skill.value_or(0);
    QColor bar = colours.primary;
    bar.setAlphaF(0.62F);
    painter.fillRect(part(0, skill), bar);
    if (m_need > skill) {
        QColor missing = colours.accent;
        missing.setAlphaF(m_critical ? 0.75F : 0.4F);
        painter.fillRect(part(skill, m_need), missing);
        painter.fillRect(part(skill, m_need), QBrush(colours.accent, Qt::BDiagPattern));
    }
    painter.setPen(QPen(colours.card, 1));
    for (int level = 1; level < kHighest; ++level)
        painter.drawLine(QPointF(at(level), track.top()), QPointF(at(level), track.bottom()));
    painter.restore();

    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.text);
    painter.drawRoundedRect(QRectF(at(m_need) - kTickWidth / 2.0, track.top() - kTickOverhang,
                                   kTickWidth, track.height() + 2 * kTickOverhang),
                            1, 1);
}

}  // namespace homeward::ui
