#include "ui/shared/cells/cell_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

#include "ui/shared/cells/cell_roles.h"
#include "ui/shared/look/theme.h"

namespace homeward::ui {
namespace {

constexpr int kCellPadding = 8;
constexpr int kPillPadding = 8;
constexpr int kLineMargin = 2;  ///< above the first line and below the last

struct Pill {
    QColor fill;
    QColor text;
};

Pill pillFor(const QString& tone)
{
    const Colours& colours = Theme::instance().colours();
    if (tone == QLatin1String("good"))
        return {colours.good, colours.goodText};
    if (tone == QLatin1String("warning"))
        return {colours.warning, colours.warningText};
    if (tone == QLatin1String("problem"))
        return {colours.problem, colours.problemText};
    if (tone == QLatin1String("muted"))
        return {colours.header, colours.mutedText};
    return {colours.info, colours.infoText};
}

void drawPill(QPainter* painter, const QStyleOptionViewItem& option, const QString& tone)
{
    const Pill pill = pillFor(tone);
    const QFontMetrics metrics(option.font);
    const int room = option.rect.width() - 2 * kCellPadding;
    const QString shown = metrics.elidedText(option.text, Qt::ElideRight, room - 2 * kPillPadding);
    const int width = std::min(room, metrics.horizontalAdvance(shown) + 2 * kPillPadding);
    const int height = metrics.height() + 4;
    const QRect box(option.rect.left() + kCellPadding, option.rect.center().y() - height / 2, width,
                    height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pill.fill);
    painter->drawRoundedRect(box, height / 2.0, height / 2.0);
    painter->setPen(pill.text);
    painter->drawText(box, Qt::AlignCenter, shown);
}

struct Parts {
    QString warn;  ///< first part of the text
    QString tail;  ///< last part of the text
};

QList<QTextLayout::FormatRange> formatsOf(const QString& shown, const Parts& parts)
{
    QList<QTextLayout::FormatRange> formats;
    if (!parts.warn.isEmpty()) {
        QTextLayout::FormatRange range{0, static_cast<int>(parts.warn.size()), {}};
        range.format.setForeground(Theme::instance().colours().warningText);
        range.format.setFontWeight(QFont::DemiBold);
        formats << range;
    }
    if (!parts.tail.isEmpty() && shown.endsWith(parts.tail)) {
        const auto length = static_cast<int>(parts.tail.size());
        QTextLayout::FormatRange range{static_cast<int>(shown.size()) - length, length, {}};
        range.format.setForeground(Theme::instance().colours().mutedText);
        range.format.setFontWeight(QFont::Normal);
        formats << range;
    }
    return formats;
}

int linesIn(int rowHeight, qreal lineSpacing)
{
    return std::max(1, static_cast<int>((rowHeight - 2 * kLineMargin) / lineSpacing));
}

/// The lines that fit; the last one is cut with an ellipsis.
void drawLines(QPainter* painter, const QStyleOptionViewItem& option, const Parts& parts)
{
    const QRectF room =
        QRectF(option.rect).marginsRemoved({kCellPadding, kLineMargin, kCellPadding, kLineMargin});
    const QFontMetricsF metrics(option.font);
    const int most = linesIn(option.rect.height(), metrics.lineSpacing());

    QTextLayout layout(option.text, option.font);
    QTextOption wrap(QStyle::visualAlignment(option.direction, option.displayAlignment) &
                     Qt::AlignHorizontal_Mask);
    wrap.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(wrap);
    layout.setFormats(formatsOf(option.text, parts));
    layout.beginLayout();
    qreal y = 0;
    int lines = 0;
    QString rest;
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room.width());
        if (lines == most - 1 && line.textStart() + line.textLength() < option.text.size()) {
            rest = option.text.mid(line.textStart());
            break;
        }
        line.setPosition(QPointF(0, y));
        y += line.height();
        ++lines;
    }
    layout.endLayout();
    const qreal height = y + (rest.isEmpty() ? 0 : metrics.lineSpacing());
    const qreal top = room.top() + std::max(0.0, (room.height() - height) / 2);
    for (int i = 0; i < lines; ++i)
        layout.lineAt(i).draw(painter, QPointF(room.left(), top));
    if (rest.isEmpty())
        return;
    const bool stillWarn = option.text.size() - rest.size() < parts.warn.size();
    if (stillWarn)
        painter->setPen(Theme::instance().colours().warningText);
    painter->drawText(QRectF(room.left(), top + y, room.width(), metrics.lineSpacing()),
                      static_cast<int>(wrap.alignment() | Qt::AlignVCenter),
                      metrics.elidedText(rest, Qt::ElideRight, room.width()));
}

}  // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QWidget* widget = option.widget;
    const QStyle* style = widget ? widget->style() : QApplication::style();
    if (index.data(StrongRole).toBool())
        option.font.setWeight(QFont::DemiBold);

    QStyleOptionViewItem background = option;
    background.text.clear();
    background.icon = {};
    background.features &= ~QStyleOptionViewItem::HasDecoration;
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    painter->save();
    painter->setFont(option.font);
    painter->setClipRect(option.rect);
    const QString tone = index.data(ToneRole).toString();
    if (!tone.isEmpty() && !option.text.isEmpty()) {
        drawPill(painter, option, tone);
    } else {
        const Colours& colours = Theme::instance().colours();
        painter->setPen(index.data(MutedRole).toBool() ? colours.mutedText : colours.text);
        drawLines(painter, option,
                  {index.data(WarnRole).toString(), index.data(MutedTailRole).toString()});
    }
    painter->restore();
}

int CellDelegate::widthOf(const QString& words, const QFontMetrics& metrics, int rowHeight)
{
    constexpr int kAnyHeight = 10'000;
    const int lines = linesIn(rowHeight, metrics.lineSpacing());
    int most = metrics.horizontalAdvance(words);
    if (lines == 1)
        return most;
    int least = most / lines;
    while (least < most) {
        const int width = (least + most) / 2;
        const QRect taken =
            metrics.boundingRect(QRect(0, 0, width, kAnyHeight), Qt::TextWordWrap, words);
        if (taken.width() <= width && taken.height() <= lines * metrics.lineSpacing())
            most = width;
        else
            least = width + 1;
    }
    return most;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += 2 * kCellPadding;
    if (!index.data(ToneRole).toString().isEmpty())
        size.rwidth() += 2 * kPillPadding;
    return size;
}

}  // namespace homeward::ui
