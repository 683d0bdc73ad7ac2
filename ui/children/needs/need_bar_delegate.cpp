#include "ui/children/needs/need_bar_delegate.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "ui/shared/look/theme.h"

namespace homeward::ui {

void NeedBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const QVariant total = index.data();
    if (!total.isValid())
        return CellDelegate::paint(painter, option, index);
    const Colours& colours = Theme::instance().colours();
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(option.font);
    const int number = metrics.horizontalAdvance(QStringLiteral("00"));
    const QRect area = option.rect.adjusted(8, 0, -10, 0);
    painter->setPen(colours.text);
    painter->drawText(QRect(area.left(), area.top(), number, area.height()),
                      Qt::AlignRight | Qt::AlignVCenter, total.toString());
    const double left = area.left() + number + 8.0;
    const double room = area.right() - left;
    const double thick = 6;
    const double top = area.center().y() - thick / 2 + 0.5;
    if (room > 12) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.border);
        painter->drawRoundedRect(QRectF(left, top, room, thick), 3, 3);
        const double length = room * std::min(1.0, total.toDouble() / std::max(1, m_highest));
        painter->setBrush(colours.primary);
        if (length > 1)
            painter->drawRoundedRect(QRectF(left, top, length, thick), 3, 3);
    }
    painter->restore();
}

}  // namespace homeward::ui
