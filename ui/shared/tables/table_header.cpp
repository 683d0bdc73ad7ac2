#include "ui/shared/tables/table_header.h"

#include <QIcon>
#include <QPainter>

#include "ui/shared/look/theme.h"

namespace homeward::ui {
namespace {

constexpr int kSide = 8;   ///< padding of a heading in the style sheet
constexpr int kSize = 10;  ///< of the arrow

}  // namespace

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TableHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->sortIndicator = QStyleOptionHeader::None;  // drawn below
}

int TableHeader::wordsWidth(int section) const
{
    QFont face = font();
    face.setWeight(QFont::DemiBold);
    return QFontMetrics(face).horizontalAdvance(
        model()->headerData(section, orientation()).toString());
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    if (!isSortIndicatorShown() || sortIndicatorSection() != section)
        return;
    const QVariant own = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const bool right = own.isValid() && (own.toInt() & Qt::AlignRight);
    const int words = std::min(wordsWidth(section), rect.width() - 2 * kSide);
    const int left =
        right ? rect.right() - kSide - words - kArrow
              : std::min(rect.left() + kSide + words + kArrow - kSize, rect.right() - kSize);
    const QRect place(std::max(left, rect.left()), rect.center().y() - kSize / 2, kSize, kSize);
    const QString name = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up")
                                                                    : QStringLiteral("arrow-down");
    Theme::instance().icon(name, &Colours::mutedText).paint(painter, place);
}

}  // namespace homeward::ui
